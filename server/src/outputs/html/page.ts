import { h, type VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { allSeen } from '../flags/plain.ts';
import type { IsoDate } from '../../language/dates.ts';
import type { Plan } from '../../plan/plan.ts';
import { paperOf } from '../tables/index.ts';
import type { Paper } from '../tables/paper.ts';
import { PutIn } from '../put-in.ts';
import { Document } from './Document.tsx';

/**
 * The preview of a plan at a date: one whole HTML page that needs nothing else, with no script in it.
 * The same plan at the same date gives the same bytes.
 */
export const renderPage = (plan: Plan, asAt: IsoDate): string => renderPaper(paperOf(plan, asAt));

/** Any paper as such a page. */
export const renderPaper = (paper: Paper): string => [...pieceByPiece(paper)].join('');

/** Any paper as such a page, in pieces: a row is made when it is asked for. */
export function* pieceByPiece(paper: Paper): Generator<string> {
  const putIn = new PutIn();
  const textOfRows = (rows: Iterable<VNode>): string =>
    `<${putIn.nameFor(Iterator.from(rows).map((row) => renderToString(row)))}/>`;
  yield '<!doctype html>\n';
  yield* putIn.filled(renderToString(h(Document, { paper, textOfRows }))).map(allSeen);
  yield '\n';
}
