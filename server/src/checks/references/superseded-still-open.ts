import { successorsOf } from '../../plan/facts/coverage.ts';
import { isLive, stateOf } from '../../plan/facts/progress.ts';
import { listed, sentence } from '../../plan/words.ts';
import { always, check } from '../check.ts';
import { addLine, fixToLookAt } from '../shared/fixes.ts';
import { quoted } from '../shared/phrases.ts';

export const supersededStillOpen = check({
  id: 'superseded-still-open',
  title: 'Older action open beside its successor',
  what: 'An action that a later one continues or replaces is itself still open. Continuing and replacing close nothing: the older action counts until its own status says otherwise.',
  why: 'The same work is counted twice, and the older row goes on being overdue while everybody looks at the newer one.',
  source:
    'Practice: plans renewed after another inspection keep the rows of the older plan beside the actions that carry them on.',
  falsePositives:
    'An older action whose own work does go on beside the newer one: answer for the flag with explained.',
  severity: always('warning'),
  preset: 'recommended',
  over: 'action',
  *run(action, { plan, asAt }) {
    if (stateOf(plan, action, asAt) !== 'open') return;
    const successors = successorsOf(plan, action).filter(
      (successor) => successor !== action && isLive(stateOf(plan, successor, asAt)),
    );
    if (successors.length === 0) return;
    const replacing = new Set(plan.referring(action, 'action', 'replaces'));
    const facts = successors.map((successor) => {
      const verb = replacing.has(successor) ? 'replaces' : 'continues';
      return { successor, fact: `action ${successor.id} ${verb} it` };
    });
    const newer = listed(successors.map(({ id }) => id));
    const replaced = successors.some((successor) => replacing.has(successor));
    const because = `${replaced ? 'Replaced' : 'Continued'} by ${newer}`;
    const withdraw = addLine(action, `withdrawn ${asAt} because ${quoted(because)}`);
    yield {
      at: action.item.idSpan,
      message: `Action ${action.id} is still open, though ${listed(facts.map(({ fact }) => fact))}.`,
      todo: 'Say withdrawn and what took its place, or completed if it is done. The newer action then has to answer its requirements.',
      // A second withdrawn, beside one of a later day, could not be read.
      fixes: () =>
        action.item.withdrawn === undefined
          ? [fixToLookAt(`Withdraw it in favour of ${newer}`, withdraw)]
          : [],
      related: facts.map(({ successor, fact }) => ({
        place: { unit: successor.unit, span: successor.item.idSpan },
        message: sentence(fact),
      })),
    };
  },
  examples: {
    flagged: [
      {
        plan: `
action 20.1 "Train all staff" {
       ^^^^ Action 20.1 is still open, though action 2017-20.1 continues it.
  due 2017-09
}
action 2017-20.1 "Bring training to 85 %" {
  continues 20.1
}
`,
      },
      {
        plan: `
action C "Bring recorded supervision to 85 %" {
  continues 18.5, "18.4" not-in-plan
}
action D "Record supervision on uLearn" {
  replaces 18.5
}
action 18.5 "Record supervision" {
       ^^^^ Action 18.5 is still open, though action C continues it and action D replaces it.
  completed 2018-09-12
}
`,
      },
    ],
    clean: [
      {
        plan: `
action C "Bring recorded supervision to 85 %" {
  continues 18.5
}
action G "Roll out the tool" {
  replaces  19.3.3
  withdrawn 2018-06-11 because "The older action goes on instead"
}
action 18.5 "Record supervision" {
  withdrawn 2018-02-01 because "Continued by C"
}
action 19.3.3 "Cover absences" {
  due 2018-09
}
`,
      },
    ],
  },
});
