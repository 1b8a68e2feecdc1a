import { MarkupKind, type Hover, type Position } from 'vscode-languageserver-types';
import { checks } from '../checks/index.ts';
import type { PlanDate } from '../language/dates.ts';
import type { PropertySpec } from '../language/keywords/index.ts';
import type { Level, RegulationReference } from '../language/slots.ts';
import type { SaidValue } from '../language/walk.ts';
import { dateInWords, dayInWords } from '../plan/calendar.ts';
import { deadlineDay, monthMeansIn } from '../plan/facts/deadline.ts';
import { levelIn } from '../plan/facts/scales.ts';
import { instruments, terms } from '../plan/vocabularies.ts';
import { sentence } from '../plan/words.ts';
import type { Ask } from './ask.ts';
import { cardOf, choices, levelInWords } from './cards.ts';
import { findAt, type Found, type Part } from './find.ts';
import { bold, code, list, paragraphs, plain } from './markdown.ts';
import { rangeOf } from './places.ts';
import { scaleMeanings } from './scale-meanings.ts';
import { thingsAt } from './things.ts';
import {
  asAtInWords,
  daysAway,
  isIn,
  markDocs,
  missingDocs,
  regulationInWords,
} from './wording.ts';

/** What stands at a position, in words; null where there is nothing to say. */
export function hover(ask: Ask, position: Position): Hover | null {
  const found = findAt(ask.plan, ask.file, position);
  if (found?.part === undefined) return null;
  const value = wordsFor(ask, found, found.part);
  if (value === undefined) return null;
  return {
    contents: { kind: MarkupKind.Markdown, value },
    range: rangeOf(found.unit, found.part.span),
  };
}

function wordsFor(ask: Ask, found: Found, part: Part): string | undefined {
  switch (part.type) {
    case 'block':
      return paragraphs(
        code(part.keyword),
        plain(part.spec.keywords[part.keyword] ?? part.spec.doc),
      );
    case 'id':
      return cardOf(ask, part.entity);
    case 'property':
      return propertyWords(part.property);
    case 'qualifier':
      return paragraphs(code(part.word), plain(`Takes ${part.slot.expects}.`));
    case 'mark':
      return isIn(markDocs, part.word)
        ? paragraphs(code(part.word), plain(markDocs[part.word]))
        : undefined;
    case 'missing':
      return missingWords(part);
    case 'level':
      return levelWords(ask, part.level);
    case 'regulation':
      return regulationWords(part.regulation);
    case 'reference':
      return referenceWords(ask, found, part);
    case 'value':
      return valueWords(ask, found, part.said);
    default:
      return undefined;
  }
}

function propertyWords({ keyword, doc, values, qualifiers }: PropertySpec): string {
  const takes = Object.values(values).map((slot) =>
    plain(slot.optional ? `${slot.expects}, or nothing` : slot.expects),
  );
  const after = Object.entries(qualifiers).map(
    ([word, slot]) => `${code(word)} ${plain(slot.expects)}`,
  );
  return paragraphs(
    code(keyword),
    plain(doc),
    takes.length === 0 ? undefined : `Takes ${takes.join('; then ')}.`,
    after.length === 0 ? undefined : 'May be followed by:',
    list(...after),
  );
}

function missingWords({ word, value }: Part & { type: 'missing' }): string | undefined {
  if (!isIn(missingDocs, word)) return undefined;
  return paragraphs(
    code(word),
    plain(missingDocs[word]),
    value.why === undefined ? undefined : plain(`“${value.why}”`),
  );
}

function levelWords({ plan }: Ask, level: Level): string {
  const meanings = scaleMeanings.get(level.scale) ?? new Map<string, never>();
  const known = levelIn(plan, level, meanings);
  const isKnown = known.meaning !== undefined || known.label !== level.word;
  return paragraphs(
    code(level.word),
    isKnown
      ? plain(`${levelInWords(known)}.`)
      : plain(`No scale ${level.scale} of the plan says what it means.`),
  );
}

function regulationWords(regulation: RegulationReference): string {
  const words = `Regulation ${regulationInWords(regulation)}`;
  return paragraphs(bold(words), plain(instruments.get(regulation.instrument)?.title ?? ''));
}

function referenceWords(ask: Ask, found: Found, part: Part & { type: 'reference' }): string {
  const entities = thingsAt(ask.plan, found).flatMap((thing) =>
    thing.type === 'item' ? [thing.entity] : [],
  );
  const [first] = entities;
  if (first !== undefined && entities.length === 1) return cardOf(ask, first);
  if (first !== undefined) return paragraphs('It may be any of these:', choices(ask, entities));
  const { reference } = part;
  const written =
    reference.name ?? (part.name === 'source' ? reference.source : reference.id) ?? '';
  const resolution = ask.plan.resolve(reference);
  if (resolution.state === 'body') return `${bold(written)} ${plain(resolution.body.title)}`;
  if (resolution.state !== 'outside') {
    return paragraphs(bold(written), 'Nothing in the plan declares it.');
  }
  return paragraphs(
    bold(written),
    reference.notInPlan ? plain(markDocs['not-in-plan']) : 'The trust whose plan this is.',
  );
}

function valueWords(ask: Ask, found: Found, { slot, value, name }: SaidValue): string | undefined {
  if (slot.kind === 'date' || slot.kind === 'period') {
    const words = dateWords(ask, value.value as PlanDate, slot.kind === 'date');
    const [thing] = thingsAt(ask.plan, found);
    return paragraphs(words, thing?.type === 'item' ? cardOf(ask, thing.entity) : undefined);
  }
  if (typeof value.value !== 'string') return undefined;
  if (slot.kind === 'term') {
    const title = terms.get(slot.of[0] ?? '')?.get(value.value)?.title;
    return title && paragraphs(code(value.value), plain(title));
  }
  if (slot.kind === 'id' && name === 'check') {
    const check = checks.find(({ id }) => id === value.value);
    return check && paragraphs(bold(check.title), plain(check.what), plain(check.why));
  }
  if (slot.kind === 'id' && name === 'means') {
    const title = scaleMeanings.get(found.entity?.id ?? '')?.get(value.value)?.title;
    return title && paragraphs(code(value.value), plain(title));
  }
  return undefined;
}

/** `October 2018`, `As a deadline 31 October 2018, in 122 days as at 1 July 2018.` */
function dateWords({ plan, asAt }: Ask, date: PlanDate, mayBeDeadline: boolean): string {
  const { form, first, last } = date;
  const heading = bold(sentence(dateInWords(date)));
  const day = deadlineDay(date, monthMeansIn(plan));
  if (!mayBeDeadline && form !== 'day' && first !== undefined && last !== undefined) {
    return paragraphs(heading, plain(`${dayInWords(first)} to ${dayInWords(last)}.`));
  }
  if (day === undefined) return paragraphs(heading, 'No day follows from it.');
  const away = `${daysAway(day, asAt)}, ${asAtInWords(asAt)}.`;
  return paragraphs(
    heading,
    plain(form === 'day' ? sentence(away) : `As a deadline ${dayInWords(day)}, ${away}`),
  );
}
