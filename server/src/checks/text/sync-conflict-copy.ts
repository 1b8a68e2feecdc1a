import { kinds } from '../../language/keywords/index.ts';
import type { Entity, Fact } from '../../plan/plan.ts';
import { always, check } from '../check.ts';
import { copiedFrom } from './copied-file.ts';

export const syncConflictCopy = check({
  id: 'sync-conflict-copy',
  title: 'Copy of a plan file',
  what: 'The name of a plan file says that it is a copy: “plan - Copy.plan”, “plan (1).plan” or “plan-LAPTOP123.plan” beside “plan.plan”, “plan (conflicted copy)”, “plan.sync-conflict-…”.',
  why: 'All files of a project are read together: a copy doubles its actions, and somebody’s last changes may stand in the copy alone.',
  source:
    'Practice: OneDrive, SharePoint, Dropbox and Windows keep a second file under such a name rather than lose a change.',
  falsePositives:
    'A file that is meant to have such a name: give it another, or leave it out of the project with exclude in mustdo.json.',
  severity: always('error'),
  preset: 'setting-up',
  over: 'unit',
  appliesTo: (unit) => unit.file.units[0] === unit,
  *run(unit, { plan }) {
    const { path } = unit.file;
    const copy = copiedFrom(path, (beside) => plan.fact(filesWithItems).has(beside));
    if (copy === undefined) return;
    yield {
      at: { start: 0, end: firstLineEnd(unit.text) },
      message: `By its name this file is a copy of ${copy.original}: such names are given by ${copy.by}.`,
      todo: `Compare the two, take what is only here into ${copy.original}, and then delete this file or move it out of the project.`,
    };
  },
  examples: {
    flagged: [
      {
        file: 'actions - Copy.plan',
        plan: `
// What Windows makes of a file that is pasted beside itself.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ By its name this file is a copy of actions.plan: such names are given by Windows, when it was copied and pasted.
action F "Keep wards clean"
`,
      },
      {
        file: 'actions-LAPTOP-7.plan',
        files: { 'actions.plan': 'action F "Keep wards clean"\n' },
        plan: `
action G "Roll out the tool"
^^^^^^^^^^^^^^^^^^^^^^^^^^^^ By its name this file is a copy of actions.plan: such names are given by OneDrive or SharePoint, when two people had it open.
`,
      },
    ],
    clean: [
      {
        file: 'actions-LAPTOP-7.plan',
        plan: `
action G "Give each ward a laptop"
`,
      },
      {
        plan: `
action F "Keep wards clean" {
  note "plan - Copy.plan is the name of no file here"
}
`,
      },
    ],
  },
});

/** The paths of the files that have items: which there are follows from the items alone. */
const filesWithItems: Fact<ReadonlySet<string>> = {
  of: (plan) =>
    new Set(
      kinds
        .flatMap((kind) => plan.all(kind) as readonly Entity[])
        .map(({ unit }) => unit.file.path),
    ),
  same: (before, now) => before.size === now.size && [...now].every((path) => before.has(path)),
};

/** Where the first line ends, so that the flag covers no more. */
function firstLineEnd(text: string): number {
  const end = text.search(/[\r\n]/);
  return end < 0 ? text.length : end;
}
