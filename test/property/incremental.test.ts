import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checks } from '../../server/src/checks/index.ts';
import { Judgement } from '../../server/src/checks/judgement.ts';
import { everyCheck } from '../../server/src/checks/settings.ts';
import type { Ask } from '../../server/src/editor/ask.ts';
import { documentSymbols } from '../../server/src/editor/symbols.ts';
import { kinds } from '../../server/src/language/keywords/index.ts';
import { positionOf } from '../../server/src/plan/facts/position.ts';
import { PlanFile } from '../../server/src/plan/file.ts';
import type { Flag, Place } from '../../server/src/plan/flag.ts';
import { Plan, type Entity } from '../../server/src/plan/plan.ts';
import { edits, type Edit } from './edits.ts';
import { keptEdits } from './kept-edits.ts';
import { plans } from './plans.ts';
import { sampleFiles } from './wounds.ts';

/**
 * Whatever is edited, in whatever order: the plan that has followed the edits is the plan that a fresh
 * look at the texts gives, with the same readings, places, links, facts, flags and symbols.
 */

const texts: fc.Arbitrary<readonly string[]> = fc.array(
  fc.oneof(plans, fc.constantFrom(...sampleFiles.map(({ text }) => text))),
  { minLength: 1, maxLength: 2 },
);

const days = ['2018-07-01', '2018-11-01', '2017-01-01'];
// Every check, and one of them off in one of the files.
const settings = {
  ...everyCheck,
  overrides: [
    { files: ['file-1.plan'], checks: new Map([['overdue', { severity: 'off' as const }]]) },
  ],
};
const judge = (plan: Plan, asAt: string): Judgement =>
  new Judgement(checks, { plan, asAt, settings });
const planFile = (text: string, index: number): PlanFile =>
  new PlanFile(`file-${String(index)}.plan`, text);

/** A plan that follows its edits. */
class Followed {
  files: PlanFile[];
  readonly plan: Plan;
  readonly judgement: Judgement;

  constructor(of: readonly string[]) {
    this.files = of.map(planFile);
    this.plan = new Plan(this.files);
    this.judgement = judge(this.plan, days[0] ?? '');
  }

  look(): void {
    this.judgement.update(this.plan.update());
  }

  make({ file: index, at, length, put, from, taken, how, look }: Edit): void {
    const file = this.files[index % this.files.length];
    const source = this.files[from % this.files.length];
    if (file === undefined || source === undefined) return;
    const stretch = source.text.slice(from % (source.length + 1)).slice(0, taken);
    const start = at % (file.length + 1);
    if (how === 'edit') {
      file.edit(start, Math.min(start + length, file.length), put + stretch);
    } else if (how === 'whole text') {
      file.setText(file.text.slice(0, start) + put + stretch + file.text.slice(start + length));
    } else if (how === 'other day') {
      this.look();
      this.judgement.judge({ plan: this.plan, asAt: days[at % days.length] ?? '', settings });
    } else {
      const other = planFile(put + stretch, 9);
      this.files =
        this.files.length > 2 ? this.files.slice(0, 2) : [...this.files.slice(0, 2), other];
      this.judgement.update(this.plan.setFiles(this.files));
    }
    if (look) this.look();
  }
}

const placeOf = ({ unit, span }: Place): string =>
  `${unit.file.path}:${String(unit.start + span.start)}-${String(unit.start + span.end)}`;

const shown = (flag: Flag) => ({
  ...flag,
  place: placeOf(flag.place),
  fixes: flag.fixes.map(({ title, safe, edits: of }) => ({
    title,
    safe,
    edits: of.map((edit) => [placeOf(edit), edit.text]),
  })),
  related: flag.related.map(({ place, message }) => [placeOf(place), message]),
});

const named = ({ kind, id, unit, item }: Entity): string =>
  `${kind} ${id} ${placeOf({ unit, span: item.span })}`;

/** All there is to know of a plan and its flags, in plain data. */
function everything(files: readonly PlanFile[], plan: Plan, judgement: Judgement) {
  const entities = kinds.flatMap((kind) => plan.all(kind) as readonly Entity[]);
  const { asAt } = judgement;
  const ask = (file: PlanFile): Ask => ({
    plan,
    asAt,
    file,
    flagsIn: (unit) => judgement.flagsIn(unit),
    uriOf: (path) => path,
  });
  return {
    units: files.map((file) =>
      file.units.map(({ text, start, line, reading }) => ({ text, start, line, reading })),
    ),
    entities: entities.map(named),
    uses: entities.map((entity) =>
      plan.usesOf(entity).map((use) => `${named(use.entity)} ${use.field}`),
    ),
    positions: plan.all('action').map((action) => {
      const { state, late, strength, deadline, progress } = positionOf(plan, action, asAt);
      return [state, late, strength, deadline.day, progress?.level];
    }),
    flags: judgement.flags.map(shown),
    counts: judgement.counts,
    symbols: files.map((file) => documentSymbols(ask(file))),
  };
}

function assertFollows(of: readonly string[], made: readonly Edit[]): void {
  const followed = new Followed(of);
  for (const edit of made) followed.make(edit);
  followed.look();
  const fresh = followed.files.map(({ path, text }) => new PlanFile(path, text));
  const plan = new Plan(fresh);
  assert.deepEqual(
    everything(followed.files, followed.plan, followed.judgement),
    everything(fresh, plan, judge(plan, followed.judgement.asAt)),
  );
}

const property = fc.property(texts, edits, assertFollows);

describe('a plan that follows its edits', () => {
  it('is what a fresh look at its texts gives', () => {
    fc.assert(property, { numRuns: 400 });
  });

  for (const { what, texts: of, edits: made } of keptEdits) {
    it(`is so after ${what}`, () => {
      assertFollows(of, made);
    });
  }
});
