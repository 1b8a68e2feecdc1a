import type { Refusal } from '../../../../imports/cells.ts';
import { standingAlone } from './sections.ts';
import {
  childOf,
  element,
  everyElement,
  valueOf,
  type XmlElement,
  type XmlNode,
} from './xml-tree.ts';

/** What stands in a template where the paper is to be. */
const placeholder = '{{paper}}';
/** What a content control or a bookmark is called that the paper takes the place of. */
const name = 'paper';

/** Stands in a tree for the paper. No template can hold it: XML forbids the name. */
export const paperMark = element('\0paper');

const twice: Refusal = {
  wrong: `says more than once where the paper is to stand: leave one ${placeholder}, one content control or one bookmark “${name}”`,
};
const elsewhere: Refusal = {
  wrong: `has ${placeholder} where no paper can stand: put it in a paragraph of its own, outside tables, text boxes and page headings`,
};

/**
 * The document of a template with a mark where the paper is to stand: in the place of the paragraph `{{paper}}`, of the
 * content control or of the paragraph with the bookmark “paper”. Where there is none, the paper takes the place of all
 * but the last section’s form.
 */
export function marked(root: XmlElement, body: XmlElement): XmlElement | Refusal {
  let found = 0;
  const withMark = (children: readonly XmlNode[]): XmlNode[] =>
    children.flatMap((child): XmlNode[] => {
      if (typeof child === 'string') return [child];
      if (isPlace(child)) {
        found += 1;
        return [paperMark, ...sectionEnd(child)];
      }
      if (child.name !== 'w:sdt') return [child];
      const inside = (one: XmlNode): XmlNode =>
        typeof one !== 'string' && one.name === 'w:sdtContent'
          ? { ...one, children: withMark(one.children) }
          : one;
      return [{ ...child, children: child.children.map(inside) }];
    });
  const children = withMark(body.children);
  if (found > 1) return twice;
  const isEnded = childOf(body, 'w:sectPr') !== undefined;
  const whole = { ...body, children: isEnded ? children : [...children, element('w:sectPr')] };
  if (hasPlaceholder(whole)) return found === 0 ? elsewhere : twice;
  const only = { ...body, children: [paperMark, standingAlone(sectionsOf(body))] };
  const now = found === 1 ? whole : only;
  return { ...root, children: root.children.map((child) => (child === body ? now : child)) };
}

/** Whether a part of a template has the words for the paper’s place, which only the body may have. */
export const hasPlaceholder = (tree: XmlElement): boolean =>
  [...everyElement(tree)].some(
    (one) => one.name === 'w:p' && /\{\{\s*paper\s*\}\}/.test(textIn(one)),
  );

/** What a part says that has the words where they do nothing. */
export const misplaced = elsewhere;

function isPlace(one: XmlElement): boolean {
  if (one.name === 'w:bookmarkStart') return isNamed(one.attributes.get('w:name'));
  if (one.name === 'w:sdt') {
    const form = childOf(one, 'w:sdtPr');
    return ['w:tag', 'w:alias'].some((each) => isNamed(valueOf(childOf(form, each))));
  }
  if (one.name !== 'w:p') return false;
  return (
    textIn(one).replaceAll(/\s/g, '') === placeholder ||
    [...everyElement(one)].some((each) => each.name !== 'w:p' && isPlace(each))
  );
}

const isNamed = (value: string | undefined): boolean => value?.toLowerCase() === name;

/** A paragraph may end a section; that end stays. */
function sectionEnd(one: XmlElement): XmlElement[] {
  const form = childOf(one, 'w:pPr');
  if (one.name !== 'w:p' || childOf(form, 'w:sectPr') === undefined) return [];
  return [{ ...one, children: form === undefined ? [] : [form] }];
}

/** The text of a paragraph, however many pieces it is kept in. */
const textIn = (paragraph: XmlElement): string =>
  [...everyElement(paragraph)]
    .filter((one) => one.name === 'w:t')
    .flatMap(({ children }) => children.filter((child) => typeof child === 'string'))
    .join('');

/** The sections of a document in their order, each by what says its form. */
export const sectionsOf = (root: XmlElement): XmlElement[] =>
  [...everyElement(root)].filter((one) => one.name === 'w:sectPr');

/** The form of the section that the mark stands in: what says it comes at the section’s end. */
export function sectionOfPaper(root: XmlElement): XmlElement | undefined {
  const all = [...everyElement(root)];
  const mark = all.findIndex(({ name: each }) => each === paperMark.name);
  return all.find((one, index) => index > mark && one.name === 'w:sectPr');
}
