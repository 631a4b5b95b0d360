import { useEffect, useLayoutEffect, useState } from 'react';

/** Rows beyond what is seen, so that a quick scroll shows no gap. */
const spare = 30;

export interface Windowed {
  /** The rows that are drawn; `to` exclusive. */
  readonly from: number;
  readonly to: number;
  /** What the rows before and after them take, in CSS pixels. */
  readonly beforePx: number;
  readonly afterPx: number;
}

/** Which of many rows of one height are drawn: those that are seen. Begins with `first` in the middle. */
export function useWindowed(
  scroller: React.RefObject<HTMLElement | null>,
  count: number,
  rowPx: number,
  first: number,
): Windowed {
  const [seen, setSeen] = useState({ top: Math.max(0, first), rows: 40 });
  useEffect(() => {
    const box = scroller.current;
    if (box === null) return;
    const look = () => {
      const top = Math.floor(box.scrollTop / rowPx);
      const rows = Math.ceil(box.clientHeight / rowPx);
      setSeen((before) => (before.top === top && before.rows === rows ? before : { top, rows }));
    };
    const watch = new ResizeObserver(look);
    watch.observe(box);
    box.addEventListener('scroll', look, { passive: true });
    return () => {
      watch.disconnect();
      box.removeEventListener('scroll', look);
    };
  }, [scroller, rowPx]);
  useLayoutEffect(() => {
    const box = scroller.current;
    if (box !== null && first > 0) box.scrollTop = first * rowPx - box.clientHeight / 2;
  }, [scroller, rowPx, first]);
  const from = Math.max(0, seen.top - spare);
  const to = Math.min(count, seen.top + seen.rows + spare);
  return { from, to, beforePx: from * rowPx, afterPx: Math.max(0, count - to) * rowPx };
}
