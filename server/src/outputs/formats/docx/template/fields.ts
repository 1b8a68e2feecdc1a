import { everyElement, type XmlElement } from './xml-tree.ts';

/** Fields of Word that fetch a file or start a program when they are brought up to date (ECMA-376, part 1, 17.16.5). */
const fetching = new Set([
  'DATABASE',
  'DDE',
  'DDEAUTO',
  'IMPORT',
  'INCLUDE',
  'INCLUDEPICTURE',
  'INCLUDETEXT',
  'LINK',
  'MACROBUTTON',
  'RD',
]);

/** The names of the fields in a part, in capitals. */
function fieldsIn(tree: XmlElement): Set<string> {
  const written: string[] = [];
  const open: string[] = [];
  for (const one of everyElement(tree)) {
    if (one.name === 'w:fldSimple') written.push(one.attributes.get('w:instr') ?? '');
    if (one.name === 'w:instrText') open.push((open.pop() ?? '') + textOf(one));
    if (one.name !== 'w:fldChar') continue;
    const type = one.attributes.get('w:fldCharType');
    if (type === 'begin') open.push('');
    if (type === 'end') written.push(open.pop() ?? '');
  }
  written.push(...open);
  return new Set(
    written.flatMap((words) => /^[\s"]*([A-Za-z]+)/.exec(words)?.[1]?.toUpperCase() ?? []),
  );
}

export const hasFetchingField = (tree: XmlElement): boolean =>
  [...fieldsIn(tree)].some((name) => fetching.has(name));

/** Whether a part shows the number of the page. */
export const showsPage = (tree: XmlElement): boolean => fieldsIn(tree).has('PAGE');

const textOf = ({ children }: XmlElement): string =>
  children.filter((child) => typeof child === 'string').join('');
