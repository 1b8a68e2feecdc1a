import { NodeHost } from '../hosts/node.ts';
import { writeAll } from '../hosts/write-all.ts';
import { decodePlan, sizeLimit } from '../plan/decode.ts';
import type { PlanFile } from '../plan/file.ts';
import { textAfter, type FileEdit } from '../writing/tidy.ts';
import { CannotGoOn } from './exit.ts';
import type { Opened } from './open.ts';

/**
 * Writes changes into a plan, all of them or none: none where a file cannot be changed or is another one by now.
 * @param others texts of files that are no plan, by their paths in the project’s folder
 * @throws CannotGoOn when nothing was written
 */
export async function writePlan(
  { project, root, folder }: Opened,
  byFile: ReadonlyMap<PlanFile, readonly FileEdit[]>,
  others: ReadonlyMap<string, string> = new Map(),
): Promise<void> {
  const host = new NodeHost(root);
  for (const { path, text } of byFile.keys()) {
    if (project.invalidText.has(path)) {
      throw new CannotGoOn(
        `${folder}${path} holds bytes that are no text, which would be lost: save it as UTF-8. Nothing was written.`,
      );
    }
    const now = decodePlan(await host.read(path, sizeLimit));
    if (!('text' in now) || now.text !== text) {
      throw new CannotGoOn(
        `${folder}${path} has changed meanwhile. Nothing was written; begin again.`,
      );
    }
  }
  const plans = [...byFile].map(([file, edits]) => [file.path, textAfter(file, edits)] as const);
  const wrong = await writeAll(root, new Map([...plans, ...others]));
  if (wrong === undefined) return;
  throw new CannotGoOn(
    `${folder}${wrong.path} cannot be written: ${wrong.wrong}. Nothing was written.`,
  );
}
