import { chapterFiles, oneOrMany, placeOf, type Content } from './content.ts';
import { assurances, levels, type Action, type Chapter, type Named, type Plan } from './plan.ts';

const schemaName = 'plan.schema.json';

/** The plan as YAML, with a JSON Schema that lists which SROs, committees and services there are. */
export function yamlContent(plan: Plan, many: boolean): Content {
  const names = {
    one: 'plan.yaml',
    registries: 'registries.yaml',
    chapter: (source: string) => `chapters/${source}.yaml`,
  };
  // In one file, the actions of all chapters stand in one list.
  const chapters = many
    ? plan.chapters.map((chapter) => ({
        name: chapter.source.id,
        text: modeline('../') + chaptersText([chapter]),
      }))
    : [{ name: '', text: chaptersText(plan.chapters) }];
  const files = oneOrMany(modeline('') + registriesText(plan), chapters, names, many);
  const opened = many ? names.chapter(plan.opened.source.id) : names.one;
  const file = many ? names.registries : names.one;
  const { middle } = plan;
  const sro = plan.sros[0]?.id ?? '';
  const content = {
    opened,
    chapters: chapterFiles(plan, names, many),
    reference: placeOf(
      files.get(opened) ?? '',
      [`- id: ${middle.id}\n`, '\n    sro: '],
      middle.sro,
    ),
    declared: { file, ...placeOf(files.get(file) ?? '', ['\nsros:', 'id: '], sro) },
  };
  const schema = schemaOf(plan);
  files.set(schemaName, `${JSON.stringify(schema, undefined, 2)}\n`);
  files.set('spectral.json', `${JSON.stringify(rulesetOf(schema), undefined, 2)}\n`);
  return { files, ...content };
}

const modeline = (folder: string): string =>
  `# yaml-language-server: $schema=${folder === '' ? './' : folder}${schemaName}\n`;

const registriesText = (plan: Plan): string =>
  `plan: BENCH-2026
title: A plan of many actions
trust: X99
${list('directorates', plan.directorates)}${list('services', plan.services)}${list('committees', plan.committees)}${list('sros', plan.sros)}`;

const list = (key: string, named: readonly Named[]): string =>
  `${key}:\n${named.map(({ id, title }) => `  - id: ${id}\n    title: "${title}"\n`).join('')}`;

const chaptersText = (chapters: readonly Chapter[]): string =>
  `inspections:\n${chapters.map(sourceText).join('')}actions:\n${chapters
    .flatMap(({ actions }) => actions.map(actionText))
    .join('')}`;

const sourceText = ({ source }: Chapter): string =>
  `  - id: ${source.id}
    title: "${source.title}"
    requirements:
${source.requirements
  .map(
    ({ id, title, kind, service, regulation, question }) =>
      `      - id: ${id}
        title: "${title}"
        kind: ${kind}
        service: ${service}
        regulation: ${regulation}
        question: ${question}
`,
  )
  .join('')}`;

const actionText = (action: Action): string =>
  `  - id: ${action.id}
    title: "${action.title}"
    directorate: ${action.directorate}
    service: ${action.service}
    for: [${action.answers.map((answer) => `"${action.source}:${answer}"`).join(', ')}]
    description: "${action.description}"
    sro: ${action.sro}
    lead: ${action.lead}
    due: "${action.due}"
    measure: "${action.measure}"
    committee: ${action.committee}
    steps:
${action.steps
  .map(
    ({ text, due, done }) =>
      `      - { text: "${text}", due: "${due}"${done === undefined ? '' : `, done: "${done}"`} }\n`,
  )
  .join('')}    updates:
${action.updates.map(({ on, level, text }) => `      - { on: "${on}", level: ${level}, text: "${text}" }\n`).join('')}    evidence: { what: "${action.evidence}", in: Audit library, on: "${action.evidenceOn}", line: 2 }
    assurance: { word: ${action.assurance}, by: ${action.committee}, on: "${action.evidenceOn}" }
`;

/** The same schema as Spectral takes it: one rule of a ruleset. */
const rulesetOf = (schema: object): object => ({
  rules: {
    plan: {
      description: 'A plan follows its schema.',
      severity: 'error',
      given: '$',
      then: { function: 'schema', functionOptions: { schema, allErrors: true } },
    },
  },
});

function schemaOf(plan: Plan): object {
  const text = { type: 'string', minLength: 1 };
  const date = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
  const oneOf = (description: string, words: readonly string[]) => ({ description, enum: words });
  const of = (definition: string) => ({ $ref: `#/definitions/${definition}` });
  const ids = (named: readonly Named[]) => named.map(({ id }) => id);
  const object = (properties: object, optional: readonly string[] = []) => ({
    type: 'object',
    properties,
    required: Object.keys(properties).filter((key) => !optional.includes(key)),
    additionalProperties: false,
  });
  const listOf = (items: object) => ({ type: 'array', items });
  const named = object({ id: text, title: text });
  const requirement = object({
    id: { type: 'string', pattern: '^R\\d{5}$' },
    title: text,
    kind: oneOf('How strongly it is asked.', ['must', 'should']),
    service: of('service'),
    regulation: text,
    question: oneOf('The key question.', ['safe', 'effective', 'caring', 'responsive', 'well-led']),
  });
  const action = object({
    id: { type: 'string', pattern: '^A\\d{5}$' },
    title: text,
    directorate: of('directorate'),
    service: of('service'),
    for: listOf({ type: 'string', pattern: '^I\\d{4}:R\\d{5}$' }),
    description: text,
    sro: of('sro'),
    lead: of('sro'),
    due: date,
    measure: text,
    committee: of('committee'),
    steps: listOf(object({ text, due: date, done: date }, ['done'])),
    updates: listOf(object({ on: date, level: of('level'), text })),
    evidence: object({ what: text, in: text, on: date, line: { type: 'integer' } }),
    assurance: object({ word: of('assurance'), by: of('committee'), on: date }),
  });
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    type: 'object',
    properties: {
      plan: text,
      title: text,
      trust: text,
      directorates: listOf(named),
      services: listOf(named),
      committees: listOf(named),
      sros: listOf(named),
      inspections: listOf(object({ id: text, title: text, requirements: listOf(requirement) })),
      actions: listOf(action),
    },
    additionalProperties: false,
    definitions: {
      directorate: oneOf('A directorate.', ids(plan.directorates)),
      service: oneOf('A service.', ids(plan.services)),
      committee: oneOf('A committee.', ids(plan.committees)),
      sro: oneOf('A senior responsible owner.', ids(plan.sros)),
      level: oneOf('How an action is going.', levels),
      assurance: oneOf('A committee’s judgement.', assurances),
    },
  };
}
