import { lazy, type ReactNode, Suspense, useMemo } from 'react';
import type { DocumentView } from '#main/contract/document.ts';
import type { Extent } from './blocks.ts';
import { CardView } from './card-view.tsx';
import { DocumentText } from './document-text.tsx';
import { FormattedView } from './formatted/formatted-view.tsx';
import { timesBefore } from './letters.ts';
import { LinesView } from './rows/lines-view.tsx';
import { TableView } from './rows/table-view.tsx';
import styles from './source-viewer.module.css';
import type { ViewName } from './views.ts';

const { body, waiting } = styles;

/** The drawing of PDF is large and wanted by few documents: it comes when the first one is opened. */
const PdfView = lazy(async () => ({ default: (await import('./pdf/pdf-view.tsx')).PdfView }));

interface DocumentBodyProps {
  readonly document: DocumentView;
  readonly view: ViewName;
  /** Where the quoted words stand in its text. */
  readonly mark: Extent | null;
  /** This view of it cannot be shown. */
  readonly onFailed: () => void;
}

export function DocumentBody({ document, view, mark, onFailed }: DocumentBodyProps) {
  const { documentId, text, places } = document;
  const quote = useMemo(() => {
    if (mark === null) return null;
    const words = text.slice(mark.start, mark.end);
    return { words, nth: timesBefore(text, mark.start, words) };
  }, [text, mark]);
  const pageMark = useMemo(() => {
    if (mark === null) return null;
    const [firstPage, lastPage] = [pageAt(places, mark.start), pageAt(places, mark.end - 1)];
    return { quote: text.slice(mark.start, mark.end), firstPage, lastPage };
  }, [text, places, mark]);
  switch (view) {
    case 'page':
      return (
        <Suspense fallback={<p className={waiting}>Opening the pages…</p>}>
          <PdfView {...{ documentId, onFailed }} mark={pageMark} />
        </Suspense>
      );
    case 'formatted':
      return (
        <Scroller label="As it looks">
          <FormattedView {...{ documentId, quote, onFailed }} />
        </Scroller>
      );
    case 'table':
      return <TableView {...{ document, mark }} />;
    case 'lines':
      return <LinesView {...{ document, mark }} />;
    case 'card':
      return (
        <Scroller label="Card">
          <CardView {...{ document, mark }} />
        </Scroller>
      );
    case 'text':
      return (
        <Scroller label="Text">
          <DocumentText {...{ document, mark }} />
        </Scroller>
      );
  }
}

function Scroller({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and by keyboard too.
    <section className={body} tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}

function pageAt(places: DocumentView['places'], offset: number): number {
  const range = places.findLast(({ start }) => start <= offset) ?? places[0];
  return range !== undefined && 'page' in range.place ? range.place.page : 1;
}
