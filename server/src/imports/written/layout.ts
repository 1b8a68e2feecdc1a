/** How the formatter lays out the inside of a block, so that nothing has to be read again only to be laid out. */

/**
 * Properties below one another: those on one line with their values in a column, as the formatter has them.
 * @param lines each a keyword and what it says; a text over several lines as `textOf` makes it
 * @param indent the white space before each: two blanks a level
 */
export function laidOut(lines: readonly string[], indent = '  '): string {
  const deeper = indent.slice(2);
  let text = '';
  let start = 0;
  for (let at = 0; at <= lines.length; at++) {
    const line = lines[at];
    if (line?.includes('\n') === false) continue;
    text += inColumn(lines.slice(start, at), indent);
    start = at + 1;
    if (line !== undefined) text += `${indent}${line.replaceAll(/\n(?!\n)/g, `\n${deeper}`)}\n`;
  }
  return text;
}

function inColumn(lines: readonly string[], indent: string): string {
  const lengths = lines.map((line) => line.indexOf(' '));
  const widest = lengths.reduce((most, length) => Math.max(most, length), 0);
  return lines
    .map((line, index) => {
      const length = lengths[index] ?? 0;
      return `${indent}${line.slice(0, length).padEnd(widest)}${line.slice(length)}\n`;
    })
    .join('');
}
