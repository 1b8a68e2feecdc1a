import {
  ErrorCodes,
  ResponseError,
  type CancellationToken,
  type Connection,
} from 'vscode-languageserver';
import manifest from '../../package.json' with { type: 'json' };
import { fieldGroups } from '../imports/field-groups.ts';
import {
  folderFor,
  importedFrom,
  noMapping,
  planIdIn,
  readMapping,
  readSheets,
} from '../imports/index.ts';
import type { Refusal, Sheets } from '../imports/cells.ts';
import { lookAt } from '../imports/look.ts';
import { fieldById } from '../imports/recognise/fields.ts';
import { mappingFile, type Mapping } from '../imports/recognise/mapping.ts';
import { newProjectOf, reportFile } from '../outputs/imports/new-project.ts';
import { importInWords, importToComeInWords } from '../outputs/imports/report.ts';
import { progressMeanings } from '../plan/vocabularies.ts';
import { stillWanted } from './about.ts';
import { fromBase64 } from './base64.ts';
import {
  importLookRequest,
  importRequest,
  type ImportedFile,
  type ImportLookParams,
  type ImportLookResult,
  type ImportMapping,
  type ImportParams,
  type ImportResult,
  type ImportSheetMapping,
} from './protocol.ts';
import type { Workspace } from './workspace.ts';

const fields = Object.entries(fieldGroups).map(([title, ids]) => ({
  title,
  fields: ids.map((id) => ({ id, title: fieldById.get(id)?.title ?? id })),
}));
const meanings = [...progressMeanings.values()].map(({ id, title }) => ({ id, title }));

/** Answers what is asked to make a plan of a file from elsewhere: what would become of it, and what it makes. */
export function addImporting(connection: Connection, current: () => Workspace): void {
  connection.onRequest(
    importLookRequest,
    async (file: ImportLookParams, asked: CancellationToken): Promise<ImportLookResult> => {
      const read = await readWith(file);
      stillWanted(asked);
      if ('wrong' in read) return read;
      const { sheets, mapping } = read;
      const { imported, ...look } = lookAt(sheets, mapping, file.name);
      return {
        ...{ folder: folderFor(stemOf(file.name)), fields, meanings, ...look },
        mapping: asSaid(mapping),
        ...(imported !== undefined && { words: importToComeInWords(imported) }),
      };
    },
  );

  connection.onRequest(
    importRequest,
    async ({ folder, ...file }: ImportParams): Promise<ImportResult> => {
      const read = await readWith(file);
      if ('wrong' in read) return read;
      const { sheets, mapping } = read;
      const imported = importedFrom(sheets, mapping, { id: planIdIn(folder), origin: file.name });
      if (imported === undefined)
        return { wrong: `${file.name} has no row of headings that can be recognised.` };
      const { files } = await newProjectOf(imported, {
        ...{ origin: file.name, folder, version: manifest.version },
        dayOf: ({ asAt }) => current().dayOf(asAt),
      });
      const plans = [...files.keys()].filter((name) => name.endsWith('.plan'));
      return {
        files: Object.fromEntries(files),
        // The actions stand last.
        first: plans.at(-1) ?? reportFile,
        report: reportFile,
        map: mappingFile(imported.tables, mapping),
        words: importInWords(imported),
      };
    },
  );
}

/** @throws ResponseError when what should be bytes is none */
async function readWith({
  name,
  base64,
  map,
}: ImportedFile): Promise<{ readonly sheets: Sheets; readonly mapping: Mapping } | Refusal> {
  const mapping = map === undefined ? noMapping : readMapping(map);
  if ('wrong' in mapping) return { wrong: `What is said of the columns ${mapping.wrong}.` };
  const sheets = await readSheets(bytesOf(base64));
  return 'wrong' in sheets ? { wrong: `${name} ${sheets.wrong}.` } : { sheets, mapping };
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  try {
    return fromBase64(base64);
  } catch {
    throw new ResponseError(ErrorCodes.InvalidParams, 'The bytes of the file are no base64.');
  }
}

/** A file’s name without its ending. */
const stemOf = (name: string): string => name.replace(/(?<=.)\.[^.]*$/, '');

function asSaid({ headingRow, columns, colours, sheets = new Map() }: Mapping): ImportMapping {
  const own = [...sheets].map(([name, said]): [string, ImportSheetMapping | null] => [
    name,
    said && { headingRow: said.headingRow, columns: Object.fromEntries(said.columns) },
  ]);
  return {
    headingRow,
    columns: Object.fromEntries(columns),
    colours: Object.fromEntries(colours),
    sheets: Object.fromEntries(own),
  };
}
