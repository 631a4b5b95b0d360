import { useCallback, useEffect, useState } from 'react';

/** The page that is in the middle of what is seen, and the way to another one. */
export function usePageInView(
  box: React.RefObject<HTMLElement | null>,
  count: number,
): readonly [page: number, goTo: (page: number) => void] {
  const [page, setPage] = useState(1);
  useEffect(() => {
    const scroller = box.current;
    if (scroller === null) return;
    const look = () => {
      const { top, height } = scroller.getBoundingClientRect();
      const pages = scroller.querySelectorAll('[data-page]');
      setPage(Math.max(1, countAbove(pages, top + height / 2)));
    };
    scroller.addEventListener('scroll', look, { passive: true });
    return () => scroller.removeEventListener('scroll', look);
  }, [box]);
  const goTo = useCallback(
    (to: number) => {
      const wanted = Math.min(Math.max(to, 1), count);
      box.current?.querySelector(`[data-page="${wanted}"]`)?.scrollIntoView({ block: 'start' });
      setPage(wanted);
    },
    [box, count],
  );
  return [page, goTo];
}

/** How many of some elements, one below the other, begin above a height; halved on, since each look is a measurement. */
function countAbove(elements: ArrayLike<Element>, height: number): number {
  let [from, to] = [0, elements.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((elements[middle]?.getBoundingClientRect().top ?? Number.POSITIVE_INFINITY) < height)
      from = middle + 1;
    else to = middle;
  }
  return from;
}
