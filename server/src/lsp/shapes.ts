import * as z from 'zod';
import { isIsoDate } from '../plan/calendar.ts';
import { formIds } from '../editor/forms/index.ts';
import { treeIds } from '../editor/trees/index.ts';
import { tabIds } from '../outputs/tables/tabs.ts';
import {
  formRequest,
  importLookRequest,
  importRequest,
  newPlanRequest,
  paperChoicesRequest,
  papersRequest,
  pasteRowsRequest,
  previewFindRequest,
  previewPlaceRequest,
  previewRequest,
  previewRowsRequest,
  setAsAtRequest,
  treeRequest,
} from './protocol.ts';

/** What the parameters of a method must have for the server to answer: what it reads, and no more. */

// Below the start or beyond the end is no fault of shape: the nearest place is taken.
const position = z.object({ line: z.int(), character: z.int() });
const range = z.object({ start: position, end: position });
// Half a character cannot stand in an address.
const address = z.string().refine((text) => text.isWellFormed(), 'is no address');
const uri = z.object({ uri: address });
const document = z.object({ textDocument: uri });
const place = document.extend({ position });
const day = z.string().refine(isIsoDate, 'is no day such as 2018-07-01').nullable();

const answers = z.record(z.string(), z.string());
const tab = z.enum(tabIds);
const names = z.array(z.string());
/** A file system has none longer. */
const fileName = z.string().min(1).max(255);
const importedFile = z.object({
  name: fileName,
  base64: z.string(),
  map: z.string().optional(),
});

const shapes: ReadonlyMap<string, z.ZodType> = new Map<string, z.ZodType>([
  [
    'initialize',
    z.object({
      capabilities: z.looseObject({}),
      workspaceFolders: z.array(uri).nullish(),
      rootUri: address.nullish(),
      initializationOptions: z
        .object({
          files: z.enum(['disk', 'client']).optional(),
          asAt: day.optional(),
          docs: z.string().optional(),
        })
        .nullish(),
    }),
  ],
  ['$/cancelRequest', z.object({ id: z.union([z.int(), z.string()]) })],
  ['$/setTrace', z.object({ value: z.string() })],
  [
    'textDocument/didOpen',
    z.object({ textDocument: uri.extend({ version: z.int(), text: z.string() }) }),
  ],
  [
    'textDocument/didChange',
    z.object({
      textDocument: uri.extend({ version: z.int() }),
      contentChanges: z.array(z.object({ range: range.optional(), text: z.string() })),
    }),
  ],
  [
    'workspace/didChangeWorkspaceFolders',
    z.object({ event: z.object({ added: z.array(uri), removed: z.array(uri) }) }),
  ],
  ['workspace/didChangeWatchedFiles', z.object({ changes: z.array(uri) })],
  ['textDocument/hover', place],
  ['textDocument/completion', place],
  ['textDocument/definition', place],
  [
    'textDocument/references',
    place.extend({ context: z.object({ includeDeclaration: z.boolean() }) }),
  ],
  ['textDocument/prepareRename', place],
  ['textDocument/rename', place.extend({ newName: z.string() })],
  [
    'textDocument/codeAction',
    document.extend({ range, context: z.object({ diagnostics: z.array(z.unknown()) }) }),
  ],
  ['workspace/symbol', z.object({ query: z.string() })],
  [setAsAtRequest, z.object({ asAt: day })],
  [
    treeRequest,
    uri.extend({
      tree: z.enum(treeIds),
      by: z.string().optional(),
      path: z.array(z.string()).max(20),
    }),
  ],
  [
    formRequest,
    uri.extend({
      form: z.enum(formIds),
      position: position.optional(),
      given: answers.optional(),
      answers,
      check: z.string().optional(),
    }),
  ],
  [pasteRowsRequest, uri.extend({ range, text: z.string() })],
  [
    previewRequest,
    uri.extend({ tab: tab.optional(), known: z.record(z.string(), z.number()).optional() }),
  ],
  [previewPlaceRequest, uri.extend({ tab: tab.optional(), table: z.string(), key: z.string() })],
  [previewRowsRequest, uri.extend({ position })],
  [paperChoicesRequest, uri],
  [papersRequest, uri.extend({ papers: names, formats: names, meeting: z.string().optional() })],
  [previewFindRequest, uri.extend({ position: position.optional(), tab: tab.optional() })],
  [importLookRequest, importedFile],
  [importRequest, importedFile.extend({ folder: fileName })],
  [newPlanRequest, z.object({ name: z.string(), title: z.string() })],
]);

/** Says what the parameters of a method lack; undefined when it can be answered, or takes any. */
export function whatIsWrong(method: string, params: unknown): string | undefined {
  const shape = shapes.get(method) ?? (method.startsWith('textDocument/') ? document : undefined);
  const [issue] = shape?.safeParse(params).error?.issues ?? [];
  if (issue === undefined) return undefined;
  const where = ['params', ...issue.path].join('.');
  return `${method}: ${where}: ${issue.message}`;
}
