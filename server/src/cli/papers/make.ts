import { paperFormat } from '../../outputs/formats/index.ts';
import type { PaperFile, PaperFormat } from '../../outputs/formats/format.ts';
import type { NamedPaper } from '../../outputs/papers/index.ts';
import type { Entity, Plan } from '../../plan/plan.ts';
import { listed } from '../../plan/words.ts';
import { CannotGoOn } from '../exit.ts';
import { showProgress } from '../terminal.ts';

/** What commands that make papers share. */

/** The parts of a list with commas. */
export const parts = (list: string): string[] => list.split(',').map((part) => part.trim());

/** @throws CannotGoOn when there is no such format */
export function formatOf(id: string): PaperFormat {
  const format = paperFormat(id);
  if ('wrong' in format) throw new CannotGoOn(format.wrong);
  return format;
}

/** @throws CannotGoOn when the plan has no such meeting */
export function meetingOf(plan: Plan, id: string): Entity<'meeting'> {
  const [meeting] = plan.withId('meeting', id);
  if (meeting !== undefined) return meeting;
  const ids = plan.all('meeting').map((each) => each.id);
  const there = ids.length === 0 ? 'it has no meetings.' : `it has ${listed(ids)}.`;
  throw new CannotGoOn(`The plan has no meeting "${id}": ${there}`);
}

/** The files that papers become, while a terminal is told how far that is. */
export async function paperFiles(
  made: readonly NamedPaper[],
  formats: readonly PaperFormat[],
): Promise<PaperFile[]> {
  const files: PaperFile[] = [];
  for (const [index, { id, paper }] of made.entries()) {
    showProgress(`${String(index + 1)} of ${String(made.length)}: ${paper.heading.title}`);
    for (const format of formats) files.push(...(await format.write(paper, id)));
  }
  showProgress('');
  return files;
}
