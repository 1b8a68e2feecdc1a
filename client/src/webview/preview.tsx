import { render } from 'preact';
import {
  pageState,
  toPage,
  type FromPage,
  type PageState,
  type RowName,
  type Show,
  type TabId,
  type View,
} from '../preview/messages.ts';
import { emptyView } from './choose.ts';
import './preview.css';
import { PreviewPage, type Shown } from './PreviewPage.tsx';
import { Tables, type ShownSection } from './tables.ts';

// The page of the preview, live: it draws whatever tables the extension sends into the same place, so that
// scroll and focus stay, and remembers how they are looked at.

/** What VS Code gives to a page. */
interface Host {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: PageState): void;
}

declare function acquireVsCodeApi(): Host;

const host = acquireVsCodeApi();
const root = document.querySelector('#page') ?? document.body;
const tables = new Tables();
const remembered = pageState.safeParse(host.getState()).data;

let state: PageState = remembered ?? {
  uri: '',
  project: '',
  locked: false,
  tab: 'plan',
  views: {},
};
let show: Show | undefined;
/** What each tab last had to show. */
const byTab = new Map<TabId, readonly ShownSection[]>();
let words: string | undefined;
let marked: readonly string[] = [];
let page: PreviewPage | null = null;
let pointed: string | undefined;
/** Goes where somebody is led, once its tab is there; false until then. */
let awaited: ((page: PreviewPage) => boolean) | undefined;

const viewOf = (tab: TabId): View => state.views[tab] ?? emptyView;

function remember(change: Partial<PageState>): void {
  state = { ...state, ...change };
  if (state.uri !== '') host.setState(state);
}

const setView = (change: Partial<View>): void =>
  remember({ views: { ...state.views, [state.tab]: { ...viewOf(state.tab), ...change } } });

/** Draws, and gives the focus back to the row that had it if drawing took it. */
function draw(): void {
  const focused = document.activeElement?.getAttribute('data-key');
  const shown: Shown = {
    show,
    words,
    tab: state.tab,
    sections: byTab.get(state.tab),
    view: viewOf(state.tab),
    marked,
  };
  render(<PreviewPage {...shown} {...actions} />, root);
  if (typeof focused !== 'string' || document.activeElement?.getAttribute('data-key') === focused)
    return;
  root
    .querySelector<HTMLElement>(`[data-key="${CSS.escape(focused)}"]`)
    ?.focus({ preventScroll: true });
}

const actions = {
  onPage(now: PreviewPage | null): void {
    page = now;
  },
  onTab(tab: TabId): void {
    // Whoever goes elsewhere does not want to be led any more.
    awaited = undefined;
    choose(tab);
  },
  onView(change: Partial<View>): void {
    setView(change);
    draw();
  },
  onDay: (day: string | null): void => host.postMessage({ type: 'asAt', day }),
  onLock(locked: boolean): void {
    remember({ locked });
    host.postMessage({ type: 'lock', locked });
  },
  onReveal: (row: RowName): void => host.postMessage({ type: 'reveal', row }),
  onPoint(row: RowName | null): void {
    const name = row === null ? undefined : `${row.table} ${row.key}`;
    if (name === pointed) return;
    pointed = name;
    host.postMessage({ type: 'point', row });
  },
  /** Leads to an item’s own row, in whichever tab that is. */
  onItem(tab: TabId, id: string): void {
    lead(tab, (to) => to.focusItem(id));
  },
};

function choose(tab: TabId): void {
  if (tab === state.tab) return;
  setView({ scroll: scrollY });
  remember({ tab });
  host.postMessage({ type: 'tab', tab });
  draw();
  scrollTo(0, viewOf(tab).scroll);
}

/** Leads to something in a tab, at once or as soon as it has come. */
function lead(tab: TabId, go: (to: PreviewPage) => boolean): void {
  awaited = go;
  choose(tab);
  arrive();
}

/** Goes where somebody is led, if that is here by now. */
function arrive(): void {
  if (page !== null && awaited?.(page) === true) awaited = undefined;
}

function receive(data: unknown): void {
  const parsed = toPage.safeParse(data);
  if (!parsed.success) {
    words = 'The preview cannot show this plan. Close it, and open it again.';
    show = undefined;
    draw();
    return;
  }
  const message = parsed.data;
  switch (message.type) {
    case 'say':
      words = message.words;
      if (!message.keep) show = undefined;
      draw();
      return;
    case 'mark':
      marked = message.keys;
      draw();
      if (message.seek) page?.seek(marked);
      return;
    case 'find': {
      const { row } = message;
      marked = [row.key];
      draw();
      lead(row.tab, (to) => to.showRow(row));
      return;
    }
    case 'show':
      take(message);
  }
}

function take(message: Show): void {
  const isFirst = show === undefined;
  const isOther = state.project !== message.project;
  if (isOther) {
    byTab.clear();
    tables.clear();
    remember({ views: {} });
  }
  words = message.notice;
  show = message;
  byTab.set(message.tab, tables.take(message.sections));
  const { uri, project, locked } = message;
  remember({ uri, project, locked });
  draw();
  if (isOther) scrollTo(0, 0);
  else if (isFirst) scrollTo(0, viewOf(state.tab).scroll);
  if (message.tab === state.tab) arrive();
}

addEventListener('message', ({ data }) => receive(data));

let waiting: number | undefined;
addEventListener('scroll', () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => setView({ scroll: scrollY }), 100);
});

host.postMessage({ type: 'ready', tab: state.tab, locked: state.locked });
