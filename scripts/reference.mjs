// Writes the tables of blocks and properties in docs/language.md, from the keyword table.
// With --check it writes nothing and fails when the tables are stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { party } from '../server/src/language/keywords/common.ts';
import { blocks } from '../server/src/language/keywords/index.ts';
import { text } from '../server/src/language/slots.ts';

/** @import { BlockSpec, PropertySpec } from '../server/src/language/keywords/index.ts' */
/** @import { Slot } from '../server/src/language/slots.ts' */

const beginning = '<!-- generated: blocks -->';
const end = '<!-- end -->';

/** @type {readonly BlockSpec[]} */
const specs = Object.values(blocks);

/** @param {string} words */
const capital = (words) => words.slice(0, 1).toUpperCase() + words.slice(1);

/** @param {string} word */
const code = (word) => `\`${word}\``;

/** @param {readonly string[]} words */
const oneOf = (words) => [...words.slice(0, -2), words.slice(-2).join(' or ')].join(', ');

/** What a slot takes, in as few words as a table's cell has room for. @param {Slot<unknown>} slot */
function takes(slot) {
  const words = shortNames(slot);
  const also = slot.alsoMissing.map((word) => ` or ${code(word)}`).join('');
  return `${words}${also}${slot.optional ? ' (may be left out)' : ''}`;
}

/** @param {Slot<unknown>} slot */
function shortNames(slot) {
  if (slot.expects === party.expects) return 'party';
  switch (slot.kind) {
    case 'text':
      return slot.expects === text.expects ? 'text' : slot.expects;
    case 'date':
    case 'period':
    case 'id':
    case 'regulations':
      return slot.kind;
    case 'figure':
      return 'number';
    case 'word':
      return oneOf(slot.of.map(code));
    case 'level':
      return `word of scale ${slot.of.map(code).join()}`;
    default:
      return slot.expects;
  }
}

/** @param {readonly string[]} cells */
const row = (...cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

/** @param {PropertySpec} property @param {BlockSpec} [spec] */
function propertyRow(property, spec) {
  const { keyword, values, qualifiers, many, doc } = property;
  const isOther = spec?.otherwise !== undefined && spec.properties[spec.otherwise] === property;
  return row(
    isOther ? 'any other word' : code(keyword),
    Object.values(values).map(takes).join(', then '),
    Object.entries(qualifiers)
      .map(([qualifier, slot]) => `${code(qualifier)} ${takes(slot)}`)
      .join('; '),
    many ? 'yes' : '',
    doc,
  );
}

/** @param {readonly PropertySpec[]} properties @param {BlockSpec} [spec] */
const table = (properties, spec) => [
  row('property', 'takes', 'qualifiers', 'many?', 'what it says'),
  row('---', '---', '---', '---', '---'),
  ...properties.map((property) => propertyRow(property, spec)),
];

/** @param {BlockSpec} spec */
function place(spec) {
  const outer = specs.find(({ children }) => children === spec.kind);
  const inner = specs.find(({ kind }) => kind === spec.children);
  const sentences = [
    outer === undefined ? '' : `It stands inside ${outer.name}.`,
    inner === undefined ? '' : `Inside it may stand ${inner.name}, as often as needed.`,
    spec.grid === true ? 'Rows that begin with `|` may stand inside it.' : '',
  ];
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

/** Properties that every block has, and that are listed once. */
const everywhere = Object.values(specs[0]?.properties ?? {}).filter((property) =>
  specs.every((spec) => Object.values(spec.properties).includes(property)),
);

/** @param {BlockSpec} spec */
function section(spec) {
  const own = Object.values(spec.properties).filter((property) => !everywhere.includes(property));
  const keywords = Object.entries(spec.keywords).map(([word, doc]) => `- ${code(word)}: ${doc}`);
  const where = place(spec);
  const lines = [`### ${capital(spec.name)}`, '', spec.doc, ...(where === '' ? [] : [where])];
  return [...lines, '', ...keywords, '', ...(own.length > 0 ? [...table(own, spec), ''] : [])];
}

/** The tables of all blocks, as Markdown, from the keyword table. */
export function blockTables() {
  const shared = ['### In every block', '', ...table(everywhere), ''];
  return [...specs.flatMap(section), ...shared].join('\n');
}

/**
 * The reference with its tables as the keyword table has them now.
 * @param {string} markdown
 */
export function withBlockTables(markdown) {
  const from = markdown.indexOf(beginning);
  const to = markdown.indexOf(end, from);
  if (from < 0 || to < 0) throw new Error(`${beginning} … ${end} is missing in docs/language.md`);
  return `${markdown.slice(0, from + beginning.length)}\n\n${blockTables()}\n${markdown.slice(to)}`;
}

const script = fileURLToPath(import.meta.url);
if (process.argv[1] !== undefined && resolve(process.argv[1]) === script) {
  const path = fileURLToPath(new URL('../docs/language.md', import.meta.url));
  const before = readFileSync(path, 'utf8');
  const after = withBlockTables(before);
  if (!process.argv.includes('--check')) {
    writeFileSync(path, after);
  } else if (after !== before) {
    console.error('The tables of docs/language.md are stale: run node scripts/reference.mjs');
    process.exitCode = 1;
  }
}
