import type { Connection } from 'vscode-languageserver';
import { ownPlans } from '../hosts/own-plans.ts';
import type { FileHost } from '../plan/host.ts';
import { relativeTo, within } from './addresses.ts';
import { fromBase64 } from './base64.ts';
import type { Files } from './files.ts';
import {
  fileExistsRequest,
  listPlansRequest,
  readFileRequest,
  type FileExistsParams,
  type ListPlansParams,
  type ReadFileParams,
  type ReadFileResult,
} from './protocol.ts';

/** The client's file system, asked for over the wire: where the server has no disk. */
export class ClientFiles implements Files {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  hostFor(folder: string): FileHost {
    return new ClientHost(this.#connection, folder);
  }

  plansBelow(folder: string): Promise<readonly string[]> {
    return listPlans(this.#connection, folder).then((uris) =>
      uris.filter((uri) => uri.endsWith('.plan')),
    );
  }
}

class ClientHost implements FileHost {
  readonly #connection: Connection;
  readonly #folder: string;

  constructor(connection: Connection, folder: string) {
    this.#connection = connection;
    this.#folder = folder;
  }

  async read(path: string, limit: number): Promise<Uint8Array> {
    const params: ReadFileParams = { uri: within(this.#folder, path), limit };
    const result = await this.#connection.sendRequest<ReadFileResult>(readFileRequest, params);
    if ('wrong' in result) throw new Error(result.wrong);
    return fromBase64(result.base64);
  }

  exists(path: string): Promise<boolean> {
    const params: FileExistsParams = { uri: within(this.#folder, path) };
    return this.#connection.sendRequest<boolean>(fileExistsRequest, params);
  }

  async list(exclude: readonly string[]): Promise<readonly string[]> {
    const uris = await listPlans(this.#connection, this.#folder);
    const paths = uris
      .map((uri) => relativeTo(this.#folder, uri))
      .filter((path) => path !== undefined);
    return ownPlans(paths, exclude);
  }
}

function listPlans(connection: Connection, folder: string): Promise<readonly string[]> {
  const params: ListPlansParams = { folder };
  return connection.sendRequest<string[]>(listPlansRequest, params);
}
