import { FileType, l10n, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { toBase64 } from '../../server/src/lsp/base64.ts';
import {
  fileExistsRequest,
  listPlansRequest,
  readFileRequest,
  type FileExistsParams,
  type ListPlansParams,
  type ReadFileParams,
  type ReadFileResult,
} from '../../server/src/lsp/protocol.ts';

/** Answers the server’s questions about files from VS Code’s file system: where it has no disk of its own. */
export function answerFileRequests(client: BaseLanguageClient): void {
  client.onRequest(readFileRequest, readFile);
  client.onRequest(fileExistsRequest, ({ uri }: FileExistsParams) => isThere(Uri.parse(uri)));
  client.onRequest(listPlansRequest, async ({ folder }: ListPlansParams) => {
    const found: string[] = [];
    await collectPlans(Uri.parse(folder), found);
    return found;
  });
}

/** Whether there is a file or a folder. */
export async function isThere(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

async function readFile({ uri, limit }: ReadFileParams): Promise<ReadFileResult> {
  const address = Uri.parse(uri);
  try {
    const { size } = await workspace.fs.stat(address);
    if (size > limit) {
      const most = String(Math.floor(limit / 1024 / 1024));
      return { wrong: l10n.t('it is larger than {0} MB, the most that Mustdo reads', most) };
    }
    return { base64: toBase64(await workspace.fs.readFile(address)) };
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * Walks folders rather than searching: not every file system in a browser can be searched. Leaves out
 * what the server leaves out on a disk, and links, which may lead in circles.
 */
async function collectPlans(folder: Uri, found: string[], isBelow = false): Promise<void> {
  const entries = await readFolder(folder);
  if (isBelow && entries.some(([name]) => name === 'frozen.json')) return;
  for (const [name, type] of entries) {
    const uri = Uri.joinPath(folder, name);
    if ((type & FileType.Directory) !== 0) {
      const skipped = name === 'node_modules' || name.startsWith('.');
      if (!skipped && (type & FileType.SymbolicLink) === 0) await collectPlans(uri, found, true);
    } else if (name.endsWith('.plan') || name === 'mustdo.json') {
      found.push(uri.toString());
    }
  }
}

/** What a folder holds; nothing where it cannot be read. */
async function readFolder(folder: Uri): Promise<[string, FileType][]> {
  try {
    return await workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}
