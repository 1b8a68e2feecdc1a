import { median, percentile } from '../lsp/results.ts';
import { machineInWords, type Machine } from '../report/machine.ts';
import { inRatio, inTime, tableText } from '../report/numbers.ts';
import { keyWords, type Keys, type Measured, type Opening } from './measure.ts';
import type { Options } from './options.ts';
import type { Times } from './spent.ts';

/** All that a run found. */
export interface Report {
  readonly machine: Machine;
  readonly options: Options;
  readonly measured: readonly Measured[];
}

/** The tables of a run, as Markdown. */
export function markdownOf({ machine, options, measured }: Report): string {
  const { starts, keys } = options;
  const introduction = `${machineInWords(machine)}
Each cell: the median, and the 95th percentile. A tab is opened ${starts} times, with a server that has just started; a key is pressed ${keys}
times. Server: from what is sent to the answer for the preview, or to the word behind the flags where none is open. Page: from
the answer to what is drawn. Processor: what that took of the server with all its threads, and of the page’s own thread.
`;
  return [introduction, ...measured.map(sizeText), ratiosText(measured)].join('\n');
}

function sizeText({ actions, openings, keys, picking }: Measured): string {
  const opening = openings.map(({ tab, rows, bytes, server, page }) => [
    tab,
    rows.toLocaleString('en-GB'),
    inKilobytes(bytes),
    ...[server, page].flatMap(bothIn),
  ]);
  const pressed = keys.map((each) => [
    keyWords[each.kind],
    each.tab ?? 'none',
    ...(each.tab === undefined ? ['', ''] : [String(each.rows), inKilobytes(median(each.bytes))]),
    ...[each.server, each.page].flatMap(bothIn),
  ]);
  const picked = Object.entries(picking).map(([what, times]) => [what, ...bothIn(times)]);
  return `### The preview of ${actions.toLocaleString('en-GB')} actions

${tableText([['Tab that is opened', 'Rows', 'Sent', 'Server', 'its processor', 'Page', 'its processor'], ...opening])}
${tableText([['A key', 'Tab that is open', 'Rows sent, at most', 'Sent', 'Server', 'its processor', 'Page', 'its processor'], ...pressed])}
${tableText([['In the tab of the plan', 'Page', 'its processor'], ...picked])}`;
}

/** What the largest plan costs beside the smallest, and the preview beside none. */
function ratiosText(measured: readonly Measured[]): string {
  const [small] = measured;
  const large = measured.at(-1);
  if (small === undefined || large === undefined) return '';
  const sizes = [large, small].map(({ actions }) => actions.toLocaleString('en-GB'));
  const openings = large.openings.flatMap((opening): string[][] => {
    const other = small.openings.find(({ tab }) => tab === opening.tab);
    if (other === undefined || small === large) return [];
    return [[`Opening ${opening.tab}, processor time`, ratioOf(whole(opening), whole(other)), '']];
  });
  const keys = large.keys.flatMap((pressed): string[][] => {
    const { kind, tab } = pressed;
    if (tab === undefined) return [];
    const other = small.keys.find((each) => each.kind === kind && each.tab === tab);
    const without = large.keys.find((each) => each.kind === kind && each.tab === undefined);
    const what = `A key ${keyWords[kind]}, ${tab} open, processor time`;
    const bySize = small === large ? '' : ratioOf(spentOn(pressed), spentOn(other));
    return [[what, bySize, ratioOf(spentOn(pressed), spentOn(without))]];
  });
  const head = ['', `${sizes.join(' ÷ ')} actions`, 'With the preview ÷ without'];
  return `### Ratios\n\n${tableText([head, ...openings, ...keys])}`;
}

const whole = ({ server, page }: Opening): number =>
  median(server.processor) + median(page.processor);

const spentOn = (keys: Keys | undefined): number | undefined =>
  keys === undefined || keys.server.processor.length === 0
    ? undefined
    : median(keys.server.processor);

const ratioOf = (one: number | undefined, other: number | undefined): string =>
  one === undefined || other === undefined ? '' : inRatio(one / other);

const inKilobytes = (bytes: number): string =>
  `${(bytes / 1000).toFixed(bytes < 10_000 ? 1 : 0)} kB`;

const bothIn = ({ milliseconds, processor }: Times): string[] =>
  [milliseconds, processor].map(timesIn);

const timesIn = (times: readonly number[]): string =>
  times.length === 0 ? '' : `**${inTime(median(times))}** / ${inTime(percentile(times, 0.95))}`;
