import assert from 'node:assert/strict';
import { formatPlan } from '../../../server/src/language/printer.ts';
import { chosen, offeredAs, rewritten } from './choosing.ts';

/** What can be done to the text at a place: before, and after. */

describe('declaring a name in quotation marks', () => {
  const plan = `sro HON "Head of Nursing"

action A "Move the clinic" {
  sro  "Head of ┆Estates"
  lead "Matron"
  due  2018-10
}

action B "Open the rooms" {
  sro     HON
  lead    "Matron", "Head of Estates"
}
`;

  it('puts a block with the title, and its id where the name stood', () => {
    assert.equal(
      rewritten('Declare Head of Estates as an SRO', plan),
      `sro HON "Head of Nursing"

sro HOE "Head of Estates"

action A "Move the clinic" {
  sro  HOE
  lead "Matron"
  due  2018-10
}

action B "Open the rooms" {
  sro     HON
  lead    "Matron", "Head of Estates"
}
`,
    );
  });

  it('does so wherever it is written so; what was not tidy is not made so', () => {
    const text = rewritten('Declare Head of Estates as an SRO, wherever it is written so', plan);
    assert.ok(text.includes('  sro  HOE\n'));
    assert.ok(text.includes('  lead    "Matron", HOE\n'));
  });

  it('offers each kind that could be meant, in words', () => {
    const offered = (line: string) =>
      offeredAs('refactor.extract', `action A "a" {\n  ${line}\n}\n`);
    assert.deepEqual(offered('closed 2018-06 by "Medical┆ Board"'), [
      'Declare Medical Board as an SRO',
      'Declare Medical Board as a committee',
    ]);
    assert.deepEqual(offered('committee "Medical┆ Board"'), [
      'Declare Medical Board as a committee',
    ]);
    assert.deepEqual(offered('for "Medical┆ Board"'), []);
    assert.deepEqual(offered('sro "Medical┆ Board" not-in-plan'), []);
    assert.deepEqual(offered('note "Medical┆ Board"'), []);
  });

  it('takes an id that is free, and follows the line ends of the file', () => {
    const text = 'sro MB "Matron B"\r\naction A "a" {\r\n  sro "Medical ┆Board"\r\n}\r\n';
    assert.equal(
      rewritten('Declare Medical Board as an SRO', text),
      'sro MB "Matron B"\r\n\r\nsro MB-2 "Medical Board"\r\naction A "a" {\r\n  sro MB-2\r\n}\r\n',
    );
  });
});

describe('writing the id of what a name means', () => {
  const sro = 'sro HON "Head of Nursing" {\n  also "Nursing lead"\n}\n';
  const owner = (name: string) => `${sro}action A "a" {\n  sro ${name}\n}\n`;

  it('leaves nothing beside it where the name was the title', () => {
    const text = rewritten('Write HON in place of “Head of Nursing”', owner('"Head of ┆Nursing"'));
    assert.equal(text, owner('HON'));
  });

  it('keeps what the paper says where that was another name', () => {
    const text = rewritten('Write HON in place of “Nursing lead”', owner('"Nursing ┆lead"'));
    assert.equal(text, owner('HON given "Nursing lead"'));
  });

  it('does so wherever it is written so', () => {
    const more = 'action B "b" {\n  sro "Nursing lead"\n}\n';
    const title = 'Write HON in place of “Nursing lead”, wherever it is written so';
    const text = rewritten(title, owner('"Nursing ┆lead"') + more);
    assert.equal(text.match(/HON given "Nursing lead"/g)?.length, 2);
  });

  it('is not offered for a name that nothing has, or an id', () => {
    assert.deepEqual(offeredAs('refactor.rewrite', owner('"┆Nobody"')).filter(isWriting), []);
    assert.deepEqual(offeredAs('refactor.rewrite', owner('H┆ON')).filter(isWriting), []);
  });

  const isWriting = (title: string): boolean => title.startsWith('Write ');
});

describe('splitting an action', () => {
  const action = `inspection I "I" {
  must M1 "One"
  must M2 "Two"
}

action C "Record it" { // of two parts
  for       M┆1, M2 not-in-plan given "1 and 2"
  sro       tbc "vacant"
  due       2018-10
  measure   "85 %"
  committee "Quality"

  step 1 "Agree" due 2018-03 done 2018-03-28
  step 2 "Reach" lead "Matron"

  update 2018-06-12 amber // late
}
`;

  it('gives each requirement an action; what was reported stays with the first', () => {
    assert.equal(
      rewritten('Split C into 2 actions, one for each requirement', action),
      action.replace('┆', '').replace('M1, M2 not-in-plan', 'M1') +
        `
action C-2 "Record it" {
  for       M2 not-in-plan
  continues C
  sro       tbc "vacant"
  due       2018-10
  committee "Quality"
  measure   "85 %"
}
`,
    );
  });

  it('makes each step an action of its own, with its dates', () => {
    assert.equal(
      rewritten('Make each step of C an action of its own', action),
      action.replace('┆', '').replace(/\n {2}step 1.*\n.*\n/, '') +
        `
action C.1 "Agree" {
  continues C
  for       M1, M2 not-in-plan given "1 and 2"
  sro       tbc "vacant"
  due       2018-03
  committee "Quality"
  completed 2018-03-28
}

action C.2 "Reach" {
  continues C
  for       M1, M2 not-in-plan given "1 and 2"
  sro       tbc "vacant"
  lead      "Matron"
  due       2018-10
  committee "Quality"
}
`,
    );
  });

  it('makes one step an action, where somebody points at it', () => {
    const text = rewritten(
      'Make step 2 of C an action of its own',
      action.replace('┆', '').replace('"Rea', '"R┆ea'),
    );
    assert.ok(text.includes('step 1 "Agree"') && !text.includes('step 2'));
    assert.ok(text.includes('action C.2 "Reach" {') && !text.includes('action C.1'));
  });

  it('is not offered where there is one of each, or a line that cannot be read', () => {
    const isSplit = (title: string) => /Split|each step/.test(title);
    const offered = (text: string) => offeredAs('refactor.rewrite', text).filter(isSplit);
    assert.deepEqual(offered('action A "a" {\n  for M┆1\n  step 1 "x"\n}\n'), []);
    assert.deepEqual(offered('action A "a" {\n  for M┆1, M2\n  nonsense\n}\n'), [
      'Split this action (not now: Something in this block cannot be read. Put that right first.)',
    ]);
  });
});

describe('moving blocks', () => {
  const [first, second] = [
    'plan P "p"\n\n// About B.\naction B/1 "b" { // here\n  d┆ue 2018-10\n}\n\nsro X "x"\n',
    'action Z "z"\n\n',
  ];

  it('makes a file of its own for one, with its comments', () => {
    assert.deepEqual(chosen('Move action B/1 to a new file, action-b-1.plan', first), {
      'file-1.plan': 'plan P "p"\n\nsro X "x"\n',
      'action-b-1.plan': '// About B.\naction B/1 "b" { // here\n  due 2018-10\n}\n',
    });
  });

  it('adds it to the end of another file', () => {
    assert.deepEqual(chosen('Move action B/1 to file-2.plan', first, second), {
      'file-1.plan': 'plan P "p"\n\nsro X "x"\n',
      'file-2.plan': 'action Z "z"\n\n// About B.\naction B/1 "b" { // here\n  due 2018-10\n}\n',
    });
  });

  it('moves all that are selected, and leaves one line end', () => {
    const text = 'sro A "a"\naction ┆B "b"\n\n\naction C "c"┆\n';
    assert.deepEqual(chosen('Move 2 blocks to file-2.plan', text, ''), {
      'file-1.plan': 'sro A "a"\n',
      'file-2.plan': 'action B "b"\n\naction C "c"\n',
    });
  });

  it('never takes a path that a file has, or one that leaves the folder', () => {
    const odd = 'action ../x "a"\naction a../../b "b┆"\n';
    assert.deepEqual(offeredAs('refactor.move', odd), [
      'Move action a../../b to a new file, action-a..-..-b.plan',
    ]);
  });

  it('is not offered for a block that cannot be read in full', () => {
    assert.deepEqual(offeredAs('refactor.move', 'action A "a" {\n  ┆x\n}\n'), [
      'Move this block to another file (not now: Something in this block cannot be read. Put that right first.)',
    ]);
  });
});

describe('sorting actions by due date', () => {
  const text = `// The plan.

plan P "p"

// About C, which is late.
action C "c" {
  due         2018-03
  due-revised 2018-12 on 2018-06-01 // known
  due-revised 2017-01 on 2018-09-01 // not yet
}

action X "no date"

sro S "s"

action A "a" { due 2018-06 } // soon

/* About B. */
action B "b" {
  due 2018-05-01
}
`;

  it('keeps comments with their blocks, other blocks in place, and undated ones last', () => {
    const sorted = rewritten('Sort the actions of this file by due date', `┆${text}`);
    assert.deepEqual(sorted.match(/^(?:action|sro) \w/gm), [
      'action B',
      'action A',
      'sro S',
      'action C',
      'action X',
    ]);
    assert.ok(sorted.includes('// About C, which is late.\naction C'));
    assert.ok(sorted.includes('/* About B. */\naction B'));
    assert.ok(sorted.includes('} // soon\n'));
    assert.equal(sorted.length, text.length);
    assert.equal(rewritten('Sort the actions of this file by due date', `┆${sorted}`), sorted);
  });

  it('sorts those that are selected alone', () => {
    const some =
      'action C "c" { due 2019 }\naction ┆B "b" { due 2018-10 }\naction A "a"┆ { due 2018-06 }\n'.replace(
        '2019',
        '2019-01',
      );
    assert.deepEqual(rewritten('Sort the 2 actions by due date', some).match(/action \w/g), [
      'action C',
      'action A',
      'action B',
    ]);
  });

  it('leaves an action that cannot be read where it is', () => {
    const broken =
      '┆action C "c" { due 2018-10 }\naction B "b" {\n  due nonsense\n}\naction A "a" { due 2018-06 }\n';
    const sorted = rewritten('Sort the actions of this file by due date', broken);
    assert.deepEqual(sorted.match(/action \w/g), ['action A', 'action B', 'action C']);
  });
});

describe('adding a record', () => {
  const action =
    'action A "a" {\n  f┆or    M1\n  update 2018-05-01 amber // one\n  note   "n"\n}\n';

  it('puts an update of the as-at date below the last, to be filled in', () => {
    assert.equal(
      rewritten('Add an update of 1 July 2018 to A', action),
      'action A "a" {\n  for    M1\n  update 2018-05-01 amber // one\n  update 2018-07-01 tbc tbc\n  note   "n"\n}\n',
    );
  });

  it('puts evidence at the end where there is none, and opens a block that has no braces', () => {
    assert.equal(
      rewritten('Add evidence of 1 July 2018 to A', 'action ┆A "a"\n'),
      'action A "a" {\n  evidence tbc in tbc on 2018-07-01\n}\n',
    );
  });

  it('lays out what was tidy', () => {
    const tidy = formatPlan(action.replace('┆', ''));
    const text = rewritten('Add evidence of 1 July 2018 to A', tidy.replace('for', 'f┆or'));
    assert.equal(formatPlan(text), text);
  });
});

describe('recording what was approved', () => {
  const title = 'Record the fingerprint of what was approved';
  const plan = (status: string) => `plan P-2018 "Action ┆plan" {
  status ${status}
}

action C "Bring recorded supervision to 85 %" {
  due 2018-10
}
`;

  it('writes the fingerprint after what the heading says of the approval', () => {
    const text = rewritten(title, plan('approved on 2018-05-09 by CEG  // minute to follow'));
    assert.ok(
      text.includes(
        '  status approved on 2018-05-09 by CEG fingerprint "577f1db3107d326f"  // minute to follow\n',
      ),
      text,
    );
  });

  it('is offered for a plan that is approved and has none', () => {
    const isOffered = (status: string) =>
      offeredAs('refactor.rewrite', plan(status)).includes(title);
    assert.ok(isOffered('approved'));
    assert.ok(!isOffered('draft'));
    assert.ok(!isOffered('unknown'));
    assert.ok(!isOffered('approved fingerprint "577f1db3107d326f"'));
  });
});
