import { URI } from 'vscode-uri';
import { NodeHost, plansBelow } from '../hosts/node.ts';
import type { FileHost } from '../plan/host.ts';
import { within } from './addresses.ts';
import type { Files } from './files.ts';

/** Node's disk. Addresses of other schemes (an untitled document) have no files around them. */
export class NodeFiles implements Files {
  hostFor(folder: string): FileHost | undefined {
    const uri = URI.parse(folder);
    return uri.scheme === 'file' ? new NodeHost(uri.fsPath) : undefined;
  }

  async plansBelow(folder: string): Promise<readonly string[]> {
    const uri = URI.parse(folder);
    if (uri.scheme !== 'file') return [];
    const paths = await plansBelow(uri.fsPath);
    return paths.map((path) => within(folder, path));
  }
}
