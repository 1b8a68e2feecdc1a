import { chapterFiles, oneOrMany, placeOf, type Content } from './content.ts';
import { assurances, levels, type Action, type Chapter, type Named, type Plan } from './plan.ts';

/**
 * The plan as a Prisma schema: an action is a model, SROs and committees are models related to it, and
 * what has no model (requirements, services, words of a scale) are values of enums.
 */
export function prismaContent(plan: Plan, many: boolean): Content {
  const names = {
    one: 'schema.prisma',
    registries: 'schema.prisma',
    chapter: (source: string) => `${source}.prisma`,
  };
  const chapters = plan.chapters.map((chapter) => ({
    name: chapter.source.id,
    text: chapterText(chapter),
  }));
  const files = oneOrMany(registriesText(plan), chapters, names, many);
  const opened = many ? names.chapter(plan.opened.source.id) : names.one;
  const { middle } = plan;
  const sro = plan.sros[0]?.id ?? '';
  const text = files.get(opened) ?? '';
  return {
    files,
    opened,
    chapters: chapterFiles(plan, names, many),
    reference: placeOf(text, [`model ${middle.id} `, '\n  sro '], middle.sro),
    declared: {
      file: names.registries,
      ...placeOf(files.get(names.registries) ?? '', ['\nmodel '], sro),
    },
  };
}

function registriesText(plan: Plan): string {
  const bySro = new Map(plan.sros.map(({ id }): [string, string[]] => [id, []]));
  const byCommittee = new Map(plan.committees.map(({ id }): [string, string[]] => [id, []]));
  for (const { actions } of plan.chapters)
    for (const { id, sro, committee } of actions) {
      bySro.get(sro)?.push(id);
      byCommittee.get(committee)?.push(id);
    }
  return `datasource db {
  provider = "postgresql"
}

generator client {
  provider = "prisma-client"
  output   = "./generated"
}

${enumText('Directorate', plan.directorates)}
${enumText('Service', plan.services)}
${enumText(
  'Lead',
  plan.sros.map(({ id, title }) => ({ id: `${id}_lead`, title })),
)}
${enumText('Level', levels.map(titled))}
${enumText('Assurance', assurances.map(titled))}
${plan.sros.map((named) => ownerText(named, bySro.get(named.id) ?? [])).join('\n')}
${plan.committees.map((named) => ownerText(named, byCommittee.get(named.id) ?? [])).join('\n')}`;
}

const titled = (id: string): Named => ({ id, title: id });

const enumText = (name: string, values: readonly Named[]): string =>
  `enum ${name} {
${values.map(({ id, title }) => `  /// ${title}\n  ${id}\n`).join('')}}
`;

/** A relation stands at both its ends. */
const ownerText = ({ id, title }: Named, actions: readonly string[]): string =>
  `model ${id} {
  id Int @id
  title String @default("${title}")
${actions.map((action) => `  actions${action} ${action}[]\n`).join('')}}
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
  `model ${action.id} {
  id Int @id
  title String @default("${action.title}")
  directorate Directorate @default(${action.directorate})
  service Service @default(${action.service})
${action.answers.map((answer, index) => `  for${index + 1} ${action.source} @default(${answer})\n`).join('')}  description String @default("${action.description}")
  sro ${action.sro} @relation(fields: [sroId], references: [id])
  sroId Int
  lead Lead @default(${action.lead}_lead)
  due DateTime @default("${action.due}T00:00:00Z")
  measure String @default("${action.measure}")
  committee ${action.committee} @relation(fields: [committeeId], references: [id])
  committeeId Int
${action.steps.map(({ text, due }, index) => `  step${index + 1} String @default("${text}, due ${due}")\n`).join('')}${action.updates.map(({ on, level, text }, index) => `  update${index + 1} Level @default(${level}) /// ${on} ${text}\n`).join('')}  evidence String @default("${action.evidence}")
  assurance Assurance @default(${action.assurance})
}
`;
