import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

/** What somebody does in LibreOffice Calc to one cell of the first sheet. */
export interface Keyed {
  readonly cell: string;
  readonly text?: string;
  readonly formula?: string;
  /** 2018-06-30 */
  readonly day?: string;
}

/**
 * A LibreOffice that opens a workbook, types into its cells and saves it as Excel workbooks are, by a macro in
 * Basic. It has a profile of its own, so that it disturbs no other one.
 */
export class Calc implements Disposable {
  readonly #profile = mkdtempSync(join(tmpdir(), 'mustdo-calc-'));
  #isReady = false;

  /** Types into a workbook; returns what its cells say afterwards, as Calc shows them, by their address. */
  async fill(
    from: string,
    to: string,
    keyed: readonly Keyed[],
    shown: readonly string[] = [],
  ): Promise<Readonly<Record<string, string>>> {
    await this.#begin();
    const report = join(this.#profile, 'shown.txt');
    writeFileSync(join(this.#basic, 'Fill.xba'), moduleOf(macro(from, to, report, keyed, shown)));
    await this.#run('macro:///Standard.Fill.Fill');
    assert.ok(existsSync(to), 'LibreOffice has saved the workbook');
    const lines = readFileSync(report, 'utf8')
      .split('\n')
      .filter((line) => line !== '');
    const cells = lines.map((line): [string, string] => {
      const [name = '', words = ''] = line.split('\t');
      return [name, words];
    });
    return Object.fromEntries(cells);
  }

  [Symbol.dispose](): void {
    rmSync(this.#profile, { recursive: true, force: true });
  }

  get #basic(): string {
    return join(this.#profile, 'user/basic/Standard');
  }

  /** LibreOffice makes its profile when it first starts; what stands there before is not kept. */
  async #begin(): Promise<void> {
    if (this.#isReady) return;
    await this.#run('--terminate_after_init');
    const list = join(this.#basic, 'script.xlb');
    const xml = readFileSync(list, 'utf8');
    writeFileSync(
      list,
      xml.replace('</library:library>', '<library:element library:name="Fill"/>$&'),
    );
    this.#isReady = true;
  }

  async #run(...args: readonly string[]): Promise<void> {
    const profile = `-env:UserInstallation=${pathToFileURL(this.#profile).href}`;
    await promisify(execFile)('soffice', ['--headless', '--norestore', profile, ...args], {
      timeout: 110_000,
    });
  }
}

const inBasic = (text: string): string =>
  text
    .split('\n')
    .map((line) => `"${line.replaceAll('"', '""')}"`)
    .join(' & Chr(10) & ');

const valueIn = ({ text, formula, day }: Keyed): string => {
  if (text !== undefined) return `String = ${inBasic(text)}`;
  if (formula !== undefined) return `Formula = ${inBasic(formula)}`;
  const [year = '', month = '', date = ''] = (day ?? '').split('-');
  return `Value = DateSerial(${String(Number(year))}, ${String(Number(month))}, ${String(Number(date))})`;
};

const macro = (
  from: string,
  to: string,
  report: string,
  keyed: readonly Keyed[],
  shown: readonly string[],
): string => `
Sub Fill
  doc = StarDesktop.loadComponentFromURL(${inBasic(pathToFileURL(from).href)}, "_blank", 0, Array(prop("Hidden", True)))
  sheet = doc.Sheets.getByIndex(0)
${keyed.map((one) => `  sheet.getCellRangeByName("${one.cell}").${valueIn(one)}`).join('\n')}
  Open ${inBasic(report)} For Output As #1
  Print #1, "protected" & Chr(9) & sheet.isProtected()
  Print #1, "sheets" & Chr(9) & doc.Sheets.getByIndex(0).IsVisible & " " & doc.Sheets.getByIndex(1).IsVisible
${shown.map(shownIn).join('\n')}
  Close #1
  doc.storeToURL(${inBasic(pathToFileURL(to).href)}, Array(prop("FilterName", "Calc MS Excel 2007 XML")))
  doc.close(True)
End Sub
Function prop(n, v)
  Dim p As New com.sun.star.beans.PropertyValue
  p.Name = n
  p.Value = v
  prop = p
End Function
`;

/** What a cell says, whether it is locked, and by which formula or range its list is chosen. */
const shownIn = (cell: string): string => `
  c = sheet.getCellRangeByName("${cell}")
  Print #1, "${cell}" & Chr(9) & c.String
  Print #1, "${cell} locked" & Chr(9) & c.CellProtection.IsLocked
  Print #1, "${cell} takes" & Chr(9) & c.Validation.Type & " " & c.Validation.getFormula1()`;

const moduleOf = (basic: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Fill" script:language="StarBasic">${basic
  .replaceAll('&', '&amp;')
  .replaceAll('<', '&lt;')
  .replaceAll('>', '&gt;')}</script:module>
`;
