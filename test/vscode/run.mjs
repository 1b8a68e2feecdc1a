// Runs the tests that need a real VS Code, all of them or those named:
//   node test/vscode/run.mjs [desktop] [web] [vsix] [journey] [--grep words]
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chooseVSCode } from './host/choose.mjs';
import { prepareFolder } from './folder.mjs';
import { takeJourney } from './journey/run.mjs';
import { launch, launches } from './launch.mjs';

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));

const groups = [...new Set(launches.map(({ group }) => group)), 'journey'];
const { positionals: named, values } = parseArgs({
  allowPositionals: true,
  options: { grep: { type: 'string', default: '' } },
});
const unknown = named.find((name) => !groups.includes(name));

if (unknown === undefined) await runGroups(named.length === 0 ? groups : named);
else {
  console.error(`There is no group ${unknown}: ${groups.join(', ')}.`);
  process.exitCode = 2;
}

/** @param {readonly string[]} wanted */
async function runGroups(wanted) {
  const chosen = launches.filter(({ group }) => wanted.includes(group));
  if (chosen.length > 0) {
    const executable = await chooseVSCode();
    for (const one of chosen) {
      console.log(`\n=== ${one.what}`);
      if (!(await launch(one, executable, values.grep))) process.exitCode = 1;
    }
  }
  if (wanted.includes('journey')) {
    console.log('\n=== a journey through the interface');
    using prepared = prepareFolder('sample', { 'mustdo.dailyNotice': true });
    if (!(await takeJourney(prepared))) process.exitCode = 1;
  }
}
