import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { amountIn, backlogNow, followBacklog } from '../../checks/backlog.ts';
import { checks } from '../../checks/index.ts';
import { judgeProject } from '../../checks/project.ts';
import { isThere } from '../../hosts/node.ts';
import { writeWhole } from '../../hosts/write.ts';
import { backlogAsText, type Backlog } from '../../plan/backlog.ts';
import { dayInWords } from '../../plan/calendar.ts';
import { backlogFile } from '../../plan/file-names.ts';
import { count } from '../../plan/words.ts';
import { CannotGoOn } from '../exit.ts';
import { openProjects, type Opened } from '../open.ts';
import { asAtOption } from '../options.ts';

/** `mustdo backlog [paths]` */
export function addBacklog(program: Command): void {
  program
    .command('backlog')
    .summary('take what is flagged now as known')
    .description(
      `Keeps what is flagged now in ${backlogFile}, so that mustdo check speaks of what is new. Later it takes out what is gone; it never adds.`,
    )
    .argument('[paths...]', 'plan files or folders; the current folder when left out')
    .addOption(asAtOption())
    .action(async (paths: string[], options: { asAt?: string }) => {
      const opened = await openProjects(paths.length === 0 ? ['.'] : paths, options.asAt);
      for (const project of opened) process.stdout.write(`${await keep(project)}\n`);
    });
}

/**
 * Writes the backlog of a project, or what is left of it.
 * @returns what was done, in a line
 * @throws CannotGoOn when the file cannot be written
 */
async function keep({ root, folder, project, plan, asAt }: Opened): Promise<string> {
  const name = `${folder}${backlogFile}`;
  const path = join(root, backlogFile);
  const day = `As at ${dayInWords(asAt)}`;
  const judgement = judgeProject(checks, project, plan, asAt);
  if (!(await isThere(path))) {
    const backlog = backlogNow(judgement);
    const amount = count(amountIn(backlog), 'flag');
    if (backlog.entries.length === 0)
      return `${day}: nothing is flagged that would stand in the way.`;
    await write(path, name, backlog);
    return `${day}: ${amount} ${amountIn(backlog) === 1 ? 'is' : 'are'} now the known backlog, in ${name}. mustdo check speaks of what is new.`;
  }
  const { before, left, gone } = followBacklog(project.backlog, judgement);
  if (gone === 0) return `${day}: all ${count(before, 'flag')} of ${name} are still there.`;
  if (left.entries.length === 0) {
    await rm(path);
    return `${day}: all ${count(before, 'flag')} of the known backlog are gone, and ${name} with them.`;
  }
  await write(path, name, left);
  return `${day}: ${String(gone)} of ${count(before, 'flag')} are gone and taken out of ${name}; ${String(amountIn(left))} are left.`;
}

async function write(path: string, name: string, backlog: Backlog): Promise<void> {
  const wrong = await writeWhole(path, backlogAsText(backlog));
  if (wrong !== undefined) throw new CannotGoOn(`${name} cannot be written: ${wrong}.`);
}
