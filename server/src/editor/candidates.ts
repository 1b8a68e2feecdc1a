import { CompletionItemKind } from 'vscode-languageserver-types';
import { Temporal } from 'temporal-polyfill';
import { referenceTo } from '../checks/shared/references.ts';
import { checks } from '../checks/index.ts';
import { recurrences, type IsoDate } from '../language/dates.ts';
import { kinds, type Kind } from '../language/keywords/index.ts';
import { dayInWords } from '../plan/calendar.ts';
import type { Entity } from '../plan/plan.ts';
import {
  bodies,
  instruments,
  findRegulation,
  ratingChanges,
  ratings,
  regulationNumbers,
  terms,
} from '../plan/vocabularies.ts';
import type { Ask } from './ask.ts';
import type { Expected, NextValue } from './line.ts';
import { scaleMeanings } from './scale-meanings.ts';
import type { OpenBlock } from './typing.ts';

/** What could stand where somebody is typing. */
export interface Candidate {
  readonly label: string;
  readonly detail?: string | undefined;
  readonly doc?: string | undefined;
  readonly kind: CompletionItemKind;
  /** What is put in, where that is not the label; a snippet where it has `$` in it. */
  readonly snippet?: string | undefined;
  /** What a person may type to find it, where that is more than the label and the detail. */
  readonly find?: string | undefined;
}

/** The values that may come next on a line of a block. */
export function valueCandidates(
  ask: Ask,
  { name, slot }: NextValue,
  { source, listed, begun }: Expected,
  block: OpenBlock,
): Candidate[] {
  if (begun.length > 0) {
    return slot.kind === 'date' && begun.join() === 'per' ? planCandidates(ask) : [];
  }
  switch (slot.kind) {
    case 'reference':
    case 'references':
      return referenceCandidates(ask, slot.of, source, block).filter(
        ({ label }) => !listed.includes(label),
      );
    case 'level':
      return levelCandidates(ask, slot.of[0] ?? '');
    case 'word':
      return slot.of.map((label) => ({ label, kind: CompletionItemKind.EnumMember }));
    case 'term':
      return titled(terms.get(slot.of[0] ?? ''));
    case 'regulations':
      return regulationCandidates(source).filter(({ label }) => !listed.includes(label));
    case 'date':
      return dateCandidates(ask.asAt);
    case 'period':
      return periodCandidates(ask.asAt);
    case 'id':
      return idCandidates(ask, name, block);
    case 'text':
      return textCandidates(name);
    default:
      return [];
  }
}

const titled = (
  entries: ReadonlyMap<string, { readonly title: string }> | undefined,
): Candidate[] =>
  [...(entries ?? [])].map(([label, { title }]) => ({
    label,
    detail: title,
    kind: CompletionItemKind.EnumMember,
  }));

function referenceCandidates(
  { plan }: Ask,
  of: readonly string[],
  source: string | undefined,
  block: OpenBlock,
): Candidate[] {
  const isSelf = ({ kind, id }: Entity): boolean => kind === block.spec?.kind && id === block.id;
  const entities = of
    .filter((kind): kind is Kind => (kinds as readonly string[]).includes(kind))
    .flatMap((kind) => plan.all(kind) as readonly Entity[])
    .filter((entity) => !isSelf(entity) && (source === undefined || entity.parent?.id === source));
  const own = entities.map((entity) => ({
    label: source === undefined ? referenceTo(plan, entity) : entity.id,
    detail: entity.item.title.value,
    kind: CompletionItemKind.Reference,
  }));
  const known = of.includes('body') ? [...bodies.values()] : [];
  const others = known.map(({ id, title }) => ({
    label: id,
    detail: title,
    kind: CompletionItemKind.Constant,
  }));
  const trust = { label: 'trust', detail: 'the trust itself', kind: CompletionItemKind.Constant };
  return [...own, ...(of.length > 1 && of.includes('trust') ? [trust] : []), ...others];
}

const planCandidates = ({ plan }: Ask): Candidate[] =>
  plan.all('plan').map(({ id, item }) => ({
    label: id,
    detail: item.title.value,
    kind: CompletionItemKind.Reference,
  }));

/** The words of the plan's scale; the meanings themselves where it declares none. */
function levelCandidates({ plan }: Ask, scale: string): Candidate[] {
  const meanings = scaleMeanings.get(scale);
  const levels = plan.withId('scale', scale).flatMap(({ item }) => item.levels);
  if (levels.length === 0) return titled(meanings);
  return levels.map(({ keyword, label, means }) => {
    const meaning = meanings?.get(means?.value ?? '')?.title;
    const parts = [label.value, meaning && `means ${meaning.toLowerCase()}`];
    return {
      label: keyword,
      detail: parts.filter((part) => part !== undefined).join(', '),
      kind: CompletionItemKind.EnumMember,
    };
  });
}

/** Regulations by number; those of other instruments than that of 2014 with its year. */
function regulationCandidates(year: string | undefined): Candidate[] {
  return [...instruments.keys()]
    .filter((instrument) => year === undefined || instrument === year)
    .flatMap((instrument) =>
      regulationNumbers(instrument).map((number) => ({
        label: year === undefined && instrument !== '2014' ? `${instrument}:${number}` : number,
        detail: findRegulation(instrument, number)?.title,
        doc: instruments.get(instrument)?.title,
        kind: CompletionItemKind.Reference,
      })),
    );
}

const value = (label: string, detail?: string): Candidate => ({
  label,
  detail,
  kind: CompletionItemKind.Value,
});

/** Days that deadlines and records often have, seen from the as-at date; then dates in words. */
function dateCandidates(asAt: IsoDate): Candidate[] {
  const day = Temporal.PlainDate.from(asAt);
  const endOfMonth = (date: Temporal.PlainDate) => date.with({ day: date.daysInMonth });
  const yearEnd = Temporal.PlainDate.from({
    year: day.year + (day.month > 3 ? 1 : 0),
    month: 3,
    day: 31,
  });
  const days: [Temporal.PlainDate, string][] = [
    [day, 'the as-at date'],
    [endOfMonth(day), 'end of this month'],
    [endOfMonth(day.add({ months: 1 })), 'end of next month'],
    [day.add({ months: 3 }), 'in 3 months'],
    [yearEnd, 'end of the financial year'],
  ];
  const words = ['immediate', 'ongoing', 'on-request', 'to-be-agreed'];
  return [
    ...days.map(([date, why]) => value(date.toString(), `${dayInWords(date.toString())}, ${why}`)),
    ...words.map((word) => value(word)),
    ...Object.keys(recurrences).map((word) => value(word, 'a duty that recurs')),
    value('rolling', 'a programme through a year: rolling 2017/18'),
    value('per', 'the timescales of a plan: per its id'),
  ];
}

/** The months, quarters and years that figures are usually about. */
function periodCandidates(asAt: IsoDate): Candidate[] {
  const month = Temporal.PlainDate.from(asAt).toPlainYearMonth();
  const months = [month.subtract({ months: 1 }), month];
  const quarters = [month.subtract({ months: 3 }), month];
  const labels = [
    ...months.map((one) => one.toString()),
    ...quarters.map((one) => `Q${String(quarterOf(one))} ${financialYear(one)}`),
    ...[month.subtract({ months: 12 }), month].map(financialYear),
  ];
  return labels.map((label) => value(label));
}

/** Quarters count from April. */
const quarterOf = ({ month }: Temporal.PlainYearMonth): number =>
  Math.floor(((month + 8) % 12) / 3) + 1;

function financialYear({ year, month }: Temporal.PlainYearMonth): string {
  const from = month > 3 ? year : year - 1;
  return `${String(from)}/${String(from + 1).slice(-2)}`;
}

function idCandidates({ plan }: Ask, name: string, block: OpenBlock): Candidate[] {
  if (name === 'means') return titled(scaleMeanings.get(block.id));
  if (name === 'check') {
    return checks.map(({ id, title, what }) => ({
      label: id,
      detail: title,
      doc: what,
      kind: CompletionItemKind.EnumMember,
    }));
  }
  if (name !== 'number' || block.spec?.kind !== 'action') return [];
  const steps = plan.withId('action', block.id).flatMap(({ item }) => item.steps);
  const last = Math.max(0, ...steps.map(({ number }) => Math.floor(Number(number.value)) || 0));
  return [value(String(last + 1), 'the next step')];
}

function textCandidates(name: string): Candidate[] {
  const quoted = { label: '"…"', snippet: '"$1"', detail: 'a text', find: '"' };
  const long = { label: '"""', snippet: '"""\n  $0\n"""', detail: 'a long text', find: '"""' };
  const isMark = name === 'given' || name === 'inferred';
  return [quoted, ...(isMark ? [] : [long])].map((text) => ({
    ...text,
    kind: CompletionItemKind.Text,
  }));
}

/** What a cell of a ratings table may hold: headings, services, ratings and their changes. */
export function cellCandidates(
  { plan }: Ask,
  { isHeading, isFirst, isEmpty }: { isHeading: boolean; isFirst: boolean; isEmpty: boolean },
): Candidate[] {
  if (isHeading) {
    const questions = titled(terms.get('key-questions'));
    return isFirst ? [] : [...questions, value('overall'), value('published')];
  }
  if (isFirst) {
    return plan.all('service').map(({ id, item }) => ({
      label: id,
      detail: item.title.value,
      kind: CompletionItemKind.Reference,
    }));
  }
  return isEmpty
    ? ratings.map(({ words }) => value(words))
    : ratingChanges.map(({ id, words }) => value(id, words));
}
