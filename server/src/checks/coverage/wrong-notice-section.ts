import { dayInWords } from '../../plan/calendar.ts';
import type { Entity, Plan } from '../../plan/plan.ts';
import { notices } from '../../plan/vocabularies.ts';
import { sentence } from '../../plan/words.ts';
import { always, check } from '../check.ts';
import { fixToLookAt, replace } from '../shared/fixes.ts';
import { nameOf } from '../shared/names.ts';

export const wrongNoticeSection = check({
  id: 'wrong-notice-section',
  title: 'Notice under a section that is not for trusts',
  what: 'A source names a section under which no notice is served on an NHS trust or foundation trust, such as section 29 of the Health and Social Care Act 2008, and the plan is a trust’s.',
  why: 'Section 29A is for NHS trusts: it asks for significant improvement by a time of its own, and what must be shown by then is another thing than under section 29.',
  source:
    'Health and Social Care Act 2008, sections 29 and 29A, as changed by the Care Act 2014, section 82.',
  falsePositives:
    'A notice served before 1 October 2014, or on another provider: give the date on which it was served; nothing is said of plans that declare no trust.',
  severity: always('error'),
  preset: 'recommended',
  over: 'source',
  *run(source, { plan }) {
    const section = source.item.section?.section;
    const notice = notices.get(section?.value ?? '');
    const instead = notices.get(notice?.instead ?? '');
    if (section === undefined || notice === undefined || instead === undefined) return;
    const trust = trustOf(plan);
    if (trust === undefined) return;
    const kinds = trust.item.type?.type.value === undefined ? [] : [trust.item.type.type.value];
    if (!kinds.every((kind) => notice.notFor?.includes(inVocabulary[kind]))) return;
    const served = source.item.served?.on.value?.last;
    const from = notice.notForFrom ?? '';
    if (served !== undefined && served < from) return;
    const what = kinds.map((kind) => inWords[kind])[0] ?? 'an NHS trust or foundation trust';
    yield {
      at: section.span,
      message: `${sentence(nameOf(source))} names ${notice.id}, which has not been for NHS trusts since ${dayInWords(from)}; ${trust.id} is ${what}.`,
      todo: `Look at the notice: for a trust it is ${instead.id}, “${instead.title}”.`,
      fixes: () => [
        fixToLookAt(`Change it to ${instead.id}`, replace(source.unit, section.span, instead.id)),
      ],
    };
  },
  examples: {
    flagged: [
      {
        plan: `
trust RT5 "Leicestershire Partnership NHS Trust" {
  type nhs-trust
}
notice WARNING-2019 "Warning notice, January 2019" {
  body    CQC
  section section-29
          ^^^^^^^^^^ Notice WARNING-2019 names section-29, which has not been for NHS trusts since 1 October 2014; RT5 is an NHS trust.
  served  2019-01-30
}
`,
      },
      {
        plan: `
plan P-2019 "Action plan" {
  trust RRE
}
trust RRE "Midlands Partnership NHS Foundation Trust" {
  type foundation-trust
}
trust X99 "A partner of it"
notice WARNING "Warning notice" {
  section section-29
          ^^^^^^^^^^ Notice WARNING names section-29, which has not been for NHS trusts since 1 October 2014; RRE is an NHS foundation trust.
}
`,
      },
    ],
    clean: [
      {
        plan: `
trust RT5 "Leicestershire Partnership NHS Trust" {
  type nhs-trust
}
notice WARNING-2019 "Warning notice, January 2019" {
  section section-29A
  served  2019-01-30
}
notice WARNING-2014 "Warning notice, May 2014" {
  section section-29
  served  2014-05-12
}
`,
      },
      {
        plan: `
notice WARNING-2019 "Warning notice to a care home" {
  section section-29
}
`,
      },
    ],
  },
});

/** The trust whose plan it is: the heading’s, or else the only one there is. */
function trustOf(plan: Plan): Entity<'trust'> | undefined {
  const { heading } = plan;
  const named = heading && plan.find('trust', heading.item.trust?.trust.value);
  if (named !== undefined) return named;
  const [only, ...others] = plan.all('trust');
  return others.length === 0 ? only : undefined;
}

/** The words of the vocabulary for the types of trust. */
const inVocabulary = { 'nhs-trust': 'nhs-trust', 'foundation-trust': 'nhs-foundation-trust' };

const inWords = { 'nhs-trust': 'an NHS trust', 'foundation-trust': 'an NHS foundation trust' };
