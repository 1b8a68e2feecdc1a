import { Component, createRef, type VNode } from 'preact';
import { tabs } from '../../../server/src/outputs/tables/tabs.ts';
import type { TabId } from '../preview/messages.ts';

interface TabsProps {
  readonly chosen: TabId;
  readonly onChoose: (tab: TabId) => void;
}

export const panelId = 'tab-panel';

export const tabElementId = (id: TabId): string => `tab-${id}`;

/** The tabs of the preview: one stop of the Tab key; arrows, Home and End lead from one to the next. */
export class Tabs extends Component<TabsProps> {
  readonly #list = createRef<HTMLDivElement>();

  override componentDidMount(): void {
    this.#bringIntoSight();
  }

  override componentDidUpdate({ chosen }: TabsProps): void {
    if (chosen !== this.props.chosen) this.#bringIntoSight();
  }

  override render(): VNode {
    const { chosen, onChoose } = this.props;
    return (
      <div
        class="tabs"
        role="tablist"
        aria-label="Parts of the plan"
        ref={this.#list}
        onKeyDown={this.#choose}
      >
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

  readonly #choose = (event: KeyboardEvent): void => {
    const next = tabAfter(this.props.chosen, event.key);
    if (next === undefined) return;
    event.preventDefault();
    this.props.onChoose(next);
    document.getElementById(tabElementId(next))?.focus();
  };

  /** Shows the chosen tab with something of its neighbours, so that one sees that there are more. */
  #bringIntoSight(): void {
    const list = this.#list.current;
    const tab = list?.querySelector('[aria-selected="true"]');
    if (list === null || !tab) return;
    const { left, right } = tab.getBoundingClientRect();
    const room = list.getBoundingClientRect();
    const missing = Math.max(right + besides - room.right, 0);
    list.scrollLeft += missing > 0 ? missing : Math.min(left - besides - room.left, 0);
  }
}

/** How much of a tab’s neighbours is to be seen, in pixels. */
const besides = 56;

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
