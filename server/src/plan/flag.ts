import type { Span } from '../language/tree.ts';
import type { Range, Unit } from './file.ts';

/** From worst to least; `off` is for settings. */
export const severities = ['error', 'warning', 'info'] as const;

export type Severity = (typeof severities)[number];

/** What a flag is about: an item, or the file it stands in. */
export interface Subject {
  readonly kind: string;
  readonly id: string;
}

/** A place in a unit; the unit knows where it stands in its file. */
export interface Place {
  readonly unit: Unit;
  readonly span: Span;
}

/** A change of text; nothing of LSP in it. */
export interface Edit extends Place {
  readonly text: string;
}

/** A mend for a flag: safe when it cannot change what the plan means, else one to look at. */
export interface Fix {
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly Edit[];
}

/** Something that needs attention: the thing, the fact, why it matters and what to do. */
export interface Flag {
  readonly check: string;
  readonly severity: Severity;
  readonly place: Place;
  readonly subject: Subject;
  readonly message: string;
  readonly why: string;
  readonly todo: string;
  readonly fixes: readonly Fix[];
  /** Other places it has to do with, each with a word on what is there. */
  readonly related: readonly { readonly place: Place; readonly message: string }[];
  /** Where someone answers for it in the plan: it is said, and counts as information. */
  readonly explained?: string | undefined;
  /** Whether it is of the known backlog: it counts as information. */
  readonly known?: true | undefined;
  /** Whether the check itself broke here: a fault of Mustdo, not of the plan. */
  readonly failed?: true | undefined;
}

/** Where a place is, for people: its file and its lines and columns. */
export const whereIs = ({
  unit,
  span,
}: Place): { readonly file: string; readonly range: Range } => ({
  file: unit.file.path,
  range: unit.file.rangeOf(unit, span),
});

/** A file's text with edits made; edits must not overlap. Line ends follow the file's own. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const eol = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const inOrder = edits
    .map((edit) => ({
      ...edit,
      start: edit.unit.start + edit.span.start,
      end: edit.unit.start + edit.span.end,
    }))
    .sort((a, b) => b.start - a.start);
  return inOrder.reduce(
    (current, { start, end, text: inserted }) =>
      current.slice(0, start) + inserted.replaceAll('\n', eol) + current.slice(end),
    text,
  );
}
