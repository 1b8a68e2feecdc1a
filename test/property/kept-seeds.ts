/**
 * What fast-check printed when a plan that followed its edits was once not what it should have been:
 * tried again with every run.
 */
export const keptSeeds: readonly { readonly seed: number; readonly path: string }[] = [];
