import assert from 'node:assert/strict';
import { flagFormat, flagFormats } from '../../../../server/src/outputs/flags/index.ts';
import { registerFormats } from '../../../../server/src/outputs/flags/register.ts';
import { late, runOf, written } from './run-of.ts';

const day = /2018-07-01|1 July 2018/;

const fact =
  'Action A was due 30 June 2018, 1 day before 1 July 2018, and nothing says it is complete.';

const advice =
  'Say completed with its date and evidence, or give a new deadline with due-revised, who agreed it and why.';

const lineWith = (text: string, words: string): string =>
  text.split('\n').find((line) => line.includes(words)) ?? '';

describe('the formats of flags', () => {
  it('each have an id, an extension and a use of their own', () => {
    for (const { id, extension, use } of flagFormats) {
      assert.match(id, /^[a-z]+(-[a-z]+)*$/);
      assert.match(extension, /^[a-z]+$/);
      assert.ok(use.length > 5, id);
    }
    assert.equal(new Set(flagFormats.map(({ id }) => id)).size, flagFormats.length);
    for (const id of Object.keys(registerFormats)) assert.ok('write' in flagFormat(id), id);
  });

  for (const { id } of flagFormats) {
    it(`${id} names the as-at date, and gives the same bytes again`, async () => {
      const once = await written(id, late);
      assert.match(once, day);
      assert.ok(once.endsWith('\n'));
      assert.equal(await written(id, late), once);
    });

    it(`${id} can say that there is nothing to say`, async () => {
      const nothing = await written(id, { 'a.plan': '' });
      assert.equal(typeof nothing, 'string');
      if (!['json-lines', 'gitlab'].includes(id)) assert.match(nothing, day);
    });
  }

  it('say what was meant by one that there is not', () => {
    assert.deepEqual(flagFormat('jsonl'), {
      wrong: 'There is no format "jsonl": did you mean json?',
    });
    const none = flagFormat('spreadsheet');
    assert.ok('wrong' in none && none.wrong.includes('text, compact, json'));
  });
});

describe('what each format prints of a flag', () => {
  it('compact: a line, as compilers do', async () => {
    assert.equal(
      lineWith(await written('compact', late), 'error'),
      `a.plan:7:7: error: ${fact} [overdue]`,
    );
  });

  it('json-lines: a flag that stands alone', async () => {
    const [first = ''] = (await written('json-lines', late)).split('\n');
    const flag = JSON.parse(first) as Record<string, unknown>;
    assert.equal(flag.asAt, '2018-07-01');
    assert.equal(flag.check, 'overdue');
    assert.equal(flag.message, fact);
  });

  it('github: an annotation', async () => {
    assert.equal(
      lineWith(await written('github', late), '::error'),
      `::error file=a.plan,line=7,endLine=7,col=7,endColumn=14,title=overdue::${fact}%0A${advice}`,
    );
    assert.match(await written('github', late), /^::notice .*%0AExplained: The devices arrive/m);
  });

  it('gitlab: an issue of code quality', async () => {
    const [issue] = JSON.parse(await written('gitlab', late)) as Record<string, unknown>[];
    assert.match(String(issue?.fingerprint), /^[0-9a-f]{16}:1$/);
    assert.equal(issue?.severity, 'critical');
    assert.deepEqual(issue.location, { path: 'a.plan', lines: { begin: 7, end: 7 } });
    assert.equal(issue.description, `${fact} ${advice}`);
  });

  it('azure: an issue of the run; what is for information is a plain line', async () => {
    const text = await written('azure', late);
    assert.equal(
      lineWith(text, '##vso'),
      `##vso[task.logissue type=error;sourcepath=a.plan;linenumber=7;columnnumber=7;code=overdue;]${fact} ${advice}`,
    );
    assert.match(text, /^a\.plan:11:7: info: /m);
  });

  it('markdown: a table by weight and check, then the flags by file', async () => {
    const text = await written('markdown', late);
    assert.match(text, /^# Plan: flags as at 1 July 2018$/m);
    assert.match(text, /^\| needs attention \| Overdue action \(`overdue`\) \| 1 \|$/m);
    assert.match(text, /^\| for information \| Overdue action \(`overdue`\) \| 1 \|$/m);
    assert.match(text, /^## a\.plan$/m);
    assert.equal(
      lineWith(text, '| 7 |'),
      `| 7 | needs attention | ${fact} | ${advice} | \`overdue\` |`,
    );
  });

  it('text and json: how many flags of each check, when asked', async () => {
    assert.match(await written('text', late, { stats: true }), /\n {2}overdue {2}2 flags\n$/);
    const { summary } = JSON.parse(await written('json', late, { stats: true })) as {
      summary: { checks: Record<string, number> };
    };
    assert.deepEqual(summary.checks, { overdue: 2 });
    assert.doesNotMatch(await written('json', late), /"checks"/);
  });
});

describe('the register of explained flags', () => {
  it('says which, why, until when and by whom', async () => {
    const run = await runOf(late);
    assert.equal(
      registerFormats.text?.(run),
      `a.plan:11: action B [overdue]
    Action B was due 30 June 2018, 1 day before 1 July 2018, and nothing says it is complete.
    The devices arrive in August (until 31 August 2018, by the trust)
As at 1 July 2018: 1 flag is explained.
`,
    );
    const { explained } = JSON.parse(registerFormats.json?.(run) ?? '') as {
      explained: Record<string, unknown>[];
    };
    assert.equal(explained.length, 1);
    assert.equal(explained[0]?.reason, 'The devices arrive in August');
    assert.equal(explained[0].until, '2018-08-31');
    assert.match(
      registerFormats.markdown?.(run) ?? '',
      /^\| action B \| `overdue` \| .* \| The devices arrive in August \| 31 August 2018 \| the trust \| a\.plan:11 \|$/m,
    );
  });
});
