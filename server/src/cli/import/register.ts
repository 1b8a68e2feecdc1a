import type { Side } from '../../imports/update/side.ts';
import type { Update } from '../../imports/update/update.ts';
import { paperFormat } from '../../outputs/formats/index.ts';
import { papersOf } from '../../outputs/papers/index.ts';
import { positionsOf } from '../../plan/facts/position.ts';
import { revisionOf } from '../../plan/facts/revision.ts';
import { inNaturalOrder } from '../../plan/words.ts';
import { dateOf, notADay } from '../../writing/answers.ts';
import { CannotGoOn } from '../exit.ts';
import type { Opened } from '../open.ts';
import { imports } from './source.ts';

/** A register that was written of a plan, taken back into it. */

/** The plan’s papers in the form that a file has. */
function formatOf(bytes: Uint8Array, beside: string): 'xlsx' | 'docx' | 'html' | 'csv' {
  const isPacked = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (isPacked)
    return new TextDecoder('latin1').decode(bytes).includes('xl/workbook.xml') ? 'xlsx' : 'docx';
  return /<table[\s>]/i.test(beside) ? 'html' : 'csv';
}

/** Whether a file says at its foot that it is a paper of a plan. */
export async function isPaper(bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
  const { revisionIn, wordsBeside } = await imports();
  return revisionIn(await wordsBeside(bytes)) !== undefined;
}

/**
 * What somebody has changed in a register of a plan; undefined where the file is none.
 * @param file the file’s bytes, and what an import makes of it
 * @throws CannotGoOn when the plan’s own register cannot be made or read
 */
export async function fromRegister(
  { plan, asAt }: Opened,
  bytes: Uint8Array<ArrayBuffer>,
  file: Side,
): Promise<Omit<Update, 'open'> | undefined> {
  const {
    asAtIn,
    isRegister,
    noMapping,
    readSheets,
    registerUpdate,
    revisionIn,
    sideOf,
    wordsBeside,
  } = await imports();
  const beside = await wordsBeside(bytes);
  const said = asAtIn(beside) ?? '';
  const day = notADay(said) === undefined ? dateOf(said) : asAt;
  const positions = positionsOf(plan, day);
  const format = paperFormat(formatOf(bytes, beside));
  const papers = [
    ...papersOf({ plan, asAt: day, positions, meeting: undefined, before: undefined }, [
      'register',
    ]),
  ];
  const [paper] = papers;
  if ('wrong' in format || paper === undefined) return undefined;
  const [written] = await format.write(paper.paper, paper.id);
  if (written === undefined) return undefined;
  const own = new Uint8Array(Buffer.from(written.content));
  const read = await readSheets(own);
  const register = 'wrong' in read ? undefined : sideOf(read.sheets, noMapping, true);
  const actions = inNaturalOrder(positions, ({ action }) => action.id).map(({ action }) => action);
  if (register?.imported.actions.length !== actions.length) {
    throw new CannotGoOn(
      `the plan’s own register cannot be read back as ${format.id}; take it back as .xlsx.`,
    );
  }
  if (!isRegister(register, file)) return undefined;
  const revision = revisionIn(beside);
  const isOld = revision !== undefined && revision !== revisionOf(plan);
  return registerUpdate(plan, day, actions, register, file, isOld);
}
