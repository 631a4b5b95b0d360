import type { DocumentView } from '#main/contract/document.ts';

/** How a document can be looked at; `text` is what was read of it, and always there. */
export type ViewName = 'page' | 'formatted' | 'table' | 'lines' | 'card' | 'text';

const formattedEndings = new Set(
  'md markdown html htm xhtml mht mhtml docx doc rtf odt epub pptx ppt odp org enex ipynb'.split(' '),
);

/** The views of a document, the best one first. */
export function viewsOf(document: DocumentView): readonly ViewName[] {
  const ending = endingOf(document);
  if (document.isQuotation) return ['text'];
  if (document.kind === 'mail') return ['formatted', 'text'];
  if (document.kind === 'event' || document.kind === 'contact') return ['card', 'text'];
  if (ending === 'pdf') return ['page', 'text'];
  if (document.places.some(({ place }) => 'cells' in place) || ending === 'csv' || ending === 'tsv')
    return ['table', 'text'];
  if (formattedEndings.has(ending)) return ['formatted', 'text'];
  return isInLines(document, ending) ? ['lines', 'text'] : ['text'];
}

/** Longer ones are no code: they are read better where they may break. */
const longestLine = 300;
const proseEndings = new Set(['txt', 'text', 'rst', 'tex', '']);

/** Code, settings and logs: each passage is a line. */
function isInLines({ text, places }: DocumentView, ending: string): boolean {
  if (proseEndings.has(ending) || places.length === 0) return false;
  return places.every(
    ({ place, start, end }) =>
      'line' in place && end - start <= longestLine && !text.slice(start, end).includes('\n'),
  );
}

/** The ending of its own name: an attachment’s, a file’s of an archive. */
function endingOf({ path, member }: Pick<DocumentView, 'path' | 'member'>): string {
  const name = member?.split(' › ').at(-1) ?? path;
  return /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
}
