import { requirementKeywords, type RequirementKeyword } from '../../language/keywords/sources.ts';
import type { Fix } from '../../plan/flag.ts';
import type { Entity } from '../../plan/plan.ts';
import { count } from '../../plan/words.ts';
import { always, check } from '../check.ts';
import { freeId } from '../shared/declare.ts';
import { addLine, fixToLookAt, replace } from '../shared/fixes.ts';

/** How many blocks one fix adds at most: more would bury the source. */
const mostAtOnce = 20;

export const declaredCountMismatch = check({
  id: 'declared-count-mismatch',
  title: 'Count that the entries do not reach',
  what: 'A source declares how many requirements of a kind the document itself says it has, and the plan enters fewer or more of them.',
  why: 'A must-do that was never entered cannot be flagged, and is found missing by the inspector.',
  source:
    'Practice: press and board papers give counts of must-dos, should-dos and breaches, and plans are set up from part of them.',
  falsePositives:
    'A finding that the plan enters as two requirements, or two that it enters as one: correct the count and say so in a note.',
  severity: always('warning'),
  preset: 'setting-up',
  over: 'source',
  *run(source) {
    for (const { count: declared, of } of source.item.declares) {
      const keyword = of.value;
      const amount = declared.value?.amount;
      if (keyword === undefined || amount === undefined) continue;
      const entered = source.item.children.filter((child) => child.keyword === keyword).length;
      if (entered === amount) continue;
      yield {
        at: declared.span,
        message: `${source.id} declares ${named(amount, keyword)} and ${enteredInWords(entered)}; ${difference(amount, entered)}.`,
        todo: 'Enter each one that the document has, or correct the count.',
        fixes: () => [
          ...(amount > entered ? [addMissing(source, keyword, entered, amount)] : []),
          fixToLookAt(
            `Correct the count to ${String(entered)}`,
            replace(source.unit, declared.span, String(entered)),
          ),
        ],
      };
    }
  },
  examples: {
    flagged: [
      {
        plan: `
inspection MPFT-2019 "Inspection of the trust, 2019" {
  declares 4 breach
           ^ MPFT-2019 declares 4 breaches and 2 are entered; 2 are still to enter.
  declares 1 must
           ^ MPFT-2019 declares 1 must-do and none is entered; 1 is still to enter.
  declares 1 should
           ^ MPFT-2019 declares 1 should-do and 2 are entered; 1 is more than it says.
  breach STRATEGY "Urgent care has no strategy"
  breach BREACH-3 "Managers lack skills"
  should S1 "Open the garden"
  should S2 "Put up posters"
}
`,
      },
    ],
    clean: [
      {
        plan: `
inspection MPFT-2019 "Inspection of the trust, 2019" {
  declares 2 breach
  declares unknown must
  breach STRATEGY "Urgent care has no strategy"
  breach MANAGERS "Managers lack skills"
  should S1 "Open the garden"
}
`,
      },
    ],
  },
});

/** The names for people whose plural does not end with an s after the last letter. */
const plurals: Partial<Record<RequirementKeyword, string>> = {
  breach: 'breaches',
  priority: 'priorities',
  area: 'areas for improvement',
};

const named = (amount: number, keyword: RequirementKeyword): string =>
  count(amount, requirementKeywords[keyword].name, plurals[keyword]);

function enteredInWords(entered: number): string {
  if (entered === 0) return 'none is entered';
  return entered === 1 ? '1 is entered' : `${count(entered, '', '').trim()} are entered`;
}

function difference(declared: number, entered: number): string {
  const amount = Math.abs(declared - entered);
  const verb = `${String(amount)} ${amount === 1 ? 'is' : 'are'}`;
  return declared > entered ? `${verb} still to enter` : `${verb} more than it says`;
}

/** Adds a block for each that is missing, at most twenty, with its wording to be confirmed. */
function addMissing(
  source: Entity<'source'>,
  keyword: RequirementKeyword,
  entered: number,
  declared: number,
): Fix {
  const missing = declared - entered;
  const added = Math.min(missing, mostAtOnce);
  const taken = new Set(source.item.children.map(({ id }) => id));
  const lines: string[] = [];
  for (let number = entered + 1; number <= entered + added; number++) {
    const id = freeId(`${keyword.toUpperCase()}-${String(number)}`, (known) => taken.has(known));
    taken.add(id);
    lines.push(`${keyword} ${id} tbc "the document’s own words"`);
  }
  const some = added < missing ? `${String(added)} of the ` : 'the ';
  return fixToLookAt(
    `Add ${some}${named(missing, keyword)} to be filled in`,
    addLine(source, ...lines),
  );
}
