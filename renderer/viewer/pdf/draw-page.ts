import { type PDFPageProxy, type RenderTask, TextLayer } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { markedPieces, type PageMark } from './mark-quote.ts';

/** Larger canvases are refused by some graphics cards; what is beyond is drawn coarser. */
const mostPixels = 16_000_000;
/** More dots than this nobody sees. */
const densest = 2;

export interface Drawing {
  /** Resolves with the first marked element, null for none, once all is drawn. */
  readonly done: Promise<Element | null>;
  stop(): void;
}

/** Draws a page at a width in CSS pixels, and its text over it, to be selected, read out and marked. */
export function drawPage(
  page: PDFPageProxy,
  widthPx: number,
  { canvas, text }: { readonly canvas: HTMLCanvasElement; readonly text: HTMLElement },
  mark: PageMark | null,
): Drawing {
  const scale = widthPx / page.getViewport({ scale: 1 }).width;
  const viewport = page.getViewport({ scale });
  const area = viewport.width * viewport.height;
  const density = Math.min(window.devicePixelRatio, densest, Math.sqrt(mostPixels / area));
  canvas.width = Math.floor(viewport.width * density);
  canvas.height = Math.floor(viewport.height * density);
  const drawing: RenderTask = page.render({
    canvas,
    viewport,
    ...(density !== 1 && { transform: [density, 0, 0, density, 0, 0] }),
  });
  text.replaceChildren();
  text.style.setProperty('--total-scale-factor', String(scale));
  const layer = new TextLayer({ textContentSource: page.streamTextContent(), container: text, viewport });
  const done = async (): Promise<Element | null> => {
    await Promise.all([drawing.promise, layer.render()]);
    if (mark === null || page.pageNumber < mark.firstPage || page.pageNumber > mark.lastPage) return null;
    for (const [index, { start, end }] of markedPieces(layer.textContentItemsStr, page.pageNumber, mark))
      markIn(layer.textDivs[index], start, end);
    return text.querySelector('mark');
  };
  return {
    done: done(),
    stop: () => {
      drawing.cancel();
      layer.cancel();
    },
  };
}

function markIn(element: HTMLElement | undefined, start: number, end: number): void {
  const words = element?.textContent ?? '';
  if (element === undefined || words === '') return;
  const mark = document.createElement('mark');
  mark.textContent = words.slice(start, end);
  element.replaceChildren(words.slice(0, start), mark, words.slice(end));
}
