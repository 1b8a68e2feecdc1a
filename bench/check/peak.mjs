// Loaded before a command that is measured: writes the most memory it had, in kilobytes, to the file that
// stands behind the question mark of this file’s address.
import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const { search } = new URL(import.meta.url);

if (isMainThread)
  process.on('exit', () => {
    writeFileSync(decodeURIComponent(search.slice(1)), String(process.resourceUsage().maxRSS));
  });
