import type { VNode } from 'preact';
import { givenInWords, inDigits, type Cell, type ItemCell, type ItemKey } from '../tables/table.ts';

/** The address of an item's own row on this page; undefined where it has none. */
export type HrefOf = (item: ItemKey) => string | undefined;

interface CellProps {
  readonly cell: Cell;
  readonly hrefOf: HrefOf;
}

/** What a cell of a table says. Texts of a plan are only ever text. */
export function CellView({ cell, hrefOf }: CellProps): VNode {
  switch (cell.type) {
    case 'text':
      return <span class="text">{cell.text}</span>;
    case 'number':
      return <span class={cell.value === 0 ? 'zero' : 'number'}>{inDigits(cell.value)}</span>;
    case 'absent':
      return (
        <span class="absent">
          {cell.words}
          <Given words={cell.given} />
        </span>
      );
    case 'tag':
      return (
        <>
          <span class={`tag ${cell.tone}`}>{cell.words}</span>
          {cell.detail !== undefined && <span class="detail"> {cell.detail}</span>}
        </>
      );
    case 'date':
      return (
        <>
          {cell.day === undefined ? (
            cell.words
          ) : (
            <time class={cell.words.length <= longestDay ? 'day' : undefined} dateTime={cell.day}>
              {cell.words}
            </time>
          )}
          <Given words={cell.given} />
        </>
      );
    case 'item':
      return <ItemView cell={cell} hrefOf={hrefOf} />;
    case 'list':
      return (
        <>
          {cell.cells.map((one, index) => (
            <>
              {index > 0 && ', '}
              <CellView cell={one} hrefOf={hrefOf} />
            </>
          ))}
        </>
      );
    case 'lines':
      return (
        <>
          {cell.cells.map((line) => (
            <div class="line">
              <CellView cell={line} hrefOf={hrefOf} />
            </div>
          ))}
        </>
      );
  }
}

/** A date of no more letters than “30 September 2018” stays on one line. */
const longestDay = 17;

function ItemView({ cell, hrefOf }: { readonly cell: ItemCell; readonly hrefOf: HrefOf }): VNode {
  const { label, name, given } = cell;
  const href = hrefOf(cell);
  const short = name !== undefined && name !== label;
  const shown = short ? <abbr title={name}>{label}</abbr> : label;
  return (
    <>
      {href === undefined ? (
        <span class="item">{shown}</span>
      ) : (
        <a class="item" href={href}>
          {shown}
        </a>
      )}
      <Given words={given} />
    </>
  );
}

const Given = ({ words }: { readonly words: string | undefined }): VNode | null =>
  words === undefined ? null : <span class="given">{givenInWords(words)}</span>;
