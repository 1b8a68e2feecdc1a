import { CodeActionKind } from 'vscode-languageserver-types';
import { deadlineOf } from '../../plan/facts/deadline.ts';
import { count } from '../../plan/words.ts';
import type { Ask } from '../ask.ts';
import { blocksOf, textOfBlock, type Block } from '../blocks.ts';
import type { Change } from '../changes.ts';
import type { Rewrite, RewriteRule } from './rewrite.ts';

/** All actions of a file by the deadline in force; those without one stand last, in their order. */
export const sortActions: RewriteRule = {
  id: 'sort',
  kind: 'source.organize',
  *offer({ ask, file }) {
    const actions = file.units.filter(({ reading }) => reading.items[0]?.kind === 'action');
    if (actions.length < 2) return;
    yield sorting(ask, 'Sort the actions of this file by due date', () => actionsOf(ask));
  },
};

/** The same for the actions that are selected. */
export const sortSelected: RewriteRule = {
  id: 'sort-selected',
  kind: CodeActionKind.RefactorRewrite,
  *offer({ ask, start, end, file }) {
    const isSelected = (block: Pick<Block, 'start' | 'end'>): boolean =>
      block.start < end && start < block.end;
    const units = file.units.filter(
      (unit) =>
        unit.reading.items[0]?.kind === 'action' &&
        isSelected({ start: unit.start, end: unit.start + unit.text.trimEnd().length }),
    );
    if (units.length < 2) return;
    yield sorting(ask, `Sort the ${count(units.length, 'action')} by due date`, () =>
      actionsOf(ask).filter(({ unit }) => units.includes(unit)),
    );
  },
};

const sorting = (ask: Ask, title: string, blocks: () => readonly Block[]): Rewrite => ({
  title,
  change: () => sorted(ask, blocks()),
});

/** The actions that can be read in full; any other keeps its place. */
const actionsOf = ({ file }: Ask): Block[] =>
  blocksOf(file).filter(
    ({ item, unit }) => item.kind === 'action' && unit.reading.problems.length === 0,
  );

/** Every place keeps what stands between the blocks; only the blocks change places. */
function sorted(ask: Ask, blocks: readonly Block[]): Change {
  const days = new Map(blocks.map((block) => [block, dayOf(ask, block)]));
  const dayOrLast = (block: Block): string => days.get(block) ?? '9999-12-31';
  const inOrder = [...blocks].sort((a, b) => {
    const [one, other] = [dayOrLast(a), dayOrLast(b)];
    return one === other ? 0 : one < other ? -1 : 1;
  });
  const edits = blocks.flatMap((place, index) => {
    const block = inOrder[index];
    if (block === undefined || block === place) return [];
    return [{ file: ask.file, start: place.start, end: place.end, text: textOfBlock(block) }];
  });
  return { edits, asIs: true };
}

function dayOf({ plan, asAt }: Ask, { item, unit }: Block): string | undefined {
  const action = plan.withId('action', item.id).find((one) => one.unit === unit);
  return action && deadlineOf(plan, action, asAt).day;
}
