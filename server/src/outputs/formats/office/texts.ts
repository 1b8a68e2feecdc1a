import { oneLine } from '../../flags/plain.ts';

/**
 * A text of a plan, line by line, as it may stand in a document: white space is single, controls that XML forbids
 * and those that turn the order of letters round are named, not obeyed.
 */
export const linesOf = (text: string): string[] => text.split(/\r\n|[\n\r]/).map(oneLine);
