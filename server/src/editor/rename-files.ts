import type { WorkspaceEdit } from 'vscode-languageserver-types';
import type { Edit } from '../plan/flag.ts';
import type { Ask } from './ask.ts';
import { pathsIn } from './document-links.ts';
import { pathAsNamed, pathNamed } from './paths.ts';
import { workspaceEdit } from './places.ts';

/** A file or folder that is about to move, as paths in the project; `to` is undefined where it leaves it. */
export interface Move {
  readonly from: string;
  readonly to: string | undefined;
}

/** The edits by which plan text keeps naming what moves, and what moves keeps naming the rest. */
export function editsForMoves(ask: Ask, moves: readonly Move[]): WorkspaceEdit {
  const moved = (path: string): string | undefined => {
    for (const { from, to } of moves) {
      if (path === from) return to;
      if (from !== '' && path.startsWith(`${from}/`)) {
        return to === undefined ? undefined : to + path.slice(from.length);
      }
    }
    return path;
  };
  const edits: Edit[] = [];
  for (const file of ask.plan.files) {
    const home = moved(file.path);
    if (home === undefined) continue;
    for (const unit of file.units) {
      for (const { written, span } of pathsIn(unit)) {
        const path = pathNamed(file.path, written);
        const now = path === undefined ? undefined : moved(path);
        if (now === undefined || pathNamed(home, written) === now) continue;
        const text = pathAsNamed(home, now, written);
        // A name that a text cannot hold, or that would not be read back, stays as it is.
        if (/["“”„‟\r\n]/.test(text) || pathNamed(home, text) !== now) continue;
        edits.push({ unit, span, text });
      }
    }
  }
  return workspaceEdit(ask, edits);
}
