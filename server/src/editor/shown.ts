/** Characters that cannot be seen and turn the order of letters round, also of those that stand beside a text. */
const directions = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Text of a plan for places where an editor shows it on one line with words of others: nodes of trees,
 * questions and what there is to choose, hints, titles. What turns the order of letters round is left out, so
 * that no title can reorder what stands around it; letters that are written from right to left stay as they are.
 */
export const shown = (text: string): string => text.replaceAll(directions, '');
