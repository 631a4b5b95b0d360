import { useCallback, useState } from 'react';
import type { DocumentView } from '#main/contract/document.ts';
import { type ViewName, viewsOf } from './views.ts';

/** How the person wants documents to be looked at: as they look, where they can be, or as their text. */
type Wish = 'looks' | 'text';

export type ShowView = (view: ViewName, why?: 'failed') => void;

/** The view of a document, those there are, and the way to another one: it is kept for the next documents too. */
export function useView(document: DocumentView | null): readonly [ViewName, readonly ViewName[], ShowView] {
  const [wish, setWish] = useState<Wish>('looks');
  const [failed, setFailed] = useState<ReadonlySet<number>>(new Set());
  const documentId = document?.documentId ?? 0;
  const offered = document === null ? (['text'] as const) : viewsOf(document);
  const views = failed.has(documentId) && document?.missing !== true ? (['text'] as const) : offered;
  const show = useCallback<ShowView>(
    (view, why) => {
      if (why === 'failed') setFailed((before) => new Set([...before, documentId]));
      else setWish(view === 'text' ? 'text' : 'looks');
    },
    [documentId],
  );
  const [best = 'text'] = views;
  return [wish === 'text' && views.includes('text') ? 'text' : best, views, show];
}
