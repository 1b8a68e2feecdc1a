import { backlogIn, type BacklogReading } from './backlog.ts';

/** Reads the text of a backlog; or says in one line why it cannot be used. */
export async function readBacklog(text: string): Promise<BacklogReading> {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return { wrong: 'it is not valid JSON' };
  }
  const backlog = backlogIn(json);
  if (backlog !== undefined) return { backlog };
  const { readBacklogClosely } = await import('./backlog-form.ts');
  return readBacklogClosely(json);
}
