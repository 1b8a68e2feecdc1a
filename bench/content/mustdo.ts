import { chapterFiles, oneOrMany, placeOf, type Content } from './content.ts';
import {
  asAt,
  type Action,
  type Chapter,
  type Named,
  type Plan,
  type Requirement,
} from './plan.ts';

/** The plan in our own language, with the settings that judge it. */
export function mustdoContent(plan: Plan, many: boolean): Content {
  const names = {
    one: 'plan.plan',
    registries: 'registries.plan',
    chapter: (source: string) => `chapters/${source}.plan`,
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
    reference: placeOf(text, [`action ${middle.id} `, '\n  sro '], middle.sro),
    declared: { file, ...placeOf(files.get(file) ?? '', ['\nsro '], sro) },
  };
  files.set('mustdo.json', `${JSON.stringify({ language: 1, asAt }, undefined, 2)}\n`);
  return { files, ...content };
}

const registriesText = (plan: Plan): string =>
  `plan BENCH-2026 "A plan of many actions" {
  trust   X99
  status  approved  on 2026-01-15  by C001  minute "26/01"
}

trust X99 "Northshire Partnership NHS Trust"

scale progress "How an action is going" {
  red    "Off track"  means off-track  colour red
  amber  "At risk"    means at-risk    colour amber
  green  "On track"   means on-track   colour green
  blue   "Complete"   means complete   colour blue
}

scale assurance "Committee assurance" {
  fully      "Fully assured"      means full          colour green
  partially  "Partially assured"  means partial       colour amber
  not        "Not assured"        means no-assurance  colour red
}

${list('directorate', plan.directorates)}
${list('service', plan.services)}
${list('committee', plan.committees)}
${list('sro', plan.sros)}`;

const list = (keyword: string, named: readonly Named[]): string =>
  named.map(({ id, title }) => `${keyword} ${id} "${title}"\n`).join('');

const chapterText = ({ source, actions }: Chapter): string =>
  `inspection ${source.id} "${source.title}" {
  body       CQC
  published  2026-01

${source.requirements.map(requirementText).join('\n')}}

${actions.map(actionText).join('\n')}`;

const requirementText = ({ kind, id, title, service, regulation, question }: Requirement): string =>
  `  ${kind} ${id} "${title}" {
    service     ${service}
    regulation  ${regulation}
    question    ${question}
  }
`;

const actionText = (action: Action): string =>
  `action ${action.id} "${action.title}" {
  directorate  ${action.directorate}
  service      ${action.service}
  for          ${action.answers.map((answer) => `${action.source}:${answer}`).join(', ')}
  description  "${action.description}"
  sro          ${action.sro}
  lead         ${action.lead}
  due          ${action.due}
  measure      "${action.measure}"
  committee    ${action.committee}
${action.steps
  .map(
    ({ text, due, done }, index) =>
      `  step ${index + 1} "${text}"  due ${due}${done === undefined ? '' : `  done ${done}`}\n`,
  )
  .join(
    '',
  )}${action.updates.map(({ on, level, text }) => `  update ${on} ${level} "${text}"\n`).join('')}  evidence     "${action.evidence}"  in "Audit library"  on ${action.evidenceOn}  line 2
  assurance    ${action.assurance}  by ${action.committee}  on ${action.evidenceOn}
}
`;
