import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { Place } from '#main/contract/document.ts';
import { tidyTitle } from '../document-title.ts';

/** Longer ones are no page numbers: against a file that labels each page with a book. */
const longestLabel = 24;

/** Tells the place of a page (from 1): with its label, where another than its number is printed on it (ISO 32000-1, 12.4.2). */
export async function placesOfPages(document: PDFDocumentProxy): Promise<(page: number) => Place> {
  // A broken number tree costs the labels alone.
  const labels = (await document.getPageLabels().catch(() => null)) ?? [];
  return (page) => {
    const label = tidyTitle(labels[page - 1] ?? '');
    return label === '' || label === String(page) || label.length > longestLabel ? { page } : { page, label };
  };
}
