import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { unitsOf } from '../../server/src/language/read.ts';
import { sampleFiles } from '../property/wounds.ts';
import { assertInvariants } from './invariants.ts';
import { chanceOf, mutated } from './mutations.ts';

// Reads and formats samples with random changes for a time, and keeps each text that breaks an invariant:
// npm run fuzz -- --seconds 60 --seed 7
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '20' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});

const folder = fileURLToPath(new URL('../../output/fuzz/', import.meta.url));
const seed = Number(values.seed);
const end = performance.now() + Number(values.seconds) * 1000;
const chance = chanceOf(seed);
const samples = sampleFiles.map(({ text }) => text);
const units = samples.flatMap((text) => unitsOf(text)).filter(({ length }) => length < 5000);

/** The complaint about a text; undefined where there is none. */
function complaintOf(text: string): string | undefined {
  try {
    assertInvariants(text);
    return undefined;
  } catch (thrown) {
    return thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  }
}

/** The text without all that can be left out while it still breaks something. */
function shrunk(text: string): string {
  let small = text;
  for (let size = Math.ceil(text.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at < small.length;) {
      const less = small.slice(0, at) + small.slice(at + size);
      if (complaintOf(less) === undefined) at += size;
      else small = less;
    }
  }
  return small;
}

const someOf = (texts: readonly string[]): string => texts[chance(texts.length)] ?? '';

console.log(`Seed ${String(seed)}, ${values.seconds} seconds.`);
let tried = 0;
let found = 0;
while (performance.now() < end && found < 10) {
  const whole = chance(20) === 0 ? someOf(samples) : someOf(units) + someOf(units);
  const text = mutated(whole, chance);
  tried++;
  if (complaintOf(text) === undefined) continue;
  found++;
  const small = shrunk(text);
  mkdirSync(folder, { recursive: true });
  const path = `${folder}${String(seed)}-${String(found)}.plan`;
  writeFileSync(path, small);
  console.log(`${path}\n${JSON.stringify(small)}\n${complaintOf(small) ?? ''}\n`);
}
console.log(`${String(tried)} texts, ${String(found)} that break an invariant.`);
process.exitCode = found > 0 ? 1 : 0;
