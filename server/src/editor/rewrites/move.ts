import { CodeActionKind } from 'vscode-languageserver-types';
import { nameOf } from '../../checks/shared/names.ts';
import type { PlanFile } from '../../plan/file.ts';
import type { Plan } from '../../plan/plan.ts';
import { appending } from '../../writing/blocks.ts';
import { blockAt, removalsOf, textOfBlock, type Block } from '../blocks.ts';
import type { Change } from '../changes.ts';
import { unreadable, type RewriteRule, type Selected } from './rewrite.ts';

/** A project of more files than this is moved about in by cut and paste. */
const mostFiles = 10;

/** Blocks go to another file of the project, or to one of their own; references reach across files. */
export const moveToFile: RewriteRule = {
  id: 'move',
  kind: CodeActionKind.RefactorMove,
  *offer(selected) {
    const { ask, file, createFiles } = selected;
    const blocks = selectedBlocks(selected);
    const [first] = blocks;
    if (first === undefined) {
      yield* unreadable(selected, 'Move this block to another file');
      return;
    }
    const what = blocks.length === 1 ? calledIn(ask.plan, first) : `${blocks.length} blocks`;
    if (createFiles) {
      const path = newPath(ask.plan, file, first);
      yield {
        title: `Move ${what} to a new file, ${nameOfPath(path)}`,
        change: (): Change => ({
          edits: removalsOf(blocks),
          newFile: { path, text: `${blocks.map(textOfBlock).join('\n\n')}\n` },
        }),
      };
    }
    const others = ask.plan.files.filter((other) => other !== file);
    if (others.length > mostFiles) return;
    for (const other of others) {
      yield {
        title: `Move ${what} to ${other.path}`,
        change: (): Change => ({
          edits: [...removalsOf(blocks), appending(other, blocks.map(textOfBlock))],
        }),
      };
    }
  },
};

/** The blocks that are selected, or the one somebody points at; none where one cannot be read in full. */
function selectedBlocks({ file, start, end, unit }: Selected): Block[] {
  const units =
    start === end
      ? [unit]
      : file.units.filter((one) => one.start < end && start < one.start + one.text.length);
  const blocks: Block[] = [];
  for (const one of units) {
    if (one.reading.problems.length > 0) return [];
    const block = blockAt(one);
    const touches = block !== undefined && block.start <= end && start <= block.end;
    if (touches) blocks.push(block);
  }
  return blocks;
}

function calledIn(plan: Plan, { item, unit }: Block): string {
  const entity = plan.withId(item.kind, item.id).find((one) => one.unit === unit);
  return entity === undefined ? item.id : nameOf(entity);
}

/** A path beside the file, which no file of the project has. */
function newPath({ files }: Plan, { path }: PlanFile, { item }: Block): string {
  const taken = new Set(files.map((file) => file.path.toLowerCase()));
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  // The id may hold a stroke, and some file systems take few characters and no dot at the end.
  const id = item.id
    .toLowerCase()
    .replaceAll(/[^a-z0-9.]+/g, '-')
    .replaceAll(/^[-.]+|[-.]+$/g, '');
  const name = [item.keyword, id]
    .filter((part) => part !== '')
    .join('-')
    .slice(0, 80);
  let candidate = `${folder}${name}.plan`;
  for (let number = 2; taken.has(candidate.toLowerCase()); number++)
    candidate = `${folder}${name}-${number}.plan`;
  return candidate;
}

const nameOfPath = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
