import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { Folder } from '../support/command.ts';
import { uriOf, Wire } from '../support/wire.ts';

/** Of what is gone, nothing is said any more, in whatever order the client comes to hear of it. */

const plan = 'plan P "Plan"\naction A "Act" {\n  due 2018-06\n}\n';
const files = {
  'outer.plan': plan,
  'later/mustdo.json': '{ "asAt": "2018-07-01" }\n',
  'later/late.plan': 'action L "Late" {\n  due 2018-01\n}\n',
  'later/more/late.plan': 'action M "Late, too" {\n  due 2018-01\n}\n',
};
const deleted = 3;

describe('a folder with a project of its own that is deleted takes its flags with it', () => {
  for (const [heard, told] of [
    ['as a folder', [['later']]],
    ['file by file', [['later/late.plan'], ['later/more/late.plan'], ['later/mustdo.json']]],
    ['settings first', [['later/mustdo.json'], ['later/late.plan'], ['later/more/late.plan']]],
    ['all at once', [['later/mustdo.json', 'later/late.plan', 'later/more/late.plan']]],
    ['settings and a folder', [['later/mustdo.json', 'later/late.plan'], ['later/more']]],
  ] as const) {
    for (const closed of ['before', 'after', 'while'] as const) {
      it(`heard of ${heard}, and closed ${closed}`, async () => {
        using folder = new Folder(files);
        await using wire = await Wire.start(folder.path);
        const outer = uriOf(folder.at('outer.plan'));
        const late = uriOf(folder.at('later/late.plan'));
        const more = uriOf(folder.at('later/more/late.plan'));
        const close = () => wire.notify('textDocument/didClose', { textDocument: { uri: late } });
        wire.open(outer, plan);
        wire.open(late, files['later/late.plan']);
        await wire.diagnosed(late, (items) => items.length > 0);
        await wire.diagnosed(more, (items) => items.length > 0);

        if (closed === 'before') close();
        rmSync(folder.at('later'), { recursive: true });
        for (const [index, names] of told.entries()) {
          const changes = names.map((name) => ({ uri: uriOf(folder.at(name)), type: deleted }));
          wire.notify('workspace/didChangeWatchedFiles', { changes });
          if (closed === 'while' && index === 0) close();
        }
        if (closed === 'after') close();

        await wire.diagnosed(late, (items) => items.length === 0);
        await wire.diagnosed(more, (items) => items.length === 0);
        assert.ok(wire.diagnostics.get(outer)?.items.length, 'what is still there is not flagged');
      });
    }
  }
});

it('files that belong to no folder keep their own flags when another is flagged', async () => {
  using folder = new Folder({ 'a.plan': plan, 'b.plan': plan });
  using nowhere = new Folder({});
  await using wire = await Wire.start(nowhere.path);
  const [a, b] = [uriOf(folder.at('a.plan')), uriOf(folder.at('b.plan'))];
  wire.open(a, plan);
  await wire.diagnosed(a, (items) => items.length > 0);
  wire.open(b, plan);
  await wire.diagnosed(b, (items) => items.length > 0);
  wire.edit(b, 2, { line: 3, character: 1 }, { line: 3, character: 1 }, '\n\n');
  await wire.at('textDocument/hover', b, { line: 1, character: 8 });
  assert.ok(wire.diagnostics.get(a)?.items.length, 'its flags are gone');
});
