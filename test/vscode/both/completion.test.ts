import { includes, ok } from '../support/assert.ts';
import { ready } from '../support/flags.ts';
import { append, offered, open, revertAll } from '../support/editor.ts';

/** What is typed, the mark showing where; what has to be offered there, and what must not be. */
const cases: readonly (readonly [typed: string, offers: string[], not: string[]])[] = [
  ['action Z "Try" {\n  sro ┆\n}\n', ['HON', 'HOS-ICL'], ['CEG', 'SUPERVISION-RECORDS', 'due']],
  ['action Z "Try" {\n  for ┆\n}\n', ['SUPERVISION-RECORDS', 'MEDICINES'], ['HON', 'CEG']],
  ['action Z "Try" {\n  ┆\n}\n', ['due', 'sro', 'measure'], ['HON', 'plan', 'meets']],
  ['action Z "Try" {\n  due ┆\n}\n', ['immediate', 'tbc'], ['HON', 'sro']],
  ['action Z "Try" {\n  assurance ┆\n}\n', ['fully', 'partially'], ['HON', 'sro']],
  ['┆', ['action', 'committee', 'sro'], ['due', 'measure']],
];

describe('completion', () => {
  before(ready);
  afterEach(revertAll);

  for (const [typed, offers, not] of cases) {
    it(`offers ${offers.join(', ')} at ${JSON.stringify(typed)}`, async () => {
      const { document } = await open('actions-amh-ld.plan');
      const found = await offered(document, await append(document, typed));
      includes(found, offers);
      const wrong = not.filter((label) => found.includes(label));
      ok(wrong.length === 0, `offered though it does not fit: ${wrong.join(', ')}`);
    });
  }
});
