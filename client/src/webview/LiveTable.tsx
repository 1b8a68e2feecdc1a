import { Component, createRef, type VNode } from 'preact';
import type { HrefOf } from '../../../server/src/outputs/html/CellView.tsx';
import {
  TableView,
  type Drawn,
  type Live,
  type RowAttributes,
} from '../../../server/src/outputs/html/TableView.tsx';
import type { RowName, TabId, View } from '../preview/messages.ts';
import { isNarrow, nextSort, rowsOf } from './choose.ts';
import { Heights, mostDrawn, stretchOf, type Starts } from './stretch.ts';
import type { ShownRow, ShownTable } from './tables.ts';

interface LiveTableProps {
  /** All tables that are on the page; this one enters itself. */
  readonly all: Set<LiveTable>;
  readonly tab: TabId;
  readonly table: ShownTable;
  readonly labelledBy: string;
  readonly hrefOf: HrefOf;
  readonly view: View;
  /** Which row the cursor is in, in the text. */
  readonly marked: string | undefined;
  readonly onView: (change: Partial<View>) => void;
  readonly onReveal: (row: RowName) => void;
  readonly onPoint: (row: RowName | null) => void;
}

interface LiveTableState {
  /** The rows that are drawn of many. */
  readonly first: number;
  readonly end: number;
  /** The row that the Tab key leads to; the arrow keys lead from there to the others. */
  readonly stop: string | undefined;
}

/** A table whose rows can be chosen, ordered and left out. Of very many rows only those in sight are drawn. */
export class LiveTable extends Component<LiveTableProps, LiveTableState> {
  override state: LiveTableState = { first: 0, end: 30, stop: undefined };
  readonly #box = createRef<HTMLDivElement>();
  readonly #heights = new Heights();
  #width = 0;
  #rows: readonly ShownRow[] = [];
  #keys: readonly string[] = [];
  #starts: Starts = new Float64Array(1);
  /** A row that is to have the focus as soon as it is drawn. */
  #wanted: string | undefined;
  #frame = 0;

  override componentDidMount(): void {
    this.props.all.add(this);
    addEventListener('scroll', this.#follow, { passive: true });
    addEventListener('resize', this.#follow);
    this.#settle();
  }

  override componentDidUpdate(): void {
    this.#settle();
  }

  override componentWillUnmount(): void {
    this.props.all.delete(this);
    removeEventListener('scroll', this.#follow);
    removeEventListener('resize', this.#follow);
    cancelAnimationFrame(this.#frame);
  }

  get id(): string {
    return this.props.table.id;
  }

  /** Brings a row into sight, drawn or not; false when it is none of those shown. */
  seek(key: string): boolean {
    const index = this.#keys.indexOf(key);
    if (index < 0) return false;
    const row = this.#rowElement(key);
    if (row === null) this.#scrollTo(index);
    else bringIntoSight(row);
    return true;
  }

  /** Gives the focus to a row, drawn or not. */
  focusRow(key: string): boolean {
    if (!this.seek(key)) return false;
    this.#wanted = key;
    this.setState({ stop: key }, () => this.#settle());
    return true;
  }

  override render(): VNode {
    const { table, labelledBy, hrefOf, view } = this.props;
    this.#rows = rowsOf(table, view);
    this.#keys = this.#rows.map(({ key }) => key);
    this.#starts = this.#heights.starts(this.#keys);
    const stop = this.#stop();
    const live: Live = {
      rows: this.#rows,
      drawn: this.#drawn(),
      whenNone: isNarrow(view) ? 'No row fits the search and the filters.' : table.whenEmpty,
      rowAttributes: (row, index) => this.#attributes(row, index, stop),
      sortOf: ({ id }) => {
        const sort = view.sorts[table.id];
        if (sort?.column !== id) return 'none';
        return sort.descending ? 'descending' : 'ascending';
      },
      onSort: ({ id }) => this.props.onView({ sorts: nextSort(table, view, id) }),
    };
    return (
      <div
        class="live"
        ref={this.#box}
        onClick={this.#click}
        onKeyDown={this.#key}
        onFocusIn={this.#focus}
        onMouseOver={this.#over}
        onMouseLeave={() => this.props.onPoint(null)}
      >
        <TableView table={table} labelledBy={labelledBy} hrefOf={hrefOf} live={live} />
      </div>
    );
  }

  #isMany(): boolean {
    return this.#rows.length > mostDrawn;
  }

  #drawn(): Drawn | undefined {
    if (!this.#isMany()) return undefined;
    const count = this.#rows.length;
    const first = Math.min(this.state.first, count - 1);
    const end = Math.max(first + 1, Math.min(this.state.end, count));
    const at = (index: number): number => this.#starts[index] ?? 0;
    return { first, end, before: at(first), after: at(count) - at(end) };
  }

  #attributes(row: ShownRow, index: number, stop: string | undefined): RowAttributes {
    return {
      ...(row.placed === true && {
        'data-key': row.key,
        tabIndex: row.key === stop ? 0 : -1,
      }),
      ...(row.key === this.props.marked && { 'aria-current': 'true' }),
      ...(this.#isMany() && { 'aria-rowindex': index + 2 }),
    };
  }

  /** The row that the Tab key leads to: the one it last led to, else the first that stands in the text. */
  #stop(): string | undefined {
    const { stop } = this.state;
    if (stop !== undefined && this.#keys.includes(stop)) {
      const drawn = this.#drawn();
      const index = this.#keys.indexOf(stop);
      if (drawn === undefined || (index >= drawn.first && index < drawn.end)) return stop;
    }
    const from = this.#drawn()?.first ?? 0;
    return this.#rows.slice(from).find(({ placed }) => placed)?.key;
  }

  #rowElement(key: string): HTMLElement | null {
    return this.#box.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`) ?? null;
  }

  readonly #follow = (): void => {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#redraw());
  };

  /** Draws the rows that are in sight now, where these are others than those that are drawn. */
  #redraw(): void {
    const box = this.#box.current;
    const body = box?.querySelector('tbody');
    if (!this.#isMany() || box === null || !body) return;
    const width = box.clientWidth;
    if (width !== this.#width) this.#heights.clear();
    this.#width = width;
    const { top } = body.getBoundingClientRect();
    const [first, end] = stretchOf(this.#starts, -top, innerHeight - top);
    const { first: from, end: to } = this.state;
    if (first !== from || end !== to) this.setState({ first, end });
  }

  /** After drawing: learns how high rows are, and gives the focus to the one that waits for it. */
  #settle(): void {
    if (this.#isMany()) {
      let learnt = false;
      for (const row of this.#box.current?.querySelectorAll<HTMLElement>('[data-key]') ?? []) {
        const { height } = row.getBoundingClientRect();
        if (this.#heights.set(row.dataset.key ?? '', height)) learnt = true;
      }
      this.#heights.guess();
      if (learnt) {
        this.#starts = this.#heights.starts(this.#keys);
        this.#follow();
      }
    }
    if (this.#wanted === undefined) return;
    const row = this.#rowElement(this.#wanted);
    if (row === null) return;
    this.#wanted = undefined;
    row.focus({ preventScroll: true });
    bringIntoSight(row);
  }

  /** Scrolls to where a row that is not drawn will be. */
  #scrollTo(index: number): void {
    const body = this.#box.current?.querySelector('tbody');
    if (!body) return;
    const start = body.getBoundingClientRect().top + scrollY;
    scrollTo(scrollX, start + (this.#starts[index] ?? 0) - innerHeight / 2);
    this.#redraw();
  }

  #nameOf(key: string): RowName {
    return { tab: this.props.tab, table: this.props.table.id, key };
  }

  readonly #click = ({ target }: MouseEvent): void => {
    const row = rowOf(target);
    // Whoever marks words to copy them wants to stay here.
    if (row === undefined || getSelection()?.isCollapsed === false) return;
    this.props.onReveal(this.#nameOf(row));
  };

  readonly #key = (event: KeyboardEvent): void => {
    const row = rowOf(event.target);
    if (row === undefined || !(event.target instanceof HTMLElement)) return;
    if (event.target.dataset.key === undefined) return;
    if (event.key === 'Enter') this.props.onReveal(this.#nameOf(row));
    const next = this.#after(row, event.key);
    if (next !== undefined) this.focusRow(next);
    if (event.key === 'Enter' || next !== undefined) event.preventDefault();
  };

  /** The row that a key leads to from another; undefined for any other key, and at the end. */
  #after(key: string, pressed: string): string | undefined {
    const keys = this.#rows.filter(({ placed }) => placed).map((row) => row.key);
    const index = keys.indexOf(key);
    switch (pressed) {
      case 'ArrowDown':
        return keys[index + 1];
      case 'ArrowUp':
        return keys[index - 1];
      case 'Home':
        return keys[0];
      case 'End':
        return keys.at(-1);
      default:
        return undefined;
    }
  }

  readonly #focus = ({ target }: FocusEvent): void => {
    const key = target instanceof HTMLElement ? target.dataset.key : undefined;
    if (key === undefined) return;
    if (this.state.stop !== key) this.setState({ stop: key });
    this.props.onPoint(this.#nameOf(key));
  };

  readonly #over = ({ target }: MouseEvent): void => {
    const row = rowOf(target);
    this.props.onPoint(row === undefined ? null : this.#nameOf(row));
  };
}

/** Scrolls only where it must, and then so that there is something to see around it. */
function bringIntoSight(row: HTMLElement): void {
  const { top, bottom } = row.getBoundingClientRect();
  const bar = document.querySelector('.bar')?.getBoundingClientRect().bottom ?? 0;
  if (top < bar || bottom > innerHeight) row.scrollIntoView({ block: 'center', inline: 'nearest' });
}

/** The row that an event happened in, unless it happened to a link or a button. */
function rowOf(target: EventTarget | null): string | undefined {
  if (!(target instanceof Element) || target.closest('a, button') !== null) return undefined;
  return target.closest<HTMLElement>('[data-key]')?.dataset.key;
}
