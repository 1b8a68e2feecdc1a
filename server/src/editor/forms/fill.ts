import type { Position } from 'vscode-languageserver-types';
import type { Entity } from '../../plan/plan.ts';
import type { Ask } from '../ask.ts';
import type { Change } from '../changes.ts';
import { entityOf, isEntityKey, keyOf, type EntityKey } from '../entity-key.ts';
import { offsetAt, unitAt } from '../places.ts';
import { shown } from '../shown.ts';
import type { Choice, Filled, Form, Step } from './form.ts';
import { forms, type FormId } from './index.ts';
import { nameOf } from '../../checks/shared/names.ts';
import { notListed, unreadableIn } from './unreadable.ts';

/** What somebody has said so far. */
export interface FormParams {
  readonly form: FormId;
  /** Where the cursor stands, or the item that somebody points at elsewhere. */
  readonly position?: Position | undefined;
  readonly item?: EntityKey | undefined;
  /** What need not be asked, by step. */
  readonly given?: Readonly<Record<string, string>> | undefined;
  readonly answers: Readonly<Record<string, string>>;
}

/** A question as it goes to an editor. */
export interface Question {
  readonly step: string;
  readonly kind: Step['kind'];
  readonly title: string;
  /** Which question it is, and how many there are as far as can be told. */
  readonly number: number;
  readonly of: number;
  readonly question: string;
  readonly example?: string | undefined;
  readonly proposal?: string | undefined;
  /** What an empty answer means, where one is possible. */
  readonly leftOut?: string | undefined;
  readonly choices?: readonly Choice[] | undefined;
  readonly free: boolean;
  readonly several: boolean;
}

/** The next question; or what is wrong with an answer; or what the answers change. */
export type Next =
  | { readonly question: Question }
  | { readonly wrong: string; readonly step?: string }
  | { readonly change: Change };

/** The step that asks which item a form is about. */
const itemStep = 'item';

/** Goes on with a form: an answer that will not do is said first, then what is still to be asked. */
export function nextOf(ask: Ask, params: FormParams): Next {
  const next = goOn(ask, params);
  if ('question' in next) return { question: shownQuestion(next.question) };
  return 'wrong' in next ? { ...next, wrong: shown(next.wrong) } : next;
}

/** A question as it is shown; answers stay as they are, for the server knows things by them. */
function shownQuestion(question: Question): Question {
  return {
    ...question,
    title: shown(question.title),
    question: shown(question.question),
    choices: question.choices?.map(({ value, label, description }) => ({
      value,
      label: shown(label),
      description: description && shown(description),
    })),
  };
}

function goOn(ask: Ask, params: FormParams): Next {
  const form: Form = forms[params.form];
  const aimed = aimedAt(ask, form, params);
  const unreadable = aimed && unreadableIn(aimed);
  if (unreadable !== undefined) return { wrong: unreadable };
  const pointed = aimed !== undefined && fits(ask, form, aimed) ? aimed : undefined;
  const { answers, given = {} } = params;
  const chosen = chosenItem(ask, form, answers[itemStep]);
  const target = pointed ?? chosen;
  const needsItem = pointed === undefined && form.whichItem !== undefined;
  if (needsItem && answers[itemStep] !== undefined && chosen === undefined) {
    return { wrong: 'Choose one of the list.', step: itemStep };
  }
  const said: Record<string, string> = { ...given, ...answers };
  const filled: Filled = { ask, target, answer: (step) => said[step]?.trim() ?? '' };
  if (needsItem && target === undefined) return whichItem(ask, form);

  const steps = form.steps.filter(({ isAsked }) => isAsked?.(filled) !== false);
  const asked = steps.filter((step) => !isGiven(step, given, filled));
  for (const [index, step] of asked.entries()) {
    const before = needsItem ? 1 : 0;
    if (answers[step.id] === undefined) {
      return {
        question: questionOf(form, step, filled, index + 1 + before, asked.length + before),
      };
    }
    const wrong = whatIsWrong(step, filled);
    if (wrong !== undefined) return { wrong, step: step.id };
  }
  return { change: form.change(filled) };
}

/** Why an answer will not do, for those who are still typing it; undefined where it will. */
export function wrongAnswer(ask: Ask, params: FormParams, step: string): string | undefined {
  const form: Form = forms[params.form];
  const aimed = aimedAt(ask, form, params);
  const pointed = aimed !== undefined && fits(ask, form, aimed) ? aimed : undefined;
  const target = pointed ?? chosenItem(ask, form, params.answers[itemStep]);
  const said: Record<string, string> = { ...params.given, ...params.answers };
  const known = form.steps.find(({ id }) => id === step);
  const filled: Filled = { ask, target, answer: (id) => said[id]?.trim() ?? '' };
  const wrong = known && whatIsWrong(known, filled);
  return wrong && shown(wrong);
}

/** Whether a step need not be asked: what was given for it will do. */
const isGiven = (step: Step, given: Readonly<Record<string, string>>, filled: Filled): boolean =>
  given[step.id] !== undefined && whatIsWrong(step, filled) === undefined;

function whatIsWrong(step: Step, filled: Filled): string | undefined {
  const answer = filled.answer(step.id);
  if (answer === '') return step.leftOut === undefined ? 'This has to be said.' : undefined;
  if (step.choices !== undefined && step.free !== true) {
    const known = new Set(step.choices(filled).map(({ value }) => value));
    const parts = step.several === true ? answer.split(',').map((part) => part.trim()) : [answer];
    if (!parts.every((part) => known.has(part))) return 'Choose one of the list.';
  }
  return step.wrong?.(answer, filled);
}

function questionOf(form: Form, step: Step, filled: Filled, number: number, of: number): Question {
  const { target } = filled;
  const about = target === undefined ? '' : `: ${nameOf(target)}`;
  return {
    step: step.id,
    kind: step.kind,
    title: form.title + about,
    number,
    of,
    question: step.question,
    example: step.example,
    proposal: step.proposal?.(filled),
    leftOut: step.leftOut,
    choices: step.choices?.(filled),
    free: step.free === true || step.choices === undefined,
    several: step.several === true,
  };
}

/** Asks which item a form is about; says so where there is none. */
function whichItem(ask: Ask, form: Form): Next {
  const all = form.about
    .flatMap((kind): readonly Entity[] => ask.plan.all(kind))
    .filter((entity) => form.fits?.(ask, entity) !== false);
  const items = all.filter(isReadable);
  const others = all.filter((entity) => !isReadable(entity));
  if (items.length === 0) {
    const why = others[0] && unreadableIn(others[0]);
    return { wrong: why ?? form.noItem ?? 'The plan has nothing of the kind.' };
  }
  return {
    question: {
      step: itemStep,
      kind: 'choice',
      title: form.title,
      number: 1,
      of: form.steps.length + 1,
      question: (form.whichItem ?? '') + notListed(others),
      choices: items.map((entity) => ({
        value: JSON.stringify(keyOf(ask, entity)),
        label: entity.item.title.value ?? entity.id,
        description: nameOf(entity),
      })),
      free: false,
      several: false,
    },
  };
}

const isReadable = ({ unit }: Entity): boolean => unit.reading.problems.length === 0;

const fits = (ask: Ask, form: Form, entity: Entity): boolean =>
  form.about.includes(entity.kind) && isReadable(entity) && form.fits?.(ask, entity) !== false;

/** The item that somebody points at, of a kind that the form is about. */
function aimedAt(ask: Ask, form: Form, { item, position }: FormParams): Entity | undefined {
  if (item === undefined) return position && innermostAt(ask, form, position);
  const entity = isEntityKey(item) ? entityOf(ask, item) : undefined;
  return entity !== undefined && form.about.includes(entity.kind) ? entity : undefined;
}

/** The item of a kind that the form is about in which a position is. */
function innermostAt({ plan, file }: Ask, form: Form, position: Position): Entity | undefined {
  const offset = offsetAt(file, position);
  const unit = unitAt(file, offset);
  if (unit === undefined) return undefined;
  const at = offset - unit.start;
  // Those inside others come after them.
  return plan
    .entitiesIn(unit)
    .findLast(
      ({ kind, item: { span } }) => form.about.includes(kind) && span.start <= at && at <= span.end,
    );
}

function chosenItem(ask: Ask, form: Form, answer: string | undefined): Entity | undefined {
  if (answer === undefined) return undefined;
  let key: unknown;
  try {
    key = JSON.parse(answer);
  } catch {
    return undefined;
  }
  const entity = isEntityKey(key) ? entityOf(ask, key) : undefined;
  return entity !== undefined && fits(ask, form, entity) ? entity : undefined;
}
