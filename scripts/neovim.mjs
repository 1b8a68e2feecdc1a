// Finds Neovim; with --install, gets it where it can.
import { fileURLToPath } from 'node:url';
import { onPath } from '../server/src/hosts/programs.ts';
import { ensure } from './programs.mjs';

/** The path of Neovim on this machine; MUSTDO_NEOVIM names another one than would be found. */
export function findNeovim() {
  const named = process.env.MUSTDO_NEOVIM;
  if (named) return named;
  return onPath(['nvim', 'nvim.exe']);
}

const isRunDirectly = process.argv[1] === fileURLToPath(import.meta.url);

if (isRunDirectly && process.argv.includes('--install')) {
  ensure({
    find: findNeovim,
    what: 'Neovim for the tests in an editor',
    packages: ['neovim'],
    otherwise: 'No Neovim found: install 0.7 or later, or name it in MUSTDO_NEOVIM.',
  });
}
