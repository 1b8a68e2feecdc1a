import { CodeActionKind } from 'vscode-languageserver-types';
import { addQualifier } from '../../checks/shared/fixes.ts';
import { quoted } from '../../checks/shared/phrases.ts';
import { fingerprintOf } from '../../plan/facts/approved-text.ts';
import { inFile } from '../../writing/tidy.ts';
import type { RewriteRule } from './rewrite.ts';

/** An approved plan says by a fingerprint what was approved; a check then says when that is no longer so. */
export const recordFingerprint: RewriteRule = {
  id: 'record-fingerprint',
  kind: CodeActionKind.RefactorRewrite,
  *offer({ ask, entity }) {
    if (entity?.kind !== 'plan' || entity.unit.reading.problems.length > 0) return;
    const { status } = entity.item;
    if (status?.status.value !== 'approved' || status.fingerprint !== undefined) return;
    yield {
      title: 'Record the fingerprint of what was approved',
      change: () => {
        const qualifier = `fingerprint ${quoted(fingerprintOf(ask.plan))}`;
        return { edits: [inFile(addQualifier(entity, status, qualifier))] };
      },
    };
  },
};
