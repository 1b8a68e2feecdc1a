import { dateInWords } from '../../plan/calendar.ts';
import type { ItemOf, Value } from '../../language/items.ts';
import type { Reference } from '../../language/slots.ts';
import { levelIn } from '../../plan/facts/scales.ts';
import { dueSoonDays } from '../../plan/facts/deadline.ts';
import type { Position } from '../../plan/facts/position.ts';
import { states, type State } from '../../plan/facts/progress.ts';
import type { Plan } from '../../plan/plan.ts';
import { assuranceMeanings, keyQuestions } from '../../plan/vocabularies.ts';
import { count, listed, sentence } from '../../plan/words.ts';
import { nameOf, riskInWords } from '../tables/items.ts';
import { isOverdue } from '../tables/judgements.ts';
import type { Fact, Section } from '../tables/paper.ts';
import { inDigits } from '../tables/table.ts';
import { missingInWords, recordDate } from '../tables/values.ts';
import { comingDates, highlightsOf } from './highlights.ts';
import type { Papers } from './paper-spec.ts';

type Meeting = ItemOf<'meeting'>;

/** What stands where the plan says nothing: somebody has to fill it in before the paper goes out. */
const notGiven = 'Not given';

/** The cover sheet of a meeting’s papers; none without a meeting. */
export function coverSections(papers: Papers): Section[] {
  const { plan, meeting } = papers;
  if (meeting === undefined) return [];
  const { askedTo } = meeting.item;
  const asked = askedTo.map(({ text }) => inWords(text, (words) => words));
  return [
    { id: 'cover', title: 'About the paper', facts: factsOf(plan, meeting.item), tables: [] },
    {
      id: 'recommendation',
      title: 'Recommendation',
      ...(asked.length === 0
        ? { paragraphs: ['No recommendation is given.'] }
        : { paragraphs: [`${committeeOf(plan, meeting.item)} is asked to:`], points: asked }),
      tables: [],
    },
    { id: 'in-brief', title: 'Summary', points: summaryOf(papers), tables: [] },
  ];
}

/** The committee as a sentence begins with it: “The Quality Committee”. */
function committeeOf(plan: Plan, { committee }: Meeting): string {
  const name = committee?.committee.value && nameOf(plan, committee.committee.value);
  return name === undefined ? 'The committee' : `The ${name.replace(/^the /i, '')}`;
}

/** A value in words, or what stands in its place. */
const inWords = <T>(value: Value<T>, words: (known: T) => string): string =>
  value.value === undefined ? missingInWords(value) : words(value.value);

function factsOf(plan: Plan, item: Meeting): Fact[] {
  const named = (value: Value<Reference> | undefined): string =>
    value === undefined ? notGiven : sentence(inWords(value, (known) => nameOf(plan, known)));
  const each = (values: readonly string[]): string =>
    values.length === 0 ? notGiven : sentence(listed(values));
  const agenda = item.agendaItem?.number;
  return [
    { term: 'Meeting', words: named(item.committee?.committee) },
    {
      term: 'Date',
      words: item.on === undefined ? notGiven : sentence(inWords(item.on.on, dateInWords)),
    },
    { term: 'Agenda item', words: agenda === undefined ? notGiven : inWords(agenda, (is) => is) },
    { term: 'Author', words: named(item.author?.author) },
    { term: 'Lead director', words: named(item.leadDirector?.director) },
    {
      term: 'Purpose',
      words: each(item.purpose.map(({ purpose }) => inWords(purpose, (is) => is))),
    },
    { term: 'Level of assurance', words: assuranceInWords(plan, item) },
    {
      term: 'CQC key questions',
      words: each(
        item.questions.map(({ question }) =>
          inWords(question, (id) => (keyQuestions.get(id)?.title ?? id).toLowerCase()),
        ),
      ),
    },
    {
      term: 'Strategic objective',
      words: lines(item.objectives.map(({ text }) => inWords(text, (words) => words))),
    },
    {
      term: 'Risks',
      words: lines(
        item.risks.map(({ risk }) => inWords(risk, (known) => riskInWords(plan, known))),
      ),
    },
    { term: 'Previously considered by', words: lines(consideredIn(plan, item)) },
  ];
}

const lines = (values: readonly string[]): string =>
  values.length === 0 ? notGiven : values.join('; ');

function assuranceInWords(plan: Plan, { assurance }: Meeting): string {
  if (assurance === undefined) return notGiven;
  const level = inWords(assurance.level, (known) =>
    sentence(levelIn(plan, known, assuranceMeanings).label),
  );
  const why = assurance.because;
  return why === undefined ? level : `${level}: ${inWords(why, (words) => words)}`;
}

const consideredIn = (plan: Plan, { considered }: Meeting): string[] =>
  considered.map(({ committee, on, minute, outcome }) =>
    [
      sentence(inWords(committee, (known) => nameOf(plan, known))),
      on === undefined ? '' : `, ${recordDate(on)}`,
      minute?.value === undefined ? '' : `, minute ${minute.value}`,
      outcome?.value === undefined ? '' : `: ${outcome.value}`,
    ].join(''),
  );

function overdueInWords(late: readonly Position[]): string {
  const mustDos = late.filter(({ strength }) => strength === 'must').length;
  return `Overdue: ${count(late.length, 'action')}, of which ${count(mustDos, 'answers', 'answer')} a must-do.`;
}

/** So many alerts stand on a cover sheet; the highlight report has all. */
const mostAlerts = 5;

/** Where the plan stands, each state apart, and what the committee must not miss. */
function summaryOf(papers: Papers): string[] {
  const { plan, asAt, positions } = papers;
  const inState = (Object.keys(states) as State[]).flatMap((state) => {
    const amount = positions.filter((position) => position.state === state).length;
    return amount === 0 ? [] : [`${inDigits(amount)} ${states[state].title.toLowerCase()}`];
  });
  const late = positions.filter(isOverdue);
  const { alert } = highlightsOf(papers);
  return [
    positions.length === 0
      ? 'The plan has no actions.'
      : `${count(positions.length, 'action')}: ${listed(inState)}.`,
    late.length === 0 ? 'No action is overdue.' : overdueInWords(late),
    ...comingDates(plan, asAt, dueSoonDays * 3).slice(0, 1),
    ...alert.slice(0, mostAlerts),
    ...(alert.length > mostAlerts
      ? [`The highlight report has ${inDigits(alert.length - mostAlerts)} more alerts.`]
      : []),
  ];
}
