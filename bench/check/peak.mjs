// Loaded before a command that is measured: writes the most memory it had, in kilobytes, and the microseconds of processor
// time it took, to the file that stands behind the question mark of this file’s address.
import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const { search } = new URL(import.meta.url);

if (isMainThread)
  process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    const spent = { maxRSS, processor: userCPUTime + systemCPUTime };
    writeFileSync(decodeURIComponent(search.slice(1)), JSON.stringify(spent));
  });
