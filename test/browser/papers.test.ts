import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { renderPaper } from '../../server/src/outputs/html/page.ts';
import { papersOf } from '../../server/src/outputs/papers/index.ts';
import { positionsOf } from '../../server/src/plan/facts/position.ts';
import { violations } from '../support/axe.ts';
import { keepShot, startBrowser } from '../support/browser.ts';
import { openSample } from '../support/samples.ts';

/** A committee's papers as pages: readable by everyone, in light and dark, in high contrast and printed. */

const papersFrom = async (sample: string) => {
  const { plan, asAt } = await openSample(sample);
  return papersOf({ plan, asAt, positions: positionsOf(plan, asAt), meeting: undefined });
};

describe('papers in a browser', () => {
  let browser: Browser;

  before(async () => {
    browser = await startBrowser();
  });

  after(async () => {
    await browser.close();
  });

  it('break no rule of accessibility', async () => {
    const page = await browser.newPage({ bypassCSP: true });
    const made = await papersFrom('exemplar');
    assert.ok(made.length > 5);
    for (const { id, paper } of made) {
      await page.setContent(renderPaper(paper));
      assert.deepEqual(await violations(page), [], id);
      await keepShot(page, `paper-exemplar-${id}`);
    }
    await page.close();
  }).timeout(60_000);

  const views = [
    { name: 'light', media: { media: 'screen', colorScheme: 'light' } },
    { name: 'dark', media: { media: 'screen', colorScheme: 'dark' } },
    { name: 'high contrast', media: { media: 'screen', forcedColors: 'active' } },
    { name: 'printed', media: { media: 'print', colorScheme: 'light' } },
  ] as const;
  for (const { name, media } of views) {
    it(`show a control chart whose marks can be told from the paper: ${name}`, async () => {
      const page = await browser.newPage({ bypassCSP: true });
      await page.emulateMedia(media);
      const [trajectories] = (await papersFrom('lpt-quality-account-2019-20')).filter(
        ({ id }) => id === 'trajectories',
      );
      assert.ok(trajectories);
      await page.setContent(renderPaper(trajectories.paper));
      assert.deepEqual(await violations(page), []);
      assert.equal(await page.locator('.chart.control .signal.concern').count(), 4);
      const ratios = await page.evaluate<readonly number[]>(contrasts);
      // 3 to 1 for what is drawn, 4.5 to 1 for a letter on its mark (WCAG 2.2, 1.4.11 and 1.4.3).
      const [least = 0, letter = 0] = ratios;
      assert.ok(least >= 3, `the faintest mark has ${least.toFixed(2)} to 1`);
      assert.ok(letter >= 4.5, `the letter on its mark has ${letter.toFixed(2)} to 1`);
      await page.locator('.chart.control').scrollIntoViewIfNeeded();
      await keepShot(page, `control-chart-${name.replace(' ', '-')}`);
      await page.close();
    }).timeout(60_000);
  }
});

/** The least contrast of the marks and lines of a control chart with the page, and that of a letter with its mark. */
const contrasts = `(() => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgb = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)];
  };
  const light = (colour) => {
    const [r, g, b] = rgb(colour).map((part) => {
      const value = part / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (a, b) => {
    const [less, more] = [light(a), light(b)].sort((x, y) => x - y);
    return (more + 0.05) / (less + 0.05);
  };
  const paper = getComputedStyle(document.body).backgroundColor;
  const colour = (selector, property) =>
    getComputedStyle(document.querySelector('.chart.control ' + selector))[property];
  const drawn = [
    colour('.region .mark.common', 'fill'),
    colour('.region .mean', 'stroke'),
    colour('.region .limit', 'stroke'),
    colour('.region .goal', 'stroke'),
    colour('.region .line', 'stroke'),
  ];
  const mark = colour('.region .signal path', 'fill');
  const edge = colour('.region .signal path', 'stroke');
  const letter = colour('.region .signal text', 'fill');
  // In high contrast the mark is its edge.
  const marks = Math.max(ratio(mark, paper), ratio(edge, paper));
  return [Math.min(marks, ...drawn.map((each) => ratio(each, paper))), ratio(letter, mark)];
})()`;
