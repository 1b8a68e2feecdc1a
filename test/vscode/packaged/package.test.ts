import { includes, ok } from '../support/assert.ts';
import { append, extension, offered, open, revertAll } from '../support/editor.ts';
import { flagsOfCommand, sameFlags } from '../support/flags.ts';

describe('the package, installed', () => {
  after(revertAll);

  it('is where the extension comes from', () => {
    const { extensionPath } = extension();
    ok(!extensionPath.startsWith(process.env.MUSTDO_TEST_REPOSITORY ?? ''), extensionPath);
  });

  it('flags a plan as the command line does', async () => {
    await open('actions-amh-ld.plan');
    await sameFlags(flagsOfCommand(expectedCheck));
  });

  it('completes', async () => {
    const { document } = await open('actions-amh-ld.plan');
    const place = await append(document, 'action Z "Try" {\n  sro ┆\n}\n');
    includes(await offered(document, place), ['HON']);
  });
});
