import type { Check } from '../../checks/check.ts';
import { checkGroups } from '../../checks/index.ts';
import {
  severities,
  whereIs,
  type Fix,
  type Flag,
  type Place,
  type Severity,
} from '../../plan/flag.ts';
import { fingerprints } from './fingerprint.ts';
import {
  asAtOf,
  pageOf,
  pathOf,
  summaryInWords,
  type CheckedProject,
  type FlagRun,
} from './flag-report.ts';
import { asJson, oneLine } from './plain.ts';

/** SARIF 2.1.0, the form of OASIS that code scanners and editors read. */

const levels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

/** A run as a SARIF log with one run. */
export function runAsSarif(run: FlagRun): string {
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Mustdo',
            version: run.version,
            semanticVersion: run.version,
            rules: checkGroups.flatMap(({ title, checks }) =>
              checks.map((check) => ruleOf(check, title)),
            ),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: run.projects.flatMap(resultsOf),
        properties: {
          asAt: asAtOf(run),
          projects: run.projects.map((project) => ({
            folder: project.folder === '' ? '.' : project.folder.slice(0, -1),
            asAt: project.asAt,
            words: summaryInWords(project),
          })),
        },
      },
    ],
  };
  return `${asJson(log, 2)}\n`;
}

const ruleIds: readonly string[] = checkGroups.flatMap(({ checks }) => checks.map(({ id }) => id));

function ruleOf(check: Check, group: string): object {
  const page = pageOf(check.id);
  const help = [check.what, check.why, check.source];
  return {
    id: check.id,
    shortDescription: { text: `${check.title}.` },
    fullDescription: { text: check.what },
    help: {
      text: [...help, `More: ${page}`].join('\n'),
      markdown: [...help, `[More about ${check.id}](${page})`].join('\n\n'),
    },
    defaultConfiguration: { level: levels[heaviest(check)] },
    properties: { tags: [group] },
  };
}

/** How much a check weighs at most, if a project says nothing else. */
const heaviest = ({ severity }: Check): Severity =>
  severities.find((weight) => Object.values(severity).includes(weight)) ?? 'info';

function resultsOf(project: CheckedProject): object[] {
  const marks = fingerprints(project);
  return project.flags.map((flag) => ({
    ruleId: flag.check,
    ruleIndex: ruleIds.indexOf(flag.check),
    level: levels[flag.severity],
    message: { text: oneLine(`${flag.message} ${flag.todo}`) },
    locations: [{ physicalLocation: physicalLocation(project, flag.place) }],
    // GitHub knows a flag again by this name alone.
    partialFingerprints: { primaryLocationLineHash: marks.get(flag) },
    ...relatedTo(project, flag),
    ...fixesOf(project, flag),
    ...suppressionsOf(flag),
  }));
}

function relatedTo(project: CheckedProject, { related }: Flag): object {
  if (related.length === 0) return {};
  return {
    relatedLocations: related.map(({ place, message }, id) => ({
      id,
      message: { text: oneLine(message) },
      physicalLocation: physicalLocation(project, place),
    })),
  };
}

/** Safe fixes alone: a reader may apply them without a look. */
function fixesOf(project: CheckedProject, flag: Flag): object {
  const safe = flag.fixes.filter((fix) => fix.safe);
  return safe.length === 0 ? {} : { fixes: safe.map((fix) => fixOf(project, fix)) };
}

function fixOf(project: CheckedProject, { title, edits }: Fix): object {
  const byFile = Map.groupBy(edits, ({ unit }) => unit.file);
  return {
    description: { text: oneLine(title) },
    artifactChanges: [...byFile].map(([file, changes]) => ({
      artifactLocation: artifactLocation(project, file.path),
      replacements: changes.map((edit) => ({
        deletedRegion: regionOf(edit),
        insertedContent: { text: edit.text.replaceAll('\n', file.eol) },
      })),
    })),
  };
}

const suppressionsOf = ({ explained }: Flag): object =>
  explained === undefined
    ? {}
    : {
        suppressions: [{ kind: 'inSource', status: 'accepted', justification: oneLine(explained) }],
      };

const physicalLocation = (project: CheckedProject, place: Place): object => ({
  artifactLocation: artifactLocation(project, whereIs(place).file),
  region: regionOf(place),
});

const artifactLocation = (project: CheckedProject, file: string): object => ({
  uri: pathOf(project, file).split('/').map(uriPart).join('/'),
});

/** A part of a path in a relative address: encoded, so that a colon does not make a scheme of it. */
const uriPart = (part: string): string => encodeURIComponent(part.toWellFormed());

function regionOf(place: Place): object {
  const { start, end } = whereIs(place).range;
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
}
