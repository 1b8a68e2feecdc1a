import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { tabs } from '../../server/src/outputs/tables/tabs.ts';
import { violations } from '../support/axe.ts';
import { keepShot, startBrowser } from '../support/browser.ts';
import { themeNames } from '../support/panel-page.ts';
import { openPanel, type PanelHost } from '../support/panel.ts';
import { planOf } from '../support/plans.ts';
import { openSample } from '../support/samples.ts';

/** The panel of the preview, in its own page: every tab, by mouse and by keyboard, for everyone. */

const looks = [
  ...themeNames.map((theme) => ({ name: theme, theme, width: 1000 })),
  { name: 'narrow', theme: 'light', width: 400 },
  // A window of 1000 pixels at 200 % has the room of 500.
  { name: 'zoomed', theme: 'dark', width: 500 },
] as const;

describe('the panel of the preview', () => {
  let browser: Browser;
  let panel: PanelHost;

  before(async () => {
    browser = await startBrowser();
  });

  afterEach(async () => {
    const { trouble } = panel;
    await panel.page.close();
    assert.deepEqual(trouble, [], 'nothing complains, and nothing is asked for');
  });

  after(async () => {
    await browser.close();
  });

  for (const { name, theme, width } of looks) {
    it(`breaks no rule of accessibility in any tab: ${name}`, async function () {
      this.timeout(120_000);
      // It has ratings, trajectories and deadlines that moved.
      const { plan, asAt } = await openSample('exemplar');
      panel = await openPanel(browser, { plan, asAt, theme, width });
      for (const { id, title } of tabs) {
        await panel.page.getByRole('tab', { name: title, exact: true }).click();
        await panel.page.locator(`main.of-${id} :is(section, .said)`).first().waitFor();
        await panel.page.mouse.move(5, 5);
        assert.deepEqual(await violations(panel.page), [], title);
        const overflow = await panel.page.evaluate<number>(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        );
        assert.ok(overflow <= 0, `${title} is ${String(overflow)} px too wide`);
        await keepShot(panel.page, `panel-${id}-${name}`);
      }
    });
  }

  const openLpt = async (options: { width?: number; state?: unknown } = {}): Promise<PanelHost> => {
    const { plan, asAt } = await openSample('lpt-cqc-2018');
    panel = await openPanel(browser, { plan, asAt, ...options });
    return panel;
  };

  it('goes from tab to tab by keyboard, and asks for what the tab shows', async () => {
    const { page } = await openLpt();
    await page.getByRole('tab', { name: 'Plan' }).focus();
    const chosen = page.locator('[role="tab"][aria-selected="true"]');
    const walk = [
      ['ArrowRight', 'Must-dos'],
      ['ArrowLeft', 'Plan'],
      ['ArrowLeft', 'Timeline'],
      ['ArrowRight', 'Plan'],
      ['End', 'Timeline'],
      ['Home', 'Plan'],
    ] as const;
    for (const [key, title] of walk) {
      await page.keyboard.press(key);
      assert.equal(await chosen.innerText(), title);
      assert.equal(await page.locator(':focus').innerText(), title);
    }
    assert.equal(await page.locator('[role="tab"][tabindex="0"]').count(), 1);
    assert.deepEqual(
      panel.take('tab').map(({ tab }) => tab),
      ['must-dos', 'plan', 'timeline', 'plan', 'timeline', 'plan'],
    );
  });

  it('searches and filters, says how many rows are left, and keeps that', async () => {
    const { page } = await openLpt();
    await page.getByRole('tab', { name: 'Overdue and at risk' }).click();
    const count = page.locator('.count');
    await page.locator('#section-overdue').waitFor();
    assert.equal(await count.getAttribute('role'), 'status');
    assert.equal(await count.innerText(), '21 rows');
    await page.getByRole('searchbox', { name: 'Search' }).fill('WARDS clean');
    assert.equal(await count.innerText(), '1 of 21 rows shown');
    await page.getByRole('button', { name: 'Show all rows' }).click();
    await page.getByRole('button', { name: 'Filters' }).click();
    await page.getByRole('combobox', { name: 'Status' }).selectOption('Overdue');
    assert.equal(await count.innerText(), '13 of 21 rows shown');
    assert.ok(await page.getByText('No row fits the search and the filters.').isVisible());
    await page
      .getByRole('combobox', { name: 'Committee' })
      .selectOption({ label: 'Strategic Workforce Group' });
    const left = await count.innerText();
    const state = await panel.state();
    await page.close();
    await openLpt({ state });
    assert.equal(await panel.page.locator('.count').innerText(), left);
    assert.equal(
      await panel.page.locator('[role="tab"][aria-selected="true"]').innerText(),
      'Overdue and at risk',
    );
  });

  it('orders by a column, up, down and as it was, and says which', async () => {
    const { page } = await openLpt();
    const table = page.locator('#section-actions table');
    const first = table.locator('tbody th').first();
    const head = table.getByRole('columnheader', { name: 'Due' });
    const unsorted = await first.innerText();
    const button = head.getByRole('button');
    await button.focus();
    await page.keyboard.press('Enter');
    assert.equal(await head.getAttribute('aria-sort'), 'ascending');
    assert.equal(await first.innerText(), '19.2.1');
    await page.keyboard.press('Enter');
    assert.equal(await head.getAttribute('aria-sort'), 'descending');
    const last = await table.locator('tbody tr:last-child td').nth(2).innerText();
    assert.match(last, /^On request|^No deadline|^\D/, 'what has no day stands last both ways');
    await page.keyboard.press('Enter');
    assert.equal(await head.getAttribute('aria-sort'), 'none');
    assert.equal(await first.innerText(), unsorted);
  });

  it('leads to the text by Enter and by click, and says what is pointed at', async () => {
    const { page } = await openLpt();
    await page.getByRole('tab', { name: 'Overdue and at risk' }).click();
    const row = page.locator('#section-overdue [data-key]').first();
    await row.focus();
    await page.keyboard.press('Enter');
    const name = { tab: 'overdue', table: 'overdue', key: 'action-19.2.1' };
    await row.evaluate('1');
    assert.deepEqual(panel.said.at(-1), { type: 'reveal', row: name });
    await page.keyboard.press('ArrowDown');
    assert.equal(panel.take('point').length, 2);
    await page.locator('#section-overdue [data-key]').nth(2).locator('td').first().click();
    assert.equal(panel.take('reveal').length, 1);
    await page.mouse.move(5, 5);
    await page.waitForFunction('true');
    assert.deepEqual(panel.take('point').at(-1), { type: 'point', row: null });
  });

  it('marks what the cursor is in, and brings it into sight', async () => {
    const { page } = await openLpt();
    await panel.send(JSON.stringify({ type: 'mark', keys: ['action-M'], seek: true }));
    const marked = page.locator('[aria-current="true"]');
    await marked.waitFor();
    assert.equal(await marked.getAttribute('data-key'), 'action-M');
    const box = await marked.boundingBox();
    assert.ok(box !== null && box.y > 40 && box.y + box.height <= 900);
  });

  it('shows a row that somebody looks for: in its tab, let in by the filters, marked and in sight', async () => {
    const { page } = await openLpt({ width: 500 });
    await page.getByRole('searchbox', { name: 'Search' }).fill('no such words');
    await page.getByRole('tab', { name: 'Timeline' }).click();
    const row = { tab: 'plan', table: 'actions', key: 'action-20.1' };
    await panel.send(JSON.stringify({ type: 'find', row }));
    const marked = page.locator('[aria-current="true"]');
    await marked.waitFor();
    assert.equal(await marked.getAttribute('data-key'), 'action-20.1');
    const tab = page.locator('[role="tab"][aria-selected="true"]');
    assert.equal(await tab.innerText(), 'Plan');
    const place = await tab.boundingBox();
    assert.ok(
      place !== null && place.x > -1,
      `the tab is beside the strip: ${JSON.stringify(place)}`,
    );
    assert.equal(await page.getByRole('searchbox', { name: 'Search' }).inputValue(), '');
    const box = await marked.boundingBox();
    assert.ok(box !== null && box.y > 40 && box.y + box.height <= 900);
  });

  it('leads from a reference to the row of its own in another tab', async () => {
    const { page } = await openLpt();
    await page.getByRole('tab', { name: 'Overdue and at risk' }).click();
    await page.locator('#section-overdue a[href="#action-5.5"]').first().click();
    await page.locator('#action-5\\.5:focus').waitFor();
    assert.equal(await page.locator('[role="tab"][aria-selected="true"]').innerText(), 'Plan');
  });

  it('chooses another day and locks the plan, and says both where they stay in sight', async () => {
    const { page } = await openLpt();
    await page.getByLabel('As at').fill('2018-11-01');
    assert.deepEqual(panel.take('asAt'), [{ type: 'asAt', day: '2018-11-01' }]);
    panel.asAt = '2018-11-01';
    await panel.send(panel.message());
    await page.evaluate('scrollTo(0, 1500)');
    const notice = page.getByText('As at 1 November 2018, not today.');
    const box = await notice.boundingBox();
    assert.ok(box !== null && box.y >= 0 && box.y < 5, 'the banner does not scroll away');
    await page.evaluate('scrollTo(0, 0)');
    await page.getByRole('button', { name: 'Keep this plan here' }).click();
    await page.locator('[aria-pressed="true"]').waitFor();
    assert.equal(panel.take('lock')[0]?.locked, true);
  });

  it('goes on at the same row and the same place while the text changes', async () => {
    const text = (title: string): string =>
      Array.from(
        { length: 60 },
        (_, index) =>
          `action A${String(index)} "${index === 40 ? title : 'Act'}" {\n  due 2018-0${String(1 + (index % 9))}\n}\n`,
      ).join('');
    panel = await openPanel(browser, { plan: planOf(text('Act')), asAt: '2018-07-01' });
    const { page } = panel;
    const row = page.locator('[data-key="action-A45"]');
    await row.focus();
    const before = await page.evaluate<number>('scrollY');
    await page.evaluate('document.querySelector("#section-actions table").dataset.same = "yes"');
    panel.plan = planOf(text('Another title'));
    const message = panel.message();
    assert.ok(message.length < 9000, 'the other rows are not sent again');
    await panel.send(message);
    await page.getByText('Another title').waitFor();
    assert.equal(await page.locator(':focus').getAttribute('data-key'), 'action-A45');
    assert.equal(await page.evaluate<number>('scrollY'), before);
    assert.equal(await page.locator('[data-same="yes"]').count(), 1);
  });

  it('shows hostile text as text in every tab, and runs nothing', async () => {
    const hostile = `<script>document.title='ran'</script><img src=x onerror=document.title='ran'> javascript:alert(1) ${'x'.repeat(400)} \u202Egnp.exe`;
    const plan = planOf(`
plan P "${hostile}"
sro S "${hostile}"
committee C "${hostile}"
service SV "${hostile}"
inspection I "${hostile}" {
  must M "${hostile}"
}
undertakings U "${hostile}" {
  undertaking U1 "${hostile}"
}
action A "${hostile}" {
  for M
  sro S
  committee C
  due 2018-06
  due-revised 2018-06-20 on 2018-06-01 because "${hostile}"
}
indicator IND "${hostile}" {
  unit "${hostile}"
  planned 2018-05 1
  planned 2018-06 2
  actual 2018-05 3
}
ratings R "${hostile}" {
  | | safe |
  | SV | good |
}
`);
    panel = await openPanel(browser, { plan, asAt: '2018-07-01', width: 400 });
    const { page } = panel;
    for (const { id, title } of tabs) {
      await page.getByRole('tab', { name: title, exact: true }).click();
      // Rows are drawn after their section, once their room is known.
      await page.locator(`main.of-${id} section`).getByText('<script>').first().waitFor();
      assert.equal(
        await page
          .locator('main :is(script, img, iframe, object, [onerror], [href^="java"])')
          .count(),
        0,
      );
    }
    assert.equal(await page.title(), 'Mustdo preview');
  });

  it('does nothing with a message that is none of the extension’s', async () => {
    const { page } = await openLpt();
    const errors = panel.trouble.length;
    await panel.send(JSON.stringify({ type: 'show', sections: '<b>' }));
    await page.getByText('The preview cannot show this plan.').waitFor();
    assert.equal(panel.trouble.length, errors);
  });
});
