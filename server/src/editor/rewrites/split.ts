import { CodeActionKind } from 'vscode-languageserver-types';
import { freeId } from '../../checks/shared/declare.ts';
import { addBlockAfter } from '../../checks/shared/fixes.ts';
import { quoted, textAt } from '../../checks/shared/phrases.ts';
import type { AnySaid, ItemOf, Value } from '../../language/items.ts';
import { formatUnit } from '../../language/printer.ts';
import type { Span } from '../../language/tree.ts';
import { linesOf } from '../../language/walk.ts';
import type { Edit } from '../../plan/flag.ts';
import type { Entity, Plan } from '../../plan/plan.ts';
import { inFile } from '../../writing/tidy.ts';
import type { Change } from '../changes.ts';
import { pointIn, readableAction, unreadable, type RewriteRule } from './rewrite.ts';

/**
 * One action becomes several. What was reported and judged so far was said of the whole, so it stays with
 * the action there is, and each new one says that it continues it. Owners, committee and deadlines are
 * copied as they are written.
 */
export const splitAction: RewriteRule = {
  id: 'split',
  kind: CodeActionKind.RefactorRewrite,
  *offer(selected) {
    const { plan } = selected.ask;
    const action = readableAction(selected);
    if (action === undefined) {
      if (selected.entity?.kind === 'action') yield* unreadable(selected, 'Split this action');
      return;
    }
    const at = pointIn(selected);
    const { item } = action;
    const step = item.steps.find(({ span }) => span.start <= at && at <= span.end);
    if (step?.number.value !== undefined) {
      const title = `Make step ${step.number.value} of ${action.id} an action of its own`;
      yield { title, change: () => ownActions(plan, action, [step]) };
    }
    if (item.steps.length > 1) {
      const title = `Make each step of ${action.id} an action of its own`;
      yield { title, change: () => ownActions(plan, action, item.steps) };
    }
    const wanted = item.requirements?.requirements.value?.length ?? 0;
    if (wanted > 1) {
      const title = `Split ${action.id} into ${wanted} actions, one for each requirement`;
      yield { title, change: () => byRequirement(plan, action) };
    }
  },
};

type Action = Entity<'action'>;
type Step = ItemOf<'action'>['steps'][number];

/** What a new action takes over from the one it came from, in this order. */
const copied: readonly (keyof ItemOf<'action'>)[] = [
  'source',
  'directorate',
  'services',
  'sro',
  'lead',
  'support',
  'due',
  'dueRevised',
  'deliveredBy',
  'committee',
];

/** Steps leave the action; each is an action with the step’s own text, date and lead. */
function ownActions(plan: Plan, action: Action, steps: readonly Step[]): Change {
  const taken = new Set<string>();
  const added = steps.map((step) => {
    const id = newId(plan, `${action.id}.${step.number.value ?? ''}`, taken);
    const { due, lead, done } = step;
    const own = new Map<string, string | undefined>([
      ['lead', lead && `lead ${written(action, lead)}`],
      ['due', due && `due ${written(action, due)}`],
      ['dueRevised', due && ''],
    ]);
    const answers = action.item.requirements;
    return blockOf(id, written(action, step.text), [
      `continues ${action.id}`,
      ...(answers === undefined ? [] : [lineOf(action, answers)]),
      ...copies(action, own),
      ...(done === undefined ? [] : [`completed ${written(action, done)}`]),
    ]);
  });
  return {
    edits: [...lineRemovals(action, steps), addBlockAfter(action, added.join('\n\n'))].map(inFile),
  };
}

/** The action keeps its first requirement; the others have an action each. */
function byRequirement(plan: Plan, action: Action): Change {
  const value = action.item.requirements?.requirements;
  const references = value?.value ?? [];
  const [first] = references;
  if (value === undefined || first === undefined) return { edits: [] };
  const pieces = references.map(({ span }, index) => {
    const end = references[index + 1]?.span.start ?? value.span.end;
    const text = textAt(action.unit, { start: span.start, end });
    return text.replace(/\s*,\s*$/, '').trimEnd();
  });
  const taken = new Set<string>();
  const title = titleOf(action);
  const added = pieces
    .slice(1)
    .map((requirement, index) =>
      blockOf(newId(plan, `${action.id}-${index + 2}`, taken), title, [
        `for ${requirement}`,
        `continues ${action.id}`,
        ...copies(action, new Map()),
        ...action.item.measures.map((measure) => lineOf(action, measure)),
      ]),
    );
  const span = { start: first.span.start, end: value.span.end };
  const kept: Edit = { unit: action.unit, span, text: pieces[0] ?? '' };
  return { edits: [kept, addBlockAfter(action, added.join('\n\n'))].map(inFile) };
}

function newId(plan: Plan, wanted: string, taken: Set<string>): string {
  const isTaken = (id: string): boolean => taken.has(id) || plan.withId('action', id).length > 0;
  const id = freeId(wanted, isTaken);
  taken.add(id);
  return id;
}

/** Lines of the action as they are written; `own` says what stands in place of some. */
function copies(action: Action, own: ReadonlyMap<string, string | undefined>): string[] {
  const lines = [...linesOf(action.item)];
  return copied.flatMap((field) => {
    const instead = own.get(field);
    if (instead !== undefined) return instead === '' ? [] : [instead];
    return lines.filter((line) => line.field === field).map(({ said }) => lineOf(action, said));
  });
}

const lineOf = ({ unit }: Action, { span }: Pick<AnySaid, 'span'>): string => textAt(unit, span);

/** A value with the marks after it, as it is written. */
function written({ unit }: Action, { span, given, inferred }: Value<unknown>): string {
  const marks = [
    given === undefined ? '' : ` given ${quoted(given)}`,
    inferred === undefined ? '' : ` inferred ${quoted(inferred)}`,
  ];
  return textAt(unit, span) + marks.join('');
}

const titleOf = (action: Action): string => written(action, action.item.title);

/** A block laid out as the formatter does; a title over several lines stands in one. */
function blockOf(id: string, title: string, lines: readonly string[]): string {
  const oneLine = title.startsWith('"""')
    ? quoted(title.replaceAll('"""', '').trim().replaceAll(/\s+/g, ' '))
    : title;
  const text = `action ${id} ${oneLine} {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
  return formatUnit(text, '\n', true).trimEnd();
}

/** Takes lines out of a block with the line ends before them; comments stay. */
function lineRemovals({ unit }: Action, lines: readonly { readonly span: Span }[]): Edit[] {
  const spans: { start: number; end: number }[] = [];
  for (const { span } of lines) {
    const own = wholeLine(unit.text, span);
    const before = spans.at(-1);
    if (before?.end === own.start) before.end = own.end;
    else spans.push({ ...own });
  }
  return spans.map(({ start, end }) => {
    // A blank line before and one after, or the end of the block, would be one too many.
    const blankBefore = /(?:\r\n|\n|\r)[ \t]*$/.exec(unit.text.slice(0, start))?.[0] ?? '';
    const isEnd = /^[ \t]*(?:\r\n|\n|\r)[ \t]*(?:[\r\n]|\})/.test(unit.text.slice(end));
    return { unit, span: { start: isEnd ? start - blankBefore.length : start, end }, text: '' };
  });
}

function wholeLine(text: string, { start, end }: Span): Span {
  const before = /(?:\r\n|\n|\r)?[ \t]*$/.exec(text.slice(0, start))?.[0] ?? '';
  const isWhole = before.length > 0 && /^[ \t]*(?:[\r\n]|$)/.test(text.slice(end));
  return isWhole ? { start: start - before.length, end } : { start, end };
}
