import type { Cell } from '../cells.ts';
import { freeId } from '../../plan/new-id.ts';
import { findRegulation } from '../../plan/vocabularies.ts';
import type { Findings } from '../findings.ts';
import type { ActionRow, Told } from '../recognise/action-rows.ts';
import { headingWords } from '../recognise/headings.ts';
import { missingIn } from '../recognise/missing.ts';
import { questionIn } from '../recognise/ratings.ts';
import { idFrom, referenceIn } from '../recognise/references.ts';
import { laidOut } from './layout.ts';
import { given, inOneLine, textOf, titleFrom } from './text.ts';

/** What was asked of the trust: sources, and in each what the rows say must or should be done. */

interface Source {
  readonly id: string;
  readonly keyword: string;
  readonly title: string | undefined;
  readonly body: string | undefined;
  readonly requirements: Map<string, Requirement>;
}

interface Requirement {
  readonly id: string;
  readonly keyword: string;
  readonly lines: string[];
  /** The cell that each line comes from. */
  readonly origins: Cell[];
  readonly header: string;
  /** Its references, as they are printed. */
  readonly printed: Set<string>;
  readonly made: Omit<MadeRequirement, 'origins'>;
}

/** A requirement that rows made, and what it comes from. */
export interface MadeRequirement {
  readonly id: string;
  /** The id of its source. */
  readonly source: string;
  readonly reference: Cell | undefined;
  readonly text: readonly Told[];
  /** The cell that each of its lines comes from, in their order. */
  readonly origins: readonly Cell[];
}

/** The first word of what asks for something, by words of its printed name. */
const kinds: readonly (readonly [string, RegExp])[] = [
  ['notice', /\bnotice\b|section 29|s29a/i],
  ['undertakings', /\bundertakings?\b/i],
  ['audit', /\baudit\b/i],
  ['visit', /\bvisit\b/i],
];

const otherwise = '';

export class Requirements {
  readonly #sources = new Map<string, Source>();
  readonly #byId = new Map<string, Requirement>();
  readonly #keys = new Map<string, string>();
  readonly #findings: Findings;

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  get amount(): number {
    return this.#byId.size;
  }

  get sourceAmount(): number {
    return this.#sources.size;
  }

  /** What was asked, in the order in which it was met. */
  get made(): readonly MadeRequirement[] {
    return [...this.#byId.values()].map(({ made, origins }) => ({ ...made, origins }));
  }

  /** The id of a source by its printed name; `undefined` for rows that name none. */
  source(printed: string | undefined): string {
    return this.#source(printed).id;
  }

  /** The id of what a row's requirement says, which is declared when it is met first. */
  requirement(
    row: ActionRow,
    sourceName: string | undefined,
    texts: readonly Told[],
    reference: Cell | undefined,
  ): string {
    const findings = this.#findings;
    const text = texts.map(({ cell }) => cell.text).join('\n');
    const { id: source, requirements } = this.#source(sourceName);
    const key = this.#key(text);
    const known = requirements.get(key);
    for (const { cell } of texts) findings.write(cell);
    if (known !== undefined) {
      if (reference !== undefined && !known.printed.has(reference.text)) {
        known.printed.add(reference.text);
        known.lines.push(`note ${inOneLine(`Also printed as ${reference.text}`)}`);
        known.origins.push(reference);
      }
      this.#strength(row, text, texts[0], true);
      return known.id;
    }
    const keyword = this.#strength(row, text, texts[0], false);
    const own = reference === undefined ? '' : referenceIn(reference.text).own;
    const made = idFrom(own) ?? `R${String(this.#byId.size + 1)}`;
    const id = freeId(made, (one) => this.#byId.has(one));
    const lines: string[] = [];
    const origins: Cell[] = [];
    if (reference !== undefined) {
      findings.write(reference);
      if (reference.text !== id) {
        lines.push(`ref ${inOneLine(reference.text)}`);
        origins.push(reference);
      }
    }
    const { title, isAll } = titleFrom(text);
    if (!isAll) {
      const isTwice = texts[0]?.isTitled === true && text.startsWith(`${title}\n`);
      lines.push(`text ${textOf(isTwice ? text.slice(title.length + 1) : text)}`);
      origins.push(...texts.slice(0, 1).map(({ cell }) => cell));
    }
    const header = `${keyword} ${id} ${inOneLine(title)}`;
    const requirement = {
      ...{ id, keyword, lines, origins, header },
      printed: new Set(reference === undefined ? [] : [reference.text]),
      made: { id, source, reference, text: texts },
    };
    requirements.set(key, requirement);
    this.#byId.set(id, requirement);
    return id;
  }

  /** Regulations and key questions, which belong to a requirement; what is neither is a note. */
  describe(id: string, row: ActionRow): void {
    const requirement = this.#byId.get(id);
    if (requirement === undefined) return;
    const say = (cell: Cell, line: string): void => {
      const keyword = /^\S+/.exec(line)?.[0];
      const isOnce = keyword === 'regulation';
      const hasOne = requirement.lines.some((each) => each.startsWith(`${keyword ?? ''} `));
      if (requirement.lines.includes(line)) return;
      requirement.lines.push(isOnce && hasOne ? `note ${inOneLine(`Also: ${line}`)}` : line);
      requirement.origins.push(cell);
    };
    for (const { cell, heading } of row.cells.get('regulation') ?? [])
      say(cell, regulationLine(cell, heading, this.#findings));
    for (const { cell, heading } of row.cells.get('question') ?? [])
      say(cell, questionLine(cell, heading, this.#findings));
  }

  /** The sources as blocks, their requirements within them. */
  blocks(): string[] {
    return [...this.#sources.values()].map(({ id, keyword, title, body, requirements }) => {
      const lines = body === undefined ? '' : `  body ${body}\n`;
      const inside = [...requirements.values()].map(({ header, lines: own }) =>
        own.length === 0 ? `  ${header}\n` : `  ${header} {\n${laidOut(own, '    ')}  }\n`,
      );
      const name = title === undefined ? 'unknown' : inOneLine(title);
      const content = [lines, ...inside].filter((part) => part !== '').join('\n');
      return `${keyword} ${id} ${name}${content === '' ? '' : ` {\n${content}}`}\n`;
    });
  }

  /** What texts have in common that differ in no word. */
  #key(text: string): string {
    let key = this.#keys.get(text);
    if (key === undefined) {
      key = headingWords(text).slice(0, 2000) || text;
      this.#keys.set(text, key);
    }
    return key;
  }

  #source(printed: string | undefined): Source {
    const name = printed?.replaceAll(/\s+/g, ' ').trim();
    const key = name === undefined ? otherwise : this.#key(name);
    const known = this.#sources.get(key);
    if (known !== undefined) return known;
    const ids = new Set([...this.#sources.values()].map(({ id }) => id));
    const id = freeId(
      (name === undefined ? undefined : idFrom(name)) ?? `SOURCE-${String(ids.size + 1)}`,
      (one) => ids.has(one),
    );
    const keyword =
      kinds.find(([, words]) => name !== undefined && words.test(name))?.[0] ?? 'inspection';
    const body = /\bcqc\b|care quality commission/i.test(name ?? '') ? 'CQC' : undefined;
    const made: Source = { id, keyword, title: name, body, requirements: new Map() };
    this.#sources.set(key, made);
    return made;
  }

  /** Whether it must or should be done, by the words nearest to it. */
  #strength(row: ActionRow, text: string, told: Told | undefined, isKnown: boolean): string {
    const findings = this.#findings;
    const [said] = row.cells.get('strength') ?? [];
    const reference =
      row.cells.get('requirement-ref')?.[0]?.cell.text ??
      row.cells.get('ref')?.[0]?.cell.text ??
      '';
    const own = said === undefined ? undefined : strengthIn(said.cell.text);
    if (said !== undefined && !findings.has(said.cell)) {
      if (own !== undefined && plainStrength.test(said.cell.text)) findings.write(said.cell);
      else
        findings.leave(
          said.cell,
          `says ${own === undefined ? 'neither must nor should' : `more than ${own}`}`,
        );
    }
    if (own !== undefined) return own;
    const byCode = /^MD\b|^MD\d/i.test(reference)
      ? 'must'
      : /^SD\b|^SD\d/i.test(reference)
        ? 'should'
        : undefined;
    const byWords = /\bmust\b/i.test(text)
      ? 'must'
      : /\bshould\b/i.test(text)
        ? 'should'
        : undefined;
    const around =
      byCode ?? byWords ?? strengthIn(told?.heading ?? '') ?? strengthIn(row.table.sheet.name);
    if (around !== undefined) return around;
    if (!isKnown && told !== undefined)
      findings.guess(told.cell, 'says neither must nor should, so it is an area for improvement');
    return 'area';
  }
}

/** What the keyword of a requirement says as well. */
const plainStrength = /^(?:musts?|shoulds?)(?: dos?)?$|^[ms]d$/i;

function strengthIn(words: string): string | undefined {
  const text = words.toLowerCase();
  const must = /\bmusts?\b|\bmd\b|compliance|\bbreach/.test(text);
  const should = /\bshoulds?\b|\bsd\b|advisory/.test(text);
  if (must !== should) return must ? 'must' : 'should';
  return text.includes('recommendation') ? 'recommendation' : undefined;
}

/** A line that names regulations: `12(2)(g), 17`. */
function regulationLine(cell: Cell, heading: string, findings: Findings): string {
  const missing = missingIn(cell.text);
  if (missing !== undefined) {
    findings.write(cell);
    return `regulation ${given(missing, cell.text)}`;
  }
  const found = [
    ...cell.text
      .replaceAll(/\b(?:19|20)\d{2}\b/g, ' ')
      .matchAll(/\b(\d{1,2}A?)((?:\s?\([\da-z]{1,3}\)){0,4})/gi),
  ];
  const known = found.every(
    ([, number = '']) => findRegulation('2014', number.toUpperCase()) !== undefined,
  );
  if (found.length === 0 || !known || /registration/i.test(cell.text)) {
    findings.keep(cell, 'names no regulation that is known; it is a note');
    return `note ${inOneLine(`${heading}: ${cell.text}`)}`;
  }
  findings.write(cell);
  const list = found.map(
    ([, number = '', paragraph = '']) =>
      number.toUpperCase() + paragraph.replaceAll(/\s/g, '').toLowerCase(),
  );
  return `regulation ${given([...new Set(list)].join(', '), cell.text)}`;
}

function questionLine(cell: Cell, heading: string, findings: Findings): string {
  const question = questionIn(cell.text);
  if (question !== undefined) {
    findings.write(cell);
    return `question ${given(question, cell.text)}`;
  }
  findings.keep(cell, 'is no key question; it is a note');
  return `note ${inOneLine(`${heading}: ${cell.text}`)}`;
}
