import type { Paper } from '../tables/paper.ts';

/** A file that a paper becomes. */
export interface PaperFile {
  /** Its name without a folder: `exceptions.docx`. */
  readonly name: string;
  readonly content: string | Uint8Array;
  /** Whether its content is a page of HTML yet, which a browser is to print into the file. */
  readonly toPrint?: true;
}

/** A form that papers are written in. */
export interface PaperFormat {
  readonly id: string;
  /** What it is for, as help and docs/commands.md say it. */
  readonly use: string;
  /** What the machine must have for it, beside Mustdo. */
  readonly needs?: 'browser';
  /**
   * Writes a paper; the same paper gives the same bytes.
   * @param name what its file is called, without an ending
   */
  readonly write: (paper: Paper, name: string) => Promise<readonly PaperFile[]>;
}

/** A format whose papers are one text each. */
export const textFormat = (
  id: string,
  extension: string,
  use: string,
  textOf: (paper: Paper) => string,
): PaperFormat => ({
  id,
  use,
  write: (paper, name) =>
    Promise.resolve([{ name: `${name}.${extension}`, content: textOf(paper) }]),
});

/** The tables of a paper, in their order. */
export const tablesOf = ({ sections }: Paper) => sections.flatMap(({ tables }) => tables);
