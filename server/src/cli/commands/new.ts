import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { isThere, reasonOf } from '../../hosts/node.ts';
import { newPlanFiles } from '../../outputs/new/template.ts';
import { CannotGoOn } from '../exit.ts';
import { writeOutput } from '../output.ts';

/** `mustdo new NAME` */
export function addNew(program: Command): void {
  program
    .command('new')
    .summary('begin a plan')
    .description(
      'Makes a folder with a plan to fill in: its heading, who answers for what, a source and an action.',
    )
    .argument('<name>', 'the plan’s reference, such as RT5-CQC-2026; the folder takes its name')
    .option('--title <text>', 'the plan’s title', 'Action plan')
    .action(async (name: string, options: { title: string }) => {
      await begin(name, options.title);
    });
}

async function begin(name: string, title: string): Promise<void> {
  const files = newPlanFiles(name, title);
  if (files === undefined) {
    throw new CannotGoOn(
      `"${name}" cannot name a plan: use letters, digits, dots, hyphens and underscores.`,
    );
  }
  if (await isThere(name)) throw new CannotGoOn(`${name} is already there; nothing was changed.`);
  await mkdir(name).catch((error: unknown) => {
    throw new CannotGoOn(`${name} cannot be made: ${reasonOf(error, true)}.`);
  });
  for (const [file, content] of files) await writeOutput(join(name, file), content);
  process.stdout.write(
    `${name} is there. Open ${name}/${name}.plan, and check it with: mustdo check ${name}\n`,
  );
}
