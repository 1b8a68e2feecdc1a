import type { IsoDate } from '../../language/dates.ts';
import type { Span } from '../../language/tree.ts';
import { daysBetween, dayInWords, workingDaysBetween } from '../../plan/calendar.ts';
import { answersDue, type AnswerDue } from '../../plan/facts/answers-due.ts';
import { actionsFor, isSettled } from '../../plan/facts/coverage.ts';
import { deadlineDay, monthMeansIn } from '../../plan/facts/deadline.ts';
import { knownAt } from '../../plan/facts/history.ts';
import { isDelivered, stateOf } from '../../plan/facts/progress.ts';
import { weightOfRequirement } from '../../plan/facts/strength.ts';
import type { Entity } from '../../plan/plan.ts';
import { count, sentence } from '../../plan/words.ts';
import { always, check, type Context, type Draft } from '../check.ts';
import { addLine, fixToLookAt } from '../shared/fixes.ts';
import { nameOf } from '../shared/names.ts';

export const regulatorDeadline = check({
  id: 'regulator-deadline',
  title: 'Regulator’s deadline',
  what: 'A regulator’s deadline is within the next 28 days (for information), or has passed and nothing says that it was kept: the respond-by of a source, or the time that the law sets for an answer to its kind of notice; the 28 days for a report under regulation 17(3), from report-requested; the when of a requirement of a notice or of undertakings. The time for representations against a notice is counted down where it is certain, and never flagged once it is over.',
  why: 'These are the dates that the law or the regulator sets; a late report under regulation 17(3) is an offence.',
  source:
    'SI 2014/2936, regulation 17(3): within 28 days beginning on the day after the request. Health and Social Care Act 2008, sections 26 to 29A. SI 2013/1629, regulation 29: 56 days for a report to prevent future deaths.',
  falsePositives:
    'An answer that was sent and not written down: say responded. The day of receipt may be later than the day in the plan; the notice itself decides. For warning notices under section 29A no time for representations is counted, because none was found that is certain.',
  severity: always('error'),
  preset: 'recommended',
  options: {
    days: {
      default: 28,
      min: 0,
      max: 366,
      doc: 'How many days ahead to look; 0 is today alone.',
    },
  },
  over: 'item',
  *run(entity, context) {
    if (entity.kind === 'source') yield* ofSource(entity, context);
    else if (entity.kind === 'requirement') yield* ofRequirement(entity, context);
  },
  examples: {
    flagged: [
      {
        plan: `
notice REQ "Requirement notice" {
  section    requirement-notice
  served     2018-06-04
  respond-by 2018-07-02
             ^^^^^^^^^^ The answer to notice REQ is due 2 July 2018, in 1 day (1 working day).
}
inspection CQC-2018 "CQC inspection" {
  report-requested 2018-06-02
                   ^^^^^^^^^^ The report that was asked for in inspection CQC-2018 was due 30 June 2018, 28 days after it was asked for, 1 day ago, and nothing says that it was sent.
}
notice PFD "Report to prevent future deaths" {
  section prevention-of-future-deaths
  served  2018-05-07
          ^^^^^^^^^^ The answer to notice PFD is due 2 July 2018, 56 days after it was served, in 1 day (1 working day).
}
notice W1 "Warning notice to a care provider" {
  section section-29
  served  2018-06-28
          ^^^^^^^^^^ Representations against notice W1 can be made until 12 July 2018, 10 working days after it was served, in 11 days (9 working days).
}
`,
      },
      {
        plan: `
undertakings U1 "Undertakings" {
  undertaking 1.1 "Draw up a plan" {
    when 2018-06
         ^^^^^^^ Undertaking 1.1 fell due 30 June 2018, 1 day ago, and nothing says that it was met.
  }
  undertaking 1.2 "Publish it" {
    when 1 July 2018
         ^^^^^^^^^^^ Undertaking 1.2 falls due today, 1 July 2018.
  }
  undertaking 1.3 "Carry it out" {
    when 2018-06-29
         ^^^^^^^^^^ Undertaking 1.3 fell due 29 June 2018, 2 days ago, and nothing says that it was met.
  }
}
action A "Carry the plan out" {
  for 1.3
}
`,
      },
    ],
    clean: [
      {
        plan: `
notice REQ "Requirement notice" {
  section    requirement-notice
  served     2018-05-04
  respond-by 2018-06-01
  responded  2018-05-30
}
notice W1 "Warning notice" {
  section section-29A
  served  2018-06-28
}
notice W2 "Warning notice, whose time for representations is over" {
  section section-29
  served  2018-05-01
}
inspection CQC-2018 "CQC inspection" {
  report-requested 2018-06
}
notice REQ-2 "Requirement notice, all of it settled" {
  respond-by 2018-06-01
  breach B1 "Care plans are out of date" {
    confirmed 2018-06-20 by CQC
  }
}
notice W3 "Warning notice, with time left" {
  section    section-29A
  respond-by 2018-07-30
}
undertakings U1 "Undertakings" {
  undertaking 1.1 "Draw up a plan" {
    when      2018-06
    addressed 2018-06-12
  }
  undertaking 1.2 "Carry it out" {
    when 2018-06
  }
}
action A "Carry the plan out" {
  for       1.2
  completed 2018-06-20
}
`,
      },
    ],
  },
});

/** How each kind of answer is called, and what is said of it while there is time. */
const answers: Record<AnswerDue['what'], (source: string, is: string) => string> = {
  answer: (source, is) => `The answer to ${source} ${is} due`,
  report: (source, is) => `The report that was asked for in ${source} ${is} due`,
  representations: (source) => `Representations against ${source} can be made until`,
};

function* ofSource(source: Entity<'source'>, context: Context): Iterable<Draft> {
  const { asAt } = context;
  const due = answersDue(source, asAt);
  if (due.length === 0 || wasAnswered(source, context)) return;
  for (const { what, day, span, counted } of due) {
    const isPast = day < asAt;
    // Nobody has to dispute a notice.
    if (what === 'representations' && isPast) continue;
    const said = answers[what](nameOf(source), isPast ? 'was' : 'is');
    const after = counted === undefined ? '' : `, ${inWords(counted)} after ${began[what]}`;
    yield* countdown(day, span, context, {
      coming: (when) => `${said} ${dayInWords(day)}${after}, ${when}.`,
      passed: (ago) =>
        `${said} ${dayInWords(day)}${after}, ${ago}, and nothing says that it was sent.`,
      todo:
        what === 'representations'
          ? 'Decide whether to dispute it, and who writes to the regulator; say responded when that was sent.'
          : 'Send it, and say responded with its date; if the regulator has agreed another date, write that in respond-by.',
      fix: () => fixToLookAt('Say that it was sent', addLine(source, `responded ${asAt}`)),
    });
  }
}

const began: Record<AnswerDue['what'], string> = {
  answer: 'it was served',
  report: 'it was asked for',
  representations: 'it was served',
};

const inWords = ({ days, kind }: NonNullable<AnswerDue['counted']>): string =>
  count(days, kind === 'working' ? 'working day' : 'day');

function* ofRequirement(requirement: Entity<'requirement'>, context: Context): Iterable<Draft> {
  const when = requirement.item.when?.when;
  const day = deadlineDay(when?.value, monthMeansIn(context.plan));
  if (when === undefined || day === undefined) return;
  if (weightOfRequirement(requirement) !== 'notice' || isDone(requirement, context)) return;
  const name = sentence(nameOf(requirement));
  yield* countdown(day, when.span, context, {
    coming: (left) =>
      day === context.asAt
        ? `${name} falls due ${left}, ${dayInWords(day)}.`
        : `${name} falls due ${dayInWords(day)}, ${left}.`,
    passed: (ago) =>
      `${name} fell due ${dayInWords(day)}, ${ago}, and nothing says that it was met.`,
    todo: 'Say addressed with its date, or what the regulator has agreed instead.',
    fix: () =>
      fixToLookAt('Say that it was addressed', addLine(requirement, `addressed ${context.asAt}`)),
  });
}

interface Said {
  readonly coming: (left: string) => string;
  readonly passed: (ago: string) => string;
  readonly todo: string;
  readonly fix: () => ReturnType<typeof fixToLookAt>;
}

function* countdown(
  day: IsoDate,
  at: Span,
  { asAt, options }: Context,
  { coming, passed, todo, fix }: Said,
): Iterable<Draft> {
  const left = daysBetween(asAt, day);
  if (left > (options.days ?? 0)) return;
  const working = count(workingDaysBetween(asAt, day), 'working day');
  const message =
    left < 0
      ? passed(`${count(-left, 'day')} ago`)
      : coming(left === 0 ? 'today' : `in ${count(left, 'day')} (${working})`);
  yield { at, message, todo, severity: left < 0 ? 'error' : 'info', fixes: () => [fix()] };
}

/** Whether an answer was sent, or all that the source asks for is settled. */
function wasAnswered(source: Entity<'source'>, { plan, asAt }: Context): boolean {
  const { responded } = source.item;
  if (responded !== undefined && knownAt(responded.on, asAt)) return true;
  const asked = plan
    .entitiesIn(source.unit)
    .filter((entity) => entity.kind === 'requirement' && entity.parent === source);
  return (
    asked.length > 0 &&
    asked.every((entity) => entity.kind === 'requirement' && isSettled(entity, asAt))
  );
}

/** Whether its own records say that it is settled, or every action for it is done. */
function isDone(requirement: Entity<'requirement'>, { plan, asAt }: Context): boolean {
  if (isSettled(requirement, asAt)) return true;
  const states = actionsFor(plan, requirement)
    .map((action) => stateOf(plan, action, asAt))
    .filter((state) => state !== 'withdrawn');
  return states.length > 0 && states.every(isDelivered);
}
