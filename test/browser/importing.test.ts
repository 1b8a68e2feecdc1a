import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { violations } from '../support/axe.ts';
import { keepShot, startBrowser } from '../support/browser.ts';
import { openImport, type ImportHost } from '../support/import-page.ts';
import { fixture, rowsOf, sheetsOf } from '../support/imports.ts';
import { themeNames } from '../support/panel-page.ts';

/** The page of an import: what each column is taken for, for everyone, by mouse and by keyboard. */

const looks = [
  ...themeNames.map((theme) => ({ name: theme, theme, width: 1280 })),
  { name: 'narrow', theme: 'light', width: 400 },
  // A window of 1000 pixels at 200 % has the room of 500.
  { name: 'zoomed', theme: 'dark', width: 500 },
] as const;

describe('the page of an import', () => {
  let browser: Browser;
  let host: ImportHost;

  before(async () => {
    browser = await startBrowser();
  });

  afterEach(async () => {
    const { trouble } = host;
    await host.page.close();
    assert.deepEqual(trouble, [], 'nothing complains, and nothing is asked for');
  });

  after(async () => {
    await browser.close();
  });

  const open = async (file: string, more: object = {}): Promise<ImportHost> => {
    host = await openImport(browser, { file, read: await sheetsOf(fixture(file)), ...more });
    return host;
  };

  const column = (name: string) => host.page.getByRole('combobox', { name: `Column ${name}: is` });

  /** Waits until the page shows what the extension has answered. */
  const settled = (): Promise<void> =>
    host.page.getByRole('status').getByText('Looking at it again').waitFor({ state: 'detached' });

  for (const { name, theme, width } of looks) {
    it(`breaks no rule of accessibility: ${name}`, async function () {
      this.timeout(60_000);
      for (const file of ['must-should.xlsx', 'special-measures.docx', 'messy.xlsx']) {
        const { page } = await open(file, { theme, width });
        assert.deepEqual(await violations(page), [], file);
        const overflow = await page.evaluate<number>(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        );
        assert.ok(overflow <= 0, `${file} is ${String(overflow)} px too wide`);
        await keepShot(page, `import-${file.replace(/\..*/, '')}-${name}`);
        if (file !== 'messy.xlsx') await page.close();
      }
    });
  }

  it('shows the first rows, each column with what it is taken for', async () => {
    const { page } = await open('must-should.xlsx');
    const first = await page.getByRole('table').locator('tbody tr.headings td').allInnerTexts();
    const taken = await page
      .locator('thead select')
      .evaluateAll((all) =>
        all.map(
          (one) => (one as { selectedOptions?: { text: string }[] }).selectedOptions?.[0]?.text,
        ),
      );
    assert.equal(first.length, taken.length);
    assert.equal(taken[first.indexOf('BRAG')], 'progress rating');
    assert.equal(
      await page.getByRole('status').locator('strong').innerText(),
      'It makes 3 actions, 3 requirements and 1 source.',
    );
  });

  it('sends what somebody chooses, and shows what comes of it', async () => {
    const { page } = await open('must-should.xlsx');
    await column('I, BRAG').selectOption({ label: 'kept as a note' });
    await settled();
    assert.deepEqual(host.last('map')?.mapping, {
      columns: { BRAG: null },
      colours: {},
      sheets: {},
    });
    assert.equal(
      await page.locator('fieldset').count(),
      0,
      'without ratings no colours are asked for',
    );
    await column('I, BRAG').selectOption({ label: 'progress rating' });
    await settled();
    await page.getByRole('combobox', { name: 'Amber' }).selectOption({ label: 'At risk' });
    await settled();
    assert.deepEqual(host.last('map')?.mapping, {
      ...{ columns: { BRAG: 'status' }, sheets: {} },
      colours: { amber: 'at-risk' },
    });
    assert.equal(await page.getByRole('combobox', { name: 'Amber' }).inputValue(), 'at-risk');
  });

  it('goes from the file to its plan by keyboard alone', async () => {
    const { page } = await open('must-should.xlsx');
    const focused = () => page.locator(':focus');
    for (let count = 0; count < 60; count++) {
      await page.keyboard.press('Tab');
      if ((await focused().getAttribute('aria-label'))?.includes('BRAG') === true) break;
    }
    await page.keyboard.press('Home');
    await settled();
    assert.deepEqual((host.last('map')?.mapping as { columns: object }).columns, { BRAG: null });
    const isSubmit = (): Promise<boolean> =>
      focused().evaluate((one) => one.matches('button.main'));
    for (let count = 0; count < 60 && !(await isSubmit()); count++)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    assert.deepEqual(host.last('import'), {
      ...{ type: 'import', folder: 'cqc-2018', saves: false },
      mapping: { columns: { BRAG: null }, colours: {}, sheets: {} },
    });
  });

  it('asks which row has the headings where none are known, and imports nothing before', async () => {
    const read = rowsOf(['Our', 'plan'], ['1', 'Teach'], ['2', 'Audit']);
    host = await openImport(browser, { file: 'plan.csv', read });
    const { page } = host;
    const button = page.getByRole('button', { name: 'Import', exact: true });
    assert.equal(await button.isDisabled(), true);
    assert.match(await page.getByRole('status').innerText(), /^No row of headings is known yet/);
    await page
      .getByRole('combobox', { name: 'The headings are in' })
      .selectOption({ label: 'no row: there are none' });
    await settled();
    await column('A').selectOption({ label: 'action reference' });
    await settled();
    await column('B').selectOption({ label: 'action' });
    await settled();
    assert.equal(await button.isDisabled(), false);
    await button.click();
    assert.deepEqual(host.last('import')?.mapping, {
      ...{ headingRow: 0, columns: { A: 'ref', B: 'action' }, colours: {}, sheets: {} },
    });
  });

  it('leaves a table out, and takes it in again', async () => {
    const { page } = await open('special-measures.docx');
    const tick = page.getByRole('checkbox', { name: 'Import Table 2' });
    await tick.uncheck();
    await settled();
    assert.deepEqual((host.last('map')?.mapping as { sheets: object }).sheets, { 'Table 2': null });
    assert.equal(await page.getByRole('table').count(), 1);
    await tick.check();
    await settled();
    assert.equal(await page.getByRole('table').count(), 2);
  });

  it('takes no name that a folder cannot have', async () => {
    const { page } = await open('must-should.xlsx');
    const name = page.getByRole('textbox', { name: 'Folder of the plan' });
    const button = page.getByRole('button', { name: 'Import', exact: true });
    for (const wrong of ['', '.', '..', 'a/b', 'a\\b', 'C:', 'plan.', ' '.repeat(3)]) {
      await name.fill(wrong);
      assert.equal(await button.isDisabled(), true, wrong);
    }
    await name.fill('Pläne & mehr (2018)');
    assert.equal(await button.isDisabled(), false);
    assert.deepEqual(await page.evaluate('kept'), { folder: 'Pläne & mehr (2018)', saves: false });
  });

  it('says what is wrong, and keeps what was chosen', async () => {
    const { page } = await open('must-should.xlsx');
    await column('I, BRAG').selectOption({ label: 'kept as a note' });
    await settled();
    await host.send({ type: 'say', words: 'cqc-2018 is already there; nothing was changed.' });
    assert.equal(
      await page.getByRole('alert').innerText(),
      'cqc-2018 is already there; nothing was changed.',
    );
    assert.equal(await column('I, BRAG').inputValue(), '');
    await page.getByRole('button', { name: 'Cancel' }).click();
    assert.ok(host.last('cancel'));
  });

  it('leaves messages that are none, and shows any text as text', async () => {
    const evil = '<img src=x onerror=alert(1)>';
    const read = rowsOf(['Ref', 'Action', 'Lead', evil], ['1', evil, '__proto__', 'x']);
    host = await openImport(browser, { file: `${evil}.csv`, read });
    for (const message of [7, null, {}, { type: 'show' }, { type: 'show', file: 3, look: {} }])
      await host.send(message as object);
    assert.equal(await host.page.locator('img').count(), 0);
    assert.equal(await host.page.getByRole('cell', { name: evil }).count(), 2);
    assert.equal(await host.page.locator('h1').innerText(), `Import ${evil}.csv`);
  });
});
