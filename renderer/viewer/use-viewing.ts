import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Mark } from './find-quote.ts';

/** A document to look at, and the citation to show in it. */
export interface Viewed {
  readonly documentId: number;
  readonly title: string;
  readonly mark: Mark | null;
}

/** What the viewer shows: one of several documents or places, between which the person moves. */
export interface Viewing {
  readonly items: readonly Viewed[];
  readonly at: number;
}

export type OpenViewer = (items: readonly Viewed[], at: number) => void;

export interface Viewer {
  readonly open: OpenViewer;
  readonly move: (to: number) => void;
  /** Looks at a document beside the one that is open; the way back leads to that. */
  readonly visit: (item: Viewed) => void;
  readonly close: () => void;
}

/** The open source, if any. Closing gives the focus back to what opened it; another conversation closes it. */
export function useViewing(conversationId: number | null): readonly [Viewing | null, Viewer] {
  const [viewing, setViewing] = useState<Viewing | null>(null);
  const opener = useRef<Element | null>(null);
  const open = useCallback<OpenViewer>((items, at) => {
    opener.current = document.activeElement;
    setViewing({ items, at });
  }, []);
  const move = useCallback((to: number) => {
    setViewing((now) => (now === null || now.items[to] === undefined ? now : { ...now, at: to }));
  }, []);
  const visit = useCallback((item: Viewed) => {
    setViewing((now) => {
      if (now === null) return now;
      const at = now.at + 1;
      return { items: [...now.items.slice(0, at), item, ...now.items.slice(at)], at };
    });
  }, []);
  const close = useCallback(() => {
    setViewing(null);
    const back = opener.current;
    // After the dialog has left the page, or a modal one would take the focus back.
    requestAnimationFrame(() => back instanceof HTMLElement && back.focus());
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the new conversation is what closes the viewer.
  useEffect(() => setViewing(null), [conversationId]);
  const viewer = useMemo(() => ({ open, move, visit, close }), [open, move, visit, close]);
  return [viewing, viewer];
}
