import { date, figure, orWords, period, reference, text, unit, word } from '../slots.ts';
import { bound, services, shared } from './common.ts';
import { block, many, one } from './spec.ts';

/** Figures over time, and the regulator's ratings. */

export const indicator = block({
  kind: 'indicator',
  name: 'an indicator',
  doc: 'A figure watched over time.',
  keywords: { indicator: 'An indicator: an id and what it counts.' },
  properties: {
    unit: one('unit', 'What is counted: %, or a text such as "days".', { unit }),
    better: one('better', 'Whether higher or lower is better.', {
      direction: word('higher', 'lower'),
    }),
    services: one('service', 'The services it is about.', { services }),
    origin: one('origin', 'Where the figures come from.', { text }),
    baseline: one('baseline', 'Where it stood at the start.', { figure }, { at: period }),
    targets: many('target', 'What is to be reached, and by when.', { bound, figure }, { by: date }),
    threshold: one(
      'threshold',
      'The standard it is held against.',
      { bound, figure },
      { by: date },
    ),
    planned: many('planned', 'A point of the trajectory.', { period, figure }),
    actual: many(
      'actual',
      'What was measured.',
      { period, figure: orWords(figure, 'suspended') },
      {
        local: figure,
        because: text,
      },
    ),
    benchmarks: many(
      'benchmark',
      'The national figure, with the highest and the lowest.',
      { figure },
      {
        highest: figure,
        lowest: figure,
        at: period,
      },
    ),
    ...shared,
  },
});

export const ratings = block({
  kind: 'ratings',
  name: 'a ratings block',
  doc: 'A table of ratings: a row a service, a column a key question, each cell the rating in full words, its change, and its date.',
  keywords: { ratings: 'A table of ratings: an id and its title.' },
  grid: true,
  properties: {
    source: one('source', 'The inspection it comes from.', {
      source: reference('the id of a source', 'source'),
    }),
    published: one('published', 'The date of all ratings whose cell or row has none.', {
      on: date,
    }),
    ...shared,
  },
});
