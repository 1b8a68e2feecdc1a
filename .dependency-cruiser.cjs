// The floors of the house: each room of server/src, and all that it may import besides itself.
// Whatever is not listed is forbidden, so imports only ever point downwards.
const facts = ['server/src/language', 'server/src/plan'];
const flags = [...facts, 'server/src/checks', 'server/src/changes'];
const texts = [...flags, 'server/src/writing'];
const sources = [...texts, 'server/src/imports'];
const answers = [...sources, 'server/src/outputs', 'server/src/editor', 'server/src/hosts'];

/** @type {Record<string, string[]>} */
const rooms = {
  'server/src/language': ['server/data'],
  'server/src/plan': ['server/src/language', 'server/data'],

  'server/src/checks': facts,
  'server/src/changes': facts,

  'server/src/writing': [...facts, 'server/src/checks'],
  'server/src/imports': texts,

  'server/src/outputs': sources,
  'server/src/editor': sources,
  'server/src/hosts': facts,

  'server/src/lsp': [...answers, 'server/package.json'],
  // The benchmark drives the server from outside, as an editor does, and the page in the tests’ browser.
  bench: ['server/src/lsp/protocol.ts', 'test/support'],
  'server/src/cli': [...answers, 'server/package.json'],

  // The client knows the server only over the wire; what its preview shows are the papers' own components.
  client: [
    'server/src/lsp/protocol.ts',
    'server/src/lsp/base64.ts',
    'package.json',
    'samples/getting-started',
  ],
  'client/src/webview': [
    'client/src/preview/messages.ts',
    'client/src/importing/messages.ts',
    'server/src/lsp/protocol.ts',
    'server/src/outputs',
  ],
};

const ours = '^(server|client|test|scripts|samples|bench)/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Files that import each other in a circle can only be understood together.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    ...Object.entries(rooms).map(([room, below]) => ({
      name: `floor-of-${room.replace('server/src/', '')}`,
      comment: `${room} may import: ${below.join(', ')}.`,
      severity: /** @type {const} */ ('error'),
      from: {
        path: `^${room}/`,
        pathNot: Object.keys(rooms)
          .filter((other) => other.startsWith(`${room}/`))
          .map((other) => `^${other}/`),
      },
      to: { path: ours, pathNot: [room, ...below].map((path) => `^${path}(/|$)`) },
    })),
  ],
  options: {
    // Types count: a room that knows another's types knows the room.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    includeOnly: ours,
    exclude: '(^|/)(node_modules|dist)/',
  },
};
