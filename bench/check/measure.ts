import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Scene } from '../lsp/scenes.ts';
import { scriptOf } from '../lsp/servers.ts';
import { writeContent, type Written } from '../lsp/written.ts';
import type { Options } from './options.ts';
import { spentBy, timed, type Spent } from './timed.ts';
import type { Tool } from './tools.ts';

/** What came of one tool over one content. */
export interface Cell {
  readonly tool: string;
  readonly scene: string;
  /** How many bytes of content it was given, without schema, ruleset and settings. */
  readonly bytes: number;
  readonly milliseconds: readonly number[];
  /** Memory and processor time of one run. */
  readonly spent: Spent | undefined;
  /** Why there are no numbers. */
  readonly wrong?: string;
}

/** A tool with the content it is to check. */
interface Task {
  readonly tool: Tool;
  readonly written: Written;
  readonly args: readonly string[];
  readonly bytes: number;
  readonly milliseconds: number[];
  wrong: string | undefined;
}

/**
 * Runs the tools over one content, in turns, so that a machine which is busy for a while is so for all:
 * a run that is not counted, then the counted ones, then one for memory and processor time. The content has no mistake, so
 * every tool must say so.
 * @param hopeless why a tool is not to be tried, where it is known beforehand
 */
export async function measure(
  scene: Scene,
  { tools, runs, limit, budget }: Options,
  hopeless: (tool: Tool) => string | undefined,
): Promise<Cell[]> {
  const tasks = tools.map((tool) => taskOf(tool, scene, hopeless(tool)));
  for (let round = 0; round <= runs; round++) {
    for (const task of tasks) {
      const spent = task.milliseconds.reduce((sum, each) => sum + each, 0);
      if (task.wrong !== undefined || (round > 1 && spent > budget)) continue;
      const run = await timed(task.written.folder, task.args, limit);
      if (run.code === undefined) task.wrong = `over ${limit / 1000} s`;
      else if (run.code !== 0) task.wrong = `ended with ${run.code}: ${lastLine(run.output)}`;
      else if (round > 0) task.milliseconds.push(run.milliseconds);
    }
  }
  const cells: Cell[] = [];
  for (const { tool, written, args, bytes, milliseconds, wrong } of tasks) {
    const spent = wrong === undefined ? await spentBy(written.folder, args, limit) : undefined;
    const cell = { tool: tool.id, scene: scene.id, bytes, milliseconds, spent };
    cells.push(wrong === undefined ? cell : { ...cell, milliseconds: [], wrong });
  }
  return cells;
}

/**
 * Breaks one reference and has a tool look: what is fast because it does not look has no place here.
 * @returns what is wrong with the tool, in words; undefined when it finds that mistake and no other
 */
export async function doubtOf(
  tool: Tool,
  scene: Scene,
  { limit }: Options,
): Promise<string | undefined> {
  const { written, args } = taskOf(tool, scene, undefined);
  const { files, opened, reference } = written.content;
  const fine = await timed(written.folder, args, limit);
  if (fine.code !== 0) return `says that right content is wrong: ${lastLine(fine.output)}`;
  const lines = (files.get(opened) ?? '').split('\n');
  const line = lines[reference.line] ?? '';
  const end = reference.character + reference.length;
  const wrong = `${line.slice(reference.character, end)}x`;
  lines[reference.line] = line.slice(0, reference.character) + wrong + line.slice(end);
  writeFileSync(join(written.folder, opened), lines.join('\n'));
  const { code, output } = await timed(written.folder, args, limit);
  if (code === 0 || code === undefined) return 'does not find a wrong reference';
  return output.includes(tool.finds(wrong, reference))
    ? undefined
    : `does not say where a reference is wrong: ${lastLine(output)}`;
}

function taskOf(tool: Tool, scene: Scene, wrong: string | undefined): Task {
  const written = writeContent(tool.language, scene);
  const { content, folder } = written;
  const texts = [...content.files].filter(([path]) => !path.endsWith('.json'));
  const bytes = texts.reduce((sum, [path]) => sum + readFileSync(join(folder, path)).length, 0);
  const args = [scriptOf(tool), ...tool.args(content.opened, scene.many)];
  return { tool, written, args, bytes, milliseconds: [], wrong };
}

const lastLine = (output: string): string => output.trim().split('\n').at(-1)?.slice(0, 120) ?? '';
