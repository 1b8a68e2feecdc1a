import { knownAt, latestKnown } from '../plan/facts/history.ts';
import { evidenceOf, states, type State } from '../plan/facts/progress.ts';
import type { Position } from '../plan/facts/position.ts';
import type { Entity } from '../plan/plan.ts';
import type { Span } from '../language/tree.ts';
import type { Change, ChangeRecord, Standing } from './change.ts';

const ladder = (Object.keys(states) as State[]).filter((state) => state !== 'withdrawn');

type Dated = ChangeRecord & { readonly span: Span };

/**
 * How the state of an action changed. An action that was reopened and is as far again as it was has both
 * changes; one that fell back though nothing reopened it is set back without a record.
 */
export function* stateChanges(
  before: Position,
  after: Position,
  then: Standing,
  now: Standing,
): Generator<Change> {
  const item = after.action;
  const change = (kind: Change['kind'], record: Dated | undefined): Change => ({
    kind,
    item,
    before: { of: 'state', position: before },
    after: { of: 'state', position: after },
    record,
    place: { unit: item.unit, span: record?.span ?? item.item.headerSpan },
  });
  if (after.state === 'withdrawn') {
    if (before.state !== 'withdrawn') yield change('withdrawn', item.item.withdrawn);
    return;
  }
  if (before.state === 'withdrawn') yield change('restored', undefined);
  const reopened = latestKnown(item.item.reopened, ({ on }) => on, now.asAt);
  const isReopened =
    reopenings(after.action, now) > reopenings(before.action, then) && reopened !== undefined;
  if (isReopened) yield change('reopened', reopened);
  const wasAt = isReopened || before.state === 'withdrawn' ? 'open' : before.state;
  const steps = ladder.indexOf(after.state) - ladder.indexOf(wasAt);
  if (steps > 0 && after.state !== 'open') yield change(after.state, recordOf(item, after, now));
  else if (steps < 0) yield change('set-back', undefined);
}

const reopenings = ({ item }: Entity<'action'>, { asAt }: Standing): number =>
  item.reopened.filter(({ on }) => knownAt(on, asAt)).length;

/** The record by which an action is in its state: for a claim, what the SRO recorded or said last. */
function recordOf(
  action: Entity<'action'>,
  { state, progress }: Position,
  { asAt }: Standing,
): Dated | undefined {
  const latest = (records: readonly Dated[]): Dated | undefined =>
    latestKnown(records, ({ on }) => on, asAt);
  const { item } = action;
  switch (state) {
    case 'sustained':
      return latest(item.sustained);
    case 'closed':
      return latest(item.closed);
    case 'evidenced':
      return latest(evidenceOf(action, asAt));
    default:
      return latest(item.completed) ?? progress?.update;
  }
}
