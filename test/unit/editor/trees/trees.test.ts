import assert from 'node:assert/strict';
import {
  nodesBelow,
  treeIds,
  type TreeId,
  type TreeNode,
} from '../../../../server/src/editor/trees/index.ts';
import { askOf } from '../cursor.ts';
import { outlineOf } from './outline.ts';
import { plan } from './plan.ts';

const ask = askOf([plan]);

/** What people see of a node, and what they copy of it. */
const wordsOf = ({ label, description, tooltip, row }: TreeNode): unknown => [
  label,
  description,
  tooltip,
  row,
];

const node = (nodes: readonly TreeNode[], label: string): TreeNode => {
  const found = nodes.find((one) => one.label === label);
  assert.ok(found, `${label} is not among ${nodes.map((one) => one.label).join('; ')}`);
  return found;
};

describe('the tree of must-dos', () => {
  it('shows what was asked by source, musts first, with what answers each and where that stands', () => {
    assert.equal(
      outlineOf(ask, 'mustDos'),
      `Inspection of 2017 · 3 requirements, 1 unanswered (source)
  M1 Record supervision · 2 actions, 1 overdue, partial assurance (must)
    A10 Teach the wards · open, 1 day late, not rated (overdue)
    A2 Buy a system · open, due 30 September 2018, partial assurance (open)
  M2 Keep care plans complete · no action answers it (must)
  S1 Offer an advocate · 1 action, not rated (should)
    A4 Write the policy · evidenced, not rated (claimed)
Undertakings · 1 requirement, all answered (source)
  1 Develop a plan · settled by its own records (must)
`,
    );
  });

  it('says of each node what it is, where it stands and what may be done with it', () => {
    const [inspection] = nodesBelow(ask, { tree: 'mustDos', path: [] });
    assert.equal(inspection?.context, 'source');
    assert.equal(inspection.children, 'unfolded');
    const requirements = nodesBelow(ask, { tree: 'mustDos', path: [inspection.key] });
    const m1 = node(requirements, 'M1 Record supervision');
    assert.equal(m1.context, 'requirement');
    assert.deepEqual(m1.item, {
      uri: 'file:///plan/file-1.plan',
      kind: 'requirement',
      id: 'M1',
      source: 'CQC',
    });
    assert.equal(m1.place?.range.start.line, 8);
  });
});

describe('the trees of owners and committees', () => {
  it('group actions by who is named, however that is written, by deadline, without withdrawn ones', () => {
    assert.equal(
      outlineOf(ask, 'owners'),
      `Head of Nursing · 3 actions, 2 open, 1 overdue (owner)
  A4 Write the policy · evidenced, not rated (claimed)
  A10 Teach the wards · open, 1 day late, not rated (overdue)
  A2 Buy a system · open, due 30 September 2018, partial assurance (open)
Medical Director · no actions (owner)
No SRO named · 1 action, 1 open (nobody)
  A3 Move the clinic · open, no day named, not rated (open)
`,
    );
    assert.equal(
      outlineOf(ask, 'committees', undefined, 1),
      `Clinical Effectiveness Group · 1 action, 1 open, 1 overdue (committee)
Estates Board · 1 action, 1 open (committee)
No committee named · 2 actions, 1 open (nobody)
`,
    );
  });
});

describe('the tree of deadlines', () => {
  it('shows open actions by month: overdue first, and last what has no day', () => {
    assert.equal(
      outlineOf(ask, 'deadlines'),
      `Overdue · 1 action (overdue)
  A10 Teach the wards · 30 June 2018, 1 day late (0 working days); Head of Nursing (overdue)
September 2018 · 1 action (month)
  A2 Buy a system · 30 September 2018, in 91 days (64 working days); Head of Nursing (open)
No day named · 1 action (nobody)
  A3 Move the clinic · tbc (open)
`,
    );
  });

  it('follows the as-at date', () => {
    const later = askOf([plan], 0, '2018-10-02');
    assert.match(outlineOf(later, 'deadlines'), /^Overdue · 2 actions/);
  });
});

describe('the tree of what needs attention', () => {
  const flagsIn = (by: string): string[] =>
    nodesBelow(ask, { tree: 'attention', by, path: [] }).flatMap(({ key }) =>
      nodesBelow(ask, { tree: 'attention', by, path: [key] }).map(({ label }) => label),
    );

  it('shows every flag once, by kind of check or by owner', () => {
    const messages = ask.flags.map(({ message }) => message).sort();
    assert.ok(messages.length > 5);
    assert.deepEqual(flagsIn('check').sort(), messages);
    assert.deepEqual(flagsIn('owner').sort(), messages);
    assert.deepEqual(flagsIn('anything else'), flagsIn('check'));
  });

  it('has the kinds that weigh most first', () => {
    const icons = nodesBelow(ask, { tree: 'attention', path: [] }).map(({ icon }) => icon);
    const order = ['error', 'warning', 'info'];
    assert.deepEqual(
      icons,
      [...icons].sort((a, b) => order.indexOf(a) - order.indexOf(b)),
    );
    assert.equal(icons[0], 'error');
  });

  it('gives what an SRO answers for to that SRO, and the rest to nobody', () => {
    const labels = nodesBelow(ask, { tree: 'attention', by: 'owner', path: [] }).map(
      ({ label }) => label,
    );
    assert.deepEqual(labels, ['Head of Nursing', 'No SRO named']);
  });

  it('says of a flag what it is about, what to do, and what a form about it need not ask', () => {
    const kinds = nodesBelow(ask, { tree: 'attention', path: [] });
    const unmapped = node(kinds, 'Must-do that nothing answers');
    assert.equal(unmapped.description, '1 flag, needs attention');
    const [flag] = nodesBelow(ask, { tree: 'attention', path: [unmapped.key] });
    assert.equal(flag?.label, 'No action answers must-do M2, “Keep care plans complete”.');
    assert.equal(flag.description, 'must-do M2');
    assert.match(flag.tooltip, /Add an action for it/);
    assert.equal(flag.context, 'flag requirement');
    assert.deepEqual(flag.answers, { flag: 'must-do-unmapped' });
    assert.equal(flag.item?.id, 'M2');
  });

  it('lets an action be worked on from its flags, explained or not', () => {
    const explained = askOf([
      plan.replace(
        '  due       2018-06\n',
        '  due       2018-06\n  explained overdue until 2018-08-31 because "Posts" by CEG\n',
      ),
    ]);
    const contexts = (of: typeof ask): string[] =>
      nodesBelow(of, { tree: 'attention', path: ['overdue'] }).map(({ context }) => context);
    assert.deepEqual(contexts(ask), ['flag action']);
    assert.deepEqual(contexts(explained), ['explained action']);
  });

  it('is not cut short at a thousand flags', () => {
    const many = askOf([
      Array.from({ length: 1200 }, (_, at) => `action A${at} "a" {\n  sro X${at}\n}\n`).join('\n'),
    ]);
    const total = nodesBelow(many, { tree: 'attention', path: [] }).reduce(
      (sum, { description }) => sum + Number(description.replace(/ flag.*/, '').replace(',', '')),
      0,
    );
    assert.equal(total, many.flags.length);
    assert.ok(total > 1200);
  });
});

describe('every tree', () => {
  it('has keys that tell siblings apart, also where ids do not', () => {
    const twice = askOf(['action A "a" {\n  due 2018-01\n}\naction A "b" {\n  due 2018-01\n}\n']);
    const keys = nodesBelow(twice, { tree: 'deadlines', path: ['0 overdue'] }).map(
      ({ key }) => key,
    );
    assert.deepEqual(keys, ['action A', 'action A #2']);
  });

  it('is empty for an empty plan, and below a node that has gone', () => {
    const empty = askOf(['']);
    for (const tree of treeIds) {
      assert.deepEqual(nodesBelow(empty, { tree, path: [] }), [], tree);
      assert.deepEqual(nodesBelow(ask, { tree, path: ['was here', 'x'] }), [], tree);
    }
  });

  it('has a row to copy wherever it stands for something in the plan', () => {
    const look = (tree: TreeId, by: string | undefined, path: readonly string[]): void => {
      for (const one of nodesBelow(ask, { tree, by, path })) {
        if (one.context !== 'group') assert.ok(one.row, `${tree}: ${one.label}`);
        if (one.children !== 'none') look(tree, by, [...path, one.key]);
      }
    };
    for (const tree of treeIds) look(tree, undefined, []);
    look('attention', 'owner', []);
  });

  it('shows nothing that turns the order of letters round', () => {
    const turn = '\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c';
    const turned = askOf([plan.replaceAll(/"(?=[A-Z])/g, `"${turn}`)]);
    const seen = JSON.stringify(
      treeIds.map((tree) => nodesBelow(turned, { tree, path: [] }).map(wordsOf)),
    );
    assert.ok(seen.includes('Head of Nursing'));
    for (const character of turn)
      assert.ok(!seen.includes(character), character.codePointAt(0)?.toString(16));
    assert.equal(outlineOf(turned, 'mustDos'), outlineOf(ask, 'mustDos'));
  });

  it('has nothing in it that is not data', () => {
    for (const tree of treeIds) {
      const nodes = nodesBelow(ask, { tree, path: [] });
      assert.deepEqual(JSON.parse(JSON.stringify(nodes)), nodes, tree);
    }
  });
});

describe('the row of a node', () => {
  const rowOf = (text: string): string | undefined => {
    const [group] = nodesBelow(askOf([text]), { tree: 'owners', path: [] });
    const path = [group?.key ?? ''];
    return nodesBelow(askOf([text]), { tree: 'owners', path })[0]?.row;
  };

  it('is what a paper says of the action, with tabs between', () => {
    const path = ['sro HON'];
    const action = node(nodesBelow(ask, { tree: 'owners', path }), 'A10 Teach the wards');
    assert.equal(
      action.row,
      'A10\tTeach the wards\tM1\tHead of Nursing\tClinical Effectiveness Group\t30 June 2018\tOpen\t1 day late\tNot rated',
    );
  });

  it('holds no formula and no line of its own, whatever the plan says', () => {
    const row = rowOf('action A "=HYPERLINK(""http://x"")" {\n  sro "-1\t+2"\n}\n');
    assert.match(row ?? '', /^A\t'=HYPERLINK\("http:\/\/x"\)\t\t'-1 \+2\t/);
    const unseen = rowOf('action A "\u202e=1+1" {\n  sro "＝1+1"\n}\n');
    assert.match(unseen ?? '', /^A\t'=1\+1\t\t'＝1\+1\t/);
  });
});
