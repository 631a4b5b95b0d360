import { useEffect, useState } from 'react';

const paddingPx = 24;

/** The width of a page in CSS pixels: as wide as there is room, times the zoom; 0 before it is known. */
export function useFit(
  box: React.RefObject<HTMLElement | null>,
  list: React.RefObject<HTMLElement | null>,
  zoom: number,
): number {
  const [roomPx, setRoomPx] = useState(0);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const watch = new ResizeObserver(() => setRoomPx(Math.max(0, element.clientWidth - paddingPx)));
    watch.observe(element);
    return () => watch.disconnect();
  }, [box]);
  const widthPx = Math.round(roomPx * zoom);
  useEffect(() => {
    const scroller = box.current;
    if (scroller === null) return;
    // What was in the middle stays there.
    const middle = (scroller.scrollTop + scroller.clientHeight / 2) / scroller.scrollHeight;
    list.current?.style.setProperty('--page-width', `${widthPx}px`);
    scroller.scrollTop = middle * scroller.scrollHeight - scroller.clientHeight / 2;
  }, [box, list, widthPx]);
  return widthPx;
}
