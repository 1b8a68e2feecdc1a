import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { grammarPath, grammarText } from '../../scripts/grammar.mjs';
import { readDate } from '../../server/src/language/dates.ts';
import type { Item } from '../../server/src/language/items.ts';
import {
  blockOfKeyword,
  blocks,
  isNested,
  topLevelKeywords,
  type BlockSpec,
} from '../../server/src/language/keywords/index.ts';
import { readUnit, unitsOf } from '../../server/src/language/read.ts';
import { missingWords } from '../../server/src/language/shapes.ts';
import type { Span } from '../../server/src/language/tree.ts';
import { linesOf } from '../../server/src/language/walk.ts';
import { samples, scopedTokens, type ScopedToken } from './scopes.ts';

const specs: readonly BlockSpec[] = Object.values(blocks);

const isProperty = (word: string): boolean =>
  specs.some(({ properties }) => Object.values(properties).some((row) => row.keyword === word));

const blockScope = 'keyword.control.block.mustdo';
const idScope = 'entity.name.type.mustdo';
const propertyScope = 'keyword.other.property.mustdo';
const qualifierScope = 'keyword.operator.wordlike.mustdo';
const levelScope = 'variable.other.enummember.mustdo';
const dateScope = 'constant.numeric.date.mustdo';

/** The token that a word of a text is, and its innermost scope. */
function scopeOf(text: string, word: string): string | undefined {
  const found = scopedTokens(text).find((token) => token.text === word);
  return found?.scopes.at(-1);
}

describe('the grammar and the keyword table', () => {
  it('are in step', async () => {
    const fresh = readFileSync(grammarPath, 'utf8') === (await grammarText());
    assert.ok(fresh, 'the grammar is stale: run node scripts/grammar.mjs');
  });

  for (const [keyword, spec] of blockOfKeyword) {
    it(`knows the block ${keyword}`, () => {
      assert.equal(scopeOf(`${keyword} X1 "x" {`, keyword), blockScope);
      assert.equal(scopeOf(`${keyword} X1 "x" {`, 'X1'), idScope);
      assert.equal(scopeOf(`${keyword} ${keyword}s "x" {`, `${keyword}s`), idScope);
      if (isNested(spec)) assert.equal(scopeOf(`  ${keyword} X1 "x"`, keyword), blockScope);
      if (isProperty(keyword)) assert.equal(scopeOf(`  ${keyword} X1`, keyword), propertyScope);
    });
  }

  for (const { name, properties } of specs) {
    it(`knows what stands in ${name}`, () => {
      for (const { keyword, qualifiers } of Object.values(properties)) {
        assert.equal(scopeOf(`  ${keyword} "x"`, keyword), propertyScope, keyword);
        assert.equal(scopeOf(`action A "a" { ${keyword} "x" }`, keyword), propertyScope, keyword);
        for (const qualifier of Object.keys(qualifiers)) {
          const line = `  ${keyword} "x"  ${qualifier} tbc`;
          assert.equal(scopeOf(line, qualifier), qualifierScope, line);
        }
      }
    });
  }

  it('has no keyword that only begins a word', () => {
    for (const keyword of topLevelKeywords) {
      assert.notEqual(scopeOf(`${keyword}-x X1 "x" {`, `${keyword}-x`), undefined);
    }
  });

  it('knows the words for missing, in values, titles and in place of ids', () => {
    for (const word of missingWords) {
      for (const line of [
        `  due ${word}`,
        `action A ${word}`,
        `action ${word} "x"`,
        `  x ${word}`,
      ]) {
        assert.equal(scopeOf(line, word), 'constant.language.missing.mustdo', line);
      }
    }
    assert.equal(
      scopeOf('  actual 2019-06 suspended', 'suspended'),
      'constant.language.missing.mustdo',
    );
  });

  it('knows a date as the parser does', () => {
    const dates = [
      '2018-10-31',
      '31 Oct 2018',
      '1st September 2018',
      '2018-10',
      'Oct 2018',
      'sept 2018',
      'Q4 2019/20',
      'q1 2019/2020',
      '2017/18',
      'monthly',
      'two-monthly from 2019-06',
      'rolling 2017/18',
      'immediate',
      'ongoing',
      'on-request',
      'to-be-agreed',
    ];
    for (const date of dates) {
      const parts = date.split(' ');
      const reading = readDate(parts);
      assert.ok(reading !== undefined && 'date' in reading && reading.used === parts.length, date);
      assert.equal(scopeOf(`  due ${date}  given "x"`, date), dateScope, date);
    }
    for (const other of ['2018-10x', 'Octo 2018', 'ongoing-work', '18.5', 'monthlyish']) {
      assert.ok(
        scopedTokens(`  due ${other}`).every(({ scopes }) => !scopes.includes(dateScope)),
        other,
      );
    }
  });
});

describe('the grammar in the samples', () => {
  for (const { name, text } of samples()) {
    it(`finds every keyword and id of ${name}`, () => {
      const tokens = new Map(scopedTokens(text).map((token) => [token.start, token]));
      let start = 0;
      for (const unit of unitsOf(text)) {
        for (const item of readUnit(unit).items) hold(item, unit, start, tokens);
        start += unit.length;
      }
    });
  }
});

function hold(
  item: Item,
  unit: string,
  start: number,
  tokens: ReadonlyMap<number, ScopedToken>,
): void {
  const holdSpan = (span: Span, scope: string) => {
    const token = tokens.get(start + span.start);
    const word = unit.slice(span.start, span.end);
    assert.deepEqual([token?.text, token?.scopes.at(-1)], [word, scope]);
  };
  holdSpan(item.keywordSpan, blockScope);
  holdSpan(item.idSpan, idScope);
  for (const { property, said } of linesOf(item)) {
    const { start: from, end } = said.keywordSpan;
    holdSpan(
      said.keywordSpan,
      unit.slice(from, end) === property.keyword ? propertyScope : levelScope,
    );
  }
  for (const child of item.children) hold(child, unit, start, tokens);
}
