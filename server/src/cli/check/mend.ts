import { join } from 'node:path';
import { compactPlace } from '../../outputs/flags/compact.ts';
import { checks } from '../../checks/index.ts';
import { checkProject } from '../../checks/project.ts';
import { writeWhole } from '../../hosts/write.ts';
import { formatPlan } from '../../language/printer.ts';
import { PlanFile } from '../../plan/file.ts';
import { applyEdits, type Edit, type Fix, type Flag } from '../../plan/flag.ts';
import { itemPath } from '../../plan/flagged-item.ts';
import { Plan } from '../../plan/plan.ts';
import { CannotGoOn } from '../exit.ts';
import type { Opened } from '../open.ts';
import { withChoice, type Choice } from './choose.ts';

/** A mend may make room for the next one; one that never ends would be a fault of ours. */
const mostRounds = 10;

interface Mended {
  /** The project as it is now, on disk too. */
  readonly opened: Opened;
  /** What was mended, a line each. */
  readonly lines: readonly string[];
}

/**
 * Makes the fixes of the files that were asked for, round after round until none is left, and
 * writes each file once, whole. Files whose bytes are not all text stay as they are: what is shown
 * as � would be lost.
 * @throws CannotGoOn when a file cannot be written
 */
export async function mend(opened: Opened, choice: Choice, how: How): Promise<Mended> {
  const lines: string[] = [];
  const tried = new Set<string>();
  let current = opened;
  for (let round = 0; round < mostRounds; round++) {
    const fixes = fixesFor(current, choice, how, tried);
    if (fixes.length === 0) break;
    lines.push(...fixes.map(({ flag, fix }) => lineOf(current, flag, fix)));
    current = withEdits(
      current,
      fixes.flatMap(({ fix }) => fix.edits),
    );
  }
  for (const [index, file] of current.project.files.entries()) {
    if (file === opened.project.files[index]) continue;
    const wrong = await writeWhole(join(current.root, file.path), file.text);
    if (wrong !== undefined) {
      throw new CannotGoOn(`${current.folder}${file.path} cannot be written: ${wrong}.`);
    }
  }
  return { opened: current, lines };
}

/** Which fixes are made: the safe ones, or also those that somebody has to look at. */
export interface How {
  readonly unsafe: boolean;
}

/**
 * The first fix of each flag, but for those that touch what one before them changes. One that must be
 * looked at is made once: that it takes its flag away does not say that no other one brings it back.
 */
function fixesFor(
  opened: Opened,
  choice: Choice,
  { unsafe }: How,
  tried: Set<string>,
): { readonly flag: Flag; readonly fix: Fix }[] {
  const { project, plan, asAt, asked } = opened;
  const taken: Edit[] = [];
  const flags = checkProject(checks, withChoice(project, choice), plan, asAt);
  return flags.flatMap((flag) => {
    if (flag.explained !== undefined || flag.known === true) return [];
    const possible = flag.fixes.filter(({ edits }) => edits.length > 0);
    const fix = possible.find(({ safe }) => safe) ?? (unsafe ? possible[0] : undefined);
    const key = fix?.safe === false ? `${flag.check} ${itemPath(plan, flag)} ${fix.title}` : '';
    if (tried.has(key)) return [];
    const isFree = fix?.edits.every((edit) => {
      const { path } = edit.unit.file;
      const isOurs = asked.has(path) && !project.invalidText.has(path);
      return isOurs && !taken.some((other) => touches(edit, other));
    });
    if (fix === undefined || isFree !== true) return [];
    taken.push(...fix.edits);
    if (key !== '') tried.add(key);
    return [{ flag, fix }];
  });
}

const touches = (one: Edit, other: Edit): boolean =>
  one.unit === other.unit && one.span.start <= other.span.end && other.span.start <= one.span.end;

/** The project with edits made; a file that was laid out tidily is so afterwards. */
function withEdits(opened: Opened, edits: readonly Edit[]): Opened {
  const byFile = Map.groupBy(edits, ({ unit }) => unit.file);
  const files = opened.project.files.map((file) => {
    const own = byFile.get(file);
    if (own === undefined) return file;
    const text = applyEdits(file.text, own);
    return new PlanFile(file.path, formatPlan(file.text) === file.text ? formatPlan(text) : text);
  });
  return { ...opened, project: { ...opened.project, files }, plan: new Plan(files, false) };
}

const lineOf = ({ folder }: Opened, flag: Flag, { title }: Fix): string =>
  `${compactPlace(folder, flag)}: mended: ${title} [${flag.check}]`;
