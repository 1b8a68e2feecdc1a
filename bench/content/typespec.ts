import { chapterFiles, oneOrMany, placeOf, type Content } from './content.ts';
import { assurances, levels, type Action, type Chapter, type Named, type Plan } from './plan.ts';

/**
 * The plan in TypeSpec: an action is a model whose properties have the types of what they refer to. SROs
 * are models; requirements, services, committees and words of a scale are members of enums.
 */
export function typespecContent(plan: Plan, many: boolean): Content {
  const names = {
    one: 'main.tsp',
    registries: 'registries.tsp',
    chapter: (source: string) => `chapters/${source}.tsp`,
  };
  const chapters = plan.chapters.map((chapter) => ({
    name: chapter.source.id,
    text: chapterText(chapter),
  }));
  const files = oneOrMany(registriesText(plan), chapters, names, many);
  const opened = many ? names.chapter(plan.opened.source.id) : names.one;
  const file = many ? names.registries : names.one;
  const { middle } = plan;
  const sro = plan.sros[0]?.id ?? '';
  const text = files.get(opened) ?? '';
  const content = {
    opened,
    chapters: chapterFiles(plan, names, many),
    reference: placeOf(text, [`model ${middle.id} `, '\n  sro: '], middle.sro),
    declared: { file, ...placeOf(files.get(file) ?? '', ['\nmodel '], sro) },
  };
  if (many)
    files.set('main.tsp', [...files.keys()].map((path) => `import "./${path}";\n`).join(''));
  return { files, ...content };
}

const registriesText = (plan: Plan): string =>
  [
    enumText('Directorate', plan.directorates),
    enumText('Service', plan.services),
    enumText('Committee', plan.committees),
    enumText('Level', levels.map(titled)),
    enumText('Assurance', assurances.map(titled)),
    ...plan.sros.map(({ id, title }) => `@doc("${title}")\nmodel ${id} {}\n`),
  ].join('\n');

const titled = (id: string): Named => ({ id, title: id });

const enumText = (name: string, values: readonly Named[]): string =>
  `enum ${name} {
${values.map(({ id, title }) => `  @doc("${title}")\n  ${id},\n`).join('')}}
`;

const chapterText = ({ source, actions }: Chapter): string =>
  `${enumText(
    source.id,
    source.requirements.map(({ id, title, service, regulation, question }) => ({
      id,
      title: `${title}; ${service}, ${regulation}, ${question}`,
    })),
  )}
${actions.map(actionText).join('\n')}`;

const actionText = (action: Action): string =>
  `@doc("${action.title}")
model ${action.id} {
  directorate: Directorate.${action.directorate};
  service: Service.${action.service};
  answers: ${action.answers.map((answer) => `${action.source}.${answer}`).join(' | ')};
  description: "${action.description}";
  sro: ${action.sro};
  lead: ${action.lead};
  due: "${action.due}";
  measure: "${action.measure}";
  committee: Committee.${action.committee};
${action.steps.map(({ text, due, done }, index) => `  step${index + 1}: { text: "${text}"; due: "${due}"; ${done === undefined ? '' : `done: "${done}"; `}};\n`).join('')}${action.updates.map(({ on, level, text }, index) => `  update${index + 1}: { on: "${on}"; level: Level.${level}; text: "${text}"; };\n`).join('')}  evidence: { what: "${action.evidence}"; \`in\`: "Audit library"; on: "${action.evidenceOn}"; line: 2; };
  assurance: { word: Assurance.${action.assurance}; \`by\`: Committee.${action.committee}; on: "${action.evidenceOn}"; };
}
`;
