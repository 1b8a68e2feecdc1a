import { CodeActionKind } from 'vscode-languageserver-types';
import { declare, freeId, initials } from '../../checks/shared/declare.ts';
import { quoted } from '../../checks/shared/phrases.ts';
import { blocks, type Kind } from '../../language/keywords/index.ts';
import type { Edit } from '../../plan/flag.ts';
import type { Entity, Plan } from '../../plan/plan.ts';
import { inFile } from '../../writing/tidy.ts';
import { namedInQuotes, nameAt, placesNaming, type NamedPlace } from '../names.ts';
import { pointIn, type Rewrite, type RewriteRule } from './rewrite.ts';

/** Kinds of which a block with a title says all there is to say. */
const declarable: readonly Kind[] = ['sro', 'committee', 'directorate', 'service'];

/** A name in quotation marks becomes a block of its own, and its id stands where the name stood. */
export const declareName: RewriteRule = {
  id: 'declare-name',
  kind: CodeActionKind.RefactorExtract,
  *offer(selected) {
    const { ask, entity } = selected;
    const { plan } = ask;
    const named = entity && nameAt(entity, pointIn(selected));
    if (entity === undefined || named === undefined) return;
    if (plan.resolve(named.reference).state !== 'undeclared') return;
    for (const kind of declarable) {
      if (!named.reference.kinds.includes(kind)) continue;
      const what = `Declare ${named.name} as ${blocks[kind].name}`;
      yield declaring(plan, kind, entity, named.name, what, () => [named]);
      const elsewhere = namedInQuotes(plan, kind, named.name);
      if (elsewhere < 2) continue;
      const all = () => placesNaming(plan, kind, named.name);
      yield declaring(plan, kind, entity, named.name, `${what}, wherever it is written so`, all);
    }
  },
};

function declaring(
  plan: Plan,
  kind: Kind,
  entity: Entity,
  name: string,
  title: string,
  places: () => readonly NamedPlace[],
): Rewrite {
  const change = () => {
    const id = freeId(initials(name), (taken) => plan.withId(kind, taken).length > 0);
    const edits: Edit[] = places().map(({ unit, reference }) => ({
      unit,
      span: reference.span,
      text: id,
    }));
    const block = declare(plan, kind, `${kind} ${id} ${quoted(name)}`, entity);
    return { edits: [...edits, block].map(inFile) };
  };
  return { title, change };
}
