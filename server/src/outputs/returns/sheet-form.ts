/** How the sheet of a return is laid out, for those who write its cells and those who guard them. */

/** The row of the headings, and of the day on which a return was filled in, counted from 1. */
export const headingRow = 5;
export const filledInRow = 4;

/** The colour of cells to fill in, by which they are told from all others. */
export const answerFill = '#FFF8D6';

export const dateFormat = 'd mmmm yyyy';
