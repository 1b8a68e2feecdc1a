import type { Location, Position, Range, WorkspaceEdit } from 'vscode-languageserver-types';
import type { EntityKey } from '../editor/entity-key.ts';
import type { Question } from '../editor/forms/fill.ts';
import type { FormId } from '../editor/forms/index.ts';
import type { NodeIcon, TreeId, TreeNode } from '../editor/trees/index.ts';
import type { FieldId } from '../imports/recognise/fields.ts';
import type { LookedAtSheet } from '../imports/look.ts';
import type { IsoDate } from '../language/dates.ts';
import type { Heading } from '../outputs/tables/paper.ts';
import type { Row, Table } from '../outputs/tables/table.ts';
import type { TabId } from '../outputs/tables/tabs.ts';

/**
 * What the extension and the server say to each other beyond LSP. Any editor may use these; none has to.
 * Names begin with `mustdo/`.
 */

/** Sent with `initialize`: where the client wants files read, and the as-at date it was left at. */
export interface InitializationOptions {
  /** `client`: the server asks the client for files (`mustdo/readFile`, `mustdo/listPlans`), as in a browser. */
  readonly files?: 'disk' | 'client';
  /** YYYY-MM-DD; left out or null: each project's own, else today in England. */
  readonly asAt?: string | null;
  /** The address of the folder that holds the checks' pages; flags link to them. */
  readonly docs?: string;
  /** Whether the client has the command `mustdo.showReferences`, which lenses call. */
  readonly showReferences?: boolean;
  /** Whether the client tells of changes to plans and settings by itself, without being asked to. */
  readonly watchesFiles?: boolean;
  /** Kinds of inlay hints to switch off, for a client that cannot be asked for its settings. */
  readonly inlayHints?: { readonly deadlines?: boolean; readonly names?: boolean };
}

/** Client to server: judge every plan at this day; null for each project's own. Answers null, or says what is wrong. */
export const setAsAtRequest = 'mustdo/setAsAt';
export interface SetAsAtParams {
  readonly asAt: string | null;
}

/** Client to server: what the preview of the project of a document shows. */
export const previewRequest = 'mustdo/preview';
export interface PreviewParams {
  readonly uri: string;
  /** Which tab is shown; left out: all parts of the paper. */
  readonly tab?: TabId;
  /** The revisions of the tables that the client has already, by table id: what it has is not sent again. */
  readonly known?: Readonly<Record<string, number>>;
}
export interface PreviewResult {
  readonly asAt: string;
  /** True when the as-at date is today in England. */
  readonly isToday: boolean;
  readonly heading: Heading;
  readonly sections: readonly PreviewSection[];
}
export interface PreviewSection {
  readonly id: string;
  readonly title: string;
  readonly tables: readonly PreviewTable[];
}
/** A table, of whose rows those come that are others than at the revision that the client has. */
export interface PreviewTable extends Omit<Table, 'rows'> {
  readonly revision: number;
  readonly rows: readonly PreviewRow[];
  /** The keys of all its rows in their order; left out where they are those of that revision. */
  readonly keys?: readonly string[];
}
export interface PreviewRow extends Omit<Row, 'place'> {
  /** Whether it stands somewhere in the text; `mustdo/previewPlace` says where. */
  readonly placed?: true;
}

/** Client to server: where in the text a row of the preview stands; null when nowhere (any more). */
export const previewPlaceRequest = 'mustdo/previewPlace';
export interface PreviewPlaceParams {
  /** A document of the project. */
  readonly uri: string;
  /** The tab that it stands in; left out: any part of the paper. */
  readonly tab?: TabId;
  readonly table: string;
  readonly key: string;
}
export interface PreviewPlaceResult {
  /** Where the row’s item begins. */
  readonly location: Location;
}

/** Client to server: the keys of the rows about what stands at a position, the innermost thing first. */
export const previewRowsRequest = 'mustdo/previewRows';
export interface PreviewRowsParams {
  readonly uri: string;
  readonly position: Position;
}
export interface PreviewRowsResult {
  readonly keys: readonly string[];
}

/** Client to server: which row of which tab is about an item, or about what stands at a position; null where none is. */
export const previewFindRequest = 'mustdo/previewFind';
export interface PreviewFindParams {
  readonly uri: string;
  readonly position?: Position;
  readonly item?: EntityKey;
  /** The tab that is shown: the row is looked for there first. */
  readonly tab?: TabId;
}
export interface PreviewFindResult {
  readonly row: { readonly tab: TabId; readonly table: string; readonly key: string };
}

/** Server to client, a notification: these documents' projects changed; a preview of one is stale. */
export const projectChanged = 'mustdo/projectChanged';
export interface ProjectChangedParams {
  /** What it is told apart from others by: its folder, or the file that belongs to none. */
  readonly id: string;
  /** Its files; left out when they are those that were said before. */
  readonly uris?: readonly string[];
  readonly asAt: string;
  readonly overdue: number;
  /** Must-dos that nothing answers. */
  readonly unmapped: number;
  readonly flags: { readonly error: number; readonly warning: number; readonly info: number };
}

export type { EntityKey, FormId, NodeIcon, Question, TreeId, TreeNode };

/** Client to server: one level of a tree through the project of a document; null where that is not known. */
export const treeRequest = 'mustdo/tree';
export interface TreeParams {
  readonly uri: string;
  readonly tree: TreeId;
  /** How it is grouped, where it can be in several ways: `attention` by `check` or by `owner`. */
  readonly by?: string;
  /** The keys of the nodes that lead to the one whose children are wanted; empty for those at the margin. */
  readonly path: readonly string[];
}
export interface TreeResult {
  readonly nodes: readonly TreeNode[];
}

/**
 * Client to server: go on with a form. The server keeps nothing of it; what has been said so far is sent
 * each time. Null where the document is not known.
 */
export const formRequest = 'mustdo/form';
export interface FormParams {
  readonly uri: string;
  readonly form: FormId;
  /** Where the cursor stands, or the item that somebody points at elsewhere. */
  readonly position?: Position;
  readonly item?: EntityKey;
  /** What need not be asked, by step. */
  readonly given?: Readonly<Record<string, string>>;
  readonly answers: Readonly<Record<string, string>>;
  /** Whether it is only to be said what is wrong with the answer to this step, which is still being typed. */
  readonly check?: string;
}
export type FormResult =
  | { readonly question: Question }
  /** Null for an answer that was checked and will do. */
  | { readonly wrong: string | null; readonly step?: string }
  /** All is said: the change, as one. */
  | { readonly edit: WorkspaceEdit };

/** Client to server: what rows of a table, about to be pasted, make; null where they make nothing there. */
export const pasteRowsRequest = 'mustdo/pasteRows';
export interface PasteRowsParams {
  readonly uri: string;
  /** What the pasted text takes the place of. */
  readonly range: Range;
  readonly text: string;
}
export interface PasteRowsResult {
  /** What is inserted in place of the rows. */
  readonly text: string;
  /** “Paste as 3 actions”. */
  readonly title: string;
  /** What was understood and what was not, in sentences. */
  readonly words: string;
}

/** Client to server: check every plan of the workspace, opened or not; their flags are published. */
export const checkAllRequest = 'mustdo/checkAll';
export interface CheckAllResult {
  readonly projects: number;
  readonly files: number;
  /** One sentence for people. */
  readonly words: string;
}

/** Client to server: the files of a new plan of that name, to be written by the client. */
export const newPlanRequest = 'mustdo/newPlan';
export interface NewPlanParams {
  readonly name: string;
  readonly title: string;
}
export interface NewPlanResult {
  /** By name, in the plan's folder; null with `wrong` when the name cannot be one. */
  readonly files: Readonly<Record<string, string>> | null;
  readonly wrong?: string;
}

/** Something that can be chosen, and what it is for. */
export interface Choice {
  readonly id: string;
  readonly title: string;
  readonly use: string;
}

/** Client to server: which papers can be made of the plan of a document; null where that is not known. */
export const paperChoicesRequest = 'mustdo/paperChoices';
export interface PaperChoicesParams {
  readonly uri: string;
}
export interface PaperChoicesResult {
  readonly papers: readonly Choice[];
  readonly formats: readonly Choice[];
  /** The latest first, each with its day. */
  readonly meetings: readonly (Choice & { readonly isToCome: boolean })[];
}

/** Client to server: make papers of the plan of a document, to be written by the client. */
export const papersRequest = 'mustdo/papers';
export interface PapersParams {
  readonly uri: string;
  readonly papers: readonly string[];
  readonly formats: readonly string[];
  readonly meeting?: string;
}
export interface PapersResult {
  readonly asAt: IsoDate;
  readonly files: readonly { readonly name: string; readonly base64: string }[];
  /** The titles of those for which the plan has nothing. */
  readonly empty: readonly string[];
}

/** Bytes of a file from elsewhere, more of which is not read: a client need not send it. */
export { limits as importLimits } from '../imports/limits.ts';

/** A file from elsewhere, and what somebody has said of it. The server keeps nothing of it between two requests. */
export interface ImportedFile {
  /** Its name, with its ending and without its folder. */
  readonly name: string;
  readonly base64: string;
  /** Which column is which, as the text of a mapping file (`mustdo import --map`); left out: as it is recognised. */
  readonly map?: string;
}

/** Client to server: what would become of a workbook, a document or a text file, for somebody to look at. */
export const importLookRequest = 'mustdo/importLook';
export type ImportLookParams = ImportedFile;
export type ImportLookResult =
  /** Why it cannot be read, or what is wrong with the mapping, in a sentence. */
  | { readonly wrong: string }
  | {
      /** What the folder of its plan may be called. */
      readonly folder: string;
      readonly sheets: readonly LookedAtSheet[];
      /** What a column can be, in groups. */
      readonly fields: readonly {
        readonly title: string;
        readonly fields: readonly { readonly id: FieldId; readonly title: string }[];
      }[];
      /** The colours that rate something, and what one can mean. */
      readonly colours: readonly { readonly colour: string; readonly means: string | null }[];
      readonly meanings: readonly { readonly id: string; readonly title: string }[];
      /** The mapping that was given, as it was understood. */
      readonly mapping: ImportMapping;
      /** What would be made and what was noticed, in sentences; undefined where no headings are known. */
      readonly words?: readonly string[];
    };
/** What a mapping file says. Columns are named by their headings or letters; null makes a column a note. */
export interface ImportMapping extends ImportSheetMapping {
  readonly colours: Readonly<Record<string, string>>;
  /** By the name of a sheet; null for one that is left out. */
  readonly sheets: Readonly<Record<string, ImportSheetMapping | null>>;
}
export interface ImportSheetMapping {
  /** Counted from 1; 0 where there are none. */
  readonly headingRow?: number | undefined;
  readonly columns: Readonly<Record<string, string | null>>;
}

/** Client to server: the files of the plan that a file makes, to be written by the client, as the command line writes them. */
export const importRequest = 'mustdo/import';
export interface ImportParams extends ImportedFile {
  /** The name of the folder that they are to be in. */
  readonly folder: string;
}
export type ImportResult =
  | { readonly wrong: string }
  | {
      /** By name, in the plan's folder. */
      readonly files: Readonly<Record<string, string>>;
      /** Which of them is to be read first, and which says what became of every cell. */
      readonly first: string;
      readonly report: string;
      /** What was taken for what, as a mapping file, to be used again. */
      readonly map: string;
      /** What was made, in sentences. */
      readonly words: readonly string[];
    };

/** Server to client: the bytes of a file in base64, or why it cannot be read. */
export const readFileRequest = 'mustdo/readFile';
export interface ReadFileParams {
  readonly uri: string;
  /** At most this many bytes and one more are wanted. */
  readonly limit: number;
}
export type ReadFileResult = { readonly base64: string } | { readonly wrong: string };

/** Server to client: whether a file is there. */
export const fileExistsRequest = 'mustdo/fileExists';
export interface FileExistsParams {
  readonly uri: string;
}

/** Server to client: the addresses of all plan and settings files below a folder. */
export const listPlansRequest = 'mustdo/listPlans';
export interface ListPlansParams {
  readonly folder: string;
}
