#!/usr/bin/env node

// An address made at run time keeps type checkers and bundlers out of the built file.
const built = new URL('../dist/mustdo.js', import.meta.url);

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 18)) {
  console.error(`mustdo needs Node 22.18 or newer; this is Node ${process.versions.node}.`);
  process.exitCode = 2;
} else if (!process.getBuiltinModule('node:fs').existsSync(built)) {
  // Asked for by a call: an import would load much that nothing here needs.
  console.error('mustdo is not built yet: run "npm run build" first.');
  process.exitCode = 2;
} else {
  // What was compiled once need not be again. Node keeps it where it keeps such things, or not at all.
  process.getBuiltinModule('node:module').enableCompileCache();
  await import(built.href);
}
