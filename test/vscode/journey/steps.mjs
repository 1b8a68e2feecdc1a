// One journey through the interface, as somebody takes it who opens a plan, looks what is flagged, mends
// a mistake, and reads the plan as tables.
import assert from 'node:assert/strict';
import { appendFileSync, copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

/**
 * The plan that is open.
 * @typedef {object} Plan
 * @property {(name: string) => string} path where a file of it is
 * @property {(asAt: string) => Late} late how much is late then, says the command line
 *
 * @typedef {{ overdue: number, unmapped: number }} Late
 */

/** @typedef {(bench: import('./bench.mjs').Bench, plan: Plan) => Promise<void>} Step */

/** The steps in their order; each goes on where the one before it ended. @type {Readonly<Record<string, Step>>} */
export const steps = {
  async 'opens a plan, and sees what is flagged'(bench, plan) {
    // One must-do that nothing answers yet.
    appendFileSync(
      plan.path('sources.plan'),
      '\ninspection CQC-NEXT "Follow-up" {\n  must NIGHTS "Wards are staffed safely at night"\n}\n',
    );
    await bench.openFile('actions-amh-ld.plan');
    await bench.page.locator('.squiggly-info').first().waitFor();
    await bench.status(`1 July 2018: ${inStatus(plan.late('2018-07-01'))}`).waitFor();
    await bench.picture('plan');
  },

  async 'is told once what is late, having asked for that'(bench, plan) {
    const { overdue, unmapped } = plan.late('2018-07-01');
    assert.deepEqual([overdue > 1, unmapped], [true, 1]);
    // It leaves the corner after a while.
    await bench.command('Notifications: Show Notifications');
    await bench
      .told(
        `As at 1 July 2018, ${overdue} actions are overdue and 1 must-do has nothing that answers it.`,
      )
      .waitFor();
    await bench.picture('notice');
    await bench.command('Notifications: Clear All Notifications');
    await bench.told('actions are overdue').waitFor({ state: 'detached' });
  },

  async 'reads the flags in the Problems panel, and goes to one of them'(bench) {
    await bench.keyboard.press('Control+Shift+M');
    const flag = bench.problem('Action G was due 31 May 2018');
    await flag.waitFor();
    await bench.picture('problems');
    await flag.dblclick();
    await bench.status('Ln 107,').waitFor();
  },

  async 'points at a deadline that is flagged, and reads why'(bench) {
    await bench.goTo(84, 1);
    const due = bench.line(/due\s+2018-06.*given\s+"Jun-18"/).getByText('2018-06');
    const hover = bench.page.locator('.monaco-hover', { hasText: 'Action F was due' }).first();
    await bench.pointAt(due, hover);
    assert.match(await hover.innerText(), /30 June 2018/);
    await bench.picture('hover');
    await bench.keyboard.press('Escape');
  },

  async 'mistypes a committee, sees it flagged, and undoes it'(bench) {
    await bench.goTo(90, 20);
    await bench.keyboard.type('X');
    await bench.problem('IPCCX').waitFor();
    await bench.keyboard.press('Control+Z');
    await bench.problem('IPCCX').waitFor({ state: 'detached' });
  },

  async 'mistypes it again, and takes the lamp’s word for it'(bench) {
    await bench.keyboard.type('X');
    await bench.problem('IPCCX').waitFor();
    await bench.keyboard.press('Control+.');
    const fix = bench.page.locator('.action-widget .monaco-list-row', { hasText: 'IPCC' }).first();
    await fix.waitFor();
    // Otherwise what the mouse rests on shows its tip over the menu.
    await bench.page.mouse.move(700, 4);
    await bench.picture('lamp');
    await bench.keyboard.press('Enter');
    await bench.problem('IPCCX').waitFor({ state: 'detached' });
    await bench
      .line(/committee\s+IPCC$/)
      .first()
      .waitFor();
  },

  async 'opens the preview, and reads the same numbers as everywhere'(bench, plan) {
    await bench.keyboard.press('Control+J');
    await bench.page.getByRole('button', { name: /Open Preview to the Side/ }).click();
    await bench.preview.getByRole('heading', { name: 'CQC action plan 2018' }).waitFor();
    await bench.preview.locator('#section-actions tbody tr').first().waitFor();
    await bench.picture('preview');
    for (const title of [
      'Must-dos',
      'Owners',
      'Committees',
      'Ratings',
      'Trajectories',
      'Timeline',
    ]) {
      const tab = bench.preview.getByRole('tab', { name: title, exact: true });
      await tab.click();
      await bench.preview
        .locator(`[role="tab"][aria-selected="true"]:has-text("${title}")`)
        .waitFor();
      await bench.preview.locator('[role="tabpanel"] :is(section, .said)').first().waitFor();
      await bench.picture(`tab-${title.toLowerCase()}`);
    }
    await bench.preview.getByRole('tab', { name: 'Overdue and at risk', exact: true }).click();
    await overdueRows(bench).first().waitFor();
    assert.equal(await overdueRows(bench).count(), plan.late('2018-07-01').overdue);
    await bench.picture('overdue');
  },

  async 'searches for one action, and shows all again'(bench, plan) {
    await bench.preview.getByRole('searchbox', { name: 'Search' }).fill('wards clean');
    await bench.preview.getByText('1 of 21 rows shown').waitFor();
    assert.equal(await overdueRows(bench).count(), 1);
    await bench.preview.getByRole('button', { name: 'Show all rows' }).click();
    await bench.preview.getByText('21 rows').waitFor();
    assert.equal(await overdueRows(bench).count(), plan.late('2018-07-01').overdue);
  },

  async 'selects a row, and is where the text says it'(bench) {
    const rows = overdueRows(bench);
    await rows.filter({ hasText: 'Keep wards clean' }).locator('td').first().click();
    await bench.status('Ln 71,').waitFor();
    await bench.line(/^action\s+F\s/).waitFor();
    await bench.picture('row');
    await bench.preview.locator('[aria-current="true"]', { hasText: 'Keep wards clean' }).waitFor();
    await rows.filter({ hasText: 'safe medicines in community' }).press('Enter');
    await bench.status('Ln 121,').waitFor();
  },

  async 'goes on reading, at the same place, while a mistake is being typed'(bench, plan) {
    // A row above the one that goes, so that it has no reason to move on the screen.
    const row = overdueRows(bench).filter({ hasText: 'Roll out the caseload complexity tool' });
    const before = await row.boundingBox();
    await bench.goTo(71, 1);
    await bench.keyboard.type('action "half');
    await bench.page.locator('.squiggly-error').first().waitFor();
    await bench.preview.getByRole('heading', { name: 'CQC action plan 2018' }).waitFor();
    assert.ok((await overdueRows(bench).count()) >= plan.late('2018-07-01').overdue - 1);
    const after = await row.boundingBox();
    assert.ok(Math.abs((before?.y ?? 0) - (after?.y ?? 999)) < 3, 'the preview moved');
    await bench.picture('broken');
    await bench.command('File: Revert File');
    await bench.page.locator('.squiggly-error').first().waitFor({ state: 'detached' });
  },

  async 'chooses another day, and the tables follow'(bench, plan) {
    await bench.status('overdue').click();
    await bench.input.fill('2018-11-01');
    await bench.keyboard.press('Enter');
    await bench.status(`1 November 2018: ${inStatus(plan.late('2018-11-01'))}`).waitFor();
    await bench.preview.getByText('As at 1 November 2018').first().waitFor();
    assert.equal(await overdueRows(bench).count(), plan.late('2018-11-01').overdue);
    await bench.picture('as-at');
    assert.equal(await bench.told('actions are overdue').count(), 0, 'told twice in a day');
    // Otherwise the tip over the status bar stays for good.
    await bench.page.mouse.move(700, 4);
  },

  async 'is told when the plan is deleted, and goes on when it is back'(bench, plan) {
    const path = plan.path('actions-amh-ld.plan');
    const text = readFileSync(path);
    const notice = bench.preview.getByText('actions-amh-ld.plan has been deleted');
    rmSync(path);
    await notice.waitFor();
    await notice.scrollIntoViewIfNeeded();
    await bench.picture('deleted');
    writeFileSync(path, text);
    await notice.waitFor({ state: 'detached' });
  },

  async 'turns off the light'(bench) {
    await bench.command('Preferences: Toggle between Light/Dark Themes');
    await bench.preview.locator('body.vscode-dark').waitFor();
    await bench.picture('dark');
  },

  async 'reads in the side bar what is late, and goes to one of them'(bench) {
    await bench.page.getByRole('tab', { name: 'Mustdo' }).first().click();
    const row = bench.page.getByRole('treeitem', { name: /^20\.1 .* days late/ });
    await row.waitFor();
    await bench.picture('side-bar');
    await row.click();
    await bench.line(/^action\s+20\.1\s/).waitFor();
  },

  async 'has it shown in the preview, in a tab that has it'(bench) {
    await bench.preview.getByRole('tab', { name: 'Ratings', exact: true }).click();
    const row = bench.page.getByRole('treeitem', { name: /^20\.1 .* days late/ });
    await bench.fromMenu(row, 'Show in Preview');
    const marked = bench.preview.locator('[aria-current="true"]');
    await marked.waitFor();
    assert.equal(await marked.getAttribute('data-key'), 'action-20.1');
    assert.equal(
      await bench.preview.locator('[role="tab"][aria-selected="true"]').innerText(),
      'Plan',
    );
    await bench.picture('show-in-preview');
    const [box, window] = [await marked.boundingBox(), bench.page.viewportSize()];
    assert.ok(box && window && box.y > 0 && box.y + box.height < window.height, 'out of sight');
  },

  async 'reports on it by answering three questions, and takes that back'(bench) {
    const row = bench.page.getByRole('treeitem', { name: /^20\.1 .* days late/ });
    await row.click({ button: 'right' });
    await bench.picture('side-bar-menu');
    await bench.choose(/^Add Update/);
    await bench.page.getByPlaceholder('How does the SRO say that it is going?').waitFor();
    await bench.picture('form');
    await bench.keyboard.type('At risk');
    await bench.keyboard.press('Enter');
    await bench.page.getByText('What is behind that word?').waitFor();
    await bench.keyboard.type('Two late');
    await bench.keyboard.press('Enter');
    await bench.page.getByText('On which day was that said?').waitFor();
    await bench.picture('form-day');
    await bench.keyboard.press('Enter');
    await bench.line(/update.2018-11-01.*Two.late/).waitFor();
    await bench.picture('form-written');
    await bench.keyboard.press('Control+Z');
    await bench.line('Two late').waitFor({ state: 'detached' });
  },

  async 'pastes a table from a spreadsheet as actions, and reads what was understood'(bench) {
    const table = 'Ref\tAction\tLead\tDue date\tRAG\nZ1\tMove the clinic\tHON\t31/10/2018\tRed\n';
    await bench.page.evaluate((text) => navigator.clipboard.writeText(text), table);
    await bench.keyboard.press('Control+End');
    await bench.keyboard.press('Control+V');
    await bench.line('Z1').waitFor();
    await bench.picture('paste-offered');
    await bench.keyboard.press('Control+.');
    const rows = bench.page.locator('.action-widget .monaco-list-row');
    await rows.filter({ hasText: 'Paste as 1 action' }).click();
    await bench.line(/^action\s+Z1\s+"Move\sthe\sclinic"/).waitFor();
    await bench.page
      .getByText(/1 action made of the rows/)
      .first()
      .waitFor();
    await bench.picture('pasted');
    await bench.command('File: Revert File');
    await bench.line('Z1').waitFor({ state: 'detached' });
  },

  async 'was never refused anything by the preview’s own policy'(bench) {
    assert.deepEqual(await bench.refused(), []);
  },

  async 'imports a workbook from the explorer: looks through its columns first'(bench, plan) {
    const workbook = new URL('../../fixtures/imports/must-should.xlsx', import.meta.url);
    copyFileSync(workbook, plan.path('tracker.xlsx'));
    await bench.command('View: Close All Editors');
    await bench.command('File: Focus on Files Explorer');
    const file = bench.page.getByRole('treeitem', { name: 'tracker.xlsx' });
    await bench.fromMenu(file, 'Import from Excel or Word…');
    const page = bench.preview;
    await page.getByRole('heading', { name: 'Import tracker.xlsx' }).waitFor();
    await bench.page.mouse.move(700, 4);
    await bench.picture('import');
    await page.getByRole('combobox', { name: 'Amber' }).selectOption({ label: 'At risk' });
    await page.getByText('It makes 3 actions, 3 requirements and 1 source.').waitFor();
    assert.deepEqual(await bench.refused(), []);
  },

  async 'and has the plan beside the report of what became of every cell'(bench) {
    await bench.preview.getByRole('button', { name: 'Import', exact: true }).click();
    await bench.line(/^action\s/).waitFor();
    await bench.preview.getByRole('heading', { name: 'What became of tracker.xlsx' }).waitFor();
    await bench.picture('imported');
    assert.equal(await bench.page.getByRole('tab', { name: /^Import/ }).count(), 0);
  },
};

/** How the status bar says it. @param {Late} late */
const inStatus = ({ overdue, unmapped }) =>
  `${overdue} overdue${unmapped === 0 ? '' : `, ${unmapped} unmapped`}`;

/** @param {import('./bench.mjs').Bench} bench */
const overdueRows = ({ preview }) => preview.locator('#section-overdue tbody tr');
