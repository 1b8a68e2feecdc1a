import fc from 'fast-check';
import { sheetOf, type Sheet, type Sheets } from '../../server/src/imports/cells.ts';
import { fillMerged, type Merge } from '../../server/src/imports/readers/merged.ts';
import { fields } from '../../server/src/imports/recognise/fields.ts';

/** Random tables, with all that trusts write into them. */

const pieces = [
  '1. ',
  '2) ',
  'a',
  'B',
  ' ',
  '\n',
  '"',
  '"""',
  '}',
  '{',
  '// ',
  '/* ',
  'action B "b" {',
  'N/A',
  'TBC',
  'Oct-18',
  '31/10/2018',
  '30th Sept 2017',
  'Amber',
  'Fully assured',
  'must',
  'given "x"',
  'Reg 12(2)(a)',
  'снѕ',
  'В',
  '\u200b',
  '“x”',
  'C (and 18.5)',
  '2017 action for 20.1',
  'é',
  '=1+1',
  '|',
  '-',
  '0',
  '\ud800',
  ' revised to ',
  '; ',
  ':',
  '@',
  'none',
  'plan',
  '£4k',
  '%',
  'constructor',
  '__proto__',
  'No',
  'Ref',
  'Action',
  '\t',
  '\u00a0',
  '\u2028',
  ' (given as ',
  ')',
  'Not given',
  'Complete, 28 March 2024',
  'a. ',
  'revised',
  '43391',
];
/** What stands in a cell. */
export const text = fc.oneof(
  fc.constant(''),
  fc.array(fc.constantFrom(...pieces), { maxLength: 6 }).map((parts) => parts.join('')),
  fc.string({ maxLength: 30 }),
);
const heading = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...fields.flatMap(({ headings }) => headings)) },
  { weight: 1, arbitrary: text },
);

/** Rows under headings, whatever stands in them. */
export const table = fc.array(heading, { minLength: 2, maxLength: 10 }).chain((more) =>
  fc
    .array(fc.array(text, { minLength: more.length + 3, maxLength: more.length + 4 }), {
      minLength: 1,
      maxLength: 8,
    })
    .map((rows) => [['Ref', 'Action', 'Due date', ...more], ...rows]),
);

/** The same with what people do to tables: titles above, headings in two rows or once more, cells merged, a sheet more. */
export const messySheets = fc
  .record({
    rows: table,
    above: fc.integer({ min: 0, max: 3 }),
    again: fc.option(fc.nat(8)),
    upper: fc.boolean(),
    merges: fc.array(
      fc.record({
        left: fc.nat(8),
        top: fc.integer({ min: 1, max: 12 }),
        wide: fc.nat(3),
        high: fc.nat(4),
      }),
      { maxLength: 4 },
    ),
    beside: fc.option(fc.array(fc.array(text, { maxLength: 5 }), { maxLength: 4 })),
  })
  .map(({ rows: [heading = [], ...body], above, again, upper, merges, beside }): Sheets => {
    const rows = [
      ...Array.from({ length: above }, (_, index) => [
        index === 1 ? 'Title' : 'Amber = Some issues',
      ]),
      ...(upper ? [heading.map((_, index) => (index % 3 === 0 ? 'Plan' : ''))] : []),
      heading,
      ...body,
    ];
    if (again !== null) rows.splice(rows.length - Math.min(again, body.length), 0, heading);
    const ranges = apart(
      merges.map(({ left, top, wide, high }) => ({
        ...{ left, top },
        ...{ right: left + wide, bottom: top + high },
      })),
    );
    const sheet = fillMerged(withoutCovered(sheetOf('S', rows), ranges), ranges, 10_000);
    if ('wrong' in sheet) throw new Error(sheet.wrong);
    return { sheets: [sheet, ...(beside === null ? [] : [sheetOf('T', beside)])], remarks: [] };
  });

/** Merged cells that do not overlap, as in any file. */
const apart = (merges: readonly Merge[]): Merge[] =>
  merges.filter((one, index) =>
    merges
      .slice(0, index)
      .every(
        (other) =>
          one.left > other.right ||
          one.right < other.left ||
          one.top > other.bottom ||
          one.bottom < other.top,
      ),
  );

/** A sheet without what stands under merged cells, but for the first of each. */
const withoutCovered = (sheet: Sheet, merges: readonly Merge[]): Sheet => ({
  ...sheet,
  rows: sheet.rows.flatMap(({ number, cells }) => {
    const kept = [...cells].filter(([column]) =>
      merges.every(
        ({ left, top, right, bottom }) =>
          number < top ||
          number > bottom ||
          column < left ||
          column > right ||
          (number === top && column === left),
      ),
    );
    return kept.length === 0 ? [] : [{ number, cells: new Map(kept) }];
  }),
});
