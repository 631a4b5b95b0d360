import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { memo, useEffect, useRef, useState } from 'react';
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
export const PdfPage = memo(function PdfPage({
  pdf,
  number,
  widthPx,
  ratio,
  mark,
  label,
  onMarked,
}: PdfPageProps) {
  const box = useRef<HTMLElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const isNear = useIsNear(box, widthPx > 0);
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
    <figure ref={box} className={pageBox} aria-label={label} data-page={number}>
      <canvas ref={canvas} className={canvasBox} />
      <div ref={text} className={words} />
    </figure>
  );
});

/** Pages without a size are all at one place: nothing is near before they have one. */
function useIsNear(box: React.RefObject<HTMLElement | null>, hasSize: boolean): boolean {
  const [isNear, setIsNear] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (element === null || !hasSize) return;
    const watch = new IntersectionObserver((entries) => setIsNear(entries.at(-1)?.isIntersecting ?? false), {
      root: element.parentElement?.parentElement ?? null,
      rootMargin: '75% 0px',
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, [box, hasSize]);
  return isNear;
}
