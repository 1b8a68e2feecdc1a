import type { Browser, Page } from 'playwright-core';
import { lookAt } from '../../server/src/imports/look.ts';
import { fieldGroups } from '../../server/src/imports/field-groups.ts';
import { fieldById } from '../../server/src/imports/recognise/fields.ts';
import { noMapping, readMapping } from '../../server/src/imports/recognise/mapping.ts';
import { importToComeInWords } from '../../server/src/outputs/imports/report.ts';
import { progressMeanings } from '../../server/src/plan/vocabularies.ts';
import type { Sheets } from '../../server/src/imports/cells.ts';
import { openPage, type Beside, type Look, type Said } from './panel-page.ts';

/** The page of an import in a browser, with the extension’s side of the wire beside it. */

interface Options extends Look {
  readonly file: string;
  readonly read: Sheets;
}

/** The extension’s side: looks at the file again whenever the page says what is to be taken for what. */
export class ImportHost implements Beside {
  readonly page: Page;
  readonly said: Said[] = [];
  readonly trouble: string[] = [];
  where: string | null = 'plans';
  readonly #file: string;
  readonly #read: Sheets;
  #turn = 0;
  #map: unknown;

  constructor(page: Page, { file, read }: Options) {
    this.page = page;
    this.#file = file;
    this.#read = read;
  }

  /** What the server makes of the file, and of what the page has said. */
  message(): object {
    const said = this.#map === undefined ? noMapping : readMapping(JSON.stringify(this.#map));
    if ('wrong' in said) return { type: 'say', words: said.wrong };
    const { imported, ...look } = lookAt(this.#read, said, this.#file);
    const fields = Object.entries(fieldGroups).map(([title, ids]) => ({
      title,
      fields: ids.map((id) => ({ id, title: fieldById.get(id)?.title ?? id })),
    }));
    return {
      ...{ type: 'show', file: this.#file, where: this.where, turn: this.#turn },
      look: {
        ...{ folder: 'cqc-2018', fields, ...look },
        meanings: [...progressMeanings.values()].map(({ id, title }) => ({ id, title })),
        mapping: this.#map ?? { columns: {}, colours: {}, sheets: {} },
        ...(imported !== undefined && { words: importToComeInWords(imported) }),
      },
    };
  }

  async send(message: object): Promise<void> {
    await this.page.evaluate(`postMessage(${JSON.stringify(message)}, '*')`);
  }

  async hear(said: Said): Promise<void> {
    this.said.push(said);
    if (said.type === 'map') {
      this.#map = said.mapping;
      this.#turn = Number(said.turn);
    }
    if (said.type === 'ready' || said.type === 'map') await this.send(this.message());
  }

  /** What the page said last of a type. */
  last(type: string): Said | undefined {
    return this.said.findLast((said) => said.type === type);
  }
}

/** Opens the page on a file, and waits until it shows it. */
export async function openImport(browser: Browser, options: Options): Promise<ImportHost> {
  const look = { bundle: 'import', state: null, ...options };
  const host = await openPage(browser, look, (page) => new ImportHost(page, options));
  await host.page.locator('h1').waitFor();
  return host;
}
