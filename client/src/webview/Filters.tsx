import { Component, type ComponentChildren, type VNode } from 'preact';
import type { View } from '../preview/messages.ts';
import { isNarrow, type Choice } from './choose.ts';

interface FiltersProps {
  readonly choices: readonly Choice[];
  readonly view: View;
  /** How many rows are shown, in words. */
  readonly children: ComponentChildren;
  readonly onChange: (change: Partial<View>) => void;
}

/** What leaves rows out: words to search for, and a word for each facet; and how many it leaves. */
export class Filters extends Component<FiltersProps, { readonly isOpen: boolean }> {
  override state = { isOpen: Object.keys(this.props.view.filters).length > 0 };

  override render(): VNode {
    const { choices, view, children, onChange } = this.props;
    const { isOpen } = this.state;
    const amount = Object.keys(view.filters).length;
    return (
      <form
        class="filters"
        role="search"
        aria-label="Rows"
        onSubmit={(event) => event.preventDefault()}
      >
        <div class="picking">
          <label>
            Search
            <input
              type="search"
              value={view.search}
              onInput={({ currentTarget }) => onChange({ search: currentTarget.value })}
            />
          </label>
          {choices.length > 0 && (
            <button
              type="button"
              class="plain"
              aria-expanded={isOpen}
              aria-controls="facets"
              onClick={() => this.setState({ isOpen: !isOpen })}
            >
              {amount === 0 ? 'Filters' : `Filters (${String(amount)})`}
            </button>
          )}
          {isNarrow(view) && (
            <button
              type="button"
              class="plain"
              onClick={() => onChange({ search: '', filters: {} })}
            >
              Show all rows
            </button>
          )}
          <p class="count" role="status">
            {children}
          </p>
        </div>
        <div id="facets" class="picking" hidden={!isOpen}>
          {choices.map((choice) => (
            <Facet key={choice.id} choice={choice} view={view} onChange={onChange} />
          ))}
        </div>
      </form>
    );
  }
}

interface FacetProps extends Pick<FiltersProps, 'view' | 'onChange'> {
  readonly choice: Choice;
}

function Facet({ choice: { id, title, words }, view: { filters }, onChange }: FacetProps): VNode {
  const picked = filters[id] ?? '';
  const offered = picked === '' || words.includes(picked) ? words : [picked, ...words];
  const pick = (word: string): void => {
    const others = Object.fromEntries(Object.entries(filters).filter(([facet]) => facet !== id));
    onChange({ filters: word === '' ? others : { ...others, [id]: word } });
  };
  return (
    <label class={picked === '' ? undefined : 'picked'}>
      {title}
      <select value={picked} onChange={({ currentTarget }) => pick(currentTarget.value)}>
        <option value="">All</option>
        {offered.map((word) => (
          <option key={word} value={word}>
            {word}
          </option>
        ))}
      </select>
    </label>
  );
}
