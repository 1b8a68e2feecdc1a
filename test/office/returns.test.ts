import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { PlanFile } from '../../server/src/plan/file.ts';
import { Folder, mustdo } from '../support/command.ts';
import { collectedAt, plan, writtenAt } from '../unit/returns/plan.ts';
import { Calc, type Keyed } from './calc.ts';

// Returns are filled in by a real spreadsheet program, and collected.

describe('a return in LibreOffice', function () {
  this.timeout(240_000);
  const calc = new Calc();
  const folder = new Folder({ 'p/plan.plan': plan, 'p/mustdo.json': '{ "language": 1 }' });

  before(() => {
    const { code, err } = mustdo([
      ...['returns', 'write', folder.at('p'), '-o', folder.at('out'), '--as-at', writtenAt],
    ]);
    assert.equal(code, 0, err);
  });

  after(() => {
    calc[Symbol.dispose]();
    folder[Symbol.dispose]();
  });

  const fill = (
    from: string,
    to: string,
    keyed: readonly Keyed[],
    shown?: readonly string[],
  ): Promise<Readonly<Record<string, string>>> =>
    calc.fill(folder.at(from), folder.at(to), keyed, shown);

  const collect = (...args: readonly string[]) =>
    mustdo(['returns', 'collect', ...args, '--plan', 'p', '--as-at', collectedAt], {
      cwd: folder.path,
    });

  it('is locked but for its answers, and has its drop-downs; once saved there, it still has', async () => {
    const cells = ['A6', 'D6', 'B4', 'G6', 'H6', 'K6', 'M7'];
    const first = await fill('out/return-HON.xlsx', 'saved/once.xlsx', [], cells);
    const then = await fill('saved/once.xlsx', 'saved/twice.xlsx', [], cells);
    assert.deepEqual(then, first);
    const { protected: isProtected, sheets, ...rest } = first;
    assert.deepEqual([isProtected, sheets], ['True', 'True False'], 'the second sheet is hidden');
    // As Calc counts them: 0 anything, 3 dates, 6 one of a list.
    assert.deepEqual(
      cells.map((cell) => [rest[cell], rest[`${cell} locked`], rest[`${cell} takes`]?.trim()]),
      [
        ['A1', 'True', '0'],
        ['31 October 2018', 'True', '0'],
        ['', 'False', '3 36526'],
        ['', 'False', '6 $Mustdo.$C$1:$C$3'],
        ['', 'False', '0'],
        ['', 'False', '3 36526'],
        ['', 'False', '3 36526'],
      ],
    );
  });

  it('brings exactly its answers into the plan', async () => {
    await fill('out/return-HON.xlsx', 'filled/return-HON.xlsx', [
      { cell: 'B4', day: '2018-06-20' },
      { cell: 'G6', text: 'red: Off track' },
      { cell: 'H6', text: 'Two wards said "not yet":\n- action B "x" {\n- devices' },
      { cell: 'I6', text: 'Audit of 40 records' },
      { cell: 'J6', text: 'Shared drive, 2018/06' },
      { cell: 'K6', day: '2018-06-12' },
      { cell: 'M6', day: '2018-12-31' },
      { cell: 'N6', text: '=Posts are empty' },
      { cell: 'G7', text: 'blue: Complete' },
      { cell: 'H7', formula: '=CONCATENATE("Done on ";"all wards")' },
      { cell: 'L7', day: '2018-06-15' },
    ]);
    await fill('out/return-HOP.xlsx', 'filled/return-HOP.xlsx', [
      { cell: 'A6', text: 'A1' },
      { cell: 'G6', text: 'red: Off track' },
    ]);
    const { code, out, err } = collect('filled', '--yes');
    assert.equal(err, '');
    assert.equal(code, 1, 'a row was tampered with');
    const now = readFileSync(folder.at('p/plan.plan'), 'utf8');
    const tidy = (text: string): string[] =>
      text.split('\n').map((line) => line.trim().replaceAll(/ {2,}/g, ' '));
    const kept = tidy(plan);
    assert.deepEqual(
      tidy(now).filter((line) => !kept.includes(line)),
      [
        'update 2018-06-20 red by HON """',
        'Two wards said "not yet":',
        '- action B "x" {',
        '- devices',
        '"""',
        'evidence "Audit of 40 records" in "Shared drive, 2018/06" on 2018-06-12',
        'note "Proposed deadline: 31 December 2018. =Posts are empty. (HON, 20 June 2018)"',
        'update 2018-06-20 blue "Done on all wards" by HON',
        'completed 2018-06-15 by HON',
      ],
    );
    assert.ok(
      new PlanFile('plan.plan', now).units.every(({ reading }) => reading.problems.length === 0),
    );
    assert.match(
      out,
      /Note: A2 \(row 7\): “What is behind that word\?” is worked out by a formula/,
    );
    assert.match(
      out,
      /Left out: A1 \(row 6\): something in its row that is not to be filled in was changed/,
    );
    assert.equal(mustdo(['check', folder.at('p'), '--only', 'unreadable']).code, 0);
  });

  it('is collected once: again, it is in the plan already', () => {
    const before = readFileSync(folder.at('p/plan.plan'), 'utf8');
    const { code, out } = collect('filled/return-HON.xlsx', '--yes');
    assert.equal(code, 0);
    assert.match(out, /A1 \(row 6\): what it says is in the plan already/);
    assert.equal(readFileSync(folder.at('p/plan.plan'), 'utf8'), before);
  });
});
