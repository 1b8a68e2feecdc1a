import type { Tone } from '../../../plan/vocabularies.ts';

/** How a status is shaded in a document; its words carry it. */
export interface Shade {
  /** Six hexadecimal digits, as all colours of these formats. */
  readonly back: string;
  /** Stands out from `back` by at least 4.5:1. */
  readonly ink: string;
}

/** The colours of the preview in light, page.css: a reader who has both sees one paper. */
export const shades: Readonly<Record<Tone, Shade>> = {
  good: { back: 'E2F0E5', ink: '1B5430' },
  info: { back: 'E6EDF4', ink: '274863' },
  caution: { back: 'FAEED0', ink: '694500' },
  bad: { back: 'F9E1DE', ink: '861A1A' },
  none: { back: 'ECEDEA', ink: '3F464C' },
};

export const colours = {
  ink: '1C2227',
  muted: '57606A',
  line: 'C9CCC8',
  rule: '1C2227',
  accent: '0F524C',
  band: 'F5F4EF',
} as const;

export const font = 'Arial';
