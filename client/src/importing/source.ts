import { l10n, workspace, type Uri } from 'vscode';
import { toBase64 } from '../../../server/src/lsp/base64.ts';
import {
  importLimits,
  importLookRequest,
  importRequest,
  type ImportedFile,
  type ImportLookResult,
  type ImportMapping,
  type ImportParams,
  type ImportResult,
} from '../../../server/src/lsp/protocol.ts';
import type { Server } from '../server.ts';
import type { Look } from './messages.ts';

/** A file that is to be imported, wherever it is: it is read once, and never written. */
export class Source {
  readonly uri: Uri;
  readonly #server: Server;
  readonly #file: ImportedFile;

  private constructor(uri: Uri, server: Server, base64: string) {
    this.uri = uri;
    this.#server = server;
    this.#file = { name: nameOf(uri), base64 };
  }

  /** @throws in a sentence when it cannot be read, or is too large */
  static async read(uri: Uri, server: Server): Promise<Source> {
    const name = nameOf(uri);
    const { size } = await workspace.fs.stat(uri);
    if (size > importLimits.file) {
      const most = String(Math.round(importLimits.file / 1024 / 1024));
      throw new Error(l10n.t('{0} is larger than {1} MB, the most that is read.', name, most));
    }
    return new Source(uri, server, toBase64(await workspace.fs.readFile(uri)));
  }

  get name(): string {
    return this.#file.name;
  }

  /**
   * What would become of it.
   * @param map the text of a mapping file
   * @throws why it cannot be read, in a sentence
   */
  async look(map?: string): Promise<Look> {
    const asked = { ...this.#file, ...(map !== undefined && { map }) };
    const looked = await this.#server.request<ImportLookResult>(importLookRequest, asked);
    if ('wrong' in looked) throw new Error(looked.wrong);
    return looked;
  }

  /** The files of its plan. @throws why there are none, in a sentence */
  async make(folder: string, map?: string): Promise<Exclude<ImportResult, { wrong: string }>> {
    const asked: ImportParams = { ...this.#file, folder, ...(map !== undefined && { map }) };
    const made = await this.#server.request<ImportResult>(importRequest, asked);
    if ('wrong' in made) throw new Error(made.wrong);
    return made;
  }
}

/** What is said of the columns, as the text of a mapping file. */
export const asMap = (mapping: ImportMapping): string => JSON.stringify(mapping);

export const nameOf = ({ path }: Uri): string => path.replace(/^.*\//, '');
