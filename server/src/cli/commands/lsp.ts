import type { Command } from 'commander';
import { CannotGoOn } from '../exit.ts';

/** `mustdo lsp --stdio` */
export function addLsp(program: Command): void {
  program
    .command('lsp')
    .summary('start the language server')
    .description('Starts the language server, for editors that speak the Language Server Protocol.')
    .option('--stdio', 'talk over standard input and output')
    .action(async (options: { stdio?: boolean }) => {
      if (options.stdio !== true)
        throw new CannotGoOn('lsp takes --stdio: editors start it, people do not.');
      // A bundle of its own, beside this one: what only checks plans loads nothing of it.
      await import(new URL('./lsp.cjs', import.meta.url).href);
    });
}
