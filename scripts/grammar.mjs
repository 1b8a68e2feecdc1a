// Writes syntaxes/mustdo.tmLanguage.json from the keyword table; --check only says whether it is stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { monthNames, recurrences } from '../server/src/language/dates.ts';
import { blockOfKeyword, blocks, topLevelKeywords } from '../server/src/language/keywords/index.ts';
import * as shapes from '../server/src/language/shapes.ts';
import { blockBeginningPattern } from '../server/src/language/units.ts';

/** @typedef {import('../server/src/language/keywords/index.ts').BlockSpec} BlockSpec */
/**
 * A rule of a TextMate grammar, as far as this one uses them.
 * @typedef {{
 *   include?: string, name?: string, match?: string, begin?: string, end?: string,
 *   captures?: Captures, beginCaptures?: Captures, endCaptures?: Captures, patterns?: Rule[],
 * }} Rule
 */
/** @typedef {Record<string, { name?: string, patterns?: Rule[] }>} Captures */

/** @type {readonly BlockSpec[]} */
const specs = Object.values(blocks);
const { blank, curlyQuotes, missingWords, wordFollower } = shapes;

// Sources of patterns. Oniguruma reads them as JavaScript does with its flag u.
const gap = `${blank}+`;
const word = `(?:${shapes.wordPattern})`;
const wordEnd = `(?!${wordFollower})`;
/** @param {Iterable<string>} words */
const anyOf = (words) => `(?:${[...words].join('|')})${wordEnd}`;
const missing = anyOf(missingWords);
const mark = `(?:given|inferred)(?=${blank}*["${curlyQuotes}])`;
const closedString = `(?:"(?:[^"]|"")*"|[${curlyQuotes}][^${curlyQuotes}]*[${curlyQuotes}])`;

// What may run over lines ends where the parser's unit ends: before a block's beginning.
const unitEnd = `(?=${blockBeginningPattern(topLevelKeywords)})`;
/** A string whose closing quote is missing ends with its line, to which it leaves a `{`. */
const unclosedEnd = '(?=[ \\t]*\\{?[ \\t]*$)';
/** A line's rule ends with it, or at a brace; at a line's start only where a text or comment in it just ended. */
const lineEnd = '^|$|(?=[{}])';
/** Where a line's first word stands; `{ … }` may hold one property on the header's own line. */
const lineStart = `(?:^|(?<=\\{)|(?<=\\*/))${blank}*`;
/** The white space of JavaScript, after which a comment may begin; Oniguruma's own differs. */
const space = '\\t-\\r \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff';
const afterSpace = `(?<![^${space}])`;

const months = [...monthNames, ...monthNames.map((name) => name.slice(0, 3)), 'Sept'].join('|');
const years = '\\d{4}/(?:\\d{4}|\\d{1,2})';
const period =
  `(?:\\d{4}-\\d{2}(?:-\\d{2})?|(?:[Qq][1-4]${gap})?${years}` +
  `|(?:\\d{1,2}(?:st|nd|rd|th)?${gap})?(?i:${months})${gap}\\d{4})`;
const recurring = Object.keys(recurrences).join('|');
const date =
  `(?:(?:(?:rolling|(?:${recurring})${gap}from)${gap})?${period}` +
  `|immediate|ongoing|on-request|to-be-agreed|${recurring})${wordEnd}`;

const scopes = {
  block: 'keyword.control.block.mustdo',
  id: 'entity.name.type.mustdo',
  property: 'keyword.other.property.mustdo',
  qualifier: 'keyword.operator.wordlike.mustdo',
  level: 'variable.other.enummember.mustdo',
  missing: 'constant.language.missing.mustdo',
  date: 'constant.numeric.date.mustdo',
  word: 'variable.other.mustdo',
};

/** @param {string[]} names @returns {Rule[]} */
const include = (...names) => names.map((name) => ({ include: `#${name}` }));

/** @param {string} name @param {string} match @returns {Rule} */
const words = (name, match) => ({ name, match });

/** What any line may hold besides what its keyword's row adds. */
const anywhere = ['comments', 'texts', 'strings', 'missing', 'marks'];
const otherwise = ['words', 'separators'];

/** A rule for one line, from its first word. @param {string} begin @param {Captures} beginCaptures @param {Rule[]} own @returns {Rule} */
const line = (begin, beginCaptures, own = []) => ({
  begin,
  beginCaptures,
  end: lineEnd,
  patterns: [...include(...anywhere), ...own, ...include(...otherwise)],
});

/** @returns {Rule[]} */
function headers() {
  const isProperty = new Set(
    specs.flatMap(({ properties }) => Object.values(properties).map(({ keyword }) => keyword)),
  );
  const atMargin = topLevelKeywords.filter((keyword) => isProperty.has(keyword));
  const anyDepth = [...blockOfKeyword.keys()].filter((keyword) => !isProperty.has(keyword));
  const id = `(?:${gap}(?!${missing})(${word}))?`;
  const captures = { 1: { name: scopes.block }, 2: { name: scopes.id } };
  return [
    line(`^(${anyOf(atMargin)})${id}`, captures),
    line(`${lineStart}(${anyOf(anyDepth)})${id}`, captures),
  ];
}

/** A scale's own words begin its lines: such a line is known by its qualifiers. @returns {Rule[]} */
function levels() {
  return specs.flatMap(({ otherwise: field, properties }) => {
    const row = field === undefined ? undefined : properties[field];
    if (row === undefined) return [];
    const qualifier = anyOf(Object.keys(row.qualifiers));
    const ahead = `(?=${gap}(?:${closedString}|${missing})${gap}${qualifier})`;
    const begin = `${lineStart}(${word})${ahead}`;
    return [line(begin, { 1: { name: scopes.level } }, [words(scopes.qualifier, qualifier)])];
  });
}

/** What the slots of a property may hold, over all blocks that have it. */
function propertyRows() {
  /** @type {Map<string, { slots: import('../server/src/language/slots.ts').Slot<unknown>[], qualifiers: Set<string> }>} */
  const rows = new Map();
  for (const { properties } of specs) {
    for (const { keyword, values, qualifiers } of Object.values(properties)) {
      const row = rows.get(keyword) ?? { slots: [], qualifiers: new Set() };
      row.slots.push(...Object.values(values), ...Object.values(qualifiers));
      for (const qualifier of Object.keys(qualifiers)) row.qualifiers.add(qualifier);
      rows.set(keyword, row);
    }
  }
  return rows;
}

/** Rules for what a slot reads besides quotes and bare words. @type {Partial<Record<import('../server/src/language/slots.ts').SlotKind, string>>} */
const ruleOfSlot = {
  date: 'dates',
  period: 'dates',
  figure: 'figures',
  regulations: 'regulations',
};

/** One rule for all properties whose lines hold the same. @returns {Rule[]} */
function properties() {
  /** @type {Map<string, { keywords: string[], hasLevel: boolean, own: Rule[] }>} */
  const groups = new Map();
  for (const [keyword, { slots, qualifiers }] of propertyRows()) {
    const fixed = slots.flatMap((slot) => (slot.kind === 'word' ? slot.of : []));
    const instead = slots.flatMap((slot) => slot.alsoMissing);
    const kinds = new Set(slots.flatMap((slot) => ruleOfSlot[slot.kind] ?? []));
    const own = [
      ...(qualifiers.size > 0 ? [words(scopes.qualifier, anyOf(qualifiers))] : []),
      ...(instead.length > 0 ? [words(scopes.missing, anyOf(instead))] : []),
      ...(fixed.length > 0 ? [words(scopes.level, anyOf(fixed))] : []),
      ...include(...kinds),
    ];
    const hasLevel = slots.some((slot) => slot.kind === 'level');
    const key = JSON.stringify([hasLevel, own]);
    const group = groups.get(key) ?? { keywords: [], hasLevel, own };
    group.keywords.push(keyword);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ keywords, hasLevel, own }) => {
    const begin = `${lineStart}(${anyOf(keywords)})`;
    const captures = { 1: { name: scopes.property } };
    if (!hasLevel) return line(begin, captures, own);
    // A level stands first or after its date; no other bare word there says what it is.
    const level = `(?:${gap}(?:(${date})|(${missing})))?(?:${gap}(?!${missing}|${mark})(${word}))?`;
    const more = {
      2: { name: scopes.date },
      3: { name: scopes.missing },
      4: { name: scopes.level },
    };
    return line(begin + level, { ...captures, ...more }, own);
  });
}

/** @param {string} name @param {string} begin @param {string} end @param {Rule[]} patterns @returns {Rule} */
const delimited = (name, begin, end, patterns) => {
  const kind = name.replace(/\..*/, '');
  return {
    name: `${name}.mustdo`,
    begin,
    end,
    beginCaptures: { 0: { name: `punctuation.definition.${kind}.begin.mustdo` } },
    endCaptures: { 0: { name: `punctuation.definition.${kind}.end.mustdo` } },
    patterns,
  };
};

/** @type {Record<string, Rule[]>} */
const shared = {
  comments: [
    {
      name: 'comment.line.double-slash.mustdo',
      match: `${afterSpace}(//).*$`,
      captures: { 1: { name: 'punctuation.definition.comment.mustdo' } },
    },
    delimited('comment.block', `${afterSpace}/\\*`, `\\*/|${unitEnd}`, []),
  ],
  texts: [
    delimited(
      'string.quoted.triple',
      '"""[ \\t]*$',
      `^[ \\t]*"""[ \\t]*$|${unitEnd}`,
      include('prose'),
    ),
  ],
  prose: [
    {
      match: `^${blank}*([-*+]|\\d+[.)])(?=${blank})`,
      captures: { 1: { name: 'punctuation.definition.list.begin.markdown.mustdo' } },
    },
    words('markup.bold.mustdo', '\\*\\*(?=[^*\\s])[^*]*(?<=\\S)\\*\\*'),
    words(
      'markup.italic.mustdo',
      '\\*(?=[^*\\s])[^*]*(?<=\\S)\\*|\\b_(?=[^_\\s])[^_]*(?<=\\S)_\\b',
    ),
    {
      match: '\\[[^\\[\\]]+\\]\\(([^()\\s]+)\\)',
      captures: { 1: { name: 'markup.underline.link.mustdo' } },
    },
  ],
  strings: [
    delimited('string.quoted.double', '"', `"(?!")|${unclosedEnd}`, [
      words('constant.character.escape.mustdo', '""'),
    ]),
    delimited('string.quoted.double', `[${curlyQuotes}]`, `[${curlyQuotes}]|${unclosedEnd}`, []),
  ],
  missing: [words(scopes.missing, missing)],
  marks: [words(scopes.qualifier, mark), words(scopes.qualifier, anyOf(['not-in-plan']))],
  dates: [
    words(scopes.date, date),
    {
      match: `(per)${gap}(${word})`,
      captures: { 1: { name: scopes.qualifier }, 2: { name: scopes.word } },
    },
  ],
  figures: [
    words('constant.numeric.mustdo', `-?\\d+(?:,\\d{3})*(?:\\.\\d+)?${wordEnd}(?:${blank}*%)?`),
  ],
  regulations: [
    words(
      'constant.numeric.regulation.mustdo',
      `(?:\\d+:)?\\d[\\p{L}\\p{N}]*(?:\\([\\p{L}\\p{N}]+\\))*${wordEnd}`,
    ),
  ],
  words: [words('keyword.other.unit.mustdo', '%'), words(scopes.word, word)],
  separators: [
    words('punctuation.separator.list.mustdo', ','),
    words('punctuation.separator.source.mustdo', ':'),
    words('punctuation.separator.cell.mustdo', '\\|'),
  ],
  rows: [
    line(
      `${lineStart}(\\|)`,
      { 1: { name: 'punctuation.separator.cell.mustdo' } },
      include('dates'),
    ),
  ],
  braces: [
    words('punctuation.section.block.begin.mustdo', '\\{'),
    words('punctuation.section.block.end.mustdo', '\\}'),
  ],
};

/** The grammar as an object, in the order in which editors try its rules. */
export function grammar() {
  const lines = ['headers', 'levels', 'properties', 'rows'];
  return {
    $schema: 'https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json',
    comment: 'Written by scripts/grammar.mjs from the keyword table: change that, not this.',
    name: 'Mustdo plan',
    scopeName: 'source.mustdo',
    fileTypes: ['plan'],
    patterns: include(...lines, ...anywhere, 'braces', ...otherwise),
    repository: Object.fromEntries(
      Object.entries({
        headers: headers(),
        levels: levels(),
        properties: properties(),
        ...shared,
      }).map(([name, patterns]) => [name, { patterns }]),
    ),
  };
}

export const grammarPath = fileURLToPath(
  new URL('../syntaxes/mustdo.tmLanguage.json', import.meta.url),
);

/** The grammar as the file holds it. */
export async function grammarText() {
  const style = await resolveConfig(grammarPath);
  return format(JSON.stringify(grammar()), { ...style, filepath: grammarPath });
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const text = await grammarText();
  if (!argv.includes('--check')) {
    writeFileSync(grammarPath, text);
  } else if (readFileSync(grammarPath, 'utf8') !== text) {
    console.error('syntaxes/mustdo.tmLanguage.json is stale: run node scripts/grammar.mjs');
    process.exitCode = 1;
  }
}
