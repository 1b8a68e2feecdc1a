import { Parser } from 'saxen';

/**
 * The XML of Office files a tag at a time, by saxen, with which read-excel-file reads them too: in one pass, with nothing
 * fetched and nothing expanded but XML’s own five names and characters by number.
 */

/** The attributes of a tag by their names, as they are written with their prefixes. */
export type Attributes = Readonly<Record<string, string | undefined>>;

/** What is told of a text, in its order. Names of tags are without their prefixes: `c` for `<x:c>`. */
export interface XmlSeen {
  /** A tag begins. @returns false to hear no more */
  readonly open?: (name: string, attributes: () => Attributes) => boolean | undefined;
  /** A tag ends, after {@link open} also where there is nothing in it. */
  readonly close?: (name: string) => void;
  /** Text between tags, or a part of it; comments are none. */
  readonly text?: (text: string) => void;
}

/**
 * Goes through a text.
 * @returns false where it is no XML, breaks off, or declares a document type, which no part of an Office file may
 * (ECMA-376, part 2, 8.2.5)
 */
export function readXml(xml: string, { open, close, text }: XmlSeen): boolean {
  if (xml === '') return true;
  const parser = new Parser();
  let isWrong = false;
  const stop = (): void => {
    isWrong = true;
    parser.stop();
  };
  parser.on('error', stop);
  parser.on('attention', stop);
  if (open !== undefined)
    parser.on('openTag', (name, attributes) => {
      if (open(bare(name), () => read(attributes())) === false) parser.stop();
    });
  if (close !== undefined) parser.on('closeTag', (name) => close(bare(name)));
  if (text !== undefined) {
    parser.on('text', (part) => text(unescaped(part)));
    parser.on('cdata', text);
  }
  parser.parse(xml);
  return !isWrong;
}

/** Attributes with their characters read, which saxen leaves to others; none where they cannot be told apart. */
function read(raw: Attributes | false): Attributes {
  if (raw === false) return {};
  let isPlain = true;
  for (const name in raw) if (raw[name]?.includes('&') === true) isPlain = false;
  if (isPlain) return raw;
  const all = Object.entries(raw).map(([name, value = '']) => [name, unescaped(value)] as const);
  return Object.fromEntries(all);
}

const bare = (name: string): string => {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
};

/** The value of an attribute that has a prefix, whichever it is: `id` for `r:id`. */
export const prefixed = (attributes: Attributes, name: string): string | undefined =>
  Object.entries(attributes).find(([key]) => key.endsWith(`:${name}`))?.[1];

/** Whether an attribute says yes, in either way that there is. */
export const isOn = (value: string | undefined): boolean => value === '1' || value === 'true';

const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** A text with its characters read; saxen’s own way cuts those beyond the first 65,536. */
const unescaped = (text: string): string =>
  text.includes('&')
    ? text.replaceAll(
        /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,4}));/gi,
        (whole, decimal?: string, hex?: string, name?: string) => {
          if (name !== undefined) return named.get(name) ?? whole;
          const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
          return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
        },
      )
    : text;
