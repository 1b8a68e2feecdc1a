import assert from 'node:assert/strict';
import { documentLinks, resolveDocumentLink } from '../../../server/src/editor/document-links.ts';
import { pathNamed } from '../../../server/src/editor/paths.ts';
import { editsForMoves, type Move } from '../../../server/src/editor/rename-files.ts';
import { PlanFile } from '../../../server/src/plan/file.ts';
import { Plan } from '../../../server/src/plan/plan.ts';
import { askOf, changed, textOf } from './cursor.ts';

/** Files that plan text names: where links lead, and what follows when they move. */

const named: readonly (readonly [file: string, written: string, path: string | undefined])[] = [
  ['a.plan', 'evidence/audit.pdf', 'evidence/audit.pdf'],
  ['a.plan', 'Audit of 40 records.docx', 'Audit of 40 records.docx'],
  ['sub/a.plan', 'audit.pdf', 'sub/audit.pdf'],
  ['sub/a.plan', '../audit.pdf', 'audit.pdf'],
  ['sub/a.plan', '/audit.pdf', 'audit.pdf'],
  ['sub/a.plan', '.\\evidence\\audit.pdf', 'sub/evidence/audit.pdf'],
  ['a.plan', '../audit.pdf', undefined],
  ['sub/a.plan', '../../etc/secret.txt', undefined],
  ['a.plan', 'evidence/../../x.pdf', undefined],
  ['a.plan', 'C:\\audit.pdf', undefined],
  ['a.plan', '\\\\server\\audit.pdf', undefined],
  ['a.plan', '//server/audit.pdf', undefined],
  ['a.plan', 'file:///etc/x.pdf', undefined],
  ['a.plan', 'javascript:x.js', undefined],
  ['a.plan', 'https://example.org/x.pdf', undefined],
  ['a.plan', 'Audit library, 2019-07', undefined],
  ['a.plan', '18/04/07', undefined],
  ['a.plan', '', undefined],
];

describe('a text that names a file', () => {
  for (const [file, written, path] of named) {
    it(`${path === undefined ? 'is not' : 'is'} ${JSON.stringify(written)} in ${file}`, () => {
      assert.equal(pathNamed(file, written), path);
    });
  }
});

describe('links', () => {
  const linksIn = (text: string): string[] => {
    const ask = askOf([text]);
    return documentLinks(ask).map((link) => {
      const { range, target = 'nowhere' } = resolveDocumentLink(ask, link);
      return `${textOf(ask.file, range)} -> ${target}`;
    });
  };

  it('lead to evidence and minutes in the project', () => {
    assert.deepEqual(
      linksIn(
        'action A "x" {\n  evidence "Audit" in "evidence/an audit.pdf" on 2018-06\n  closed 2018-06 by CQC minute "minutes/18-04.docx"\n}',
      ),
      [
        'evidence/an audit.pdf -> file:///plan/evidence/an audit.pdf',
        'minutes/18-04.docx -> file:///plan/minutes/18-04.docx',
      ],
    );
  });

  it('lead to pages of the web, as they stand', () => {
    assert.deepEqual(
      linksIn(
        '// see http://example.org/a_(b).\naction A "x" {\n  note """\n    Read [this](https://example.org/x?y=1#z), please.\n  """\n}',
      ),
      [
        'http://example.org/a_(b -> http://example.org/a_(b',
        'https://example.org/x?y=1#z -> https://example.org/x?y=1#z',
      ],
    );
  });

  it('lead nowhere else', () => {
    const texts = [
      '../../x.pdf',
      'javascript:alert(1).js',
      'file:///etc/passwd.txt',
      'command:x.y',
    ];
    for (const text of texts) {
      assert.deepEqual(linksIn(`action A "x" {\n  evidence "y" in "${text}"\n}`), [], text);
    }
    assert.deepEqual(linksIn('action A "x" {\n  description "see audit.pdf"\n}'), []);
  });

  it('are worked out when they are followed, and never out of the project', () => {
    const ask = askOf(['action A "x" {\n  evidence "y" in "a.pdf"\n}']);
    const [link] = documentLinks(ask);
    assert.ok(link !== undefined && link.target === undefined);
    for (const data of [
      null,
      1,
      {},
      { uri: 'x', written: '../../x.pdf' },
      { uri: 'x', written: 1 },
    ]) {
      assert.equal(resolveDocumentLink(ask, { ...link, data }).target, undefined);
    }
  });
});

describe('when files move', () => {
  const texts = {
    'plan.plan':
      'action A "x" {\n  evidence "a" in "evidence/a.pdf"\n  evidence "b" in "evidence\\b.pdf"\n  evidence "c" in "Audit library"\n}',
    'sub/other.plan':
      'action B "y" {\n  evidence "a" in "../evidence/a.pdf"\n  closed 2018-06 by CQC minute "/evidence/a.pdf"\n  evidence "p" in "../plan.plan"\n}',
  };

  /** The lines that change. */
  function after(...moves: readonly Move[]): string[] {
    const files = Object.entries(texts).map(([path, text]) => new PlanFile(path, text));
    const ask = { ...askOf(['']), plan: new Plan(files) };
    const now = changed(ask, editsForMoves(ask, moves));
    return now.flatMap((text, index) => {
      const before = files[index]?.text.split('\n') ?? [];
      return text
        .split('\n')
        .filter((line, at) => line !== before[at])
        .map((line) => line.trim());
    });
  }

  it('the texts that name them follow', () => {
    assert.deepEqual(after({ from: 'evidence/a.pdf', to: 'evidence/2018/a.pdf' }), [
      'evidence "a" in "evidence/2018/a.pdf"',
      'evidence "a" in "../evidence/2018/a.pdf"',
      'closed 2018-06 by CQC minute "/evidence/2018/a.pdf"',
    ]);
  });

  it('so do those that name files of a folder, in their own manner', () => {
    assert.deepEqual(after({ from: 'evidence', to: 'kept/evidence' }), [
      'evidence "a" in "kept/evidence/a.pdf"',
      'evidence "b" in "kept\\evidence\\b.pdf"',
      'evidence "a" in "../kept/evidence/a.pdf"',
      'closed 2018-06 by CQC minute "/kept/evidence/a.pdf"',
    ]);
  });

  it('a plan that moves keeps naming what it named, and is named where it is', () => {
    assert.deepEqual(after({ from: 'plan.plan', to: 'sub/plan.plan' }), [
      'evidence "a" in "../evidence/a.pdf"',
      'evidence "b" in "..\\evidence\\b.pdf"',
      'evidence "p" in "plan.plan"',
    ]);
  });

  it('nothing changes where a file leaves the project, or nobody names it', () => {
    assert.deepEqual(after({ from: 'evidence/a.pdf', to: undefined }), []);
    assert.deepEqual(after({ from: 'evidence/z.pdf', to: 'z.pdf' }), []);
    assert.deepEqual(after({ from: 'evidence/a.pdf', to: 'evidence/no end' }), []);
  });
});
