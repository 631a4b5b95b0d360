import { useCallback, useState } from 'react';
import type { DocumentView } from '#main/contract/document.ts';
import { type ViewName, viewsOf } from './views.ts';

/** How the person wants documents to be looked at: as they look, where they can be, or as their text. */
type Wish = 'looks' | 'text';

export type ShowView = (view: ViewName, why?: 'failed') => void;

export interface Views {
  readonly view: ViewName;
  readonly views: readonly ViewName[];
  readonly show: ShowView;
  /** False for a PDF whose pages could not be drawn. */
  readonly isDrawn: boolean;
}

/** The view of a document, those there are, and the way to another one: it is kept for the next documents too. */
export function useView(document: DocumentView | null): Views {
  const [wish, setWish] = useState<Wish>('looks');
  const [failed, setFailed] = useState<ReadonlySet<number>>(new Set());
  const documentId = document?.documentId ?? 0;
  const offered = document === null ? (['text'] as const) : viewsOf(document);
  const views = failed.has(documentId) || document?.missing === true ? offered.filter(needsNoFile) : offered;
  const show = useCallback<ShowView>(
    (view, why) => {
      if (why === 'failed') setFailed((before) => new Set([...before, documentId]));
      else setWish(view === 'text' ? 'text' : 'looks');
    },
    [documentId],
  );
  const [best = 'text'] = views;
  const view = wish === 'text' && views.includes('text') ? 'text' : best;
  return { view, views, show, isDrawn: offered[0] !== 'page' || !failed.has(documentId) };
}

/** What is drawn of what was read of the document. */
function needsNoFile(view: ViewName): boolean {
  return view !== 'page' && view !== 'formatted';
}
