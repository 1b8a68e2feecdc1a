import type { LevelInPlan } from '../plan/facts/scales.ts';
import type { Position } from '../plan/facts/position.ts';
import { isWorse, type Ranked } from '../plan/facts/worse.ts';
import type { Change } from './change.ts';

/**
 * How the SRO’s word on an action changed, by what the plan’s own scale makes of its words. Newly red is
 * what has come to a word of the worst tone. That a word says that the work is done is the state’s to say.
 */
export function* wordChanges(before: Position, after: Position): Generator<Change> {
  const was = before.progress?.level;
  const is = after.progress?.level;
  if (isSameLevel(was, is)) return;
  const roseInState =
    before.state !== after.state && is?.meaning?.delivered === true && after.state !== 'open';
  if (roseInState) return;
  const { action } = after;
  const update = after.progress?.update;
  yield {
    kind: wordKind(was, is),
    item: action,
    before: { of: 'progress', position: before },
    after: { of: 'progress', position: after },
    record: update && { on: update.on, by: update.by, because: update.text },
    place: { unit: action.unit, span: update?.span ?? action.item.headerSpan },
  };
}

/** How a committee’s judgement of an action changed. */
export function* assuranceChanges(before: Position, after: Position): Generator<Change> {
  const was = before.assurance?.level;
  const is = after.assurance?.level;
  if (isSameLevel(was, is)) return;
  const { action } = after;
  const record = after.assurance?.record;
  yield {
    kind: `assurance-${turn(was, is)}`,
    item: action,
    before: { of: 'assurance', position: before },
    after: { of: 'assurance', position: after },
    record,
    place: { unit: action.unit, span: record?.span ?? action.item.headerSpan },
  };
}

type Level = LevelInPlan<Ranked> | undefined;

const isSameLevel = (was: Level, is: Level): boolean =>
  was?.word === is?.word && was?.meaning === is?.meaning;

function wordKind(was: Level, is: Level): Change['kind'] {
  const isRed = is?.meaning?.tone === 'bad' && was?.meaning?.tone !== 'bad';
  return isRed ? 'newly-red' : `word-${turn(was, is)}`;
}

function turn(was: Level, is: Level): 'first' | 'worse' | 'better' | 'other' {
  if (was === undefined) return 'first';
  if (isWorse(is?.meaning, was.meaning)) return 'worse';
  return isWorse(was.meaning, is?.meaning) ? 'better' : 'other';
}
