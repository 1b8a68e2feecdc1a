import assert from 'node:assert/strict';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { renderPaper } from '../../../server/src/outputs/html/page.ts';
import { papersOf } from '../../../server/src/outputs/papers/index.ts';
import { positionsOf } from '../../../server/src/plan/facts/position.ts';
import { openSample, sampleNames } from '../../support/samples.ts';

const validator = new HtmlValidate(
  new StaticConfigLoader({
    extends: ['html-validate:recommended'],
    rules: {
      // Both are right in HTML: how it is written is preact’s own choice.
      'doctype-style': 'off',
      'void-style': 'off',
      // The ids of a plan’s items are in it; HTML takes all but blanks.
      'valid-id': ['error', { relaxed: true }],
      // Search engines cut long titles; nobody searches for these.
      'long-title': 'off',
      // What scrolls is a region that has a name: its section has one already.
      'prefer-native-element': ['error', { exclude: ['region'] }],
    },
  }),
);

describe('every paper of', () => {
  for (const name of sampleNames) {
    it(`${name} is valid HTML`, async () => {
      const { plan, asAt } = await openSample(name);
      const from = { plan, asAt, positions: positionsOf(plan, asAt), meeting: undefined };
      for (const { id, paper } of papersOf(from)) {
        const { results } = await validator.validateString(renderPaper(paper));
        const wrong = results.flatMap(({ messages }) => messages);
        assert.deepEqual(
          wrong.map(({ line, column, message }) => `${id}:${line}:${column} ${message}`),
          [],
        );
      }
    });
  }
});
