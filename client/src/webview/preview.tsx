import { render, type VNode } from 'preact';
import { Page } from '../../../server/src/outputs/html/Page.tsx';
import {
  pageState,
  toPage,
  type FromPage,
  type PageState,
  type Show,
  type ToPage,
} from '../preview/messages.ts';
import './preview.css';
import { choosableRows, nextRow, rowOf, type Stops } from './rows.ts';

// The page of the preview, live: it draws whatever tables the extension sends into the same place, so that
// scroll and focus stay. It draws with the components of the printed page, and adds choosing rows.

/** What VS Code gives to a page. */
interface Host {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: PageState): void;
}

declare function acquireVsCodeApi(): Host;

const host = acquireVsCodeApi();
const root = document.querySelector('#page') ?? document.body;
let shown: Show | undefined;
let stops: Stops = {};

function Preview({ message }: { readonly message: ToPage }): VNode {
  if (message.type === 'say') {
    return (
      <main>
        <p class="said" role="status">
          {message.words}
        </p>
      </main>
    );
  }
  const { paper, isToday, notice, rows } = message;
  return (
    <>
      <aside aria-label="About this preview">
        <div class="notices" role="status">
          {notice !== undefined && <p>{notice}</p>}
          {!isToday && <p>{`${paper.heading.asAt}, not today.`}</p>}
        </div>
        <p class="hint">Select a row, or press Enter on it, to see its text.</p>
      </aside>
      <Page paper={paper} rowAttributes={choosableRows(rows, stops)} />
    </>
  );
}

/** Draws, and gives the focus back to the row that had it if drawing took it. */
function draw(message: ToPage): void {
  const focused = document.activeElement?.getAttribute('data-key');
  render(<Preview message={message} />, root);
  if (typeof focused !== 'string' || document.activeElement?.getAttribute('data-key') === focused)
    return;
  rowWithKey(focused)?.focus({ preventScroll: true });
}

const rowWithKey = (key: string): HTMLElement | null =>
  root.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);

function receive(data: unknown): void {
  const parsed = toPage.safeParse(data);
  if (!parsed.success) {
    say('The preview cannot show this plan. Close it, and open it again.', false);
    return;
  }
  const message = parsed.data;
  if (message.type === 'say') say(message.words, message.keep);
  else show(message);
}

/** Words in place of the tables, or above those that are there. */
function say(words: string, keep: boolean): void {
  draw(keep && shown !== undefined ? { ...shown, notice: words } : { type: 'say', words, keep });
}

function show(message: Show): void {
  draw(message);
  const before = shown?.project ?? remembered()?.project;
  const first = shown === undefined;
  shown = message;
  if (message.project !== before) scrollTo(0, 0);
  else if (first) scrollTo(0, remembered()?.scroll ?? 0);
  remember();
}

const remembered = (): PageState | undefined => pageState.safeParse(host.getState()).data;

function remember(): void {
  if (shown === undefined) return;
  host.setState({ uri: shown.uri, project: shown.project, scroll: scrollY });
}

function choose(row: HTMLElement): void {
  const key = row.dataset.key;
  if (key !== undefined) host.postMessage({ type: 'reveal', key });
}

/** Leads to a place of this page, and lets the keyboard go on from there. */
function goTo(id: string): void {
  const target = document.getElementById(decodeURIComponent(id));
  if (target === null) return;
  if (!target.hasAttribute('tabindex')) target.tabIndex = -1;
  target.scrollIntoView();
  target.focus({ preventScroll: true });
}

addEventListener('message', ({ data }) => receive(data));

addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (link !== null) {
    event.preventDefault();
    goTo(link.hash.slice(1));
    return;
  }
  const row = rowOf(event.target);
  // Whoever marks words to copy them wants to stay here.
  if (row !== undefined && getSelection()?.isCollapsed !== false) choose(row);
});

addEventListener('keydown', (event) => {
  const row = rowOf(event.target);
  if (row === undefined || row !== event.target) return;
  if (event.key === 'Enter') choose(row);
  const next = nextRow(row, event.key);
  if (next !== undefined) next.focus();
  if (event.key === 'Enter' || next !== undefined) event.preventDefault();
});

addEventListener('focusin', ({ target }) => {
  if (!(target instanceof HTMLElement) || shown === undefined) return;
  const { key, table } = target.dataset;
  if (key === undefined || table === undefined || stops[table] === key) return;
  stops = { ...stops, [table]: key };
  draw(shown);
});

let waiting: number | undefined;
addEventListener('scroll', () => {
  clearTimeout(waiting);
  waiting = setTimeout(remember, 100);
});

host.postMessage({ type: 'ready' });
