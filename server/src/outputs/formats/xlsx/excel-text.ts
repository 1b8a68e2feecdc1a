import { oneLine } from '../../flags/plain.ts';
import { linesOf } from '../office/texts.ts';

/** So many characters a cell of Excel holds. */
const most = 32_767;
const cutNote = '… (cut here: a cell of Excel holds no more; it goes on in the plan)';

/** A text as a cell can hold it: no controls, none of Excel’s codes for characters, and cut where it is too long. */
export function forCell(text: string): string {
  const lines = linesOf(text).join('\n');
  const short =
    lines.length <= most ? lines : lines.slice(0, most - cutNote.length).toWellFormed() + cutNote;
  // Excel reads `_x0041_` as A. The code of the low line itself says that one is meant.
  return short.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

const longestName = 31;

/** Names of sheets that Excel takes: of 31 characters at most, without those it forbids, no two alike. */
export function sheetNames(wanted: readonly string[]): string[] {
  // Excel keeps this name for itself.
  const taken = new Set<string>(['history']);
  return wanted.map((name) => {
    const clean =
      oneLine(name.replaceAll(/[[\]/\\:*?]/g, ' '))
        .replaceAll(/^'+|'+$/g, '')
        .trim() || 'Sheet';
    for (let number = 1; ; number++) {
      const end = number === 1 ? '' : ` (${String(number)})`;
      const candidate = clipped(clean, longestName - end.length) + end;
      if (taken.has(candidate.toLowerCase())) continue;
      taken.add(candidate.toLowerCase());
      return candidate;
    }
  });
}

/** As many whole characters as fit. Excel counts those beyond U+FFFF twice. */
function clipped(name: string, length: number): string {
  if (name.length <= length) return name;
  let kept = '';
  for (const character of name) {
    if (kept.length + character.length > length - 1) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}
