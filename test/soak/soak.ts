// npm run soak: ten thousand edits, and how much memory they leave behind. --edits and --seed choose others.
import { numberGiven } from './chance.ts';
import { soak } from './editing.ts';

const edits = numberGiven('edits', 10_000);
const seed = numberGiven('seed', 1);
const started = Date.now();
const { opened, edited } = await soak(edits, seed);
const growth = edited / opened - 1;
const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;
console.log(
  `${String(edits)} edits in ${String(Math.round((Date.now() - started) / 1000))} s (seed ${String(seed)}): ` +
    `${megabytes(opened)} with all samples open, ${megabytes(edited)} at the end, ${(growth * 100).toFixed(1)} % more.`,
);
if (growth > 0.2) {
  console.error('That is more than 20 %: something is kept that nobody needs.');
  process.exitCode = 1;
}
