import type { Command } from 'commander';
import { checks } from '../../checks/index.ts';
import { checkPage } from '../../checks/page.ts';
import { closest } from '../../language/closest.ts';
import { CannotGoOn } from '../exit.ts';

/** `mustdo about CHECK` */
export function addAbout(program: Command): void {
  program
    .command('about')
    .summary('explain a check')
    .description('Says what a check flags, why it matters, how much it weighs and how to mend it.')
    .argument('[check]', 'the check’s id; a list of all when left out')
    .action((id: string | undefined) => {
      process.stdout.write(id === undefined ? list() : checkPage(find(id)));
    });
}

function list(): string {
  const width = Math.max(...checks.map(({ id }) => id.length));
  return checks.map(({ id, title }) => `${id.padEnd(width)}  ${title}\n`).join('');
}

function find(id: string) {
  const found = checks.find((check) => check.id === id);
  if (found !== undefined) return found;
  const near = closest(
    id,
    checks.map((check) => check.id),
  );
  const hint = near === undefined ? 'mustdo about lists them all' : `did you mean ${near}?`;
  throw new CannotGoOn(`There is no check "${id}": ${hint}.`.replace('?.', '?'));
}
