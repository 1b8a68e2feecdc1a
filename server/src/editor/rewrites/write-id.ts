import { CodeActionKind } from 'vscode-languageserver-types';
import { quoted } from '../../checks/shared/phrases.ts';
import { referenceTo } from '../../checks/shared/references.ts';
import type { Edit } from '../../plan/flag.ts';
import type { Entity, Resolution } from '../../plan/plan.ts';
import { inFile } from '../../writing/tidy.ts';
import { nameAt, namedInQuotes, placesNaming, type NamedPlace } from '../names.ts';
import { pointIn, type RewriteRule } from './rewrite.ts';

/** The id of what a name in quotation marks means, in its place. */
export const writeId: RewriteRule = {
  id: 'write-id',
  kind: CodeActionKind.RefactorRewrite,
  *offer(selected) {
    const { entity, ask } = selected;
    const { plan } = ask;
    const named = entity && nameAt(entity, pointIn(selected));
    if (named === undefined) return;
    const resolution = plan.resolve(named.reference);
    if (resolution.state !== 'found') return;
    const meant = resolution.entity;
    const id = referenceTo(plan, meant);
    const title = `Write ${id} in place of “${named.name}”`;
    yield { title, change: () => ({ edits: [inFile(replacing(named, meant, id))] }) };
    if (namedInQuotes(plan, meant.kind, named.name) < 2) return;
    yield {
      title: `${title}, wherever it is written so`,
      change: () => ({
        edits: placesNaming(plan, meant.kind, named.name)
          .filter(({ reference }) => isSame(plan.resolve(reference), meant))
          .map((place) => inFile(replacing(place, meant, id))),
      }),
    };
  },
};

const isSame = (resolution: Resolution, meant: Entity): boolean =>
  resolution.state === 'found' && resolution.entity === meant;

/** Keeps what the paper has beside the id, where that is not the title and nothing stands there yet. */
function replacing(
  { unit, reference, name, value, isAlone }: NamedPlace,
  meant: Entity,
  id: string,
): Edit {
  const keeps = isAlone && value.given === undefined && meant.item.title.value !== name;
  return { unit, span: reference.span, text: keeps ? `${id} given ${quoted(name)}` : id };
}
