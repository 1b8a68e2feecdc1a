// Writes the papers of all samples as Markdown to test/golden. Read what has changed before you keep it: git diff test/golden
import './hooks.mjs';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const { goldenFolder, goldens } = await import('../test/support/goldens.ts');

const files = await goldens();
rmSync(goldenFolder, { recursive: true, force: true });
for (const [path, text] of files) {
  const target = join(goldenFolder, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
}
