import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient } from '../../connection/engine.tsx';
import type { PageMark } from './mark-quote.ts';
import { type OpenPdf, openPdf } from './open-pdf.ts';
import styles from './pdf.module.css';
import { PdfPage } from './pdf-page.tsx';
import { PdfTools, zoomBy } from './pdf-tools.tsx';
import { useFit } from './use-fit.ts';
import { usePageInView } from './use-page-in-view.ts';

const { frame, scroller, pages, waiting } = styles;

interface PdfViewProps {
  readonly documentId: number;
  readonly mark: PageMark | null;
  /** It cannot be drawn: it is no PDF, is damaged, locked or gone. */
  readonly onFailed: () => void;
}

/** A PDF as it looks, page under page, with the quote marked on its page. */
export function PdfView({ documentId, mark, onFailed }: PdfViewProps) {
  const opened = useOpenPdf(documentId, onFailed);
  if (opened === null) return <p className={waiting}>Opening the pages…</p>;
  return <PdfPages opened={opened} mark={mark} />;
}

interface PdfPagesProps {
  readonly opened: OpenedPdf;
  readonly mark: PageMark | null;
}

function PdfPages({ opened: { pdf, ratio }, mark }: PdfPagesProps) {
  const box = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [zoom, setZoom] = useState(1);
  const widthPx = useFit(box, list, zoom);
  const [pageInView, goToPage] = usePageInView(box, pdf.numPages);
  const hasShownMark = useRef(false);
  const target = Math.min(mark?.firstPage ?? 1, pdf.numPages);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once the pages have their width.
  useEffect(() => {
    if (widthPx > 0 && !hasShownMark.current) goToPage(target);
  }, [widthPx > 0, target]);
  const showMark = useCallback((marked: Element) => {
    if (hasShownMark.current) return;
    hasShownMark.current = true;
    marked.scrollIntoView({ block: 'center', inline: 'nearest' });
  }, []);
  const zoomByKey = ({ key }: React.KeyboardEvent) => {
    if (key === '+' || key === '=') setZoom(zoomBy(zoom, 1));
    if (key === '-') setZoom(zoomBy(zoom, -1));
    if (key === '0') setZoom(1);
  };
  return (
    <div className={frame}>
      <PdfTools page={pageInView} pages={pdf.numPages} zoom={zoom} onPage={goToPage} onZoom={setZoom} />
      <section
        ref={box}
        className={scroller}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and by keyboard too.
        tabIndex={0}
        data-own-arrows
        aria-label="Pages"
        onKeyDown={zoomByKey}
      >
        <div ref={list} className={pages}>
          {Array.from({ length: pdf.numPages }, (_, index) => (
            <PdfPage
              // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number.
              key={index}
              {...{ pdf, widthPx, ratio, mark }}
              number={index + 1}
              label={`Page ${index + 1}`}
              onMarked={showMark}
            />
          ))}
        </div>
      </section>
    </div>
  );
}

interface OpenedPdf extends Pick<OpenPdf, 'pdf'> {
  readonly ratio: number;
}

function useOpenPdf(documentId: number, onFailed: () => void): OpenedPdf | null {
  const client = useClient();
  const [opened, setOpened] = useState<OpenedPdf | null>(null);
  useEffect(() => {
    if (client === null) return;
    const leaving = new AbortController();
    let close: () => void = () => undefined;
    const open = async () => {
      const { pdf, close: end } = await openPdf(client, documentId, leaving.signal);
      close = end;
      if (leaving.signal.aborted) return end();
      const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 });
      setOpened({ pdf, ratio: width / height });
    };
    open().catch(() => {
      if (!leaving.signal.aborted) onFailed();
    });
    return () => {
      leaving.abort();
      close();
    };
  }, [client, documentId, onFailed]);
  return opened;
}
