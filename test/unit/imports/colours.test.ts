import assert from 'node:assert/strict';
import { workbook } from '../../support/workbook.ts';
import { cellsOf, imported, rowsOf, sheetsOf } from '../../support/imports.ts';

/** Colours of cells: by themselves, by their place in a theme or a palette, and by rules that go by a word. */

const theme =
  '<a:theme xmlns:a="a"><a:themeElements><a:clrScheme name="Office"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1><a:dk2><a:srgbClr val="44546A"/></a:dk2><a:lt2><a:srgbClr val="E7E6E6"/></a:lt2><a:accent1><a:srgbClr val="4472C4"/></a:accent1><a:accent2><a:srgbClr val="ED7D31"/></a:accent2><a:accent3><a:srgbClr val="A5A5A5"/></a:accent3><a:accent4><a:srgbClr val="FFC000"/></a:accent4><a:accent5><a:srgbClr val="5B9BD5"/></a:accent5><a:accent6><a:srgbClr val="70AD47"/></a:accent6></a:clrScheme></a:themeElements></a:theme>';

const fills: readonly (readonly [what: string, colour: string, word: string | undefined])[] = [
  ['the sixth accent of the theme', 'theme="9"', 'green'],
  ['the same, lighter', 'theme="9" tint="0.59999389629810485"', 'green'],
  ['the same, darker', 'theme="9" tint="-0.249977111117893"', 'green'],
  ['the same, so light that it tells nothing', 'theme="9" tint="0.79998168889431442"', undefined],
  ['the fourth accent', 'theme="7"', 'amber'],
  ['the first accent', 'theme="4"', 'blue'],
  ['the background of the theme, which comes before its text', 'theme="0"', undefined],
  ['its text, made lighter', 'theme="1" tint="0.5"', undefined],
  ['a colour that the theme does not have', 'theme="11"', undefined],
  ['red by its number', 'indexed="10"', 'red'],
  ['a number without a colour', 'indexed="64"', undefined],
  ['the light green that Excel proposes for what is good', 'rgb="FFC6EFCE"', 'green'],
  ['no colour at all', 'auto="1"', undefined],
];

const styles = `<styleSheet><fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"><fgColor rgb="FFFF0000"/></patternFill></fill>${fills
  .map(
    ([, colour]) =>
      `<fill><patternFill patternType="solid"><fgColor ${colour}/></patternFill></fill>`,
  )
  .join('')}</fills><cellXfs>${[0, 1, ...fills.map((_, index) => index + 2)]
  .map((fill) => `<xf fillId="${String(fill)}"/>`)
  .join(
    '',
  )}</cellXfs><dxfs><dxf><font/><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf><dxf><fill><patternFill><bgColor rgb="FFFFEB9C"/></patternFill></fill></dxf><dxf><font/></dxf><dxf><fill><patternFill><bgColor rgb="FFD9D9D9"/></patternFill></fill></dxf></dxfs></styleSheet>`;

const parts = { 'xl/styles.xml': styles, 'xl/theme/theme1.xml': theme };

const cell = (at: string, text: string, style = 0): string =>
  `<c r="${at}" s="${String(style)}" t="inlineStr"><is><t>${text}</t></is></c>`;

/** The colours of the cells of one column with some words, under some rules. */
async function colouredBy(
  words: readonly string[],
  rules: string,
  style = 0,
): Promise<{
  readonly fills: readonly (string | undefined)[];
  readonly remarks: readonly string[];
}> {
  const rows = words.map((word, index) => {
    const number = String(index + 1);
    return `<row r="${number}">${cell(`A${number}`, word, style)}</row>`;
  });
  const read = await sheetsOf(
    await workbook(
      rows.join(''),
      parts,
      `<conditionalFormatting sqref="B9 A1:A99">${rules}</conditionalFormatting>`,
    ),
  );
  return { fills: cellsOf(read.sheets).map(({ fill }) => fill), remarks: read.remarks };
}

const equal = (word: string, dxf: number, priority: number): string =>
  `<cfRule type="cellIs" dxfId="${String(dxf)}" priority="${String(priority)}" operator="equal"><formula>${word}</formula></cfRule>`;
const holds = (word: string, dxf: number, priority: number): string =>
  `<cfRule type="containsText" dxfId="${String(dxf)}" priority="${String(priority)}" operator="containsText" text="${word}"><formula>NOT(ISERROR(SEARCH("${word}",A1)))</formula></cfRule>`;
const formula = (dxf: number, priority: number): string =>
  `<cfRule type="expression" dxfId="${String(dxf)}" priority="${String(priority)}"><formula>$B1&gt;3</formula></cfRule>`;

describe('the fill of a cell', () => {
  for (const [index, [what, , word]] of fills.entries()) {
    it(`is ${word ?? 'nothing'} for ${what}`, async () => {
      const read = await sheetsOf(
        await workbook(`<row>${cell('A1', 'x', index + 2)}</row>`, parts),
      );
      assert.deepEqual(
        cellsOf(read.sheets).map(({ fill }) => fill),
        [word],
      );
    });
  }

  it('is nothing for a pattern, whatever its colours', async () => {
    const read = await sheetsOf(await workbook(`<row>${cell('A1', 'x', 1)}</row>`, parts));
    assert.deepEqual(
      cellsOf(read.sheets).map(({ fill }) => fill),
      [undefined],
    );
  });

  it('follows a rule that says which word, in large or small letters', async () => {
    const words = ['Behind', 'behind', 'not behind', 'Slow', 'A bit slow', '3'];
    const { fills: found, remarks } = await colouredBy(
      words,
      equal('"Behind"', 0, 2) + holds('slow', 1, 1) + equal('3', 0, 3),
    );
    assert.deepEqual(found, ['red', 'red', undefined, 'amber', 'amber', 'red']);
    assert.deepEqual(remarks, []);
  });

  it('follows the first rule that holds, before the fill of the cell itself', async () => {
    const { fills: found } = await colouredBy(
      ['Behind', 'Grey', 'Bold', 'Other'],
      equal('"Behind"', 1, 2) +
        equal('"Behind"', 0, 1) +
        equal('"Grey"', 3, 3) +
        equal('"Bold"', 2, 4),
      2,
    );
    assert.deepEqual(found, ['red', undefined, 'green', 'green']);
  });

  it('is not guessed where another kind of rule comes first, and that is said', async () => {
    const { fills: found, remarks } = await colouredBy(
      ['Behind', 'On time'],
      equal('"Behind"', 0, 1) + formula(1, 2),
    );
    assert.deepEqual(found, ['red', undefined]);
    assert.match(remarks.join(), /^1 cell may have a colour that a rule of the workbook gives/);
    const after = await colouredBy(['Behind'], equal('"Behind"', 0, 2) + formula(1, 1));
    assert.deepEqual(after.fills, [undefined]);
    const harmless = await colouredBy(['Behind'], equal('"Behind"', 0, 2) + formula(2, 1));
    assert.deepEqual([harmless.fills, harmless.remarks], [['red'], []]);
  });

  it('is not guessed where a text to look for has a character that stands for others', async () => {
    const { fills: found, remarks } = await colouredBy(['Behind'], holds('Be*', 0, 1));
    assert.deepEqual([found, remarks.length], [[undefined], 1]);
  });

  it('is said beside a rating that is no known word, by the key where there is one', () => {
    const [sheet] = rowsOf(['Ref', 'Action', 'RAG'], ['1', 'Teach', 'Phase 2']).sheets;
    assert.ok(sheet);
    const rows = sheet.rows.map(({ number, cells }) => ({
      number,
      cells: new Map(
        [...cells].map(([at, one]) => [at, { ...one, ...(number === 2 && { fill: 'red' }) }]),
      ),
    }));
    const read = { sheets: [{ ...sheet, rows }], remarks: [] };
    const words = (colours: ReadonlyMap<string, string>): string | undefined =>
      imported(read, { headingRow: undefined, columns: new Map(), colours }).notUnderstood[0]
        ?.words;
    assert.equal(words(new Map()), 'is no word of progress that is known; it is filled red');
    assert.equal(
      words(new Map([['red', 'off-track']])),
      'is no word of progress that is known; it is filled red, by the key off-track',
    );
  });
});
