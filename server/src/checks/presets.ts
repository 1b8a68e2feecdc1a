/** Where a check belongs: in every preset, or in those for plans that are at work, or in one alone. */
export type Level = 'setting-up' | 'recommended' | 'strict' | 'public';

/** Every preset: what it is for, and the levels of the checks that it turns on. */
export const presets = {
  'setting-up': {
    doc: 'for a plan that was just imported: what cannot be read, is mapped to nothing or has no owner, and whatever must never leave the trust',
    levels: ['setting-up'],
  },
  recommended: {
    doc: 'for a plan at work; it holds unless the settings say otherwise',
    levels: ['setting-up', 'recommended'],
  },
  strict: {
    doc: 'for a plan that is to be inspected: also how it is written, and whether it will last',
    levels: ['setting-up', 'recommended', 'strict'],
  },
  public: {
    doc: 'for papers that leave the trust: as recommended, and nobody is named',
    levels: ['setting-up', 'recommended', 'public'],
  },
} as const satisfies Record<string, { doc: string; levels: readonly Level[] }>;

export type Preset = keyof typeof presets;

export const presetNames = Object.keys(presets) as [Preset, ...Preset[]];

/** Whether a preset turns on the checks of a level. */
export const isIn = (preset: Preset, level: Level): boolean =>
  (presets[preset].levels as readonly Level[]).includes(level);
