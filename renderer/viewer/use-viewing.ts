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

interface Viewer {
  readonly open: OpenViewer;
  readonly move: (to: number) => void;
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
  const close = useCallback(() => {
    setViewing(null);
    const back = opener.current;
    // After the dialog has left the page, or a modal one would take the focus back.
    requestAnimationFrame(() => back instanceof HTMLElement && back.focus());
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the new conversation is what closes the viewer.
  useEffect(() => setViewing(null), [conversationId]);
  const viewer = useMemo(() => ({ open, move, close }), [open, move, close]);
  return [viewing, viewer];
}
