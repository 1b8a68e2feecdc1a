import { blocks, type BlockSpec } from '../../server/src/language/keywords/index.ts';

/** A whole number from 0 up to, and without, a bound. */
export type Chance = (bound: number) => number;

/** Numbers that look random and are the same for the same seed (mulberry32). */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  return (bound) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * bound);
  };
}

/** What opens or closes something, stands for something, or is mistaken for it. */
const hostile = [
  ...['"', '""', '"""', '“', '”', '{', '}', '|', ',', ':', '//', '/*', '*/', '(', ')', '-', '%'],
  ...['\n', '\r\n', '\r', '\t', '  ', '\u00a0', '\u200b', '\u2028', '\ufeff', '\u0085', '\0'],
  ...[
    '😀',
    '\ud800',
    '\udc00',
    'é',
    'e\u0301',
    '\u0301',
    'ﬁ',
    '１',
    '𝒜',
    'constructor',
    '__proto__',
  ],
  ...['none', 'n/a', 'tbc', 'tbc "x"', 'withheld', 'given "x"', 'inferred "y"', 'not-in-plan'],
  ...['2018-02-30', '2018-13', '9999/00', 'Q4 2019/20', '31 June 2018', 'Oct 2018', 'Oct-18'],
  ...['monthly from', 'rolling 2017/18', 'per "a plan"', 'immediate', '6,785 %', '2009:16', 'A:B'],
  ...['\naction A "t" {\n', '\naudit A none {\n', '\n  must M "t" {\n', '\n}\n', '\n| a | b\n'],
  ...['\n  note """\n    a\n   b\n  """\n', '\nscale progress "P" {\n', 'a'.repeat(1001)],
];

const keywords = [
  ...new Set(
    Object.values<BlockSpec>(blocks).flatMap(({ keywords: own, properties }) => [
      ...Object.keys(own),
      ...Object.values(properties).flatMap(({ keyword, qualifiers }) => [
        keyword,
        ...Object.keys(qualifiers),
      ]),
    ]),
  ),
];

type Mutation = (text: string, chance: Chance) => string;

const oneOf = (choices: readonly string[], chance: Chance): string =>
  choices[chance(choices.length)] ?? '';

const put = (text: string, at: number, what: string): string =>
  text.slice(0, at) + what + text.slice(at);

const inLines =
  (change: (lines: string[], chance: Chance) => void): Mutation =>
  (text, chance) => {
    const lines = text.split('\n');
    change(lines, chance);
    return lines.join('\n');
  };

const mutations: readonly Mutation[] = [
  (text, chance) => put(text, chance(text.length + 1), oneOf(hostile, chance)),
  (text, chance) => put(text, chance(text.length + 1), ` ${oneOf(keywords, chance)} `),
  (text, chance) => put(text, chance(text.length + 1), String.fromCharCode(chance(0x10000))),
  (text, chance) => {
    const at = chance(text.length + 1);
    return text.slice(0, at) + text.slice(at + 1 + chance(12));
  },
  inLines((lines, chance) => void lines.splice(chance(lines.length), 1)),
  inLines((lines, chance) => {
    lines.splice(chance(lines.length), 0, lines[chance(lines.length)] ?? '');
  }),
  inLines((lines, chance) => {
    const at = chance(lines.length);
    lines[at] = `${lines[at] ?? ''} ${oneOf(hostile, chance)}`;
  }),
  inLines((lines, chance) => {
    const at = chance(lines.length);
    lines[at] = (lines[at] ?? '').trimStart();
  }),
  (text, chance) => text.replaceAll('\n', oneOf(['\r\n', '\r'], chance)),
];

/** A text changed in one to four places. */
export function mutated(text: string, chance: Chance): string {
  let changed = text;
  for (let count = 1 + chance(4); count > 0; count--) {
    changed = mutations[chance(mutations.length)]?.(changed, chance) ?? changed;
  }
  return changed;
}
