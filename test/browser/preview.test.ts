import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { renderPage } from '../../server/src/outputs/html/page.ts';
import { violations } from '../support/axe.ts';
import { keepShot, startBrowser } from '../support/browser.ts';
import { planOf } from '../support/plans.ts';
import { openSample, sampleNames } from '../support/samples.ts';

/** The preview in a real browser: readable by everyone, and safe whatever a plan says. */

const views = [
  { name: 'wide', width: 1280, scheme: 'light', media: 'screen' },
  { name: 'wide-dark', width: 1280, scheme: 'dark', media: 'screen' },
  { name: 'narrow', width: 400, scheme: 'light', media: 'screen' },
  { name: 'print', width: 1017, scheme: 'light', media: 'print' },
] as const;

describe('the preview in a browser', () => {
  let browser: Browser;

  before(async () => {
    browser = await startBrowser();
  });

  after(async () => {
    await browser.close();
  });

  for (const sample of sampleNames) {
    // The styles are the same for all: two samples that have every table stand for the others.
    const seen = ['exemplar', 'lpt-cqc-2018'].includes(sample) ? views : views.slice(0, 1);
    for (const { name, width, scheme, media } of seen) {
      it(`of ${sample} breaks no rule of accessibility: ${name}`, async () => {
        const { plan, asAt } = await openSample(sample);
        const page = await browser.newPage({
          viewport: { width, height: 900 },
          colorScheme: scheme,
          bypassCSP: true,
        });
        await page.emulateMedia({ media });
        const said: string[] = [];
        page.on('console', (message) => said.push(message.text()));
        page.on('request', (request) => said.push(request.url()));
        await page.setContent(renderPage(plan, asAt));
        assert.deepEqual(await violations(page), []);
        assert.deepEqual(said, [], 'nothing is asked for and nothing complains');
        await keepShot(page, `preview-${sample}-${name}`);
        await page.close();
      });
    }
  }

  it('scrolls sideways within its tables, never as a whole', async () => {
    const { plan, asAt } = await openSample('lpt-cqc-2018');
    const page = await browser.newPage();
    await page.setContent(renderPage(plan, asAt));
    for (const width of [320, 400, 768, 1279, 1280, 1920]) {
      await page.setViewportSize({ width, height: 900 });
      const overflow = await page.evaluate<number>(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      assert.ok(
        overflow <= 0,
        `at ${String(width)} px the page is ${String(overflow)} px too wide`,
      );
    }
    await page.close();
  });

  it('prints on A4 with its headings repeated', async () => {
    const { plan, asAt } = await openSample('lpt-cqc-2018');
    const page = await browser.newPage();
    await page.setContent(renderPage(plan, asAt));
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const sizes = [...pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
    assert.ok(sizes.length > 3);
    for (const [, width, height] of sizes) {
      assert.deepEqual(
        [Math.round(Number(width)), Math.round(Number(height))],
        [842, 595],
        'A4 landscape',
      );
    }
    await page.emulateMedia({ media: 'print' });
    assert.equal(
      await page.evaluate('getComputedStyle(document.querySelector("thead")).display'),
      'table-header-group',
    );
    await page.close();
  });

  it('leads from a reference to its row by keyboard', async () => {
    const { plan, asAt } = await openSample('lpt-cqc-2018');
    const page = await browser.newPage();
    await page.setContent(renderPage(plan, asAt));
    await page.locator('#section-overdue a[href="#action-F"]').first().focus();
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate('location.hash'), '#action-F');
    assert.equal(await page.locator('#action-F').count(), 1);
    await page.close();
  });

  it('shows hostile text as text and runs nothing', async () => {
    const hostile = '<script>document.title="ran"</script><img src=x onerror=document.title="ran">';
    const quoted = `"${hostile.replaceAll('"', '""')} ${'x'.repeat(500)} \u202Egnp.exe"`;
    const plan = planOf(`
plan P ${quoted} {
  note ${quoted}
}
sro S ${quoted}
committee C ${quoted}
inspection I ${quoted} {
  must M ${quoted} {
    text ${quoted}
  }
}
action A ${quoted} {
  for       M
  sro       S
  committee C
  due       2018-06 given ${quoted}
  update    2018-05 none ${quoted}
  impact    "javascript:alert(1)"
}
action B ${quoted} {
  sro ${quoted}
}
`);
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.setContent(renderPage(plan, '2018-07-01'));
    assert.notEqual(await page.title(), 'ran');
    assert.equal(
      await page.locator('script, img, iframe, object, [onerror], a[href^="javascript"]').count(),
      0,
    );
    assert.ok((await page.locator('body').innerText()).includes('<script>'));
    await page.close();
  });
});
