import writeExcelFile from 'write-excel-file/node';
import { writeFileSync } from 'node:fs';
import { planOf, type Action, type Named, type Plan, type Requirement } from '../content/plan.ts';

/** The plan of the benchmarks as a workbook of fifteen columns, as a trust would have it. */

/** One column: its heading, and what it says of an action. */
type Column = readonly [heading: string, (action: Action, plan: Looked) => string | Date];

/** What an action names by id, by its id. */
interface Looked {
  readonly titles: ReadonlyMap<string, string>;
  readonly requirements: ReadonlyMap<string, Requirement>;
}

const titleOf = ({ titles }: Looked, id: string): string => titles.get(id) ?? '';

const requirementOf = ({ requirements }: Looked, { answers }: Action): Requirement | undefined =>
  requirements.get(answers[0] ?? '');

const progress: Readonly<Record<string, string>> = { green: 'On track' };
const assurances: Readonly<Record<string, string>> = {
  fully: 'Fully assured',
  partially: 'Partially assured',
  not: 'Not assured',
};

const columns: readonly Column[] = [
  ['Action reference', ({ id }) => id],
  ['Requirement reference', (action, plan) => requirementOf(plan, action)?.id ?? ''],
  ['Must do / Should do', (action, plan) => requirementOf(plan, action)?.kind ?? ''],
  ['Finding', (action, plan) => requirementOf(plan, action)?.title ?? ''],
  ['Source', ({ source }, plan) => titleOf(plan, source)],
  ['Directorate', ({ directorate }, plan) => titleOf(plan, directorate)],
  ['Action', ({ title, description }) => `${title}\n${description}`],
  ['Measure of success', ({ measure }) => measure],
  ['Senior Responsible Owner (SRO)', ({ sro }, plan) => titleOf(plan, sro)],
  ['Lead', ({ lead }, plan) => titleOf(plan, lead)],
  ['Due date', ({ due }) => new Date(`${due}T00:00:00Z`)],
  ['Status', ({ updates: [update] }) => progress[update?.level ?? ''] ?? ''],
  ['Progress update', ({ updates: [update] }) => update?.text ?? ''],
  ['Committee', ({ committee }, plan) => titleOf(plan, committee)],
  ['Committee assurance rating', ({ assurance }) => assurances[assurance] ?? ''],
];

const byId = (things: readonly Named[]): [string, string][] =>
  things.map(({ id, title }) => [id, title]);

function lookedUp({ directorates, committees, sros, chapters }: Plan): Looked {
  const sources = chapters.map(({ source }) => source);
  return {
    titles: new Map([directorates, committees, sros, sources].flatMap(byId)),
    requirements: new Map(
      sources.flatMap(({ requirements }) => requirements.map((one) => [one.id, one] as const)),
    ),
  };
}

/** Writes a workbook with so many actions, a row each, below one row of headings. */
export async function writeWorkbook(file: string, actions: number): Promise<void> {
  const plan = planOf({ actions, perChapter: 50, flags: 0 });
  const looked = lookedUp(plan);
  const rows = plan.chapters
    .flatMap((chapter) => chapter.actions)
    .map((action) =>
      columns.map(([, valueOf]) => {
        const value = valueOf(action, looked);
        return value instanceof Date
          ? { value, type: Date, format: 'dd/mm/yyyy' }
          : { value, type: String };
      }),
    );
  const head = columns.map(([value]) => ({ value, type: String, fontWeight: 'bold' as const }));
  writeFileSync(file, await writeExcelFile([head, ...rows]).toBuffer());
}
