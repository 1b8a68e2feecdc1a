import { dateInWords } from '../../plan/calendar.ts';
import { vacancyOf, type Vacancy } from '../../plan/facts/holders.ts';
import { stateOf } from '../../plan/facts/progress.ts';
import { check } from '../check.ts';
import { fixToLookAt, replace } from '../shared/fixes.ts';
import { quoted } from '../shared/phrases.ts';

export const vacantSro = check({
  id: 'vacant-sro',
  title: 'Action whose SRO’s role is vacant',
  what: 'An open action names an SRO whose role is vacant at the as-at date: its sro block says vacant, or the last of its holders has left and no other has come.',
  why: 'Nobody answers for the action, though the plan reads as if somebody did.',
  source: 'Practice: each action should have one accountable lead, and people come and go.',
  falsePositives:
    'Somebody acts in the role: add a holder with the day from which. A role whose holders the plan does not name is taken to be filled.',
  severity: { must: 'error', should: 'warning', other: 'warning' },
  preset: 'recommended',
  over: 'action',
  appliesTo: (action, { plan, asAt }) =>
    action.item.sro?.owner.value !== undefined && stateOf(plan, action, asAt) === 'open',
  *run(action, { plan, asAt }) {
    const reference = action.item.sro?.owner.value;
    const sro = plan.find('sro', reference);
    const vacancy = sro === undefined ? undefined : vacancyOf(sro, asAt);
    if (reference === undefined || sro === undefined || vacancy === undefined) return;
    const role = sro.item.title.value ?? sro.id;
    yield {
      at: reference.span,
      message: `${sro.id}, the SRO of action ${action.id}, ${factOf(vacancy)}.`,
      todo: 'Name the SRO who answers for it in the meantime, or add the new holder to the sro block.',
      fixes: () => [
        fixToLookAt(
          'Say that its SRO is to be confirmed',
          replace(
            action.unit,
            reference.span,
            `tbc ${quoted(`who answers while ${role} is vacant`)}`,
          ),
        ),
      ],
      related: [
        { place: { unit: sro.unit, span: vacancy.span }, message: `Who holds ${sro.id}, and when` },
      ],
    };
  },
  examples: {
    flagged: [
      {
        plan: `
sro HON "Head of Nursing" {
  holder "A. Holder" from 2016-01 to 2018-04-30
  vacant from 2018-05-01
}
sro HOP "Head of Pharmacy" {
  holder "B. Holder" to 2018-05
  holder "C. Holder" from 2018-09-01
}
sro HOS "Head of Service" {
  vacant
}
action C "Bring recorded supervision to 85 %" {
  sro HON
      ^^^ HON, the SRO of action C, is vacant since 1 May 2018.
}
action D "Write guidance on medicines" {
  sro "head of pharmacy" given "HoP"
      ^^^^^^^^^^^^^^^^^^ HOP, the SRO of action D, has had no holder since the last one left in May 2018.
}
action E "Reduce blind spots" {
  sro HOS
      ^^^ HOS, the SRO of action E, is vacant.
}
`,
      },
      {
        asAt: '2018-05-01',
        plan: `
sro HON "Head of Nursing" {
  holder "A. Holder" to 2018-04-30
}
action C "Bring recorded supervision to 85 %" {
  sro HON
      ^^^ HON, the SRO of action C, has had no holder since the last one left on 30 April 2018.
}
`,
      },
    ],
    clean: [
      {
        plan: `
sro HON "Head of Nursing" {
  holder "A. Holder" to 2018-04-30
  vacant from 2018-05-01
  holder "B. Holder" from 2018-06-25
}
sro HOP "Head of Pharmacy" {
  vacant from 2018-08-01
}
sro HOS "Head of Service" {
  vacant from 2018-01 to 2018-03
}
sro MD "Medical Director"
action C "Bring recorded supervision to 85 %" {
  sro HON
}
action D "Write guidance on medicines" {
  sro HOP
}
action E "Reduce blind spots" {
  sro HOS
}
action F "Revise the cleaning schedules" {
  sro MD
}
`,
      },
      {
        plan: `
sro HON "Head of Nursing" {
  vacant from 2018-05-01
}
action F "Revise the cleaning schedules" {
  sro       HON
  completed 2018-04-21
}
`,
      },
      {
        asAt: '2018-04-30',
        plan: `
sro HON "Head of Nursing" {
  holder "A. Holder" to 2018-04-30
}
action C "Bring recorded supervision to 85 %" {
  sro HON
}
`,
      },
    ],
  },
});

function factOf({ because, date }: Vacancy): string {
  const when = date === undefined ? undefined : dateInWords(date);
  if (because === 'vacant') return when === undefined ? 'is vacant' : `is vacant since ${when}`;
  const day = date?.form === 'day' ? `on ${when ?? ''}` : `in ${when ?? ''}`;
  return `has had no holder since the last one left ${day}`;
}
