import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NodeHost } from '../../server/src/hosts/node.ts';
import { Plan } from '../../server/src/plan/plan.ts';
import { loadProject, type Project } from '../../server/src/plan/project.ts';

const folder = fileURLToPath(new URL('../../samples/', import.meta.url));

/** The names of all samples. */
export const sampleNames: readonly string[] = readdirSync(folder).sort();

/** A sample read from disk as the command line reads it. */
export async function openSample(
  name: string,
): Promise<{ project: Project; plan: Plan; asAt: string }> {
  const project = await loadProject(new NodeHost(`${folder}${name}`));
  const asAt = project.settings.asAt;
  if (asAt === undefined) throw new Error(`samples/${name}/mustdo.json has no asAt`);
  return { project, plan: new Plan(project.files), asAt };
}
