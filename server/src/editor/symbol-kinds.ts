import { SymbolKind } from 'vscode-languageserver-types';
import type { Kind } from '../language/keywords/index.ts';

/** What editors show of each kind of item: those of LSP are made for programs. */
export const symbolKinds: Readonly<Record<Kind, SymbolKind>> = {
  plan: SymbolKind.File,
  trust: SymbolKind.Namespace,
  directorate: SymbolKind.Package,
  service: SymbolKind.Package,
  committee: SymbolKind.Interface,
  sro: SymbolKind.Object,
  risk: SymbolKind.Key,
  scale: SymbolKind.Enum,
  term: SymbolKind.String,
  source: SymbolKind.Module,
  requirement: SymbolKind.Property,
  action: SymbolKind.Function,
  indicator: SymbolKind.Variable,
  ratings: SymbolKind.Array,
  meeting: SymbolKind.Event,
};
