import type { CompletionItemKind } from 'vscode-languageserver-types';
import type { Kind } from '../language/keywords/index.ts';
import type { Edit } from '../plan/flag.ts';

/** What could stand where somebody is typing. */
export interface Candidate {
  readonly label: string;
  readonly detail?: string | undefined;
  readonly kind: CompletionItemKind;
  /** What is put in, where that is not the label. */
  readonly text?: string | undefined;
  /** What is put in as a snippet, with places to fill in. */
  readonly snippet?: string | undefined;
  /** What a person may type to find it, where that is more than the label and the detail. */
  readonly find?: string | undefined;
  /** How many words before the cursor’s own it takes the place of, too. */
  readonly wordsBefore?: number | undefined;
  /** What else is changed with it, elsewhere in the file. */
  readonly also?: Edit | undefined;
  /** What its documentation is about. */
  readonly about?: About | undefined;
}

/** A thing that has something to be said of it, by what it is found again by. */
export type About =
  | {
      readonly type: 'item';
      readonly kind: Kind;
      readonly id: string;
      readonly source?: string | undefined;
    }
  | { readonly type: 'block'; readonly word: string }
  | { readonly type: 'property'; readonly block: Kind; readonly word: string }
  | {
      readonly type: 'qualifier';
      readonly block: Kind;
      readonly property: string;
      readonly word: string;
    }
  | { readonly type: 'mark' | 'missing' | 'check'; readonly word: string }
  | { readonly type: 'regulation'; readonly instrument: string; readonly word: string };
