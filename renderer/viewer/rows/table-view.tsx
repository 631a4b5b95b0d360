import { useMemo, useRef } from 'react';
import type { DocumentView } from '#main/contract/document.ts';
import type { Extent } from '../blocks.ts';
import { MarkedText } from './marked-text.tsx';
import styles from './rows.module.css';
import { Spacer } from './spacer.tsx';
import { headerOf, type TableRow, tableRows } from './table-rows.ts';
import { useWindowed } from './use-windowed.ts';

const { scroller, table, cited, citedCell } = styles;

/** As in rows.module.css. */
const rowPx = 32;

interface TableViewProps {
  readonly document: DocumentView;
  readonly mark: Extent | null;
}

/** A sheet or a table of values, with the cited row and cell marked; of many rows those are drawn that are seen. */
export function TableView({ document: { text, places, title }, mark }: TableViewProps) {
  const box = useRef<HTMLElement>(null);
  const rows = useMemo(() => tableRows(text, places), [text, places]);
  const header = useMemo(() => headerOf(text, rows), [text, rows]);
  const isIn = ({ start, end }: Extent) => mark !== null && start < mark.end && end > mark.start;
  const isCited = ({ cells }: TableRow) => cells.some((cell) => cell !== null && isIn(cell));
  const first = mark === null ? -1 : rows.findIndex(isCited);
  const { from, to, beforePx, afterPx } = useWindowed(box, rows.length, rowPx, first);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and by keyboard too.
    <section ref={box} className={scroller} tabIndex={0} data-own-arrows aria-label="Rows">
      <table className={table} aria-rowcount={rows.length} aria-label={title}>
        {header === null || header === rows[from] ? null : (
          <thead aria-hidden="true">
            <tr>
              <th>{header.number}</th>
              {header.cells.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column.
                <td key={column}>{cell === null ? null : text.slice(cell.start, cell.end)}</td>
              ))}
            </tr>
          </thead>
        )}
        <Spacer as="tbody" heightPx={beforePx} />
        <tbody>
          {rows.slice(from, to).map((row, index) => (
            <tr
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is its number.
              key={from + index}
              aria-rowindex={from + index + 1}
              className={isCited(row) ? cited : undefined}
              data-sheet={row.sheet !== null}
            >
              <th scope="row">{row.sheet === null ? row.number : `${row.sheet} ${row.number}`}</th>
              {row.cells.map((cell, column) => (
                <td
                  // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column.
                  key={column}
                  dir="auto"
                  className={cell !== null && isIn(cell) ? citedCell : undefined}
                >
                  {cell === null ? null : <MarkedText text={text} extent={cell} mark={mark} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <Spacer as="tbody" heightPx={afterPx} />
      </table>
    </section>
  );
}
