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
      const pages = [...scroller.querySelectorAll('[data-page]')];
      const seen = pages.findLastIndex((each) => each.getBoundingClientRect().top < top + height / 2);
      setPage(Math.max(0, seen) + 1);
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
