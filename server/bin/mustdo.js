#!/usr/bin/env node
import { existsSync } from 'node:fs';
import * as module from 'node:module';

// An address made at run time keeps type checkers and bundlers out of the built file.
const built = new URL('../dist/mustdo.js', import.meta.url);

if (Number.parseInt(process.versions.node) < 22) {
  console.error(`mustdo needs Node 22 or newer; this is Node ${process.versions.node}.`);
  process.exitCode = 2;
} else if (!existsSync(built)) {
  console.error('mustdo is not built yet: run "npm run build" first.');
  process.exitCode = 2;
} else {
  // What was compiled once need not be again. Node keeps it where it keeps such things, or not at all.
  module.enableCompileCache?.();
  await import(built.href);
}
