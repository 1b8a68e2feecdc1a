import { chapterFiles, filesOf, placeOf, type Content } from './content.ts';
import type { Action, Chapter, Named, Plan } from './plan.ts';

/** The plan in LikeC4: everything is an element, every reference a relation, and dates and texts are metadata. */
export function likec4Content(plan: Plan, many: boolean): Content {
  const names = {
    one: 'plan.c4',
    registries: 'registries.c4',
    chapter: (source: string) => `chapters/${source}.c4`,
  };
  // In one file everything stands in one model, because LikeC4 warns of a second.
  const files = many
    ? filesOf(
        specification + modelText(registriesText(plan)),
        plan.chapters.map((chapter) => ({
          name: chapter.source.id,
          text: modelText(chapterText(chapter)),
        })),
        names,
      )
    : new Map([
        [
          names.one,
          specification +
            modelText([registriesText(plan), ...plan.chapters.map(chapterText)].join('\n')),
        ],
      ]);
  const opened = many ? names.chapter(plan.opened.source.id) : names.one;
  const file = many ? names.registries : names.one;
  const { middle } = plan;
  const sro = plan.sros[0]?.id ?? '';
  const text = files.get(opened) ?? '';
  const content = {
    opened,
    chapters: chapterFiles(plan, names, many),
    reference: placeOf(text, [`\n  ${middle.id} = `, '-[sro]-> '], middle.sro),
    declared: { file, ...placeOf(files.get(file) ?? '', ['\nmodel {'], sro) },
  };
  files.set('likec4.config.json', `${JSON.stringify({ name: 'bench' })}\n`);
  return { files, ...content };
}

const specification = `specification {
  element directorate
  element service
  element committee
  element sro
  element inspection
  element must
  element should
  element action
  relationship owner
  relationship place
  relationship answers
  relationship sro
  relationship lead
  relationship committee
  tag fully
  tag partially
  tag unassured
}

`;

const modelText = (elements: string): string => `model {\n${elements}}\n`;

const registriesText = (plan: Plan): string =>
  list('directorate', plan.directorates) +
  list('service', plan.services) +
  list('committee', plan.committees) +
  list('sro', plan.sros);

const list = (kind: string, named: readonly Named[]): string =>
  named.map(({ id, title }) => `  ${id} = ${kind} '${title}'\n`).join('');

const chapterText = ({ source, actions }: Chapter): string =>
  `  ${source.id} = inspection '${source.title}' {
${source.requirements.map(({ kind, id, title, regulation, question }) => `    ${id} = ${kind} '${title}' {\n      metadata {\n        regulation '${regulation}'\n        question '${question}'\n      }\n    }\n`).join('')}  }

${actions.map(actionText).join('\n')}`;

const actionText = (action: Action): string =>
  `  ${action.id} = action '${action.title}' {
    #${action.assurance === 'not' ? 'unassured' : action.assurance}
    description '${action.description}'
    metadata {
      due '${action.due}'
      measure '${action.measure}'
${action.steps.map(({ text, due, done }, index) => `      step${index + 1} '${text}, due ${due}${done === undefined ? '' : `, done ${done}`}'\n`).join('')}${action.updates.map(({ on, level, text }, index) => `      update${index + 1} '${on} ${level}: ${text}'\n`).join('')}      evidence '${action.evidence}, in Audit library, ${action.evidenceOn}'
      assured '${action.evidenceOn}'
    }
    -[owner]-> ${action.directorate}
    -[place]-> ${action.service}
${action.answers.map((answer) => `    -[answers]-> ${action.source}.${answer}\n`).join('')}    -[sro]-> ${action.sro}
    -[lead]-> ${action.lead}
    -[committee]-> ${action.committee}
  }
`;
