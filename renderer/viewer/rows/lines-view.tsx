import { useMemo, useRef } from 'react';
import type { DocumentView } from '#main/contract/document.ts';
import { Hidden } from '../../design/hidden.tsx';
import type { Extent } from '../blocks.ts';
import { codeLines } from './code-lines.ts';
import { MarkedText } from './marked-text.tsx';
import styles from './rows.module.css';
import { Spacer } from './spacer.tsx';
import { useWindowed } from './use-windowed.ts';

const { scroller, code, line: lineBox, number: numberBox, cited } = styles;

/** As in rows.module.css. */
const linePx = 20;

interface LinesViewProps {
  readonly document: DocumentView;
  readonly mark: Extent | null;
}

/** A file of code or settings, line by line with their numbers. */
export function LinesView({ document: { text, places }, mark }: LinesViewProps) {
  const box = useRef<HTMLElement>(null);
  const lines = useMemo(() => codeLines(text, places), [text, places]);
  const isCited = ({ start, end }: Extent) => mark !== null && start < mark.end && end > mark.start;
  const first = mark === null ? -1 : lines.findIndex(isCited);
  const { from, to, beforePx, afterPx } = useWindowed(box, lines.length, linePx, first);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and by keyboard too.
    <section ref={box} className={scroller} tabIndex={0} data-own-arrows aria-label="Lines">
      <Spacer heightPx={beforePx} />
      <div className={code}>
        {lines.slice(from, to).map((line) => (
          <div key={line.number} className={isCited(line) ? `${lineBox} ${cited}` : lineBox}>
            <span className={numberBox}>
              <Hidden>line </Hidden>
              {line.number}
            </span>
            <code>
              <MarkedText text={text} extent={line} mark={mark} />
            </code>
          </div>
        ))}
      </div>
      <Spacer heightPx={afterPx} />
    </section>
  );
}
