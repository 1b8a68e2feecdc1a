import { readXml, type Attributes } from '../xml.ts';

/** Colours of a workbook as words: as they are written, by their number in a palette, or by their place in its theme. */

/** The colours that a workbook’s other parts name: red, green and blue as six hexadecimal digits. */
export interface Palette {
  readonly indexed: readonly string[];
  /** In the order in which cells count them. */
  readonly theme: readonly string[];
}

/** The palette of a workbook that has none of its own (ECMA-376, part 1, 18.8.27), from its eighth colour on. */
const usual =
  '000000 ffffff ff0000 00ff00 0000ff ffff00 ff00ff 00ffff 800000 008000 000080 808000 800080 008080 c0c0c0 808080 ' +
  '9999ff 993366 ffffcc ccffff 660066 ff8080 0066cc ccccff 000080 ff00ff ffff00 00ffff 800080 800000 008080 0000ff ' +
  '00ccff ccffff ccffcc ffff99 99ccff ff99cc cc99ff ffcc99 3366ff 33cccc 99cc00 ffcc00 ff9900 ff6600 666699 969696 ' +
  '003366 339966 003300 333300 993300 993366 333399 333333';
const usualColours = usual.split(' ');
export const usualIndexed: readonly string[] = [...usualColours.slice(0, 8), ...usualColours];

/** Where a theme’s file has the colours that cells count: light and dark change places. */
const themeOrder = [
  ...['lt1', 'dk1', 'lt2', 'dk2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5'],
  ...['accent6', 'hlink', 'folHlink'],
];

/** The colours of a theme; none where it cannot be read. */
export function themeIn(xml: string): string[] {
  const found = new Map<string, string>();
  let name = '';
  const isRead = readXml(xml, {
    open(tag, attributes) {
      if (themeOrder.includes(tag)) name = tag;
      else if (name !== '' && (tag === 'srgbClr' || tag === 'sysClr')) {
        const { val, lastClr } = attributes();
        found.set(name, hexIn(tag === 'sysClr' ? lastClr : val));
      }
    },
    close(tag) {
      if (tag === name) name = '';
    },
  });
  return isRead ? themeOrder.map((each) => found.get(each) ?? '') : [];
}

/** The colour that a tag’s attributes say, in a word; undefined where it tells nothing. */
export function colourIn(
  { rgb, theme, indexed, tint }: Attributes,
  palette: Palette,
): string | undefined {
  const hex =
    rgb !== undefined
      ? hexIn(rgb)
      : theme !== undefined
        ? (palette.theme[Number(theme)] ?? '')
        : indexed !== undefined
          ? (palette.indexed[Number(indexed)] ?? '')
          : '';
  return hex === '' ? undefined : wordFor(tinted(channelsOf(hex), Number(tint ?? 0) || 0));
}

/** Six digits of a colour, which may have how dense it is before them; empty where it is none. */
export const hexIn = (rgb = ''): string =>
  /^(?:[\da-f]{2})?([\da-f]{6})$/i.exec(rgb)?.[1]?.toLowerCase() ?? '';

type Channels = readonly [red: number, green: number, blue: number];

const channelsOf = (hex: string): Channels =>
  [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255) as [
    number,
    number,
    number,
  ];

/** A colour made lighter or darker, hue and saturation kept (ECMA-376, part 1, 18.8.19). */
function tinted(channels: Channels, tint: number): Channels {
  if (tint === 0) return channels;
  const most = Math.max(...channels);
  const least = Math.min(...channels);
  const light = (most + least) / 2;
  const by = Math.min(Math.max(tint, -1), 1);
  const now = by < 0 ? light * (1 + by) : light * (1 - by) + by;
  const room = (of: number): number => 1 - Math.abs(2 * of - 1);
  const scale = room(light) === 0 ? 0 : room(now) / room(light);
  return channels.map((one) => now + (one - light) * scale) as [number, number, number];
}

/** Less between the strongest and the weakest part of a colour, and it is white, black or a grey. */
const leastSpread = 40 / 255;

/** The colour of a rating; undefined for those that are no rating. */
function wordFor([red, green, blue]: Channels): string | undefined {
  const most = Math.max(red, green, blue);
  const spread = most - Math.min(red, green, blue);
  if (spread < leastSpread) return undefined;
  if (most === red && green >= blue) {
    const share = (green - blue) / spread;
    if (share < 0.3) return 'red';
    return share < 0.92 ? 'amber' : 'yellow';
  }
  if (most === red) return blue - green > spread * 0.5 ? undefined : 'red';
  if (most === green) return red - blue > spread * 0.85 ? 'yellow' : 'green';
  return red - green > spread * 0.4 ? 'purple' : 'blue';
}
