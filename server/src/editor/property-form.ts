import type { Slot, SlotKind } from '../language/slots.ts';
import type { LineSpec } from './line.ts';

/** The form of a line: `due-revised DATE on DATE by PARTY because TEXT`. */
export interface Form {
  readonly label: string;
  readonly parameters: readonly FormPart[];
}

export interface FormPart {
  /** The name of the value, or the qualifier’s word. */
  readonly name: string;
  /** Where it stands in the label. */
  readonly span: readonly [number, number];
  readonly slot: Slot<unknown>;
}

const slotWords: Readonly<Record<SlotKind, (slot: Slot<unknown>, name: string) => string>> = {
  text: () => 'TEXT',
  id: (_, name) => name.toUpperCase(),
  word: ({ of }) => of.join('|'),
  term: (_, name) => name.toUpperCase(),
  level: () => 'LEVEL',
  reference: (slot) => thing(slot),
  references: (slot) => `${thing(slot)}, …`,
  date: () => 'DATE',
  period: () => 'PERIOD',
  figure: () => 'NUMBER',
  regulations: () => 'REGULATION, …',
  ids: () => 'REFERENCE, …',
};

const thing = ({ of }: Slot<unknown>): string => {
  const [kind = 'id'] = of;
  return of.length > 1 ? 'PARTY' : kind.toUpperCase();
};

/** How a line with that keyword is written. */
export function formOf(keyword: string, { values, qualifiers }: LineSpec): Form {
  let label = keyword;
  const parameters: FormPart[] = [];
  const add = (name: string, slot: Slot<unknown>, words: string): void => {
    const start = label.length + 1;
    label += ` ${words}`;
    parameters.push({ name, span: [start, label.length], slot });
  };
  for (const [name, slot] of Object.entries<Slot<unknown>>(values)) {
    const words = slotWords[slot.kind](slot, name);
    add(name, slot, slot.optional ? `[${words}]` : words);
  }
  for (const [word, slot] of Object.entries<Slot<unknown>>(qualifiers)) {
    add(word, slot, `${word} ${slotWords[slot.kind](slot, word)}`);
  }
  return { label, parameters };
}
