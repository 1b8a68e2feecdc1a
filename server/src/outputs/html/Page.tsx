import type { VNode } from 'preact';
import type { Heading } from '../tables/heading.ts';
import type { Paper, Section } from '../tables/index.ts';
import { linksWithin } from './anchors.ts';
import type { HrefOf } from './CellView.tsx';
import { TableView, type RowAttributesOf } from './TableView.tsx';

interface PageProps {
  readonly paper: Paper;
  readonly rowAttributes?: RowAttributesOf | undefined;
}

/** All that the preview shows: the body of the page, and what the editor's preview fills itself with. */
export function Page({ paper, rowAttributes }: PageProps): VNode {
  const { heading, sections } = paper;
  const hrefOf = linksWithin(sections);
  return (
    <>
      <a class="skip" href="#main">
        Skip to the tables
      </a>
      <header>
        <HeadingView heading={heading} />
        <nav id="contents" aria-label="Contents">
          <ul>
            {sections.map(({ id, title }) => (
              <li key={id}>
                <a href={`#${sectionId(id)}`}>{title}</a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main id="main" tabIndex={-1}>
        {sections.map((section) => (
          <SectionView
            key={section.id}
            section={section}
            hrefOf={hrefOf}
            rowAttributes={rowAttributes}
          />
        ))}
      </main>
      <footer>
        <p>Mustdo checks a plan’s form; closing a breach is CQC’s judgement.</p>
      </footer>
    </>
  );
}

function HeadingView({ heading }: { readonly heading: Heading }): VNode {
  const { title, trust, asAt, facts, summary, warning } = heading;
  return (
    <>
      {trust !== undefined && <p class="trust">{trust}</p>}
      <h1>{title}</h1>
      <p class="as-at">{asAt}</p>
      <p class="summary">{summary}</p>
      <dl>
        {facts.map(({ term, words }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      {warning !== undefined && <p class="warning">{warning}</p>}
    </>
  );
}

interface SectionProps {
  readonly section: Section;
  readonly hrefOf: HrefOf;
  readonly rowAttributes: RowAttributesOf | undefined;
}

function SectionView({ section, hrefOf, rowAttributes }: SectionProps): VNode {
  const { id, title, tables } = section;
  const shared = { hrefOf, rowAttributes };
  const [only] = tables;
  return (
    <section id={sectionId(id)} class={id}>
      <h2 id={`${sectionId(id)}-title`}>{title}</h2>
      {only?.title === title ? (
        <TableView table={only} labelledBy={`${sectionId(id)}-title`} {...shared} />
      ) : (
        tables.map((table) => (
          <div key={table.id} class="part">
            <h3 id={`table-${table.id}`}>{table.title}</h3>
            <TableView table={table} labelledBy={`table-${table.id}`} {...shared} />
          </div>
        ))
      )}
      <p class="back">
        <a href="#contents">Back to contents</a>
      </p>
    </section>
  );
}

const sectionId = (id: string): string => `section-${id}`;
