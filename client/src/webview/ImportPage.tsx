import type { VNode } from 'preact';
import {
  folderName,
  type Look,
  type PageState,
  type Sheet,
  type Show,
} from '../importing/messages.ts';
import { withColour, withColumn, withHeadingRow, withSheet } from './mapping.ts';
import { SheetTable } from './SheetTable.tsx';

type Mapping = Look['mapping'];

export interface ImportProps {
  readonly show: Show;
  /** What is wrong with what was chosen last. */
  readonly problem: string | undefined;
  /** Whether the file is being looked at again. */
  readonly isBusy: boolean;
  readonly state: PageState;
  readonly onMapping: (mapping: Mapping) => void;
  readonly onState: (state: PageState) => void;
  readonly onSaved: () => void;
  readonly onWhere: () => void;
  readonly onImport: () => void;
  readonly onCancel: () => void;
}

/** What a file’s columns are taken for, and where its plan is to go: all that is said before anything is written. */
export function ImportPage(props: ImportProps): VNode {
  const { show, onMapping, onSaved } = props;
  const { sheets, colours, fields, meanings, mapping } = show.look;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        props.onImport();
      }}
    >
      <header>
        <h1>{`Import ${show.file}`}</h1>
        <p>
          Look at what each column is taken for, and choose again where it is wrong. Your file is
          only read, and nothing is written until you choose Import.
        </p>
        <div class="choices">
          <button type="button" class="plain" onClick={onSaved}>
            Use saved choices…
          </button>
        </div>
      </header>
      <main>
        {sheets.map((sheet) => (
          <SheetPart
            key={sheet.name}
            {...{ sheet, fields, mapping, onMapping }}
            isOne={sheets.length === 1}
          />
        ))}
        {colours.length > 0 && (
          <fieldset>
            <legend>What the colours mean</legend>
            <p>
              Amber is “at risk” at one trust and “on track” at another, so a colour is no rating
              until somebody says what it means here. A key that stands beside the table is gone by.
            </p>
            <div class="choices">
              {colours.map(({ colour, means }) => (
                <label key={colour} class="field">
                  <span>
                    <span class={`swatch ${colour}`} aria-hidden="true" />
                    {colour.charAt(0).toUpperCase() + colour.slice(1)}
                  </span>
                  <select
                    value={means ?? ''}
                    onChange={({ currentTarget: { value } }) =>
                      onMapping(withColour(mapping, colour, value === '' ? null : value))
                    }
                  >
                    <option value="">not said</option>
                    {meanings.map(({ id, title }) => (
                      <option key={id} value={id}>
                        {title}
                      </option>
                    ))}
                  </select>
                </label>
              ))}
            </div>
          </fieldset>
        )}
      </main>
      <Finish {...props} />
    </form>
  );
}

interface SheetPartProps {
  readonly sheet: Sheet;
  /** Whether it is all there is. */
  readonly isOne: boolean;
  readonly fields: Look['fields'];
  readonly mapping: Mapping;
  readonly onMapping: (mapping: Mapping) => void;
}

function SheetPart({ sheet, isOne, fields, mapping, onMapping }: SheetPartProps): VNode {
  const { name, hidden, isLeftOut, headingRow, guess } = sheet;
  const table = (
    <SheetTable
      sheet={sheet}
      fields={fields}
      onField={(column, field) => onMapping(withColumn(mapping, sheet, column, field))}
    />
  );
  const title = name === '' ? 'The table' : `${name}${hidden ? ' (hidden)' : ''}`;
  return (
    <section>
      <h2>{title}</h2>
      <div class="choices">
        {!isOne && (isLeftOut || headingRow !== null) && (
          <label class="tick">
            <input
              type="checkbox"
              checked={!isLeftOut}
              onChange={({ currentTarget: { checked } }) =>
                onMapping(withSheet(mapping, sheet, checked))
              }
            />
            {`Import ${name}`}
          </label>
        )}
        {!isLeftOut && (
          <HeadingRow
            sheet={sheet}
            onRow={(row) => onMapping(withHeadingRow(mapping, sheet, row))}
          />
        )}
      </div>
      {guess !== undefined && <p>{guess}</p>}
      {isLeftOut ? null : headingRow === null && !isOne ? (
        <details>
          <summary>Its first rows</summary>
          {table}
        </details>
      ) : (
        table
      )}
    </section>
  );
}

/** As much of a row as it takes to know it. */
const rowText = 70;

function HeadingRow({
  sheet: { name, rows, headingRow },
  onRow,
}: {
  readonly sheet: Sheet;
  readonly onRow: (row: number) => void;
}): VNode {
  return (
    <label class="field heading-row">
      {name === '' ? 'The headings are in' : `The headings of ${name} are in`}
      <select
        value={headingRow === null ? '' : String(headingRow)}
        onChange={({ currentTarget: { value } }) => onRow(Number(value))}
      >
        {headingRow === null && (
          <option value="" disabled>
            not found: choose the row, or it is left out
          </option>
        )}
        {rows.map(({ number, cells }) => {
          const text = cells.filter((cell) => cell !== '').join(', ');
          const short = text.length > rowText ? `${text.slice(0, rowText)}…` : text;
          return (
            <option key={number} value={String(number)}>
              {`row ${String(number)}: ${short}`}
            </option>
          );
        })}
        <option value="0">no row: there are none</option>
      </select>
    </label>
  );
}

/** What would be made, where, and the way there. */
function Finish(props: ImportProps): VNode {
  const { show, problem, isBusy, state, onState, onWhere, onCancel } = props;
  const { words } = show.look;
  const isName = folderName.safeParse(state.folder).success;
  const [first = '', ...others] = words ?? [
    'No row of headings is known yet: choose above which row has them, and what each column is.',
  ];
  return (
    <footer class="finish">
      {problem !== undefined && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <div class="outcome" role="status">
        {isBusy ? (
          <p>Looking at it again …</p>
        ) : (
          <>
            <strong>{first}</strong> {others[0]}
            {others.length > 1 && (
              <ul>
                {others.slice(1).map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            )}
          </>
        )}
      </div>
      <div class="choices">
        <label class="field">
          Folder of the plan
          <input
            type="text"
            value={state.folder}
            required
            spellcheck={false}
            aria-invalid={!isName}
            aria-describedby="place"
            onInput={({ currentTarget }) => onState({ ...state, folder: currentTarget.value })}
          />
        </label>
        <p id="place" class="place">
          {isName
            ? show.where === null
              ? 'It can be put into any folder.'
              : `It is made in the folder ${show.where}.`
            : 'A folder has a name without / \\ : * ? " < > |, and no dot at its ends.'}
        </p>
        <button type="button" class="plain" onClick={onWhere}>
          {show.where === null ? 'Choose where…' : 'Somewhere else…'}
        </button>
        <label class="tick">
          <input
            type="checkbox"
            checked={state.saves}
            onChange={({ currentTarget }) => onState({ ...state, saves: currentTarget.checked })}
          />
          Save these choices with it, for the next file
        </label>
      </div>
      <div class="choices">
        <button type="submit" class="main" disabled={words === undefined || isBusy || !isName}>
          Import
        </button>
        <button type="button" class="plain" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </footer>
  );
}
