import type { VNode } from 'preact';
import type { Column, Look, Sheet } from '../importing/messages.ts';

interface SheetProps {
  readonly sheet: Sheet;
  readonly fields: Look['fields'];
  readonly onField: (column: Column, field: string | null) => void;
}

/** How many rows are shown above the headings and below them. */
const shown = { above: 3, below: 6 } as const;

/** The first rows of a sheet, with what each column is taken for above it. */
export function SheetTable({ sheet, fields, onField }: SheetProps): VNode {
  const { columns, rows, headingRow, amount } = sheet;
  const above = rows.filter(({ part }) => part === 'above').slice(-shown.above);
  const heads = rows.filter(({ part }) => part === 'headings');
  const below = rows.filter(({ part }) => part === 'below').slice(0, shown.below);
  const more = amount - below.length;
  const title = sheet.name === '' ? 'The first rows' : `The first rows of ${sheet.name}`;
  return (
    <>
      <div class="rows" role="region" aria-label={title} tabIndex={0}>
        <table aria-label={`${title}, with what each column is taken for`}>
          <thead>
            <tr>
              <th class="number" scope="col">
                Row
              </th>
              {columns.map((column) => (
                <th key={column.letters} scope="col">
                  <Taken {...{ column, fields, onField }} isKnown={headingRow !== null} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...above, ...heads, ...below].map(({ number, part, cells }) => (
              <tr key={number} class={part}>
                <th class="number" scope="row">
                  {number}
                </th>
                {cells.map((text, index) => (
                  <td
                    key={columns[index]?.letters}
                    class={
                      part === 'below' && columns[index]?.field === null ? 'is-note' : undefined
                    }
                  >
                    <div>{text}</div>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {headingRow !== null && more > 0 && (
        <p class="more">{`And ${String(more)} more ${more === 1 ? 'row' : 'rows'} like these.`}</p>
      )}
    </>
  );
}

interface TakenProps extends Pick<SheetProps, 'fields' | 'onField'> {
  readonly column: Column;
  /** Whether headings were found, or somebody has said that there are none. */
  readonly isKnown: boolean;
}

/** What one column is taken for, to be chosen. */
function Taken({ column, fields, isKnown, onField }: TakenProps): VNode {
  const { letters, heading, field, isSure } = column;
  const name = heading === '' ? `Column ${letters}` : `Column ${letters}, ${heading}`;
  return (
    <>
      <span class="letters" aria-hidden="true">
        {letters}
      </span>
      <select
        aria-label={`${name}: is`}
        value={field ?? ''}
        disabled={!isKnown}
        onChange={({ currentTarget: { value } }) => onField(column, value === '' ? null : value)}
      >
        <option value="">kept as a note</option>
        {fields.map((group) => (
          <optgroup key={group.title} label={group.title}>
            {group.fields.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      {!isSure && <span class="check">Please check</span>}
    </>
  );
}
