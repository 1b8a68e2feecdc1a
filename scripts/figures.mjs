// Prints how large the extension is, what is in it, how long it takes to be activated, and what activates it:
//   npm run figures [-- --starts 3]
// The package is built anew and installed into a VS Code of its own, in a folder without a plan.
import { readFileSync, rmSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import JSZip from 'jszip';
import manifest from '../package.json' with { type: 'json' };
import './package.mjs';
import { chooseVSCode } from '../test/vscode/host/choose.mjs';
import { launch } from '../test/vscode/launch.mjs';

/** What is promised: bytes of the package, and milliseconds of the extension’s own code. */
const most = { bytes: 2_000_000, activation: 150 };

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const { values } = parseArgs({ options: { starts: { type: 'string', default: '3' } } });
const packagePath = `output/${manifest.name}-${manifest.version}.vsix`;
const activationPath = 'output/figures/activation.json';

/** @param {number} bytes */
const inKilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(11);

/** @param {readonly number[]} numbers */
const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;

const files = await filesOf(packagePath);
const times = await activations(Number(values.starts));

printPackage();
printActivation();

/** @param {string} path */
async function filesOf(path) {
  const zip = await JSZip.loadAsync(readFileSync(path));
  const entries = Object.values(zip.files).filter(({ dir }) => !dir);
  return Promise.all(
    entries.map(async (entry) => {
      const content = await entry.async('nodebuffer');
      const packed = await JSZip()
        .file('one', content)
        .generateAsync({
          type: 'nodebuffer',
          compression: 'DEFLATE',
          compressionOptions: { level: 9 },
        });
      return { name: entry.name, bytes: content.length, packed: packed.length };
    }),
  );
}

/** Starts VS Code so many times, and activates the extension in each. @param {number} starts */
async function activations(starts) {
  const executable = await chooseVSCode();
  /** @type {{ what: string, milliseconds: number, processor: number }[]} */
  const found = [];
  for (let count = 0; count < starts; count++) {
    rmSync(activationPath, { force: true });
    const one = {
      ...{ group: 'figures', what: 'the activation', tests: ['figures'] },
      open: /** @type {const} */ ('no plan'),
      packaged: true,
    };
    if (!(await launch(one, executable, ''))) process.exitCode = 1;
    else {
      /** @type {unknown} */
      const taken = JSON.parse(readFileSync(activationPath, 'utf8'));
      found.push(.../** @type {typeof found} */ (taken));
    }
  }
  return found;
}

function printPackage() {
  const { size } = statSync(packagePath);
  console.log(
    `\nThe package, ${packagePath}: ${size.toLocaleString('en-GB')} bytes, ${within(size, most.bytes)}`,
  );
  console.log('  unpacked      packed  file');
  const inOrder = [...files].sort((a, b) => b.bytes - a.bytes);
  for (const { name, bytes, packed } of inOrder)
    console.log(`${inKilobytes(bytes)} ${inKilobytes(packed)}  ${name}`);
  const packages = files.filter(({ name }) => name.includes('node_modules/'));
  console.log(
    `Files of packages beside the bundles: ${packages.length === 0 ? 'none' : packages.length}.`,
  );
}

function printActivation() {
  const { activationEvents, contributes } = manifest;
  // VS Code waits for documents of the languages that an extension says more of than their names.
  const languages = contributes.languages.filter((each) => 'configuration' in each);
  const documents = languages.map(({ id }) => id).join(', ');
  console.log(
    `\nActivated by: ${activationEvents.join(', ')}; a document in ${documents}; its views when they are shown; its commands.`,
  );
  if (times.length === 0) return;
  console.log('In a folder without a plan it is not active until it is called.');
  for (const [what, found] of Map.groupBy(times, (each) => each.what))
    console.log(
      `${what}: ${timesOf(found.map((each) => each.milliseconds))}, processor ${timesOf(found.map((each) => each.processor))}`,
    );
  const whole = (/** @type {'milliseconds' | 'processor'} */ by) =>
    [...Map.groupBy(times, (each) => each.what).values()].reduce(
      (sum, found) => sum + median(found.map((each) => each[by])),
      0,
    );
  console.log(
    `Both: ${whole('milliseconds').toFixed(0)} ms, ${within(whole('milliseconds'), most.activation)}`,
  );
  console.log(
    `Of the processor: ${whole('processor').toFixed(0)} ms, ${within(whole('processor'), most.activation)}`,
  );
}

/** The median, and all of them. @param {readonly number[]} milliseconds */
function timesOf(milliseconds) {
  return `${median(milliseconds).toFixed(0)} ms (${milliseconds.map((each) => each.toFixed(0)).join(', ')})`;
}

/** @param {number} found @param {number} bound */
function within(found, bound) {
  return `${found < bound ? 'below' : 'above'} the ${bound.toLocaleString('en-GB')} that are promised.`;
}
