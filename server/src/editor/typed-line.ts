import {
  blockOfKeyword,
  isNested,
  type BlockSpec,
  type PropertySpec,
} from '../language/keywords/index.ts';
import { Text, WordToken } from '../language/tokens.ts';
import type { Part } from '../language/tree.ts';
import { headerSpec, type LineSpec } from './line.ts';
import { partsOf, type OpenBlock, type Typing } from './typing.ts';

/** The line that is being typed: a property of a block, or the header of one. */
export interface TypedLine {
  readonly keyword: string;
  readonly spec: LineSpec;
  /** The block it is a line of; of a header, the block that it begins. */
  readonly block: OpenBlock;
  /** The row of the keyword table; undefined for a header. */
  readonly property: PropertySpec | undefined;
  /** What stands after the keyword, or after a header’s id. */
  readonly parts: readonly Part[];
  /** Whether a header has its id still to come. */
  readonly needsId: boolean;
}

/** What a line is, from its keyword; undefined where it cannot be told, or no keyword stands there yet. */
export function typedLine({ line, open }: Typing): TypedLine | undefined {
  const [first] = line;
  const isReadable =
    first?.tokenType === WordToken && !line.some(({ tokenType }) => tokenType === Text);
  if (!isReadable) return undefined;
  const keyword = first.image;
  const block = open.at(-1);
  const parts = partsOf(line.slice(1));
  const property = block?.spec && propertyOf(block.spec, keyword);
  if (block !== undefined && property !== undefined) {
    return { keyword, spec: property, block, property, parts, needsId: false };
  }
  const header = blockOfKeyword.get(keyword);
  const stands = block === undefined ? header && !isNested(header) : isChild(block.spec, header);
  if (header === undefined || stands !== true) return undefined;
  const own = { keyword, id: parts[0]?.text ?? '', spec: header, said: [], rows: 0 };
  const needsId = parts.length === 0;
  return {
    keyword,
    spec: headerSpec,
    block: own,
    property: undefined,
    parts: parts.slice(1),
    needsId,
  };
}

/** Whether a block may stand inside another. */
export const isChild = (spec: BlockSpec | undefined, header: BlockSpec | undefined): boolean =>
  header !== undefined && header.kind === spec?.children;

function propertyOf(spec: BlockSpec, keyword: string): PropertySpec | undefined {
  const rows = Object.entries(spec.properties);
  const own = rows.find(([, property]) => property.keyword === keyword);
  return (own ?? rows.find(([field]) => field === spec.otherwise))?.[1];
}
