import type { VNode } from 'preact';
import {
  givenInWords,
  numberInWords,
  type Cell,
  type ItemCell,
  type ItemKey,
} from '../tables/table.ts';

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
      return <span class={cell.value === 0 ? 'zero' : 'number'}>{numberInWords(cell)}</span>;
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
          <span class={`tag ${cell.tone} ${fit(cell.words, 20)}`}>{cell.words}</span>
          {cell.detail !== undefined && <span class="detail"> {cell.detail}</span>}
        </>
      );
    case 'date':
      return (
        <>
          {cell.day === undefined ? cell.words : <time dateTime={cell.day}>{cell.words}</time>}
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
              {index > 0 && ' '}
              <span class="one">
                <CellView cell={one} hrefOf={hrefOf} />
                {index < cell.cells.length - 1 && ','}
              </span>
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

/** Words of no more letters than fit on a line of a column stay together on it. */
const fit = (words: string, letters: number): string =>
  words.length <= letters ? 'short' : 'breaking';

function ItemView({ cell, hrefOf }: { readonly cell: ItemCell; readonly hrefOf: HrefOf }): VNode {
  const { label, name, given } = cell;
  const href = hrefOf(cell);
  const short = name !== undefined && name !== label;
  const shown = short ? <abbr title={name}>{label}</abbr> : label;
  return (
    <>
      {href === undefined ? (
        <span class={fit(label, 12)}>{shown}</span>
      ) : (
        <a class={fit(label, 12)} href={href}>
          {shown}
        </a>
      )}
      <Given words={given} />
    </>
  );
}

const Given = ({ words }: { readonly words: string | undefined }): VNode | null =>
  words === undefined ? null : <span class="given">{givenInWords(words)}</span>;
