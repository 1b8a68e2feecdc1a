import { ErrorCodes, ResponseError, type Connection } from 'vscode-languageserver';
import { templateLimits } from '../outputs/formats/docx/template/limits.ts';
import type { PaperFormat } from '../outputs/formats/format.ts';
import { paperFormats } from '../outputs/formats/index.ts';
import { filesOf } from '../outputs/formats/pack.ts';
import { notUsable, takesTemplate, withTemplate } from '../outputs/formats/with-template.ts';
import { papers, papersOf } from '../outputs/papers/index.ts';
import { dateInWords } from '../plan/calendar.ts';
import { positionsOf } from '../plan/facts/position.ts';
import type { Entity } from '../plan/plan.ts';
import { toBase64 } from './base64.ts';
import {
  paperChoicesRequest,
  papersRequest,
  type PaperChoicesParams,
  type PaperChoicesResult,
  type PapersParams,
  type PapersResult,
} from './protocol.ts';
import type { ProjectState } from './project-state.ts';
import type { Workspace } from './workspace.ts';

/** A server starts no browser: what one has to print is for the command line. */
const ownFormats = paperFormats.filter(({ needs }) => needs === undefined);

/** Answers what the command that makes a committee’s papers asks for. */
export function addPapers(connection: Connection, current: () => Workspace): void {
  connection.onRequest(
    paperChoicesRequest,
    async ({ uri }: PaperChoicesParams): Promise<PaperChoicesResult | null> => {
      const project = await current().projectOf(uri);
      if (project === undefined) return null;
      const { plan, asAt } = project;
      return {
        papers: papers.map(({ id, title, use }) => ({ id, title, use })),
        formats: ownFormats.map(({ id, use }) => ({ id, title: id, use })),
        meetings: [...plan.all('meeting')]
          .sort((a, b) => (dayOf(b) ?? '').localeCompare(dayOf(a) ?? ''))
          .map((meeting) => meetingChoice(meeting, asAt)),
      };
    },
  );

  connection.onRequest(
    papersRequest,
    async ({ uri, ...asked }: PapersParams): Promise<PapersResult | null> => {
      const project = await current().projectOf(uri);
      if (project === undefined) return null;
      const { plan, asAt } = project;
      const [meeting] = asked.meeting === undefined ? [] : plan.withId('meeting', asked.meeting);
      const from = papersOf(
        { plan, asAt, positions: positionsOf(plan, asAt), meeting },
        asked.papers,
      );
      const wanted = ownFormats.filter(({ id }) => asked.formats.includes(id));
      const formats = await inTemplate(wanted, project);
      const encoder = new TextEncoder();
      const made: string[] = [];
      const files: PapersResult['files'][number][] = [];
      for await (const { name, content } of filesOf(from, formats, ({ id }) => made.push(id))) {
        const bytes = typeof content === 'string' ? encoder.encode(content) : content;
        files.push({ name, base64: toBase64(bytes) });
      }
      return {
        asAt,
        files,
        empty: papers
          .filter(({ id }) => asked.papers.includes(id) && !made.includes(id))
          .map(({ title }) => title),
      };
    },
  );
}

/**
 * Formats with the look of the Word template that the project’s settings name.
 * @throws ResponseError where it cannot be read or used
 */
async function inTemplate(
  formats: readonly PaperFormat[],
  project: ProjectState,
): Promise<readonly PaperFormat[]> {
  const template = project.settings.template;
  if (template === undefined || !takesTemplate(formats)) return formats;
  const bytes = await project.read(template, templateLimits.file).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    throw new ResponseError(ErrorCodes.InvalidRequest, notUsable(template, why));
  });
  const found = await withTemplate(formats, template, bytes);
  if ('wrong' in found) throw new ResponseError(ErrorCodes.InvalidRequest, found.wrong);
  return found;
}

const dayOf = ({ item }: Entity<'meeting'>): string | undefined => item.on?.on.value?.first;

function meetingChoice(meeting: Entity<'meeting'>, asAt: string) {
  const on = meeting.item.on?.on.value;
  return {
    id: meeting.id,
    title: meeting.item.title.value ?? meeting.id,
    use: on === undefined ? '' : dateInWords(on),
    isToCome: (dayOf(meeting) ?? '') >= asAt,
  };
}
