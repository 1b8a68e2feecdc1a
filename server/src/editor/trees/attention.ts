import { checks } from '../../checks/index.ts';
import { nameOf } from '../../checks/shared/names.ts';
import type { Reference } from '../../language/slots.ts';
import type { Unit } from '../../plan/file.ts';
import { severities, type Flag, type Severity } from '../../plan/flag.ts';
import type { Entity, Plan } from '../../plan/plan.ts';
import { count, naturalOrder } from '../../plan/words.ts';
import type { Ask } from '../ask.ts';
import { keyOf } from '../entity-key.ts';
import { locationOf } from '../places.ts';
import { byParty, keyOfParty, partyOf, placeOfParty, type Party } from './parties.ts';
import { rowOf } from './row.ts';
import { withCommands, type Branch, type NodeContext, type Tree } from './tree.ts';

/** Every flag of the project, none left out: by kind of check, or by who answers for what is flagged. */
export const attention: Tree = {
  groupings: ['check', 'owner'],
  roots: (ask, by) => (by === 'owner' ? ownerBranches(ask) : checkBranches(ask)),
};

/** What a severity is called, in the words of the status bar. */
const severityWords: Readonly<Record<Severity, string>> = {
  error: 'needs attention',
  warning: 'worth a look',
  info: 'for information',
};

function* flagsOf(ask: Ask): Generator<Flag> {
  for (const { units } of ask.plan.files) for (const unit of units) yield* ask.flagsIn(unit);
}

const titles: ReadonlyMap<string, string> = new Map(checks.map(({ id, title }) => [id, title]));

const rank = (severity: Severity): number => severities.indexOf(severity);

const worstOf = (flags: readonly Flag[]): Severity =>
  severities.find((severity) => flags.some((flag) => flag.severity === severity)) ?? 'info';

/** `3, needs attention`: how many, and how much the worst of them weighs. */
const amount = (flags: readonly Flag[]): string =>
  `${count(flags.length, 'flag')}, ${severityWords[worstOf(flags)]}`;

/** The worst kinds of flags first; of those that weigh the same, by name. */
function checkBranches(ask: Ask): Branch[] {
  const items = itemsByFlag(ask.plan);
  const groups = [...Map.groupBy(flagsOf(ask), ({ check }) => check)].map(([check, flags]) => ({
    check,
    flags,
    severity: worstOf(flags),
    title: titles.get(check) ?? check,
  }));
  groups.sort(
    (a, b) =>
      rank(a.severity) - rank(b.severity) ||
      naturalOrder(a.title, b.title) ||
      naturalOrder(a.check, b.check),
  );
  return groups.map(({ check, flags, severity, title }) => ({
    key: check,
    label: title,
    description: amount(flags),
    tooltip: `${title}\n${amount(flags)}`,
    icon: severity,
    context: 'group',
    below: () => worstFirst(flags).map((flag) => flagBranch(ask, flag, items(flag))),
  }));
}

function ownerBranches(ask: Ask): Branch[] {
  const { plan } = ask;
  const items = itemsByFlag(plan);
  const groups = byParty(flagsOf(ask), (flag) => ownerOf(plan, items(flag)));
  return groups.map(({ party, things: flags }) => ({
    key: keyOfParty(party),
    label: party.name ?? 'No SRO named',
    description: amount(flags),
    tooltip: `${party.name ?? 'What names no SRO'}\n${amount(flags)}`,
    icon: party.name === undefined ? 'nobody' : 'owner',
    context: party.entity === undefined ? 'group' : 'thing',
    ...placeOfParty(ask, party),
    row: rowOf(party.name ?? 'No SRO named', ...amount(flags).split(', ')),
    below: () => worstFirst(flags).map((flag) => flagBranch(ask, flag, items(flag))),
  }));
}

/** The worst first; else in the order of the text. */
const worstFirst = (flags: readonly Flag[]): Flag[] =>
  [...flags].sort((a, b) => rank(a.severity) - rank(b.severity));

/** Who answers for an item: its own SRO; an SRO for themselves. */
function ownerOf(plan: Plan, entity: Entity | undefined): Party {
  if (entity?.kind === 'sro') return { name: entity.item.title.value ?? entity.id, entity };
  return partyOf(plan, ownerIn(entity));
}

function ownerIn(entity: Entity | undefined): Reference | undefined {
  const isOwned = entity?.kind === 'action' || entity?.kind === 'requirement';
  return isOwned ? entity.item.sro?.owner.value : undefined;
}

function flagBranch(ask: Ask, flag: Flag, entity: Entity | undefined): Branch {
  const { check, message, place, severity, subject, todo, why, explained, known } = flag;
  const about = entity === undefined ? `${subject.kind} ${subject.id}` : nameOf(entity);
  const words = explained === undefined ? severityWords[severity] : `explained: ${explained}`;
  return {
    key: `${check} ${subject.kind} ${subject.id}`,
    label: message,
    description: explained === undefined ? about : `${about}; explained`,
    tooltip: [message, todo, why, known === true ? 'Of the known backlog.' : '', words]
      .filter((line) => line !== '')
      .join('\n\n'),
    icon: severity,
    context: contextOf(flag, entity),
    place: locationOf(ask, place),
    ...(entity === undefined ? {} : { item: keyOf(ask, entity), answers: { flag: check } }),
    row: rowOf(about, message, todo, words, titles.get(check) ?? check),
  };
}

/** What can be done with a flag: it can be explained once, and what it is about can be worked on. */
function contextOf({ explained }: Flag, entity: Entity | undefined): NodeContext {
  const own = explained === undefined && entity !== undefined ? 'flag' : 'explained';
  const about = withCommands.find((kind) => kind === entity?.kind);
  return about === undefined ? own : `${own} ${about}`;
}

/** Finds the item that a flag is about without walking a unit for each: a source may hold thousands. */
function itemsByFlag(plan: Plan): (flag: Flag) => Entity | undefined {
  const units = new Map<Unit, Map<string, Entity[]>>();
  return ({ place: { unit, span }, subject }) => {
    let items = units.get(unit);
    if (items === undefined) {
      items = Map.groupBy(plan.entitiesIn(unit), ({ id, item }) => `${item.keyword} ${id}`);
      units.set(unit, items);
    }
    return items
      .get(`${subject.kind} ${subject.id}`)
      ?.find(({ item }) => item.span.start <= span.start && span.end <= item.span.end);
  };
}
