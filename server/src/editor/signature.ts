import { MarkupKind, type Position, type SignatureHelp } from 'vscode-languageserver-types';
import { id } from '../language/slots.ts';
import { Quotes, tokenize } from '../language/tokens.ts';
import { sentence } from '../plan/words.ts';
import type { Ask } from './ask.ts';
import { expectedAfter } from './line.ts';
import { plain } from './markdown.ts';
import { offsetAt, unitAt } from './places.ts';
import { formOf } from './property-form.ts';
import { typedLine, type TypedLine } from './typed-line.ts';
import { typingAt, type Typing } from './typing.ts';

/** The form of the line that is being typed, and which part of it comes next; null where nothing more can. */
export function signatureHelp({ file }: Ask, position: Position): SignatureHelp | null {
  const offset = offsetAt(file, position);
  const unit = unitAt(file, offset);
  const before = unit?.text.slice(0, offset - unit.start);
  const typing = before === undefined ? undefined : (typingAt(before) ?? typingBeforeText(before));
  const line = typing && typedLine(typing);
  if (typing === undefined || line === undefined) return null;
  const isHeader = line.property === undefined;
  const spec = isHeader
    ? { values: { id, ...line.spec.values }, qualifiers: line.spec.qualifiers }
    : line.spec;
  const { label, parameters } = formOf(line.keyword, spec);
  const next = nextIn(line, typing.typed);
  const active = parameters.findIndex(({ name }) => name === next);
  if (active < 0) return null;
  const doc = line.property?.doc ?? line.block.spec?.keywords[line.keyword] ?? '';
  return {
    signatures: [
      {
        label,
        documentation: { kind: MarkupKind.Markdown, value: plain(doc) },
        parameters: parameters.map(({ span, slot }) => ({
          label: [...span],
          documentation: `${sentence(slot.expects)}.`,
        })),
      },
    ],
    activeSignature: 0,
    activeParameter: active,
  };
}

/** Within a text in quotation marks, the line is what stands before it. */
function typingBeforeText(before: string): Typing | undefined {
  const { tokens, comments } = tokenize(before);
  const last = tokens.at(-1);
  const isQuoted = last?.tokenType.CATEGORIES?.includes(Quotes) === true;
  const isInComment = (comments.at(-1)?.startOffset ?? -1) > (last?.startOffset ?? 0);
  return isQuoted && !isInComment ? typingAt(before.slice(0, last.startOffset)) : undefined;
}

/** The value that comes next, or the qualifier: the one that is being typed, else the first that is not said. */
function nextIn({ spec, parts, needsId }: TypedLine, typed: string): string | undefined {
  if (needsId) return 'id';
  const { values, qualifiers } = expectedAfter(spec, parts);
  const [value] = values;
  const begun = typed === '' ? undefined : qualifiers.find(({ word }) => word.startsWith(typed));
  return begun?.word ?? value?.name ?? qualifiers[0]?.word;
}
