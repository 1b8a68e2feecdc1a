import type { ComponentChildren, VNode } from 'preact';
import {
  repeatsTitle,
  tablesHaveTitles,
  type Fact,
  type Heading,
  type Paper,
  type Section,
} from '../tables/paper.ts';
import type { Table } from '../tables/table.ts';
import { linksWithin } from './anchors.ts';
import { TableView, type TextOfRows } from './TableView.tsx';

interface PageProps {
  readonly paper: Paper;
  readonly textOfRows: TextOfRows;
}

/** All that the preview shows: the body of the page, and what the editor's preview fills itself with. */
export function Page({ paper, textOfRows }: PageProps): VNode {
  const { heading, sections } = paper;
  const hrefOf = linksWithin(sections);
  return (
    <>
      <a class="skip" href="#main">
        Skip to the tables
      </a>
      <header>
        <HeadingView heading={heading} />
        {sections.length > 1 && <Contents sections={sections} />}
      </header>
      <main id="main" tabIndex={-1}>
        {sections.map((section) => (
          <SectionView
            key={section.id}
            section={section}
            isTitled={repeatsTitle(section, paper)}
            viewOf={(table, labelledBy) => (
              <TableView
                table={table}
                labelledBy={labelledBy}
                hrefOf={hrefOf}
                textOfRows={textOfRows}
              />
            )}
          >
            {sections.length > 1 && (
              <p class="back">
                <a href="#contents">Back to contents</a>
              </p>
            )}
          </SectionView>
        ))}
      </main>
      <Footer />
    </>
  );
}

const Contents = ({ sections }: { readonly sections: readonly Section[] }): VNode => (
  <nav id="contents" aria-label="Contents">
    <ul>
      {sections.map(({ id, title }) => (
        <li key={id}>
          <a href={`#${sectionId(id)}`}>{title}</a>
        </li>
      ))}
    </ul>
  </nav>
);

/** What every page ends with. */
export const Footer = (): VNode => (
  <footer>
    <p>Mustdo checks a plan’s form; closing a breach is CQC’s judgement.</p>
  </footer>
);

/** What stands above the tables. */
export function HeadingView({ heading }: { readonly heading: Heading }): VNode {
  const { title, trust, asAt, facts, summary, warning } = heading;
  return (
    <>
      {trust !== undefined && <p class="trust">{trust}</p>}
      <h1 id={titleId}>{title}</h1>
      <p class="as-at">{asAt}</p>
      <p class="summary">{summary}</p>
      <FactsView facts={facts} />
      {warning !== undefined && <p class="warning">{warning}</p>}
    </>
  );
}

const FactsView = ({ facts }: { readonly facts: readonly Fact[] }): VNode => (
  <dl>
    {facts.map(({ term, words }) => (
      <div key={term}>
        <dt>{term}</dt>
        <dd>{words}</dd>
      </div>
    ))}
  </dl>
);

interface SectionProps {
  readonly section: Section;
  /** Whether the page’s own title has said what it is. */
  readonly isTitled?: boolean;
  /** Draws a table; it is named by the element of that id. */
  readonly viewOf: (table: Table, labelledBy: string) => VNode;
  /** What stands at its end. */
  readonly children?: ComponentChildren;
}

/** One part of the paper with its tables. */
export function SectionView({ section, isTitled = false, viewOf, children }: SectionProps): VNode {
  const { id, title, tables, facts, paragraphs, points } = section;
  const hasTitles = tablesHaveTitles(section);
  const ownTitle = `${sectionId(id)}-title`;
  return (
    <section id={sectionId(id)} class={id}>
      {!isTitled && <h2 id={ownTitle}>{title}</h2>}
      {facts !== undefined && <FactsView facts={facts} />}
      {paragraphs?.map((words) => (
        <p>{words}</p>
      ))}
      {points !== undefined && (
        <ul class="points">
          {points.map((words) => (
            <li>{words}</li>
          ))}
        </ul>
      )}
      {tables.map((table) =>
        hasTitles ? (
          <div key={table.id} class="part">
            <h3 id={`table-${table.id}`}>{table.title}</h3>
            {viewOf(table, `table-${table.id}`)}
          </div>
        ) : (
          viewOf(table, isTitled ? titleId : ownTitle)
        ),
      )}
      {children}
    </section>
  );
}

const titleId = 'title';

const sectionId = (id: string): string => `section-${id}`;
