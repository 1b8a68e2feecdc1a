import { ok } from '../support/assert.ts';
import { extension } from '../support/editor.ts';

describe('the web worker host', () => {
  it('is where the extension runs, from its browser entry', () => {
    ok(typeof process === 'undefined' || !('version' in process), 'this is Node');
    ok('WorkerGlobalScope' in globalThis, 'this is no worker');
    ok(extension().isActive, 'the extension does not run');
  });
});
