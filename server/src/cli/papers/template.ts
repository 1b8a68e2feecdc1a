import { basename, dirname } from 'node:path';
import { NodeHost, reasonOf } from '../../hosts/node.ts';
import { templateLimits } from '../../outputs/formats/docx/template/limits.ts';
import type { PaperFormat } from '../../outputs/formats/format.ts';
import { notUsable, takesTemplate, withTemplate } from '../../outputs/formats/with-template.ts';
import { CannotGoOn } from '../exit.ts';
import type { Opened } from '../open.ts';

/**
 * Formats with the look of the Word template that the call names, else the project’s settings.
 * @param named its path as the call has it
 * @throws CannotGoOn when it cannot be read or used, or nothing is written into it
 */
export async function inTemplate(
  formats: readonly PaperFormat[],
  named: string | undefined,
  { root, folder, project }: Opened,
): Promise<readonly PaperFormat[]> {
  const own = project.settings.template;
  if (!takesTemplate(formats)) {
    if (named === undefined) return formats;
    throw new CannotGoOn('--template is for Word: add docx to --format.');
  }
  if (named !== undefined) {
    return like(formats, named, new NodeHost(dirname(named)), basename(named));
  }
  return own === undefined ? formats : like(formats, folder + own, new NodeHost(root), own);
}

async function like(
  formats: readonly PaperFormat[],
  shown: string,
  host: NodeHost,
  path: string,
): Promise<readonly PaperFormat[]> {
  const bytes = await host.read(path, templateLimits.file).catch((error: unknown) => {
    throw new CannotGoOn(notUsable(shown, reasonOf(error)));
  });
  const found = await withTemplate(formats, shown, bytes);
  if ('wrong' in found) throw new CannotGoOn(found.wrong);
  return found;
}
