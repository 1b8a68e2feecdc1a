import { render } from 'preact';
import {
  pageState,
  toPage,
  type FromPage,
  type Look,
  type PageState,
  type Show,
} from '../importing/messages.ts';
import './import.css';
import { ImportPage } from './ImportPage.tsx';
import { asChosen } from './mapping.ts';

// The page of an import, live: what somebody chooses goes to the extension, which has the file looked at again.

/** What VS Code gives to a page. */
interface Host {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: PageState): void;
}

declare function acquireVsCodeApi(): Host;

const host = acquireVsCodeApi();
const root = document.querySelector('#page') ?? document.body;

let state: PageState | undefined = pageState.safeParse(host.getState()).data;
let show: Show | undefined;
/** What was chosen last, which the extension may not have answered yet. */
let mapping: Look['mapping'] | undefined;
let turn = 0;
let problem: string | undefined;

function remember(now: PageState): void {
  state = now;
  host.setState(now);
}

function draw(): void {
  if (show === undefined || state === undefined || mapping === undefined) return;
  const said = mapping;
  const { folder, saves } = state;
  const isBusy = show.turn !== turn;
  const look = isBusy ? asChosen(show.look, said) : { ...show.look, mapping: said };
  render(
    <ImportPage
      show={{ ...show, look }}
      problem={problem}
      isBusy={isBusy}
      state={state}
      onMapping={(now) => {
        mapping = now;
        problem = undefined;
        turn++;
        host.postMessage({ type: 'map', mapping: now, turn });
        draw();
      }}
      onState={(now) => {
        remember(now);
        draw();
      }}
      onSaved={() => host.postMessage({ type: 'useSaved' })}
      onWhere={() => host.postMessage({ type: 'where' })}
      onImport={() => {
        problem = undefined;
        draw();
        host.postMessage({ type: 'import', mapping: said, folder, saves });
      }}
      onCancel={() => host.postMessage({ type: 'cancel' })}
    />,
    root,
  );
}

function receive(data: unknown): void {
  const parsed = toPage.safeParse(data);
  if (!parsed.success) return;
  const message = parsed.data;
  switch (message.type) {
    case 'show':
      // Something older than what was chosen since.
      if (show !== undefined && message.turn < turn) return;
      show = message;
      ({ turn } = message);
      ({ mapping } = message.look);
      problem = undefined;
      if (state === undefined) remember({ folder: message.look.folder, saves: false });
      break;
    case 'where':
      if (show !== undefined) show = { ...show, where: message.where };
      break;
    case 'say':
      problem = message.words;
      // Whatever it was that could not be looked at, nobody is at it any more.
      if (show !== undefined) show = { ...show, turn };
  }
  draw();
}

addEventListener('message', ({ data }) => receive(data));

host.postMessage({ type: 'ready' });
