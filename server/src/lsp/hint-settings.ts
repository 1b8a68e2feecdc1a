import type { Connection } from 'vscode-languageserver';
import { allHints, type HintSettings } from '../editor/inlay-hints.ts';

/** How a client says which hints it wants. */
export interface HintWishes {
  /** Whether it can be asked for its settings. */
  readonly canBeAsked: boolean;
  /** What it said when it was started. */
  readonly atStart: unknown;
}

/** The section of a client's settings that has a key for each kind of hint. */
const section = 'mustdo.inlayHints';

/** Which hints a client wants now: all, but for those it has switched off. */
export async function hintSettings(
  connection: Connection,
  { canBeAsked, atStart }: HintWishes,
): Promise<HintSettings> {
  if (!canBeAsked) return readHintSettings(atStart);
  try {
    return readHintSettings(await connection.workspace.getConfiguration(section));
  } catch {
    // A client that cannot say has not switched anything off.
    return allHints;
  }
}

function readHintSettings(wishes: unknown): HintSettings {
  if (typeof wishes !== 'object' || wishes === null) return allHints;
  const said = wishes as Readonly<Record<string, unknown>>;
  return { deadlines: said.deadlines !== false, names: said.names !== false };
}
