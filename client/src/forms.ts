import { l10n, QuickInputButtons, window, type QuickInput, type QuickPickItem } from 'vscode';
import {
  formRequest,
  type FormParams,
  type FormResult,
  type Question,
} from '../../server/src/lsp/protocol.ts';
import type { Server } from './server.ts';

/** What a form begins with: what it is about, and what is said already. */
export type FormStart = Omit<FormParams, 'answers' | 'check'> & {
  readonly answers?: Readonly<Record<string, string>> | undefined;
};

/** The answer; or that somebody wants to go back; or that they left. */
type Answer = { readonly said: string } | 'back' | 'left';

/**
 * Runs any form: asks what the server wants to know, one question after the other, and makes the change
 * that the answers come to, as one.
 * @returns where the change was made; undefined when somebody left the form
 * @throws what is wrong with an answer that a caller gave
 */
export async function runForm(
  server: Server,
  { answers: before = {}, ...start }: FormStart,
): Promise<{ uri: string; line: number } | undefined> {
  const said: [step: string, answer: string][] = [];
  const remembered = new Map<string, string>();
  for (;;) {
    const answers = { ...before, ...Object.fromEntries(said) };
    const params: FormParams = { ...start, answers };
    const result = await server.request<FormResult | null>(formRequest, params);
    if (result === null) throw new Error(l10n.t('This plan is not known. Open it first.'));
    if ('edit' in result) return server.applyEdit(result.edit);
    if ('wrong' in result) throw new Error(result.wrong ?? '');
    const { question } = result;
    const check = async (answer: string): Promise<string | undefined> => {
      const { step } = question;
      const asked: FormParams = { ...params, answers: { ...answers, [step]: answer }, check: step };
      const checked = await server.request<FormResult | null>(formRequest, asked);
      return checked !== null && 'wrong' in checked ? (checked.wrong ?? undefined) : undefined;
    };
    const earlier = remembered.get(question.step);
    const answer = await askFor({ question, check, earlier, canGoBack: said.length > 0 });
    if (answer === 'left') return undefined;
    if (answer === 'back') said.pop();
    else {
      said.push([question.step, answer.said]);
      remembered.set(question.step, answer.said);
    }
  }
}

interface Asking {
  readonly question: Question;
  /** Why an answer will not do; undefined where it will. */
  readonly check: (answer: string) => Promise<string | undefined>;
  /** What was answered before somebody went back. */
  readonly earlier: string | undefined;
  readonly canGoBack: boolean;
}

const askFor = (asking: Asking): Promise<Answer> =>
  asking.question.choices === undefined ? askInWords(asking) : askToChoose(asking);

/** What all questions look like. */
function prepare(input: QuickInput, { question, canGoBack }: Asking): void {
  input.title = question.title;
  input.step = question.number;
  input.totalSteps = question.of;
  // Somebody may have to look something up in the plan.
  input.ignoreFocusOut = true;
  if (canGoBack && 'buttons' in input) input.buttons = [QuickInputButtons.Back];
}

async function askInWords(asking: Asking): Promise<Answer> {
  const { question, check, earlier } = asking;
  const input = window.createInputBox();
  prepare(input, asking);
  const mayBeEmpty =
    question.leftOut === undefined ? '' : l10n.t(' Empty: {0}.', question.leftOut.toLowerCase());
  input.prompt = question.question + mayBeEmpty;
  input.placeholder = question.example;
  input.value = earlier ?? question.proposal ?? '';
  input.buttons = asking.canGoBack ? [QuickInputButtons.Back] : [];
  try {
    return await new Promise<Answer>((resolve) => {
      input.onDidChangeValue(async (value) => {
        // An empty box that has just been opened is no mistake yet.
        const wrong = value.trim() === '' ? undefined : await check(value);
        if (input.value === value) input.validationMessage = wrong;
      });
      input.onDidAccept(async () => {
        const { value } = input;
        const wrong = await check(value);
        if (wrong === undefined) resolve({ said: value });
        else input.validationMessage = wrong;
      });
      input.onDidTriggerButton(() => resolve('back'));
      input.onDidHide(() => resolve('left'));
      input.show();
    });
  } finally {
    input.dispose();
  }
}

type Item = QuickPickItem & { readonly value: string };

async function askToChoose(asking: Asking): Promise<Answer> {
  const { question, check, earlier } = asking;
  const pick = window.createQuickPick<Item>();
  prepare(pick, asking);
  const known = itemsOf(question);
  pick.placeholder = question.question;
  pick.matchOnDescription = true;
  pick.canSelectMany = question.several;
  pick.buttons = asking.canGoBack ? [QuickInputButtons.Back] : [];
  pick.items = known;
  const chosen = earlier === undefined ? [] : earlier.split(', ');
  if (question.several) pick.selectedItems = known.filter(({ value }) => chosen.includes(value));
  else pick.activeItems = known.filter(({ value }) => value === (earlier ?? known[0]?.value));
  try {
    return await new Promise<Answer>((resolve) => {
      if (question.free && !question.several) {
        pick.onDidChangeValue(async (value) => {
          const typed = await typedItem(value, known, check);
          if (pick.value === value) pick.items = typed === undefined ? known : [typed, ...known];
        });
      }
      pick.onDidAccept(async () => {
        const values = question.several
          ? pick.selectedItems.map(({ value }) => value)
          : pick.activeItems.slice(0, 1).map(({ value }) => value);
        // Where nothing fits what was typed there is nothing to take.
        if (values.length === 0 && !question.several) return;
        const said = values.join(', ');
        const wrong = await check(said);
        if (wrong === undefined) resolve({ said });
        else pick.title = `${question.title}: ${wrong}`;
      });
      pick.onDidTriggerButton(() => resolve('back'));
      pick.onDidHide(() => resolve('left'));
      pick.show();
    });
  } finally {
    pick.dispose();
  }
}

/** What there is to choose; a proposal and leaving it out come first. */
function itemsOf({ choices = [], leftOut, proposal, several }: Question): Item[] {
  const first: Item[] = [];
  if (proposal !== undefined) first.push({ label: asText(proposal), value: proposal });
  if (leftOut !== undefined && !several) first.push({ label: leftOut, value: '' });
  return [
    ...first,
    ...choices.map(({ value, label, description }) => ({
      value,
      label: asText(label),
      ...(description === undefined ? {} : { description: asText(description) }),
    })),
  ];
}

/** What was typed, as something to choose; undefined where it is among the choices already. */
async function typedItem(
  typed: string,
  known: readonly Item[],
  check: Asking['check'],
): Promise<Item | undefined> {
  const value = typed.trim();
  if (value === '' || known.some((item) => item.value === value)) return undefined;
  const wrong = await check(value);
  return {
    label: asText(value),
    value,
    alwaysShow: true,
    description: wrong === undefined ? l10n.t('as you typed it') : '',
    ...(wrong === undefined ? {} : { detail: wrong }),
  };
}

/** Text of a plan, in which `$(name)` is no picture. */
const asText = (text: string): string => text.replaceAll('$(', '\\$(');
