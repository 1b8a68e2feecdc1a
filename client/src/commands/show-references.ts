import { commands, Location, Position, Range, Uri } from 'vscode';
import type { Command } from './command.ts';

/**
 * What a lens calls: shows the places that it counts. Takes what the server sends, as LSP has it: an
 * address, a position and locations; with anything else it does nothing.
 */
export const showReferences: Command = async (_, argument, ...more) => {
  const [at, places] = more;
  if (typeof argument !== 'string' || !isPlace(at) || !Array.isArray(places)) return;
  const locations = (places as unknown[])
    .filter(isLocation)
    .map(
      ({ uri, range: { start, end } }) =>
        new Location(
          Uri.parse(uri),
          new Range(start.line, start.character, end.line, end.character),
        ),
    );
  await commands.executeCommand(
    'editor.action.showReferences',
    Uri.parse(argument),
    new Position(at.line, at.character),
    locations,
  );
};

interface Place {
  readonly line: number;
  readonly character: number;
}

interface Sent {
  readonly uri: string;
  readonly range: { readonly start: Place; readonly end: Place };
}

type Unknown<T> = { readonly [K in keyof T]?: unknown };

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

function isPlace(value: unknown): value is Place {
  if (!isObject(value)) return false;
  const { line, character } = value as Unknown<Place>;
  return typeof line === 'number' && typeof character === 'number';
}

function isLocation(value: unknown): value is Sent {
  if (!isObject(value)) return false;
  const { uri, range } = value as Unknown<Sent>;
  if (typeof uri !== 'string' || !isObject(range)) return false;
  const { start, end } = range as Unknown<Sent['range']>;
  return isPlace(start) && isPlace(end);
}
