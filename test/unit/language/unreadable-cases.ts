import type { problemWords } from '../../../server/src/language/problems.ts';

/** A plan for every way to be unreadable, with carets under the place. */

interface Case {
  readonly code: keyof typeof problemWords;
  readonly plan: string;
  /** The ids that stand all the same, in order. */
  readonly stand: string;
  /** The text after the repair, where there is one. */
  readonly repaired?: string;
}

export const cases: readonly Case[] = [
  {
    code: 'unclosed-quote',
    plan: `
action A "Act {
         ^^^^ A quotation mark is opened here and not closed on this line.
  due 2018-06
}
`,
    stand: 'A',
    repaired: 'action A "Act" {\n  due 2018-06\n}\n',
  },
  {
    code: 'unclosed-text',
    plan: `
action A "Act" {
  note """
       ^^^ A text is opened here with """ and not closed before the next block, so all that follows was taken as text.
    lost
}
action B "Act"
`,
    stand: 'A B',
  },
  {
    code: 'unclosed-comment',
    plan: `
action A "Act" {
  /* lost
  ^^ A comment is opened here with /* and not closed before the next block.
}
action B "Act"
`,
    stand: 'A B',
  },
  {
    code: 'unclosed-block',
    plan: `
inspection I "Inspection" {
  must M "One" {
  ^^^^^^^^^^^^^^ The block of must M is opened here and not closed.
    service PICU
  must N "Two"
}
action B "Act"
`,
    stand: 'I M N B',
  },
  {
    code: 'missing-opening-brace',
    plan: `
action A "Act"
^^^^^^^^^^^^^^ Lines follow under action A, but its line does not end with {.
  due 2018-06
}
action B "Act"
`,
    stand: 'A B',
    repaired: 'action A "Act" {\n  due 2018-06\n}\naction B "Act"\n',
  },
  {
    code: 'stray-brace',
    plan: `
action A "Act" {
  due 2018-06
}
}
^ A } stands here, but no block is open.
`,
    stand: 'A',
    repaired: 'action A "Act" {\n  due 2018-06\n}\n\n',
  },
  {
    code: 'unreadable-text',
    plan: `
action A "Act" {
  due 2018-06 ; soon
              ^^^^^^ “; soon” cannot be read here.
}
`,
    stand: 'A',
  },
  {
    code: 'unknown-keyword',
    plan: `
action A "Act" {
  comittee CEG
  ^^^^^^^^ “comittee” is not something that can be said in an action.
}
`,
    stand: 'A',
    repaired: 'action A "Act" {\n  committee CEG\n}\n',
  },
  {
    code: 'misplaced-block',
    plan: `
action A "Act" {
  must M "One"
  ^^^^ “must” cannot stand in an action.
}
`,
    stand: 'A',
  },
  {
    code: 'not-in-a-block',
    plan: `
action A "Act"
due 2018-06
^^^^^^^^^^^ The line “due 2018-06” stands outside any block.
`,
    stand: 'A',
  },
  {
    code: 'missing-value',
    plan: `
action A "Act" {
  sro
     ^ After “sro” the id of an SRO, or a role in quotes is missing.
}
`,
    stand: 'A',
    repaired: 'action A "Act" {\n  sro tbc\n}\n',
  },
  {
    code: 'wrong-value',
    plan: `
action A "Act" {
  due soon
      ^^^^ “soon” does not fit here: “due” takes a date such as 31 October 2018, 2018-10-31, Oct 2018 or Q4 2019/20.
}
`,
    stand: 'A',
  },
  {
    code: 'impossible-date',
    plan: `
action A "Act" {
  due 2018-02-30
      ^^^^^^^^^^ “2018-02-30” is not a date: February 2018 has 28 days.
}
`,
    stand: 'A',
  },
  {
    code: 'unfinished-list',
    plan: `
action A "Act" {
  for M,
       ^ The list after “for” ends with a comma.
}
`,
    stand: 'A',
  },
  {
    code: 'headless-block',
    plan: `
action A "Act" {
  {
  ^^^ A { block } stands here without a line that says what it is.
  }
}
`,
    stand: 'A',
  },
  {
    code: 'missing-quotes',
    plan: `
action A "Act" {
  impact No impact
         ^^^^^^^^^ The text after “impact” needs quotation marks: “No impact”.
}
`,
    stand: 'A',
    repaired: 'action A "Act" {\n  impact "No impact"\n}\n',
  },
  {
    code: 'extra-value',
    plan: `
action A "Act" {
  due 2018-06 2018-07
              ^^^^^^^ “2018-07” is one thing too many after “due”.
}
`,
    stand: 'A',
  },
  {
    code: 'repeated-qualifier',
    plan: `
action A "Act" {
  completed 2018-06 by CEG by SWG
                           ^^ “by” is said twice after “completed”; the first counts.
}
`,
    stand: 'A',
  },
  {
    code: 'repeated-property',
    plan: `
action A "Act" {
  due 2018-06
  due 2018-07
  ^^^ “due” is said more than once in an action; the first counts.
}
`,
    stand: 'A',
  },
  {
    code: 'missing-id',
    plan: `
action tbc "Act"
^^^^^^^^^^^^^^^^ This action has no id.
action B "Act"
`,
    stand: 'B',
  },
  {
    code: 'unexpected-body',
    plan: `
action A "Act" {
  due 2018-06 { }
  ^^^ “due” takes one line; it cannot have a { block } of its own.
}
`,
    stand: 'A',
  },
  {
    code: 'unexpected-text',
    plan: `
action A "Act" {
  due 2018-06 """
              ^^^ “due” takes no long text.
    lost
  """
}
`,
    stand: 'A',
  },
  {
    code: 'misplaced-row',
    plan: `
action A "Act" {
  | PICU | good |
  ^^^^^^^^^^^^^^^ A table row stands here, but there is no table in an action.
}
`,
    stand: 'A',
  },
  {
    code: 'grid-shape',
    plan: `
ratings R "Ratings" {
  |      | safe |
  | PICU | good | good |
  ^^^^^^^^^^^^^^^^^^^^^^ This row has 3 cells and the heading row has 2.
}
`,
    stand: 'R',
  },
];
