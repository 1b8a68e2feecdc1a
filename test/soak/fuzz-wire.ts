// npm run fuzz:wire: sessions with mangled bytes. --runs and --seed choose how many, and which.
import { numberGiven } from './chance.ts';
import { mangle } from './mangling.ts';

const runs = numberGiven('runs', 1000);
const seed = numberGiven('seed', Date.now() % 2 ** 31);
console.log(`${String(runs)} sessions, seed ${String(seed)} …`);
const { answered, waiting, found } = await mangle(runs, seed);
console.log(
  `After ${String(answered)} the server answered; after ${String(waiting)} it waited for more, and ended with its input.`,
);
for (const words of found) console.error(words);
if (found.length > 0) process.exitCode = 1;
