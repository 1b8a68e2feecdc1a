import { CompletionItemKind } from 'vscode-languageserver-types';
import { referenceTo } from '../checks/shared/references.ts';
import { checks } from '../checks/index.ts';
import { kinds, type Kind } from '../language/keywords/index.ts';
import type { Entity, Plan } from '../plan/plan.ts';
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
import type { Candidate } from './candidate.ts';
import { begunPhrases, dateCandidates, periodCandidates } from './date-candidates.ts';
import { declaring, type TypedPlace } from './declare-candidate.ts';
import type { Expected, NextValue } from './line.ts';
import { scaleMeanings } from './scale-meanings.ts';
import type { OpenBlock } from './typing.ts';

/** The values that may come next on a line of a block. */
export function valueCandidates(
  ask: Ask,
  { name, slot }: NextValue,
  { source, listed, begun }: Expected,
  at: TypedPlace,
): Iterable<Candidate> {
  const { block } = at;
  if (begun.length > 0) {
    if (slot.kind !== 'date') return [];
    return begun.join() === 'per' ? planCandidates(ask) : begunPhrases(ask.plan, ask.asAt, begun);
  }
  switch (slot.kind) {
    case 'reference':
    case 'references':
      return referenceCandidates(ask, slot.of, source, listed, at);
    case 'level':
      return levelCandidates(ask, slot.of[0] ?? '');
    case 'word':
      return slot.of.map((label) => ({ label, kind: CompletionItemKind.EnumMember }));
    case 'term':
      return titled(terms.get(slot.of[0] ?? ''));
    case 'regulations':
      return regulationCandidates(source).filter(({ label }) => !listed.includes(label));
    case 'date':
      return dateCandidates(ask.plan, ask.asAt);
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

const isKind = (word: string): word is Kind => (kinds as readonly string[]).includes(word);

/** What can be referred to, one after the other: a plan may have thousands, of which few are shown. */
function* referenceCandidates(
  ask: Ask,
  of: readonly string[],
  source: string | undefined,
  listed: readonly string[],
  at: TypedPlace,
): Generator<Candidate> {
  const { plan } = ask;
  const { block } = at;
  for (const kind of of.filter(isKind)) {
    for (const entity of plan.all(kind) as readonly Entity[]) {
      if (kind === block.spec?.kind && entity.id === block.id) continue;
      if (source !== undefined && entity.parent?.id !== source) continue;
      const label = source === undefined ? referenceTo(plan, entity) : entity.id;
      if (!listed.includes(label)) yield itemCandidate(entity, label);
    }
  }
  if (of.length > 1 && of.includes('trust') && !listed.includes('trust')) {
    yield { label: 'trust', detail: 'the trust itself', kind: CompletionItemKind.Constant };
  }
  for (const { id, title } of of.includes('body') ? bodies.values() : []) {
    if (!listed.includes(id)) {
      yield { label: id, detail: title, kind: CompletionItemKind.Constant };
    }
  }
  if (source === undefined) yield* declaring(ask, of, at);
}

const itemCandidate = ({ kind, id, item, parent }: Entity, label = id): Candidate => ({
  label,
  detail: item.title.value,
  kind: CompletionItemKind.Reference,
  about: { type: 'item', kind, id, source: parent?.id },
});

const planCandidates = ({ plan }: Ask): Candidate[] =>
  plan.all('plan').map((entity) => itemCandidate(entity));

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
        kind: CompletionItemKind.Reference,
        about: { type: 'regulation', instrument, word: number } as const,
      })),
    );
}

const value = (label: string, detail?: string): Candidate => ({
  label,
  detail,
  kind: CompletionItemKind.Value,
});

function idCandidates({ plan }: Ask, name: string, block: OpenBlock): Candidate[] {
  if (name === 'means') return titled(scaleMeanings.get(block.id));
  if (name === 'check') {
    return checks.map(({ id, title }) => ({
      label: id,
      detail: title,
      kind: CompletionItemKind.EnumMember,
      about: { type: 'check', word: id } as const,
    }));
  }
  if (name !== 'number' || block.spec?.kind !== 'action') return [];
  return [value(nextStep(plan, block.id), 'the next step')];
}

/** The number after the last step of an action. */
export function nextStep(plan: Plan, action: string): string {
  const steps = plan.withId('action', action).flatMap(({ item }) => item.steps);
  const last = Math.max(0, ...steps.map(({ number }) => Math.floor(Number(number.value)) || 0));
  return String(last + 1);
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
    return plan.all('service').map((entity) => itemCandidate(entity));
  }
  return isEmpty
    ? ratings.map(({ words }) => value(words))
    : ratingChanges.map(({ id, words }) => value(id, words));
}
