import { createElement } from 'react';
import type { FormattedBlock, FormattedRow } from '#main/contract/formatted.ts';
import styles from './formatted.module.css';
import { MarkedText, Runs } from './runs.tsx';

const { paragraph, item, marker, codeBlock, table, rule } = styles;

/** One piece of a document. */
export function Block({ block }: { readonly block: FormattedBlock }) {
  switch (block.kind) {
    case 'heading':
      // The viewer's own heading, the document's title, is of the second level.
      return createElement(
        `h${Math.min(6, block.level + 2)}`,
        { dir: 'auto', 'data-level': block.level },
        <Runs runs={block.runs} />,
      );
    case 'paragraph':
      return (
        <p className={paragraph} dir="auto" data-quoted={Math.min(block.quoted, 4)}>
          <Runs runs={block.runs} />
        </p>
      );
    case 'item':
      return (
        <div
          className={item}
          dir="auto"
          data-depth={Math.min(block.depth, 6)}
          data-quoted={Math.min(block.quoted, 4)}
        >
          <span className={marker}>{block.marker}</span>
          <p>
            <Runs runs={block.runs} />
          </p>
        </div>
      );
    case 'code':
      return (
        <pre className={codeBlock}>
          <MarkedText of={block} />
        </pre>
      );
    case 'table':
      return <Table rows={block.rows} />;
    case 'rule':
      return <hr className={rule} />;
  }
}

const mostRows = 300;

function Table({ rows }: { readonly rows: readonly FormattedRow[] }) {
  return (
    <div className={table}>
      <table>
        <tbody>
          {rows.slice(0, mostRows).map(({ isHeader, cells }, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a block never change.
            <tr key={row}>
              {cells.map((runs, column) =>
                createElement(
                  isHeader ? 'th' : 'td',
                  { key: column, dir: 'auto', ...(isHeader && { scope: 'col' }) },
                  <Runs runs={runs} />,
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > mostRows ? (
        <p>{(rows.length - mostRows).toLocaleString()} more rows stand in the text view.</p>
      ) : null}
    </div>
  );
}
