import { actionsOfNobody } from '../../imports/returns/asked.ts';
import { returnsOf } from '../../outputs/returns/sro-returns.ts';
import { returnFile } from '../../outputs/returns/workbook.ts';
import { dayInWords } from '../../plan/calendar.ts';
import { positionsOf } from '../../plan/facts/position.ts';
import { count, listed } from '../../plan/words.ts';
import { meetingOf } from '../meeting.ts';
import { openOne } from '../open.ts';
import { writeFolder } from '../output.ts';
import { showProgress } from '../terminal.ts';

interface WriteOptions {
  readonly output: string;
  readonly meeting?: string;
  readonly asAt?: string;
}

/**
 * Writes a return for each SRO.
 * @throws CannotGoOn when the plan cannot be read or the folder cannot be written
 */
export async function writeReturns(path: string, options: WriteOptions): Promise<void> {
  const { plan, asAt } = await openOne(path, options.asAt);
  const meeting = options.meeting === undefined ? undefined : meetingOf(plan, options.meeting);
  const returns = returnsOf({ plan, asAt, positions: positionsOf(plan, asAt), meeting });
  await writeFolder(options.output, async (keep) => {
    for (const [index, one] of returns.entries()) {
      showProgress(`${String(index + 1)} of ${String(returns.length)}: ${one.title}`);
      await keep(await returnFile(one));
    }
    showProgress('');
  });
  const actions = returns.reduce((sum, { rows }) => sum + rows.length, 0);
  const wrote =
    returns.length === 0
      ? 'no SRO has an open action, so there is no return to write'
      : `${count(returns.length, 'return')} for ${count(actions, 'open action')} in ${options.output}`;
  process.stdout.write(`As at ${dayInWords(asAt)}: ${wrote}.\n`);
  const nobody = actionsOfNobody(plan, asAt).map(({ id }) => id);
  if (nobody.length > 0) {
    process.stdout.write(`No SRO is named for ${listed(nobody)}, so nobody is asked.\n`);
  }
}
