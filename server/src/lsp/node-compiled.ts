import { enableCompileCache } from 'node:module';

/**
 * Imported before all that is large: what was compiled once need not be again. Node keeps it where it keeps such
 * things, or not at all.
 */
enableCompileCache();
