import { join } from 'node:path';
import type { Command } from 'commander';
import { bytesOf, writeFrozen } from '../../hosts/frozen.ts';
import { isThere } from '../../hosts/node.ts';
import { paperFormats } from '../../outputs/formats/index.ts';
import { papersOf } from '../../outputs/papers/index.ts';
import { dayInWords } from '../../plan/calendar.ts';
import { decodePlan } from '../../plan/decode.ts';
import { changedSinceApproval, fingerprintOf } from '../../plan/facts/approved-text.ts';
import { knownAt } from '../../plan/facts/history.ts';
import { positionsOf } from '../../plan/facts/position.ts';
import { frozenFolderOf, frozenPlan, type Frozen } from '../../plan/frozen.ts';
import type { Entity } from '../../plan/plan.ts';
import { backlogFile, settingsFile } from '../../plan/file-names.ts';
import { count } from '../../plan/words.ts';
import { frozenIn } from '../diff/standing.ts';
import { CannotGoOn } from '../exit.ts';
import { meetingOf } from '../meeting.ts';
import { openOne, type Opened } from '../open.ts';
import { asAtOption } from '../options.ts';
import { formatsOf, makePapers } from '../papers/make.ts';
import { inTemplate } from '../papers/template.ts';

interface FreezeOptions {
  readonly meeting: string;
  readonly output?: string;
  readonly format: string;
  readonly asAt?: string;
}

/** `mustdo freeze PATH --meeting ID` */
export function addFreeze(program: Command): void {
  program
    .command('freeze')
    .summary('keep a plan as a meeting had it')
    .description(
      'Keeps the plan as a meeting has it in a folder: its files, its settings, its papers, and a fingerprint. No project reads what is in it, and mustdo diff compares with it.',
    )
    .argument('[path]', 'a plan file or a project’s folder', '.')
    .requiredOption('--meeting <id>', 'the meeting of the plan that it is kept for')
    .option(
      '-o, --output <folder>',
      `the folder to make; ${frozenIn}/<meeting> in the project’s folder when left out`,
    )
    .option(
      '--format <formats>',
      `the papers as one or several of ${paperFormats.map(({ id }) => id).join(', ')}`,
      'html',
    )
    .addOption(asAtOption())
    .action(freeze);
}

async function freeze(path: string, options: FreezeOptions): Promise<void> {
  const asked = formatsOf(options.format);
  const opened = await openOne(path, options.asAt);
  const formats = await inTemplate(asked, undefined, opened);
  const { plan, asAt, root, folder } = opened;
  const meeting = meetingOf(plan, options.meeting);
  const name = `${frozenIn}/${frozenFolderOf(meeting.id)}`;
  const place = options.output ?? join(root, name);
  const shown = options.output ?? `${folder}${name}`;
  if (await isThere(place)) {
    throw new CannotGoOn(`${shown} is already there, and what is frozen stays as it is.`);
  }
  const files = await ownFiles(opened);
  const from = { plan, asAt, positions: positionsOf(plan, asAt), meeting };
  const papers = await makePapers(papersOf(from), formats, ({ name: file, content }) => {
    files.set(`papers/${file}`, content);
    return Promise.resolve();
  });
  if (papers.unprinted !== undefined) throw new CannotGoOn(papers.unprinted);
  const frozen = recordOf(opened, meeting);
  const wrong = await writeFrozen(place, frozen, files);
  if (wrong !== undefined) throw new CannotGoOn(`${shown} cannot be made: ${wrong}.`);
  const amounts = `${count(plan.files.length, 'plan file')} and ${count(papers.files, 'paper')}`;
  const status = `${frozen.status}${frozen.changedSinceApproval ? ', changed since it was approved' : ''}`;
  process.stdout.write(
    `As at ${dayInWords(asAt)}: ${amounts} in ${shown}, fingerprint ${frozen.fingerprint} (${status}).\n`,
  );
}

/** What `frozen.json` says of a plan, without its files. */
function recordOf(
  { plan, asAt }: Opened,
  meeting: Entity<'meeting'>,
): Omit<Frozen, 'version' | 'files'> {
  const { heading } = plan;
  const status = heading?.item.status;
  const isApproved = status?.status.value === 'approved' && knownAt(status.on, asAt);
  const titled = ({ id, item }: Entity) => ({ id, title: item.title.value ?? id });
  return {
    meeting: titled(meeting),
    plan: heading === undefined ? null : titled(heading),
    asAt,
    status: isApproved ? 'approved' : 'draft',
    changedSinceApproval:
      heading !== undefined && changedSinceApproval(plan, heading, asAt) !== undefined,
    fingerprint: fingerprintOf(plan),
  };
}

/**
 * The project’s files byte by byte. One without settings gets empty ones, by which the copy is a project of
 * its own wherever it is moved.
 * @throws CannotGoOn when a file is no longer what was read of it
 */
async function ownFiles({ root, plan }: Opened): Promise<Map<string, string | Uint8Array>> {
  const files = new Map<string, string | Uint8Array>();
  const paths = plan.files.map((file) => file.path);
  const bytes = await bytesOf(root, [settingsFile, backlogFile, ...paths]);
  for (const path of [settingsFile, backlogFile]) {
    const content = bytes.get(path) ?? (path === settingsFile ? '{}\n' : undefined);
    if (content !== undefined) files.set(`${frozenPlan}/${path}`, content);
  }
  for (const { path, text } of plan.files) {
    const content = bytes.get(path);
    const decoded = content === undefined ? undefined : decodePlan(content);
    if (
      content === undefined ||
      decoded === undefined ||
      !('text' in decoded) ||
      decoded.text !== text
    ) {
      throw new CannotGoOn(`${path} changed while it was read; try again.`);
    }
    files.set(`${frozenPlan}/${path}`, content);
  }
  return files;
}
