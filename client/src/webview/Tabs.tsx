import type { VNode } from 'preact';
import { tabs } from '../../../server/src/outputs/tables/tabs.ts';
import type { TabId } from '../preview/messages.ts';

interface TabsProps {
  readonly chosen: TabId;
  readonly onChoose: (tab: TabId) => void;
}

export const panelId = 'tab-panel';

export const tabElementId = (id: TabId): string => `tab-${id}`;

/** Brings a tab into sight along their strip, where there is no room for all; the page does not move. */
export function bringTabIntoSight(id: TabId): void {
  const tab = document.getElementById(tabElementId(id));
  const strip = tab?.parentElement;
  if (!tab || !strip) return;
  const { left, right } = tab.getBoundingClientRect();
  const room = strip.getBoundingClientRect();
  strip.scrollLeft += Math.max(0, right - room.right) - Math.max(0, room.left - left);
}

/** The tabs of the preview: one stop of the Tab key; arrows, Home and End lead from one to the next. */
export function Tabs({ chosen, onChoose }: TabsProps): VNode {
  const choose = (event: KeyboardEvent): void => {
    const next = tabAfter(chosen, event.key);
    if (next === undefined) return;
    event.preventDefault();
    onChoose(next);
    document.getElementById(tabElementId(next))?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label="Parts of the plan" onKeyDown={choose}>
      {tabs.map(({ id, title }) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={tabElementId(id)}
          aria-selected={id === chosen}
          aria-controls={panelId}
          tabIndex={id === chosen ? 0 : -1}
          onClick={() => onChoose(id)}
        >
          {title}
        </button>
      ))}
    </div>
  );
}

/** The tab that a key leads to; undefined for any other key. The last is followed by the first. */
function tabAfter(chosen: TabId, key: string): TabId | undefined {
  const index = tabs.findIndex(({ id }) => id === chosen);
  switch (key) {
    case 'ArrowRight':
      return tabs[(index + 1) % tabs.length]?.id;
    case 'ArrowLeft':
      return tabs.at(index - 1)?.id;
    case 'Home':
      return tabs[0].id;
    case 'End':
      return tabs.at(-1)?.id;
    default:
      return undefined;
  }
}
