import {
  MarkupKind,
  type InlayHint,
  type Position as Place,
  type Range,
} from 'vscode-languageserver-types';
import type { AnySaid, Value } from '../language/items.ts';
import type { Kind } from '../language/keywords/index.ts';
import type { Reference, Slot } from '../language/slots.ts';
import { linesOf } from '../language/walk.ts';
import { daysBetween, workingDaysBetween } from '../plan/calendar.ts';
import { dueSoonDays } from '../plan/facts/deadline.ts';
import { positionOf } from '../plan/facts/position.ts';
import type { Unit } from '../plan/file.ts';
import type { Entity } from '../plan/plan.ts';
import { count } from '../plan/words.ts';
import type { Ask } from './ask.ts';
import { shown } from './shown.ts';
import { cardOf } from './cards.ts';
import { entityOf, isEntityKey, keyOf } from './entity-key.ts';
import { offsetAt, rangeOf, unitAt } from './places.ts';

/** The kinds of hints, each of which a person may switch off. */
export interface HintSettings {
  /** Days late, or working days left, after the deadline in force. */
  readonly deadlines: boolean;
  /** What the id of an SRO or a requirement stands for. */
  readonly names: boolean;
}

export const allHints: HintSettings = { deadlines: true, names: true };

/** Ids of these kinds say little by themselves. */
const namedKinds: ReadonlySet<Kind> = new Set<Kind>(['sro', 'requirement']);

/** A longer name pushes the text out of sight. */
const longest = 40;

/** What stands between the lines of a range of a file for those who read: nothing of it is in the text. */
export function inlayHints(ask: Ask, range: Range, settings: HintSettings = allHints): InlayHint[] {
  const hints: InlayHint[] = [];
  const from = offsetAt(ask.file, range.start);
  const to = offsetAt(ask.file, range.end);
  for (const unit of unitsBetween(ask, from, to)) {
    for (const entity of ask.plan.entitiesIn(unit)) {
      const all = [
        ...(settings.deadlines ? deadlineHints(ask, entity) : []),
        ...(settings.names ? nameHints(ask, entity) : []),
      ];
      for (const { at, ...hint } of all) {
        const offset = unit.start + at;
        if (offset >= from && offset <= to) hints.push({ ...hint, position: placeAt(unit, at) });
      }
    }
  }
  return hints;
}

/** The hint with the card of what it is about. */
export function resolveInlayHint(ask: Ask, hint: InlayHint): InlayHint {
  const key: unknown = hint.data;
  const entity = isEntityKey(key) ? entityOf(ask, key) : undefined;
  if (entity === undefined) return hint;
  return { ...hint, tooltip: { kind: MarkupKind.Markdown, value: cardOf(ask, entity) } };
}

/** A hint with its offset in the unit. */
type HintAt = Omit<InlayHint, 'position'> & { readonly at: number };

function unitsBetween({ file }: Ask, from: number, to: number): Unit[] {
  const first = unitAt(file, from);
  if (first === undefined) return [];
  const at = file.units.indexOf(first);
  const rest = file.units.slice(at);
  const beyond = rest.findIndex(({ start }) => start > to);
  return beyond < 0 ? rest : rest.slice(0, beyond);
}

const placeAt = (unit: Unit, at: number): Place => rangeOf(unit, { start: at, end: at }).start;

function deadlineHints(ask: Ask, entity: Entity): HintAt[] {
  if (entity.kind !== 'action') return [];
  const { plan, asAt } = ask;
  const { state, late, deadline } = positionOf(plan, entity, asAt);
  const { inForce, day } = deadline;
  if (state !== 'open' || inForce === undefined || day === undefined) return [];
  const words = late === undefined ? leftInWords(asAt, day) : `${count(late, 'day')} late`;
  return words === undefined ? [] : [hint(ask, entity, inForce.span.end, words)];
}

/** `12 working days left`; undefined while it is not soon. */
function leftInWords(asAt: string, day: string): string | undefined {
  const days = daysBetween(asAt, day);
  if (days === 0) return 'due today';
  return days > dueSoonDays
    ? undefined
    : `${count(workingDaysBetween(asAt, day), 'working day')} left`;
}

/** After each bare id that is what a line is about; those after a qualifier would be too many. */
function nameHints(ask: Ask, entity: Entity): HintAt[] {
  const hints: HintAt[] = [];
  for (const { property, said } of linesOf(entity.item)) {
    for (const [name, slot] of Object.entries<Slot<unknown>>(property.values)) {
      for (const reference of referencesIn(slot, said, name)) {
        const named = reference.id === undefined ? undefined : itemOf(ask, reference);
        const title = named?.item.title.value;
        if (named === undefined || title === undefined) continue;
        hints.push(hint(ask, named, reference.span.end, shortened(title)));
      }
    }
  }
  return hints;
}

function referencesIn(slot: Slot<unknown>, said: AnySaid, name: string): readonly Reference[] {
  const value = (said[name] as Value<unknown> | undefined)?.value;
  if (value === undefined) return [];
  if (slot.kind === 'references') return value as readonly Reference[];
  return slot.kind === 'reference' ? [value as Reference] : [];
}

function itemOf({ plan }: Ask, reference: Reference): Entity | undefined {
  const resolution = plan.resolve(reference);
  if (resolution.state !== 'found') return undefined;
  return namedKinds.has(resolution.entity.kind) ? resolution.entity : undefined;
}

/** The first words of a title, as many as are short enough. */
function shortened(title: string): string {
  const words = title.trim().replaceAll(/\s+/g, ' ');
  if (words.length <= longest) return words;
  const cut = words.slice(0, longest - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longest / 2)).trimEnd()}…`;
}

const hint = (ask: Ask, entity: Entity, at: number, label: string): HintAt => ({
  at,
  label: shown(label),
  paddingLeft: true,
  data: keyOf(ask, entity),
});
