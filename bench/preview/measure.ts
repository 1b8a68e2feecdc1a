import type { Browser } from 'playwright-core';
import { placeOf, type Content, type Place } from '../content/content.ts';
import { planOf } from '../content/plan.ts';
import { WrongAnswer } from '../client/waiting.ts';
import { oneFile } from '../lsp/scenes.ts';
import { writeContent } from '../lsp/written.ts';
import { Followed, type Answered, type TabId } from './followed.ts';
import type { Options } from './options.ts';
import { MeasuredPage } from './page.ts';
import { Times, type Spent } from './spent.ts';

/** The tabs that generated plans fill; half of the actions are overdue on the later day, and none on the usual one. */
const opened: readonly { readonly tab: TabId; readonly asAt?: string }[] = [
  { tab: 'plan' },
  { tab: 'must-dos' },
  { tab: 'owners' },
  { tab: 'committees' },
  { tab: 'timeline' },
  { tab: 'overdue', asAt: '2027-06-30' },
];

/** Where keys are pressed. */
export const keyWords = {
  title: 'in an action’s title',
  reference: 'in its SRO',
  due: 'in its deadline',
  name: 'in the name of the SRO of most actions',
} as const;

type KeyId = keyof typeof keyWords;

/** Where a key is pressed; it is taken back by the next one. */
interface KeyKind {
  readonly id: KeyId;
  readonly place: Place;
  /** What the key puts in the place of what stands there, and what takes it back. */
  readonly typed: string;
  readonly before: string;
}

export interface Opening {
  readonly tab: TabId;
  readonly rows: number;
  readonly bytes: number;
  readonly server: Times;
  readonly page: Times;
}

/** Keys of one kind, with a tab open or without. */
export interface Keys {
  readonly kind: KeyId;
  readonly tab: TabId | undefined;
  /** Rows that were sent with a key, at most. */
  rows: number;
  readonly bytes: number[];
  readonly server: Times;
  readonly page: Times;
}

export interface Measured {
  readonly actions: number;
  readonly openings: readonly Opening[];
  readonly keys: readonly Keys[];
  /** What was done on the page in the tab of the plan. */
  readonly picking: Readonly<Record<string, Times>>;
}

/** Measures the preview of a plan of so many actions: over the wire, and on its page. */
export async function measure(
  browser: Browser,
  actions: number,
  options: Options,
): Promise<Measured> {
  const scene = oneFile(actions, 0, []);
  const written = writeContent('mustdo', scene);
  const { middle } = planOf(scene.size);
  const openings: Opening[] = opened.map(({ tab }) => ({
    ...{ tab, rows: 0, bytes: 0 },
    ...{ server: new Times(), page: new Times() },
  }));
  for (let count = 0; count < options.starts; count++) {
    const followed = await Followed.start(written, options.limit);
    for (const [index, { asAt }] of opened.entries()) {
      if (asAt !== undefined) await followed.judgeAt(asAt);
      const opening = openings[index];
      if (opening !== undefined) openings[index] = await openOnce(browser, followed, opening);
    }
    await followed.stop();
  }
  const followed = await Followed.start(written, options.limit);
  const kinds = kindsOf(written.content, middle);
  const keys: Keys[] = [];
  for (const kind of kinds) keys.push(await press(followed, kind, options.keys));
  for (const { tab, asAt } of opened) {
    if (asAt !== undefined) continue;
    for (const kind of tab === 'plan' ? kinds : kinds.slice(0, 1)) {
      const page = await MeasuredPage.open(browser, tab);
      await page.show((await followed.open(tab)).preview, tab);
      if (['plan', 'timeline'].includes(tab)) await page.focus(`action-${middle.id}`);
      keys.push(await press(followed, kind, options.keys, { page, tab }));
      await page.close();
    }
  }
  const picking = await pick(browser, followed, middle.id, options.keys);
  await followed.stop();
  return { actions, openings, keys, picking };
}

async function openOnce(browser: Browser, followed: Followed, opening: Opening): Promise<Opening> {
  const { tab, server, page } = opening;
  const answered = await followed.open(tab);
  server.add(answered);
  const fresh = await MeasuredPage.open(browser, tab);
  page.add(await fresh.show(answered.preview, tab));
  await fresh.close();
  return { ...opening, bytes: answered.bytes, rows: rowsIn(answered.preview) };
}

const rowsIn = ({ sections }: Answered['preview']): number =>
  sections.flatMap(({ tables }) => tables).reduce((sum, { rows }) => sum + rows.length, 0);

function kindsOf(
  { files, opened: path, reference, declared }: Content,
  middle: { readonly id: string; readonly title: string; readonly due: string },
): readonly KeyKind[] {
  const text = files.get(path) ?? '';
  const inMiddle = `action ${middle.id} `;
  const behind = ({ line, character, length }: Place): Place => ({
    ...{ line, character: character + length, length: 0 },
  });
  const title = placeOf(text, [inMiddle], middle.title);
  const due = placeOf(text, [inMiddle, '\n  due '], middle.due);
  const name = placeOf(text, ['\nsro ', '"'], '"');
  const lastDigit = middle.due.slice(-1);
  return [
    { id: 'title', place: behind(title), typed: 'x', before: '' },
    { id: 'reference', place: behind(reference), typed: 'x', before: '' },
    {
      id: 'due',
      place: { ...due, character: due.character + due.length - 1, length: 1 },
      typed: lastDigit === '1' ? '2' : '1',
      before: lastDigit,
    },
    {
      id: 'name',
      place: { ...name, line: declared.line, length: 0 },
      ...{ typed: 'x', before: '' },
    },
  ];
}

/** Presses keys of a kind, each taken back by the next; with a page, it is shown what comes. */
async function press(
  followed: Followed,
  { id, place, typed, before }: KeyKind,
  times: number,
  shownIn?: { readonly page: MeasuredPage; readonly tab: TabId },
): Promise<Keys> {
  const keys: Keys = {
    ...{ kind: id, tab: shownIn?.tab, rows: 0 },
    ...{ bytes: [], server: new Times(), page: new Times() },
  };
  const at = await shownIn?.page.place();
  for (let count = 0; count < times; count++) {
    const [stands, put] = count % 2 === 0 ? [before, typed] : [typed, before];
    const pressed = await followed.key({ ...place, length: stands.length }, put, shownIn?.tab);
    keys.server.add(pressed);
    if (pressed.answered === undefined || shownIn === undefined) continue;
    const { bytes, preview } = pressed.answered;
    keys.bytes.push(bytes);
    keys.rows = Math.max(keys.rows, rowsIn(preview));
    keys.page.add(await shownIn.page.show(preview, shownIn.tab));
  }
  const now = await shownIn?.page.place();
  if (now !== at) throw new WrongAnswer(`the page was at ${at ?? ''}, and is at ${now ?? ''}`);
  if (times % 2 === 1) await followed.key({ ...place, length: typed.length }, before);
  return keys;
}

/** Searches, filters and orders in the tab of the plan. */
async function pick(
  browser: Browser,
  followed: Followed,
  action: string,
  times: number,
): Promise<Record<string, Times>> {
  const { preview } = await followed.open('plan');
  const found: Record<string, Times> = {};
  const note = (what: string, spent: Spent): void => (found[what] ??= new Times()).add(spent);
  const rounds = Math.max(1, Math.round(times / 4));
  for (let count = 0; count < rounds; count++) {
    const page = await MeasuredPage.open(browser, 'plan');
    await page.show(preview, 'plan');
    note('Search: the first letter', await page.search('s'));
    note('Search: two words', await page.search(`audit ${action.slice(0, 3)}`));
    note('Search: a letter more', await page.search(`audit ${action.slice(0, 4)}`));
    note('Search: nothing any more', await page.search(''));
    note('Filter by a word', await page.filter(true));
    note('Filter no more', await page.filter(false));
    note('Order by a column for the first time', await page.order(3));
    note('Order by it the other way round', await page.order(3));
    await page.close();
  }
  return found;
}
