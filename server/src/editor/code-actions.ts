import {
  CodeActionKind,
  CodeActionTriggerKind,
  type CodeAction,
  type CodeActionContext,
  type Diagnostic,
  type Position,
  type Range,
} from 'vscode-languageserver-types';
import { checks } from '../checks/index.ts';
import type { Fix, Flag } from '../plan/flag.ts';
import type { Ask } from './ask.ts';
import { inFile } from '../writing/tidy.ts';
import { workspaceEditOf, type Change, type EditAbilities } from './changes.ts';
import { diagnosticOf, flagsOfFile, type DocsUrl } from './diagnostics.ts';
import { offsetAt } from './places.ts';
import { explaining } from './rewrites/explain.ts';
import { rewriteRules } from './rewrites/index.ts';
import { selectedIn, type Rewrite } from './rewrites/rewrite.ts';

/** What an editor can do with code actions. */
export interface ActionAbilities extends EditAbilities {
  /** Whether it asks for the edit of an action when it is chosen. */
  readonly resolvesEdits: boolean;
  /** Whether it shows actions that cannot be done, with why. */
  readonly disabled: boolean;
}

/** What an action that has no edit yet is found again by. */
interface ActionData {
  readonly uri: string;
  readonly range: Range;
  readonly rule: string;
  readonly title: string;
}

const plainEditor: ActionAbilities = {
  documentChanges: false,
  createFiles: false,
  versionOf: () => undefined,
  resolvesEdits: false,
  disabled: false,
};

type Context = Pick<CodeActionContext, 'diagnostics' | 'only' | 'triggerKind'>;

/** All safe fixes of a file at once: what an editor may do whenever a file is saved. */
const fixAllKind = `${CodeActionKind.SourceFixAll}.mustdo`;

/** Every kind of action that there is. */
export const actionKinds: readonly string[] = [
  CodeActionKind.QuickFix,
  ...new Set(rewriteRules.map(({ kind }) => kind)),
  fixAllKind,
];

/**
 * What can be done in a range: the fixes of its flags, then what can be made of the text. Where the
 * editor names diagnostics of ours, only their fixes; the first safe fix of a flag is the one an editor
 * may make unasked. What is done to a whole file is left out where somebody only moves about.
 */
export function codeActions(
  ask: Ask,
  range: Range,
  context: Context,
  docsUrl?: DocsUrl,
  can: ActionAbilities = plainEditor,
): CodeAction[] {
  const wants = (kind: string): boolean => isWanted(kind, context, can);
  const fixes = wants(CodeActionKind.QuickFix) ? quickFixes(ask, range, context, docsUrl, can) : [];
  // Whether there is anything to mend is only found out for those who ask for just that.
  const all: Offered[] =
    context.only !== undefined && wants(fixAllKind)
      ? [{ rule: fixAllRule, kind: fixAllKind, rewrite: fixAll(ask) }]
      : [];
  const rewrites = [...rewritesIn(ask, range, wants, can), ...all].flatMap(
    ({ rule, kind, rewrite }) => {
      const { disabled, title } = rewrite;
      if (disabled !== undefined) {
        const isAskedFor = can.disabled && context.only !== undefined;
        return isAskedFor ? [{ title, kind, disabled: { reason: disabled } }] : [];
      }
      return [actionOf(ask, range, rule, kind, rewrite, can)];
    },
  );
  return [...fixes, ...rewrites];
}

/** Works out the edit of an action that was chosen; as it is, where it can no longer be done. */
export function resolveCodeAction(ask: Ask, action: CodeAction, can: ActionAbilities): CodeAction {
  const data = dataOf(action.data);
  if (data === undefined) return action;
  const { rule, range, title } = data;
  const rewrite = found(ask, data, can);
  if (rewrite === undefined) return action;
  const { isPreferred, diagnostics, kind } = action;
  return {
    title: action.title,
    ...(kind === undefined ? {} : { kind }),
    ...(diagnostics === undefined ? {} : { diagnostics }),
    ...(isPreferred === undefined ? {} : { isPreferred }),
    data: { uri: data.uri, rule, range, title },
    edit: workspaceEditOf(ask, rewrite.change(), can),
  };
}

/** The document that an unresolved action is about; undefined for what is none of ours. */
export const uriOfAction = ({ data }: CodeAction): string | undefined => dataOf(data)?.uri;

function dataOf(data: unknown): ActionData | undefined {
  const isOurs = typeof data === 'object' && data !== null && 'rule' in data && 'uri' in data;
  return isOurs ? (data as ActionData) : undefined;
}

function found(ask: Ask, { rule, range, title }: ActionData, can: ActionAbilities) {
  const [name, check] = rule.split(' ');
  if (name === fixAllRule) {
    return check === undefined ? fixAll(ask) : fixAllOf(ask, check);
  }
  if (name === explainRule) {
    const flag = flagsOfFile(ask).find(
      (one) => one.check === check && isSameRange(diagnosticOf(ask, one).range, range),
    );
    return flag && explaining(ask, flag);
  }
  const all = rewritesIn(ask, range, () => true, can);
  return [...all].find((one) => one.rule === rule && one.rewrite.title === title)?.rewrite;
}

interface Offered {
  readonly rule: string;
  readonly kind: CodeActionKind;
  readonly rewrite: Rewrite;
}

const fixAllRule = 'fix-all';
const explainRule = 'explain';

function* rewritesIn(
  ask: Ask,
  range: Range,
  wants: (kind: string) => boolean,
  { documentChanges, createFiles }: ActionAbilities,
): Generator<Offered> {
  const wanted = rewriteRules.filter(({ kind }) => wants(kind));
  const selected =
    wanted.length === 0 ? undefined : selectedIn(ask, range, documentChanges && createFiles);
  if (selected !== undefined) {
    for (const rule of wanted) {
      for (const rewrite of rule.offer(selected)) yield { rule: rule.id, kind: rule.kind, rewrite };
    }
  }
}

function actionOf(
  ask: Ask,
  range: Range,
  rule: string,
  kind: CodeActionKind,
  { title, change }: Rewrite,
  can: ActionAbilities,
): CodeAction {
  const data: ActionData = { uri: ask.uriOf(ask.file.path), range, rule, title };
  const edit = can.resolvesEdits ? { data } : { edit: workspaceEditOf(ask, change(), can) };
  return { title, kind, ...edit };
}

/** Flags in the range with their fixes; then, for each, what can be done to all its like, or said of it. */
function quickFixes(
  ask: Ask,
  range: Range,
  { diagnostics }: Context,
  docsUrl: DocsUrl | undefined,
  can: ActionAbilities,
): CodeAction[] {
  const near = flagsIn(ask, range).map((flag) => ({
    flag,
    diagnostic: diagnosticOf(ask, flag, docsUrl),
  }));
  const named = near.filter(({ diagnostic }) =>
    diagnostics.some((other) => isSame(diagnostic, other)),
  );
  const wanted = named.length > 0 ? named : near;
  const own = wanted.flatMap(({ flag, diagnostic }) => fixesOf(ask, flag, diagnostic, can));
  const more = wanted.flatMap(({ flag, diagnostic }) => {
    const said = explaining(ask, flag);
    const all = hasLike(ask, flag) ? fixAllOf(ask, flag.check) : undefined;
    const offered = [
      { rule: fixAllRule, place: range, rewrite: all },
      { rule: explainRule, place: diagnostic.range, rewrite: said },
    ];
    return offered.flatMap(({ rule, place, rewrite }) => {
      if (rewrite === undefined) return [];
      const name = `${rule} ${flag.check}`;
      const action = actionOf(ask, place, name, CodeActionKind.QuickFix, rewrite, can);
      return [{ ...action, diagnostics: [diagnostic] }];
    });
  });
  return withoutTwins([...own, ...more]);
}

function flagsIn(ask: Ask, range: Range): Flag[] {
  const start = offsetAt(ask.file, range.start);
  const end = offsetAt(ask.file, range.end);
  return flagsOfFile(ask).filter(({ place: { unit, span } }) => {
    return unit.start + span.start <= end && start <= unit.start + span.end;
  });
}

/** The fixes of a flag; the only place that asks for them. */
const fixesIn = ({ fixes }: Flag): readonly Fix[] => fixes;

function fixesOf(ask: Ask, flag: Flag, diagnostic: Diagnostic, can: ActionAbilities): CodeAction[] {
  const fixes = fixesIn(flag);
  const preferred = fixes.find(({ safe }) => safe);
  return fixes.map((fix) => ({
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    ...(fix === preferred ? { isPreferred: true } : {}),
    edit: workspaceEditOf(ask, { edits: fix.edits.map(inFile) }, can),
  }));
}

/** Whether a flag has a safe fix, and its check has another flag in the file. */
const hasLike = (ask: Ask, flag: Flag): boolean =>
  flagsOfFile(ask).some((other) => other !== flag && other.check === flag.check) &&
  fixesIn(flag).some(({ safe }) => safe);

const fixAllOf = (ask: Ask, check: string): Rewrite => ({
  title: `Make all safe fixes of “${checks.find(({ id }) => id === check)?.title ?? check}” in this file`,
  change: () => safeFixes(ask, (flag) => flag.check === check),
});

const fixAll = (ask: Ask): Rewrite => ({
  title: 'Make all safe fixes in this file',
  change: () => safeFixes(ask, () => true),
});

/** The first safe fix of each flag, but for those that would touch what another one changes. */
function safeFixes(ask: Ask, isWantedFlag: (flag: Flag) => boolean): Change {
  const taken: Change['edits'][number][] = [];
  for (const flag of flagsOfFile(ask)) {
    if (flag.explained !== undefined || !isWantedFlag(flag)) continue;
    const edits = fixesIn(flag)
      .find(({ safe }) => safe)
      ?.edits.map(inFile);
    const isFree = edits?.every(
      ({ file, start, end }) =>
        file === ask.file && !taken.some((other) => start <= other.end && other.start <= end),
    );
    if (edits !== undefined && isFree === true) taken.push(...edits);
  }
  return { edits: taken };
}

/** Two flags may have the same fix: it is offered once, for both. */
function withoutTwins(actions: readonly CodeAction[]): CodeAction[] {
  const byWhat = new Map<string, CodeAction>();
  for (const action of actions) {
    const key = JSON.stringify([action.title, action.edit, action.data]);
    const known = byWhat.get(key);
    const all = [...(known?.diagnostics ?? []), ...(action.diagnostics ?? [])];
    byWhat.set(key, { ...action, ...known, diagnostics: all });
  }
  return [...byWhat.values()];
}

/** An editor asks for a kind and all kinds below it; the empty one is above them all. */
function isWanted(
  kind: string,
  { only, triggerKind }: Context,
  { resolvesEdits }: ActionAbilities,
): boolean {
  if (only !== undefined) {
    return only.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`));
  }
  const isForFile = kind.startsWith(`${CodeActionKind.Source}.`);
  // Whole files take their time, and nobody asked for that by moving about.
  return !isForFile || (resolvesEdits && triggerKind !== CodeActionTriggerKind.Automatic);
}

const isSame = (ours: Diagnostic, other: Diagnostic): boolean =>
  ours.code === other.code && other.source === ours.source && isSameRange(ours.range, other.range);

const isSameRange = (one: Range, other: Range): boolean =>
  isSamePosition(one.start, other.start) && isSamePosition(one.end, other.end);

const isSamePosition = (one: Position, other: Position): boolean =>
  one.line === other.line && one.character === other.character;
