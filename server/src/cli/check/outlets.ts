import { resolve } from 'node:path';
import { flagFormat, type FlagFormat } from '../../outputs/flags/index.ts';
import type { FlagRun, Paint } from '../../outputs/flags/flag-report.ts';
import { summaryLine } from '../../outputs/flags/compact.ts';
import { registerFormats } from '../../outputs/flags/register.ts';
import { CannotGoOn } from '../exit.ts';
import { writeOutput } from '../output.ts';

/** What to write, and where to. */
export interface Outlet {
  readonly format: FlagFormat;
  /** Undefined for standard output. */
  readonly file: string | undefined;
}

/**
 * Reads `--format text --format sarif=flags.sarif`.
 * @param register whether the register of explained flags is to be written, which has fewer forms
 * @throws CannotGoOn when there is no such format, or two would go to one place
 */
export function outletsOf(asked: readonly string[], register: boolean): Outlet[] {
  const outlets = (asked.length === 0 ? ['text'] : asked).map(outletOf);
  const forms = Object.keys(registerFormats);
  const other = outlets.find(({ format }) => register && !forms.includes(format.id));
  if (other !== undefined) {
    throw new CannotGoOn(`--explained is written as ${forms.join(', ')}, not ${other.format.id}.`);
  }
  const places = new Map<string | undefined, string>();
  for (const { format, file } of outlets) {
    const place = file === undefined ? undefined : resolve(file);
    const first = places.get(place);
    if (first !== undefined) {
      throw new CannotGoOn(
        file === undefined
          ? `${first} and ${format.id} cannot both go to standard output: give one of them a file, such as ${format.id}=flags.${format.extension}.`
          : `${first} and ${format.id} cannot both go to ${file}.`,
      );
    }
    places.set(place, format.id);
  }
  return outlets;
}

function outletOf(asked: string): Outlet {
  const [id = '', ...rest] = asked.split('=');
  const format = flagFormat(id);
  if ('wrong' in format) throw new CannotGoOn(`${format.wrong}.`.replace('?.', '?'));
  const file = rest.join('=');
  if (rest.length > 0 && file === '') {
    throw new CannotGoOn(`${id}= needs the name of a file; - stands for standard output.`);
  }
  return { format, file: rest.length === 0 || file === '-' ? undefined : file };
}

/**
 * Writes a run to every outlet: files first, so that standard output does not speak of what failed.
 * Where all goes to files, standard output says where the plans stand, as at which day.
 * @throws CannotGoOn when a file cannot be written
 */
export async function writeRun(
  outlets: readonly Outlet[],
  run: FlagRun,
  register: boolean,
): Promise<void> {
  const contentFor = ({ format, file }: Outlet): string => {
    const shown: FlagRun = file === undefined ? run : { ...run, paint: unpainted };
    return (register ? registerFormats[format.id] : undefined)?.(shown) ?? format.write(shown);
  };
  const written = outlets.map((outlet) => ({ outlet, content: contentFor(outlet) }));
  for (const { outlet, content } of written) {
    if (outlet.file !== undefined) await writeOutput(outlet.file, content);
  }
  const open = written.find(({ outlet }) => outlet.file === undefined);
  await writeOutput(
    undefined,
    open?.content ?? run.projects.map((project) => `${summaryLine(project)}\n`).join(''),
  );
}

const unpainted: Paint = (_, text) => text;
