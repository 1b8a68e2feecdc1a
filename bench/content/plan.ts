/**
 * The plan that every language of the benchmark writes down in its own way. No seed and no clock: the same
 * numbers in, the same plan out.
 */

/** The day that all generated plans are judged at. */
export const asAt = '2026-06-30';

export interface Named {
  readonly id: string;
  readonly title: string;
}

export interface Requirement extends Named {
  readonly kind: 'must' | 'should';
  readonly service: string;
  readonly regulation: string;
  readonly question: string;
}

export interface Source extends Named {
  readonly requirements: readonly Requirement[];
}

export interface Step {
  readonly text: string;
  readonly due: string;
  /** Left out while it is still to be done. */
  readonly done?: string;
}

export interface Update {
  readonly on: string;
  readonly level: string;
  readonly text: string;
}

export interface Action extends Named {
  readonly directorate: string;
  readonly service: string;
  /** The source that `answers` are requirements of. */
  readonly source: string;
  readonly answers: readonly string[];
  readonly description: string;
  /** An id that nothing declares, in an action that is to be flagged. */
  readonly sro: string;
  readonly lead: string;
  readonly due: string;
  readonly measure: string;
  readonly committee: string;
  readonly steps: readonly Step[];
  readonly updates: readonly Update[];
  readonly evidence: string;
  readonly evidenceOn: string;
  readonly assurance: string;
}

/** One source and the actions that answer it; in a project of many files, a file. */
export interface Chapter {
  readonly source: Source;
  readonly actions: readonly Action[];
}

export interface Plan {
  readonly directorates: readonly Named[];
  readonly services: readonly Named[];
  readonly committees: readonly Named[];
  /** The first answers for every fiftieth action besides its share; all share the rest evenly. */
  readonly sros: readonly Named[];
  readonly chapters: readonly Chapter[];
  /** The action in the middle of the opened chapter, in which the benchmark types. It is never flagged. */
  readonly middle: Action;
  /** The chapter that `middle` is in. */
  readonly opened: Chapter;
}

export interface Size {
  readonly actions: number;
  /** How many actions stand in a chapter, with a fifth as many requirements. */
  readonly perChapter: number;
  /** How many actions name an SRO that nothing declares: each is one flag. */
  readonly flags: number;
}

/** Words of scale progress and of scale assurance, which the languages declare in their own ways. */
export const levels = ['red', 'amber', 'green', 'blue'] as const;
export const assurances = ['fully', 'partially', 'not'] as const;

const roles = [
  'HeadOfNursing',
  'ClinicalDirector',
  'GeneralManager',
  'LeadPharmacist',
  'EstatesLead',
];
const areas = [
  'Acute',
  'Community',
  'OlderPeople',
  'Children',
  'Crisis',
  'Forensic',
  'Rehabilitation',
];
const roleNames = [
  'Head of Nursing',
  'Clinical Director',
  'General Manager',
  'Lead Pharmacist',
  'Estates Lead',
];
const areaNames = [
  'acute wards',
  'community services',
  'older people’s services',
  'children’s services',
  'crisis services',
  'forensic services',
  'rehabilitation',
];
const bodies = [
  'Quality Committee',
  'Clinical Effectiveness Group',
  'Safety Group',
  'Workforce Group',
];
const verbs = ['Bring', 'Embed', 'Review', 'Strengthen', 'Audit', 'Standardise', 'Extend'];
const things = [
  'recorded supervision',
  'ligature risk assessments',
  'safe storage of medicines',
  'physical health checks',
  'care plans written with people',
  'mandatory training',
  'records of seclusion',
  'checks of resuscitation equipment',
  'learning from incidents',
  'privacy and dignity on wards',
  'discharge planning',
];
const regulations = [
  '9(1)',
  '12(2)(a)',
  '12(2)(g)',
  '13(1)',
  '17(2)(a)',
  '17(2)(c)',
  '18(1)',
  '18(2)(a)',
];
const questions = ['safe', 'effective', 'caring', 'responsive', 'well-led'];

const numbered = (letter: string, index: number, digits: number): string =>
  letter + String(index + 1).padStart(digits, '0');

const cycle = <T>(list: readonly T[], index: number): T => {
  const item = list[index % list.length];
  if (item === undefined) throw new RangeError('Nothing to choose from.');
  return item;
};

const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** A day of that year and month, none later than the 28th. */
const day = (year: number, month: number, index: number): string =>
  `${year}-${twoDigits(month)}-${twoDigits(1 + (index % 28))}`;

/** The plan of that size. */
export function planOf(size: Size): Plan {
  const directorates = times(atLeast(3, size.actions / 1000), (index) => ({
    id: numbered('D', index, 2),
    title: `Directorate ${index + 1}: ${cycle(areaNames, index)}`,
  }));
  const services = times(atLeast(5, size.actions / 100), (index) => ({
    id: numbered('S', index, 3),
    title: `Service ${index + 1}, ${cycle(areaNames, index)}`,
  }));
  const committees = times(atLeast(3, size.actions / 500), (index) => ({
    id: numbered('C', index, 3),
    title: `${cycle(bodies, index)} ${index + 1}`,
  }));
  const sros = times(atLeast(4, size.actions / 100), (index) => ({
    id: `${cycle(roles, index)}_${cycle(areas, index)}_${String(index + 1).padStart(3, '0')}`,
    title: `${cycle(roleNames, index)}, ${cycle(areaNames, index)} ${index + 1}`,
  }));
  const named = { directorates, services, committees, sros };
  const chapters = times(Math.ceil(size.actions / size.perChapter), (index) =>
    chapterOf(size, named, index),
  );
  const opened = cycle(chapters, Math.floor(chapters.length / 2));
  const half = Math.floor((chapters.length === 1 ? size.actions : size.perChapter) / 2);
  const middle = opened.actions.find(
    ({ sro }, index) => index >= half && sro !== sros[0]?.id && sros.some(({ id }) => id === sro),
  );
  if (middle === undefined) throw new RangeError('Too many flags: the middle must be clean.');
  return { ...named, chapters, middle, opened };
}

const atLeast = (least: number, number: number): number => Math.max(least, Math.floor(number));

type Registries = Pick<Plan, 'directorates' | 'services' | 'committees' | 'sros'>;

function chapterOf(size: Size, named: Registries, index: number): Chapter {
  const first = index * size.perChapter;
  const actions = Math.min(size.perChapter, size.actions - first);
  const count = Math.max(1, Math.floor(actions / 5));
  const requirements = times(count, (place) => requirementOf(named, Math.floor(first / 5) + place));
  const source: Source = {
    id: numbered('I', index, 4),
    title: `Inspection ${index + 1} of ${cycle(areaNames, index)}`,
    requirements,
  };
  return {
    source,
    actions: times(actions, (place) => actionOf(size, named, source, first + place, place)),
  };
}

const requirementOf = ({ services }: Registries, index: number): Requirement => ({
  id: numbered('R', index, 5),
  title: `People are kept safe by ${cycle(things, index)} in service ${index + 1}`,
  kind: index % 2 === 0 ? 'must' : 'should',
  service: cycle(services, index).id,
  regulation: cycle(regulations, index),
  question: cycle(questions, index),
});

function actionOf(
  { actions, flags }: Size,
  { directorates, services, committees, sros }: Registries,
  { id: source, requirements }: Source,
  index: number,
  place: number,
): Action {
  const id = numbered('A', index, 5);
  const flagged =
    Math.floor(((index + 1) * flags) / actions) > Math.floor((index * flags) / actions);
  const answers = [cycle(requirements, Math.floor(place / 5)).id];
  if (place % 6 === 0 && requirements.length > 1)
    answers.push(cycle(requirements, Math.floor(place / 5) + 1).id);
  const thing = cycle(things, index);
  const others = sros.slice(1);
  return {
    id,
    title: `${cycle(verbs, index)} ${thing}, ${index + 1}`,
    directorate: cycle(directorates, index).id,
    service: cycle(services, index).id,
    source,
    answers,
    description: `Agree it, write it down, and show that it is kept.`,
    sro: flagged
      ? `NobodyDeclared_${id}`
      : index % 50 === 0
        ? cycle(sros, 0).id
        : cycle(others, index).id,
    lead: cycle(others, index + 1).id,
    due: day(2027, 1 + (index % 12), index),
    measure: `${80 + (index % 20)} % in two months`,
    committee: cycle(committees, index).id,
    steps: [{ text: 'Agree the standard', due: day(2026, 3, index), done: day(2026, 2, index) }],
    updates: [{ on: day(2026, 6, index), level: 'green', text: 'On its trajectory' }],
    evidence: `Audit of ${10 + (index % 40)} records`,
    evidenceOn: day(2026, 5, index),
    assurance: cycle(assurances.slice(0, 2), index),
  };
}
