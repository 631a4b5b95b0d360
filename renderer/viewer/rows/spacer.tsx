import { useLayoutEffect, useRef } from 'react';

/** Stands for the rows that are not drawn. */
export function Spacer({
  heightPx,
  as: As = 'div',
}: {
  readonly heightPx: number;
  readonly as?: 'div' | 'tbody';
}) {
  const box = useRef<HTMLDivElement & HTMLTableSectionElement>(null);
  useLayoutEffect(() => {
    if (box.current !== null) box.current.style.height = `${heightPx}px`;
  }, [heightPx]);
  if (heightPx === 0) return null;
  return As === 'div' ? (
    <div ref={box} />
  ) : (
    <tbody aria-hidden="true">
      <tr ref={box as unknown as React.RefObject<HTMLTableRowElement>} />
    </tbody>
  );
}
