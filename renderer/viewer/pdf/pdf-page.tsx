import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useRef, useState } from 'react';
import { drawPage } from './draw-page.ts';
import type { PageMark } from './mark-quote.ts';
import styles from './pdf.module.css';

const { page: pageBox, canvas: canvasBox, words } = styles;

interface PdfPageProps {
  readonly pdf: PDFDocumentProxy;
  readonly number: number;
  readonly widthPx: number;
  /** Of the first page; the page’s own is taken once it is known. */
  readonly ratio: number;
  readonly mark: PageMark | null;
  readonly label: string;
  readonly onMarked: (mark: Element) => void;
}

/** One page, drawn while it is near to what is seen; before and after that it keeps its place. */
export function PdfPage({ pdf, number, widthPx, ratio, mark, label, onMarked }: PdfPageProps) {
  const box = useRef<HTMLElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const isNear = useIsNear(box);
  useEffect(() => {
    box.current?.style.setProperty('--page-ratio', String(ratio));
  }, [ratio]);
  useEffect(() => {
    const drawn = canvas.current;
    const over = text.current;
    if (!isNear || widthPx === 0 || drawn === null || over === null) return;
    let stop: () => void = () => undefined;
    let isLeft = false;
    const draw = async () => {
      const page = await pdf.getPage(number);
      if (isLeft) return;
      const { width, height } = page.getViewport({ scale: 1 });
      box.current?.style.setProperty('--page-ratio', String(width / height));
      const drawing = drawPage(page, widthPx, { canvas: drawn, text: over }, mark);
      stop = drawing.stop;
      const marked = await drawing.done;
      if (marked !== null && !isLeft) onMarked(marked);
    };
    // A page that cannot be drawn, or was left while it was, stays empty; the others stand.
    draw().catch(() => undefined);
    return () => {
      isLeft = true;
      stop();
      drawn.width = 0;
      over.replaceChildren();
    };
  }, [isNear, pdf, number, widthPx, mark, onMarked]);
  return (
    <section ref={box} className={pageBox} aria-label={label} data-page={number}>
      <canvas ref={canvas} className={canvasBox} />
      <div ref={text} className={words} />
    </section>
  );
}

function useIsNear(box: React.RefObject<HTMLElement | null>): boolean {
  const [isNear, setIsNear] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const watch = new IntersectionObserver(([entry]) => setIsNear(entry?.isIntersecting ?? false), {
      root: element.parentElement?.parentElement ?? null,
      rootMargin: '75% 0px',
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, [box]);
  return isNear;
}
