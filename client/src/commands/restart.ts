import type { Command } from './command.ts';

/** Mustdo: Restart Server. */
export const restart: Command = ({ server }) => server.restart();
