import { closest } from '../../language/closest.ts';
import { runAsAzure } from './azure.ts';
import { runAsCompact } from './compact.ts';
import type { FlagRun } from './flag-report.ts';
import { runAsGithub } from './github.ts';
import { runAsGitlab } from './gitlab.ts';
import { runAsJson, runAsJsonLines } from './json.ts';
import { runAsJunit } from './junit.ts';
import { runAsMarkdown } from './markdown.ts';
import { runAsSarif } from './sarif.ts';
import { runAsText } from './text.ts';

/** A form that flags can be printed in. */
export interface FlagFormat {
  readonly id: string;
  /** What a file in it is called at its end, without the dot. */
  readonly extension: string;
  /** What it is for, as help and docs/commands.md say it. */
  readonly use: string;
  readonly write: (run: FlagRun) => string;
}

const row = (
  id: string,
  extension: string,
  use: string,
  write: (run: FlagRun) => string,
): FlagFormat => ({ id, extension, use, write });

/** Every form of flags. A new one is one file and one line here. */
export const flagFormats: readonly FlagFormat[] = [
  row('text', 'txt', 'for people', runAsText),
  row('compact', 'txt', 'a line a flag, for editors, `grep` and hooks', runAsCompact),
  row('json', 'json', 'one document, for programs', runAsJson),
  row('json-lines', 'jsonl', 'a flag a line, for programs that read line by line', runAsJsonLines),
  row('sarif', 'sarif', 'SARIF 2.1.0, for code scanners', runAsSarif),
  row('junit', 'xml', 'JUnit, for build servers that show tests', runAsJunit),
  row('github', 'txt', 'annotations in GitHub Actions', runAsGithub),
  row('gitlab', 'json', 'GitLab’s code quality report', runAsGitlab),
  row('azure', 'txt', 'issues in Azure Pipelines', runAsAzure),
  row('markdown', 'md', 'a summary for a pull request, a job or an e-mail', runAsMarkdown),
];

/** The format of an id, or in words what was meant. */
export function flagFormat(id: string): FlagFormat | { readonly wrong: string } {
  const found = flagFormats.find((format) => format.id === id);
  if (found !== undefined) return found;
  const ids = flagFormats.map((format) => format.id);
  const near = closest(id, ids);
  const hint = near === undefined ? `there are ${ids.join(', ')}` : `did you mean ${near}?`;
  return { wrong: `There is no format "${id}": ${hint}` };
}
