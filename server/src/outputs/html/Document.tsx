import type { VNode } from 'preact';
import type { Heading, Paper } from '../tables/paper.ts';
import { Page } from './Page.tsx';
import type { TextOfRows } from './TableView.tsx';
import css from './page.css';

const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

interface DocumentProps {
  readonly paper: Paper;
  readonly textOfRows: TextOfRows;
}

/** The whole document around a page: its head, its style, and the footer that print puts on each sheet. */
export function Document({ paper, textOfRows }: DocumentProps): VNode {
  const { title, asAt } = paper.heading;
  const style = css + sheetFooter(paper.heading);
  return (
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>{`${title}. ${asAt}`}</title>
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <Page paper={paper} textOfRows={textOfRows} />
      </body>
    </html>
  );
}

/** Plan, as-at date and status at the foot of every printed sheet. */
const sheetFooter = ({ footer }: Heading): string => `
@page {
  @bottom-left { content: ${cssString(footer)}; }
}
`;

/** A text as a CSS string in which nothing but letters, digits and blanks stands for itself. */
const cssString = (words: string): string =>
  `"${words.replaceAll(/[^A-Za-z0-9 ]/gu, (character) => `\\${(character.codePointAt(0) ?? 0).toString(16)} `)}"`;
