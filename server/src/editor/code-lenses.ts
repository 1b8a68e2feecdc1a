import type { CodeLens, Command, Location } from 'vscode-languageserver-types';
import type { Item } from '../language/items.ts';
import type { Kind } from '../language/keywords/index.ts';
import { actionsFor, isSettled } from '../plan/facts/coverage.ts';
import type { Entity } from '../plan/plan.ts';
import { count } from '../plan/words.ts';
import type { Ask } from './ask.ts';
import { entityOf, isEntityKey, placeOf, type EntityKey } from './entity-key.ts';
import { coverageOf, livePositions, loadOf, lowestAssurance } from './standing.ts';
import { rangeOf } from './places.ts';

/** The command of a lens: its arguments are an address, a position and the locations to show. */
const showReferences = 'mustdo.showReferences';

/** What a lens says, and the items that it counts. */
interface Said {
  readonly title: string;
  readonly items: readonly Entity[];
}

type LensOf<K extends Kind> = (ask: Ask, entity: Entity<K>) => Said;

const lenses: { readonly [K in Kind]?: LensOf<K> } = {
  requirement: requirementLens,
  source: sourceLens,
  sro: (ask, sro) => loadLens(ask, ask.plan.referring(sro, 'action', 'sro')),
  committee: (ask, committee) =>
    loadLens(ask, ask.plan.referring(committee, 'action', 'committee')),
};

/** Where lenses stand over a file's items; what they say is worked out for those that are in sight. */
export function codeLenses(ask: Ask): CodeLens[] {
  const uri = ask.uriOf(ask.file.path);
  const found: CodeLens[] = [];
  for (const unit of ask.file.units) {
    const add = (item: Item, source: string | undefined): void => {
      if (Object.hasOwn(lenses, item.kind)) {
        const key = {
          uri,
          kind: item.kind,
          id: item.id,
          ...(source === undefined ? {} : { source }),
        };
        found.push({ range: rangeOf(unit, item.idSpan), data: key satisfies EntityKey });
      }
      for (const child of item.children) add(child, item.id);
    };
    for (const item of unit.reading.items) add(item, undefined);
  }
  return found;
}

/**
 * The lens with what it says. An editor that cannot show references gets the words alone.
 * @param ask about the file of the lens
 */
export function resolveCodeLens(
  ask: Ask,
  lens: CodeLens,
  can: { readonly showReferences: boolean },
): CodeLens {
  const key: unknown = lens.data;
  const entity = isEntityKey(key) ? entityOf(ask, key) : undefined;
  const said = entity === undefined ? undefined : saidOf(ask, entity);
  if (said === undefined) return { ...lens, command: { title: '', command: '' } };
  const places = said.items.map((item) => placeOf(ask, item));
  const isShown = can.showReferences && places.length > 0;
  return { ...lens, command: isShown ? showing(ask, lens, said, places) : words(said) };
}

const words = ({ title }: Said): Command => ({ title, command: '' });

const showing = (
  ask: Ask,
  { range }: CodeLens,
  { title }: Said,
  places: readonly Location[],
): Command => ({
  title,
  command: showReferences,
  arguments: [ask.uriOf(ask.file.path), range.start, places],
});

function saidOf(ask: Ask, entity: Entity): Said | undefined {
  // Each row of the table takes entities of its own kind.
  const lens = lenses[entity.kind] as LensOf<Kind> | undefined;
  return lens?.(ask, entity);
}

function requirementLens({ plan, asAt }: Ask, requirement: Entity<'requirement'>): Said {
  const items = actionsFor(plan, requirement);
  const positions = livePositions(plan, items, asAt);
  if (positions.length === 0) {
    const settled = isSettled(requirement, asAt);
    return { title: settled ? 'settled by its own records' : 'nothing answers it', items };
  }
  const overdue = positions.filter(({ late }) => late !== undefined).length;
  const assurance = lowestAssurance(positions);
  const parts = [
    count(positions.length, 'action'),
    overdue === 0 ? undefined : `${String(overdue)} overdue`,
    assurance?.level?.label.toLowerCase() ?? 'not rated',
  ];
  return { title: parts.filter((part) => part !== undefined).join(', '), items };
}

function sourceLens({ plan, asAt }: Ask, source: Entity<'source'>): Said {
  const { requirements, unanswered } = coverageOf(plan, source, asAt);
  if (unanswered.length === 0) {
    const all = requirements.length === 0 ? '' : ', all answered';
    return { title: count(requirements.length, 'requirement') + all, items: requirements };
  }
  const title = `${count(requirements.length, 'requirement')}, ${String(unanswered.length)} unanswered`;
  return { title, items: unanswered };
}

function loadLens({ plan, asAt }: Ask, items: readonly Entity<'action'>[]): Said {
  const { actions, open, overdue } = loadOf(plan, items, asAt);
  if (actions === 0) return { title: 'no actions', items };
  const parts = [count(actions, 'action'), `${String(open)} open`];
  if (overdue > 0) parts.push(`${String(overdue)} overdue`);
  return { title: parts.join(', '), items };
}
