import type { Kind } from '../../language/keywords/index.ts';
import type { Entity } from '../../plan/plan.ts';
import type { Ask } from '../ask.ts';
import type { Change } from '../changes.ts';

/**
 * Forms: what to ask somebody who would rather not type plan text, and the text that their answers make.
 * A form is data; any editor can show it, and none has to know the language.
 */

/** Something to choose. */
export interface Choice {
  /** The answer that it stands for. */
  readonly value: string;
  readonly label: string;
  readonly description?: string | undefined;
}

/** What has been said so far, and of what. */
export interface Filled {
  readonly ask: Ask;
  /** The item that the form is about; undefined where it is about none. */
  readonly target: Entity | undefined;
  /** The answer to a step; empty where it was left out. */
  readonly answer: (step: string) => string;
}

/** One question. */
export interface Step {
  readonly id: string;
  readonly kind: 'text' | 'date' | 'choice' | 'reference';
  readonly question: string;
  /** What an answer looks like. */
  readonly example?: string | undefined;
  /** What leaving it out means, in words: “To be confirmed”. A step without has to be answered. */
  readonly leftOut?: string | undefined;
  /** Whether something may be typed that is not among the choices. */
  readonly free?: boolean | undefined;
  /** Whether several may be chosen; their answer has commas between them. */
  readonly several?: boolean | undefined;
  readonly isAsked?: ((filled: Filled) => boolean) | undefined;
  readonly proposal?: ((filled: Filled) => string) | undefined;
  readonly choices?: ((filled: Filled) => readonly Choice[]) | undefined;
  /** Why an answer will not do, in a sentence that says what will. */
  readonly wrong?: ((answer: string, filled: Filled) => string | undefined) | undefined;
}

/** One form. */
export interface Form {
  readonly title: string;
  /** The kinds of items that it can be about. */
  readonly about: readonly Kind[];
  /** What to ask where nobody points at such an item; left out where it can do without one. */
  readonly whichItem?: string | undefined;
  /** Whether it has anything to do with an item. */
  readonly fits?: ((ask: Ask, entity: Entity) => boolean) | undefined;
  /** Why there is nothing that it could be about. */
  readonly noItem?: string | undefined;
  readonly steps: readonly Step[];
  /** What the answers change; asked once all of them are there and right. */
  change(filled: Filled): Change;
}

/**
 * The action that a form about actions is filled in for.
 * @throws for a form that is about something else: a fault of the form
 */
export function actionOf({ target }: Filled): Entity<'action'> {
  if (target?.kind !== 'action') throw new Error('This form is about an action.');
  return target;
}
