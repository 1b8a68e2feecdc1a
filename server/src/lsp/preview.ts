import { today } from '../hosts/clock.ts';
import { entityOf, isEntityKey } from '../editor/entity-key.ts';
import { findAt } from '../editor/find.ts';
import { locationOf } from '../editor/places.ts';
import { shown } from '../editor/shown.ts';
import { paperOf, type SectionId } from '../outputs/tables/index.ts';
import { rowAbout } from '../outputs/tables/items.ts';
import type { Row, Table } from '../outputs/tables/table.ts';
import { tabIds, tabOf, tabs, type TabId } from '../outputs/tables/tabs.ts';
import type { Entity } from '../plan/plan.ts';
import type { ProjectState } from './project-state.ts';
import type {
  PreviewFindParams,
  PreviewFindResult,
  PreviewParams,
  PreviewPlaceParams,
  PreviewPlaceResult,
  PreviewResult,
  PreviewRow,
  PreviewRowsParams,
  PreviewRowsResult,
  PreviewTable,
} from './protocol.ts';

/** The parts of the paper that a tab shows; without one, all. */
const sectionsOf = (tab: TabId | undefined): readonly SectionId[] | undefined =>
  tab && tabOf(tab).sections;

/** A table as it was last sent. */
interface Sent {
  readonly revision: number;
  readonly rows: readonly Row[];
  /** The revision in which each row last changed. */
  readonly since: readonly number[];
  readonly keysRevision: number;
}

/**
 * What the previews of a project have been sent, so that of its tables only those rows go over the wire
 * that are others than the client has.
 */
export class PreviewMemory {
  readonly #sent = new Map<string, Sent>();
  /** Counted from the time, so that a server that starts anew gives no number twice. */
  #revision = Date.now();

  /** The preview of a project as it goes over the wire. */
  previewOf(
    project: Pick<ProjectState, 'plan' | 'asAt'>,
    { tab, known = {} }: Omit<PreviewParams, 'uri'>,
  ): PreviewResult {
    const { plan, asAt } = project;
    const { heading, sections } = paperOf(plan, asAt, sectionsOf(tab));
    this.#revision++;
    return {
      asAt,
      isToday: asAt === today(),
      // It is the title of a panel too.
      heading: { ...heading, title: shown(heading.title) },
      sections: sections.map(({ id, title, tables }) => ({
        id,
        title,
        tables: tables.map((table) => this.#change(table, known[table.id])),
      })),
    };
  }

  #change(table: Table, known: number | undefined): PreviewTable {
    const { revision, since, keysRevision } = this.#remember(table);
    const isNew = (changed: number | undefined): boolean =>
      known === undefined || changed === undefined || changed > known;
    const rows: PreviewRow[] = [];
    for (const [index, row] of table.rows.entries())
      if (isNew(since[index])) rows.push(withoutPlace(row));
    const keys = isNew(keysRevision) ? { keys: table.rows.map(({ key }) => key) } : {};
    return { ...table, revision, rows, ...keys };
  }

  #remember({ id, rows }: Table): Sent {
    const before = this.#sent.get(id);
    const sameKeys =
      before?.rows.length === rows.length &&
      rows.every((row, index) => row === before.rows[index] || row.key === before.rows[index]?.key);
    const last = before && (sameKeys ? inPlace(before) : byKey(before));
    const revision = this.#revision;
    const since = rows.map((row, index) => {
      const known = last?.(row, index);
      return known !== undefined && same(known.row, row) ? known.since : revision;
    });
    const sent = {
      revision: sameKeys && !since.includes(revision) ? before.revision : revision,
      rows,
      since,
      keysRevision: sameKeys ? before.keysRevision : revision,
    };
    this.#sent.set(id, sent);
    return sent;
  }
}

/** Finds what was last sent of a row. */
type Last = (row: Row, index: number) => { readonly row: Row; readonly since: number } | undefined;

const inPlace =
  ({ rows, since }: Sent): Last =>
  (_, index) =>
    at(rows, since, index);

function byKey({ rows, since }: Sent): Last {
  const places = new Map(rows.map(({ key }, index) => [key, index]));
  return ({ key }) => at(rows, since, places.get(key) ?? -1);
}

function at(rows: readonly Row[], since: readonly number[], index: number): ReturnType<Last> {
  const [row, revision] = [rows[index], since[index]];
  return row === undefined || revision === undefined ? undefined : { row, since: revision };
}

/** Rows of items that have not changed are the very same; of the others what they say counts. */
const same = (a: Row, b: Row): boolean =>
  a === b || JSON.stringify(withoutPlace(a)) === JSON.stringify(withoutPlace(b));

/** A place knows its whole file; that there is one is all that goes over the wire. */
function withoutPlace({ place, ...row }: Row): PreviewRow {
  return place === undefined ? row : { ...row, placed: true };
}

/** Where a row of the preview stands in the text now. */
export function placeOfRow(
  project: ProjectState,
  { tab, table, key }: PreviewPlaceParams,
): PreviewPlaceResult | null {
  const { plan, asAt } = project;
  for (const { tables } of paperOf(plan, asAt, sectionsOf(tab)).sections) {
    const row = tables.find(({ id }) => id === table)?.rows.find((each) => each.key === key);
    if (row?.place !== undefined) return { location: locationOf(project, row.place) };
  }
  return null;
}

/** The rows about what stands at a position of a text: an action; a requirement, and the source that it is in. */
export function rowsAt(
  project: ProjectState,
  { uri, position }: PreviewRowsParams,
): PreviewRowsResult {
  const ask = project.ask(uri);
  const keys: string[] = [];
  let entity: Entity | undefined = ask && findAt(ask.plan, ask.file, position)?.entity;
  for (; entity !== undefined && ask !== undefined; entity = entity.parent) {
    keys.push(rowAbout(ask.plan, entity).key);
  }
  return { keys };
}

/**
 * The row about an item or about what stands at a position, else about what that is in: in the tab that is
 * shown, else where such items have their own rows, else in any.
 */
export function findRow(
  project: ProjectState,
  { uri, position, item, tab }: PreviewFindParams,
): PreviewFindResult | null {
  const ask = project.ask(uri);
  if (ask === undefined) return null;
  const pointed = position && findAt(ask.plan, ask.file, position)?.entity;
  let entity = isEntityKey(item) ? entityOf(ask, item) : pointed;
  for (; entity !== undefined; entity = entity.parent) {
    const { kind } = entity;
    const { key } = rowAbout(ask.plan, entity);
    const home = tabs.filter((one) => one.home.some((own) => own === kind)).map(({ id }) => id);
    for (const id of new Set([...(tab === undefined ? [] : [tab]), ...home, ...tabIds])) {
      const { sections } = paperOf(project.plan, project.asAt, sectionsOf(id));
      const tables = sections.flatMap((section) => section.tables);
      const table = tables.find(({ rows }) => rows.some((row) => row.key === key));
      if (table !== undefined) return { row: { tab: id, table: table.id, key } };
    }
  }
  return null;
}
