import assert from 'node:assert/strict';
import { renderPage } from '../../../server/src/outputs/html/page.ts';
import { planOf } from '../../support/plans.ts';
import { openSample, sampleNames } from '../../support/samples.ts';

/** The preview as text: whole, the same each time, and never a door for what a plan says. */

const matches = (html: string, pattern: RegExp): string[] =>
  [...html.matchAll(pattern)].map((match) => match[1] ?? '');

describe('the page', () => {
  for (const sample of sampleNames) {
    it(`of ${sample} is the same bytes each time, and whole`, async () => {
      const { plan, asAt } = await openSample(sample);
      const html = renderPage(plan, asAt);
      const again = await openSample(sample);
      assert.equal(renderPage(again.plan, asAt), html);
      assert.ok(html.startsWith('<!doctype html>\n<html lang="en-GB">'));
      assert.doesNotMatch(html, /<script|<link|<img|@import|url\(|\b(src|on\w+)=/i);
      assert.doesNotMatch(html, /https?:/);
    });

    it(`of ${sample} has each id once, and every link leads to one`, async () => {
      const { plan, asAt } = await openSample(sample);
      const html = renderPage(plan, asAt);
      const ids = matches(html, /<\w+ (?:[^<>]* )?id="([^"]*)"/g);
      assert.equal(new Set(ids).size, ids.length);
      const links = matches(html, /href="([^"]*)"/g);
      assert.ok(links.length > 0);
      assert.deepEqual(
        links.filter((link) => !link.startsWith('#') || !ids.includes(link.slice(1))),
        [],
      );
    });
  }

  it('has each id once where a plan gives one twice', () => {
    const twice = 'sro S "Nurse"\naction A "Act" {\n  sro S\n  for M\n}\n';
    const source = 'inspection I "Inspection" {\n  must M "Asked"\n  must M "Asked"\n}\n';
    const html = renderPage(planOf(twice + source, twice + source), '2018-07-01');
    const ids = matches(html, /<\w+ (?:[^<>]* )?id="([^"]*)"/g);
    assert.equal(new Set(ids).size, ids.length);
    // Both stand in the table of all actions, and among those at risk: they have no deadline.
    assert.equal(matches(html, /(>Act<)/g).length, 4);
  });

  it('forbids everything but its own style', () => {
    const html = renderPage(planOf('plan P "Plan"'), '2018-07-01');
    assert.match(
      html,
      /<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline';/,
    );
  });

  it('says whose judgement the closing of a breach is', () => {
    const html = renderPage(planOf('plan P "Plan"'), '2018-07-01');
    assert.match(html, /Mustdo checks a plan’s form; closing a breach is CQC’s judgement\./);
  });

  it('heads the plan with its title, its trust, its date and its status', () => {
    const html = renderPage(
      planOf(`
plan P "CQC action plan" {
  trust  RT5
  status approved on 2018-04-26 by QAC minute "18/04/07"
}
trust RT5 "Northshire NHS Trust"
committee QAC "Quality Assurance Committee"
`),
      '2018-07-01',
    );
    assert.match(html, /<title>CQC action plan\. As at 1 July 2018<\/title>/);
    assert.match(html, /<h1 id="title">CQC action plan<\/h1>/);
    assert.match(html, /Northshire NHS Trust/);
    assert.match(
      html,
      /Approved by Quality Assurance Committee on 26 April 2018, minute 18\/04\/07/,
    );
  });

  it('gives column headings, row headings and captions to each table', async () => {
    const { plan, asAt } = await openSample('lpt-cqc-2018');
    const html = renderPage(plan, asAt);
    const tables = matches(html, /<table>(.*?)<\/table>/gs);
    assert.equal(tables.length, 13);
    for (const table of tables) {
      assert.match(table, /^<caption>/);
      const [head = ''] = matches(table, /<thead>(.*?)<\/thead>/gs);
      assert.doesNotMatch(head, /<th (?!scope="col")/);
      const rows = matches(table, /<tbody>(.*)<\/tbody>/gs).flatMap((body) => body.split('</tr>'));
      assert.ok(rows.slice(0, -1).every((row) => /<tr[^>]*><th scope="row"/.test(row)));
    }
  });

  it('shows whatever a plan says as text', () => {
    const hostile = `</title></style><script>alert(1)</script><a href='javascript:alert(1)'>""onmouseover=alert(1) x=""&amp;`;
    const html = renderPage(
      planOf(`
plan P "${hostile}" {
  next-inspection 2018-12 given "${hostile}"
}
directorate D "${hostile}"
inspection I "${hostile}" {
  must M "${hostile}"
}
action A "${hostile}" {
  ref         "${hostile}"
  for         M, "${hostile}"
  directorate D
  sro         "${hostile}"
  committee   "${hostile}"
  due         2018-05 given "${hostile}"
}
ratings R "${hostile}" {
  |              | safe |
  | "${hostile}" | good |
}
`),
      '2018-07-01',
    );
    assert.equal(matches(html, /(<script)/gi).length, 0);
    assert.equal(matches(html, /(<\/style>)/gi).length, 1);
    assert.equal(matches(html, /(<\/title>)/gi).length, 1);
    const attributes = html.replaceAll(/"[^"]*"/g, '""').match(/<[a-z][^>]*>/g) ?? [];
    assert.ok(attributes.every((tag) => !/ (on\w+|src|style)=/.test(tag)));
    assert.deepEqual(matches(html, /href="([^#][^"]*)"/g), []);
    assert.ok(html.includes('&lt;script>alert(1)'));
  });

  it('keeps a title’s characters out of the style for print', () => {
    const html = renderPage(planOf('plan P "}</style>\\*/;é"'), '2018-07-01');
    assert.ok(
      html.includes(String.raw`content: "\7d \3c \2f style\3e \5c \2a \2f \3b \e9 \2e  As at`),
    );
  });
});
