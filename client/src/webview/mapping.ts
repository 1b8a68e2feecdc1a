import type { Column, Look, Sheet } from '../importing/messages.ts';

// What somebody says of a file’s columns, as a mapping; each change makes a new one.

type Mapping = Look['mapping'];
type OfSheet = NonNullable<Mapping['sheets'][string]>;

const nothing: OfSheet = { columns: {} };

/** Changes what is said of one sheet alone. A file that is one table has no name for it: then it is said of the file. */
function ofSheet(
  mapping: Mapping,
  { name }: Pick<Sheet, 'name'>,
  change: (said: OfSheet) => OfSheet,
): Mapping {
  if (name === '') return { ...mapping, ...change(mapping) };
  const said = mapping.sheets[name] ?? nothing;
  return { ...mapping, sheets: { ...mapping.sheets, [name]: change(said) } };
}

/** Says what a column is: the same wherever its heading stands, unless that does not tell it from others. */
export function withColumn(
  mapping: Mapping,
  sheet: Sheet,
  { key, isOwn }: Column,
  field: string | null,
): Mapping {
  const say = <T extends Pick<OfSheet, 'columns'>>(said: T): T => ({
    ...said,
    columns: { ...said.columns, [key]: field },
  });
  return isOwn ? ofSheet(mapping, sheet, say) : say(mapping);
}

export const withHeadingRow = (mapping: Mapping, sheet: Sheet, headingRow: number): Mapping =>
  ofSheet(mapping, sheet, (said) => ({ ...said, headingRow }));

/** Says whether a sheet is to be imported. */
export function withSheet(mapping: Mapping, { name }: Sheet, isWanted: boolean): Mapping {
  const others = Object.entries(mapping.sheets).filter(([sheet]) => sheet !== name);
  return {
    ...mapping,
    sheets: Object.fromEntries(isWanted ? others : [...others, [name, null]]),
  };
}

/** Says what a colour means; null for nothing. */
export function withColour(mapping: Mapping, colour: string, means: string | null): Mapping {
  const others = Object.entries(mapping.colours).filter(([word]) => word !== colour);
  return {
    ...mapping,
    colours: Object.fromEntries(means === null ? others : [...others, [colour, means]]),
  };
}

/** What a file looks like with what was chosen last, until the file has been looked at again. */
export function asChosen(look: Look, mapping: Mapping): Look {
  return {
    ...look,
    mapping,
    sheets: look.sheets.map((sheet) => {
      const said = sheet.name === '' ? mapping : mapping.sheets[sheet.name];
      return {
        ...sheet,
        isLeftOut: said === null,
        headingRow: said?.headingRow ?? sheet.headingRow,
        columns: sheet.columns.map((column) => {
          const chosen = (column.isOwn ? said : mapping)?.columns[column.key];
          return chosen === undefined ? column : { ...column, field: chosen as Column['field'] };
        }),
      };
    }),
    colours: look.colours.map(({ colour, means }) => ({
      colour,
      means: mapping.colours[colour] ?? means,
    })),
  };
}
