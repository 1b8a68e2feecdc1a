import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { IsoDate } from '../../language/dates.ts';
import type { Plan } from '../../plan/plan.ts';
import { paperOf } from '../tables/index.ts';
import type { Paper } from '../tables/paper.ts';
import { Document } from './Document.tsx';

/**
 * The preview of a plan at a date: one whole HTML page that needs nothing else, with no script in it.
 * The same plan at the same date gives the same bytes.
 */
export const renderPage = (plan: Plan, asAt: IsoDate): string => renderPaper(paperOf(plan, asAt));

/** Any paper as such a page. */
export const renderPaper = (paper: Paper): string =>
  `<!doctype html>\n${renderToString(h(Document, { paper, textOfRow: renderToString }))}\n`;
