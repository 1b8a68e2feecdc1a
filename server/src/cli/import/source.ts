import { basename, dirname } from 'node:path';
import { NodeHost, reasonOf } from '../../hosts/node.ts';
import type { Refusal } from '../../imports/cells.ts';
import { limits } from '../../imports/limits.ts';
import type { Mapping } from '../../imports/recognise/mapping.ts';
import { CannotGoOn } from '../exit.ts';

/** What is read for an import: a spreadsheet, and what somebody says of its columns. */

export interface SaidOfColumns {
  readonly map?: string;
  readonly colours?: string;
}

/** Reading workbooks and documents is only loaded by those who import one. */
export const imports = () => import('../../imports/index.ts');

/** What a file is called in what is written about it. */
export const originOf = (file: string): string =>
  file === '-' ? 'standard input' : basename(file);

/** @throws CannotGoOn in one line where something was refused */
export function orStop<T extends object>(name: string, made: T | Refusal): T {
  if ('wrong' in made) throw new CannotGoOn(`${name} ${made.wrong}.`);
  return made;
}

/**
 * The bytes of a file; of standard input, as much of it as may be read.
 * @throws CannotGoOn when the file cannot be read
 */
export async function bytesOf(file: string): Promise<Uint8Array<ArrayBuffer>> {
  if (file === '-') return standardInput();
  const host = new NodeHost(dirname(file));
  return host.read(basename(file), limits.file).then(
    (bytes) => new Uint8Array(bytes),
    (error: unknown) => {
      throw new CannotGoOn(`${file} cannot be read: ${reasonOf(error)}.`);
    },
  );
}

async function standardInput(): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > limits.file) break;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/**
 * What somebody says of the columns and the colours.
 * @param otherwise what is known of them
 * @throws CannotGoOn when it cannot be understood
 */
export async function mappingFrom(
  { map, colours }: SaidOfColumns,
  otherwise?: Mapping,
): Promise<Mapping> {
  const { noMapping, readColours, readMapping } = await imports();
  let mapping = otherwise ?? noMapping;
  if (map !== undefined) {
    const bytes = await bytesOf(map);
    mapping = orStop(map, readMapping(new TextDecoder().decode(bytes)));
  }
  if (colours === undefined) return mapping;
  const pairs = colours.split(',').map((pair): readonly [string, string] => {
    const [colour = '', words = ''] = pair.split('=');
    return [colour.trim(), words];
  });
  const { key } = orStop('--colours', readColours(pairs));
  return { ...mapping, colours: new Map([...mapping.colours, ...key]) };
}
