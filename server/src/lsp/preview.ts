import type { Location } from 'vscode-languageserver-types';
import { locationOf } from '../editor/places.ts';
import { today } from '../hosts/clock.ts';
import { paperOf, type Paper } from '../outputs/tables/index.ts';
import type { ProjectState } from './project-state.ts';
import { placeKey, type PreviewResult } from './protocol.ts';

/** The preview of a project as it goes over the wire: its tables, and where their rows stand in the text. */
export function previewOf(project: ProjectState): PreviewResult {
  const { plan, asAt } = project;
  const paper = paperOf(plan, asAt);
  const places: Record<string, Location> = {};
  for (const { tables } of paper.sections) {
    for (const table of tables) {
      for (const { key, place } of table.rows) {
        if (place !== undefined) places[placeKey(table.id, key)] = locationOf(project, place);
      }
    }
  }
  return { asAt, isToday: asAt === today(), paper: withoutPlaces(paper), places };
}

/** The places know their whole files; only their addresses go over the wire. */
const withoutPlaces = (paper: Paper): Paper => ({
  ...paper,
  sections: paper.sections.map((section) => ({
    ...section,
    tables: section.tables.map((table) => ({
      ...table,
      rows: table.rows.map((row) => ({ ...row, place: undefined })),
    })),
  })),
});
