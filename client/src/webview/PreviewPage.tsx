import { Component, createRef, Fragment, type VNode } from 'preact';
import { anchorOf } from '../../../server/src/outputs/html/anchors.ts';
import type { HrefOf } from '../../../server/src/outputs/html/CellView.tsx';
import { Footer, HeadingView, SectionView } from '../../../server/src/outputs/html/Page.tsx';
import { tabOf, tabs } from '../../../server/src/outputs/tables/tabs.ts';
import type { RowName, Show, TabId, View } from '../preview/messages.ts';
import { Controls, Notices } from './Bar.tsx';
import { choicesIn, isNarrow, pickableIn, rowsOf, type Choice } from './choose.ts';
import { Filters } from './Filters.tsx';
import { LiveTable } from './LiveTable.tsx';
import { panelId, tabElementId, Tabs } from './Tabs.tsx';
import type { ShownRow, ShownSection, ShownTable } from './tables.ts';

/** What is to be seen. */
export interface Shown {
  /** Undefined until there is something to show. */
  readonly show: Show | undefined;
  /** Something to know about the tables, or in their place. */
  readonly words: string | undefined;
  readonly tab: TabId;
  /** The parts of the tab; undefined until they have come. */
  readonly sections: readonly ShownSection[] | undefined;
  readonly view: View;
  /** The rows about what the cursor is in, the innermost first. */
  readonly marked: readonly string[];
}

interface Actions {
  /** Says that the page is there, or gone. */
  readonly onPage: (page: PreviewPage | null) => void;
  readonly onTab: (tab: TabId) => void;
  readonly onView: (change: Partial<View>) => void;
  readonly onDay: (day: string | null) => void;
  readonly onLock: (locked: boolean) => void;
  readonly onReveal: (row: RowName) => void;
  readonly onPoint: (row: RowName | null) => void;
  readonly onItem: (tab: TabId, id: string) => void;
}

interface PickedOut {
  readonly of: readonly ShownSection[];
  readonly tables: ReadonlySet<string>;
  readonly choices: readonly Choice[];
}

/** The whole page of the preview beside the text. */
export class PreviewPage extends Component<Shown & Actions> {
  readonly #tables = new Set<LiveTable>();
  #picked: PickedOut | undefined;

  readonly #bar = createRef<HTMLDivElement>();
  /** What is scrolled to must not come to stand behind the bar. */
  readonly #barSize = new ResizeObserver(() => {
    const height = this.#bar.current?.offsetHeight ?? 0;
    document.documentElement.style.setProperty('--bar', `${String(height)}px`);
  });

  override componentDidMount(): void {
    this.props.onPage(this);
    this.#watchBar();
  }

  override componentDidUpdate(): void {
    this.#watchBar();
  }

  override componentWillUnmount(): void {
    this.props.onPage(null);
    this.#barSize.disconnect();
  }

  /** Brings the innermost of some rows into sight, where the tab has it. */
  seek(keys: readonly string[]): void {
    const key = this.#markedIn(keys);
    if (key === undefined) return;
    for (const table of this.#tables) if (table.seek(key)) return;
  }

  /** Gives the focus to an item’s own row; false while the tab has none. */
  focusItem(id: string): boolean {
    for (const { tables } of this.props.sections ?? []) {
      for (const table of tables) {
        const row = table.rows.find(
          ({ anchor }) => anchor !== undefined && anchorOf(anchor) === id,
        );
        if (row === undefined) continue;
        this.#letIn(table, row);
        return [...this.#tables].some((live) => live.id === table.id && live.focusRow(row.key));
      }
    }
    return false;
  }

  /** Brings a row of the tab into sight, left out by a filter or not; false while the tab has none. */
  showRow({ tab, table: id, key }: RowName): boolean {
    if (tab !== this.props.tab) return false;
    const tables = (this.props.sections ?? []).flatMap((section) => section.tables);
    const table = tables.find((one) => one.id === id);
    const row = table?.rows.find((one) => one.key === key);
    if (table === undefined || row === undefined) return false;
    this.#letIn(table, row);
    return [...this.#tables].some((live) => live.id === id && live.seek(key));
  }

  override render(): VNode {
    const { show, words, tab, onTab } = this.props;
    if (show === undefined) {
      return (
        <main>
          <p class="said" role="status">
            {words ?? 'Reading the plan.'}
          </p>
        </main>
      );
    }
    return (
      <div class="preview" onClick={this.#link}>
        <header>
          <div>
            <HeadingView heading={show.heading} />
          </div>
          <Controls show={show} onDay={this.props.onDay} onLock={this.props.onLock} />
        </header>
        <main class={`of-${tab}`}>
          <div class="bar" ref={this.#bar}>
            <Notices show={show} notice={words} />
            <Tabs chosen={tab} onChoose={onTab} />
          </div>
          <div id={panelId} role="tabpanel" aria-labelledby={tabElementId(tab)}>
            {this.#content()}
          </div>
        </main>
        <Footer />
      </div>
    );
  }

  /** Takes filters away that leave out a row: whoever is led to it wants to see it. */
  #letIn(table: ShownTable, row: ShownRow): void {
    if (isNarrow(this.props.view) && !rowsOf(table, this.props.view).includes(row)) {
      this.props.onView({ search: '', filters: {} });
    }
  }

  #watchBar(): void {
    if (this.#bar.current !== null) this.#barSize.observe(this.#bar.current);
  }

  #content(): VNode {
    const { tab, sections } = this.props;
    if (sections === undefined) return <p class="said">Reading the plan.</p>;
    if (sections.length === 0) return <p class="said">{tabOf(tab).whenEmpty}</p>;
    const pickable = this.#pickedOut(sections).tables;
    const first = sections.find(({ tables }) => tables.some(({ id }) => pickable.has(id)));
    return (
      <>
        {sections.map((section) => (
          <Fragment key={section.id}>
            {section === first && this.#filters(sections, pickable)}
            <SectionView
              section={section}
              viewOf={(table, labelledBy) => this.#table(table, labelledBy, pickable.has(table.id))}
            />
          </Fragment>
        ))}
      </>
    );
  }

  #filters(sections: readonly ShownSection[], pickable: ReadonlySet<string>): VNode {
    const { view, onView } = this.props;
    const tables = sections.flatMap((section) => section.tables);
    return (
      <Filters choices={this.#pickedOut(sections).choices} view={view} onChange={onView}>
        {countInWords(
          tables.filter(({ id }) => pickable.has(id)),
          view,
        )}
      </Filters>
    );
  }

  #table(table: ShownTable, labelledBy: string, isPickable: boolean): VNode {
    const { tab, view, marked, onView, onReveal, onPoint } = this.props;
    return (
      <LiveTable
        all={this.#tables}
        tab={tab}
        table={table}
        labelledBy={labelledBy}
        hrefOf={hrefOf}
        view={isPickable ? view : { ...view, search: '', filters: {} }}
        marked={this.#markedIn(marked)}
        onView={onView}
        onReveal={onReveal}
        onPoint={onPoint}
      />
    );
  }

  /** What can be picked out by what; the same sections have the same. */
  #pickedOut(sections: readonly ShownSection[]): PickedOut {
    if (this.#picked?.of !== sections) {
      const tables = pickableIn(sections);
      this.#picked = { of: sections, tables, choices: choicesIn(sections) };
    }
    return this.#picked;
  }

  /** The innermost of some rows that the tab has. */
  #markedIn(keys: readonly string[]): string | undefined {
    if (keys.length === 0) return undefined;
    const tables = (this.props.sections ?? []).flatMap((section) => section.tables);
    return keys.find((key) => tables.some(({ rows }) => rows.some((row) => row.key === key)));
  }

  /** A link leads to an item’s own row, which may be in another tab. */
  readonly #link = (event: MouseEvent): void => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link === null) return;
    event.preventDefault();
    const id = decodeURIComponent(link.hash.slice(1));
    const home = tabs.find((tab) => tab.home.some((kind) => id.startsWith(`${kind}-`)));
    if (home !== undefined) this.props.onItem(home.id, id);
  };
}

/** Leads to the tab in which things of that kind have their own rows. */
const hrefOf: HrefOf = (item) =>
  tabs.some(({ home }) => home.some((kind) => kind === item.kind))
    ? `#${anchorOf(item)}`
    : undefined;

/** `12 of 30 rows`: how many a view shows. */
function countInWords(tables: readonly ShownTable[], view: View): string {
  const digits = new Intl.NumberFormat('en-GB');
  const all = tables.reduce((sum, { rows }) => sum + rows.length, 0);
  const shown = tables.reduce((sum, table) => sum + rowsOf(table, view).length, 0);
  const rows = all === 1 ? 'row' : 'rows';
  return shown === all
    ? `${digits.format(all)} ${rows}`
    : `${digits.format(shown)} of ${digits.format(all)} ${rows} shown`;
}
