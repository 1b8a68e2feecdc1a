import { startBrowser } from '../test/support/browser.ts';
import { measure, type Measured } from './preview/measure.ts';
import { help, optionsOf, type Options } from './preview/options.ts';
import { markdownOf } from './preview/report.ts';
import { asAsked } from './report/asked.ts';
import { loadNow, thisMachine } from './report/machine.ts';
import { writeReport } from './report/write.ts';

// npm run bench:preview: the preview beside the text, the server over its wire and the page in a browser. README.md says how.

await asAsked(optionsOf, help, run);

async function run(asked: Options): Promise<void> {
  const before = loadNow();
  const browser = await startBrowser();
  const measured: Measured[] = [];
  try {
    for (const actions of asked.sizes) {
      measured.push(await measure(browser, actions, asked));
      console.error(`${String(actions)} actions`);
    }
  } finally {
    await browser.close();
  }
  const machine = thisMachine(before);
  const report = { machine, options: asked, measured };
  writeReport('preview', markdownOf(report), { version: 1, ...report }, asked.readme);
}
