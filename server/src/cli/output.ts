import { writeWhole } from '../hosts/write.ts';
import { CannotGoOn } from './exit.ts';

/**
 * Writes to the file that was asked for, whole or not at all, or to standard output.
 * @throws CannotGoOn when the file cannot be written
 */
export async function writeOutput(
  path: string | undefined,
  content: string | Uint8Array,
): Promise<void> {
  if (path === undefined) {
    process.stdout.write(content);
    return;
  }
  const wrong = await writeWhole(path, content);
  if (wrong !== undefined) throw new CannotGoOn(`${path} cannot be written: ${wrong}.`);
}
