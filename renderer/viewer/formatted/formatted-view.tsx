import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Formatted } from '#main/contract/formatted.ts';
import type { Client } from '../../connection/client.ts';
import { useLoaded } from '../../connection/use-loaded.ts';
import { Button } from '../../design/button.tsx';
import { LinkDialog } from '../link-dialog.tsx';
import { Block } from './block.tsx';
import styles from './formatted.module.css';
import { markedRuns } from './marked-runs.ts';
import { RunsContext } from './runs.tsx';

const { page, waiting } = styles;

interface FormattedViewProps {
  readonly documentId: number;
  /** What is quoted, and how often it stands in the text before that; null for nothing. */
  readonly quote: { readonly words: string; readonly nth: number } | null;
  /** It has no more than its text, or its file cannot be read any more. */
  readonly onFailed: () => void;
}

/** A document with its headings, lists, tables and emphasis. */
export function FormattedView({ documentId, quote, onFailed }: FormattedViewProps) {
  const load = useCallback(
    (client: Client, signal: AbortSignal) => client.documents.formatted({ documentId }, { signal }),
    [documentId],
  );
  const [loaded] = useLoaded(load);
  const isEmpty = loaded.phase === 'ready' && loaded.value.blocks.length === 0;
  const hasFailed = loaded.phase === 'failed' || isEmpty;
  useEffect(() => {
    if (hasFailed) onFailed();
  }, [hasFailed, onFailed]);
  if (loaded.phase !== 'ready' || isEmpty) return <p className={waiting}>Reading the file…</p>;
  return <Blocks formatted={loaded.value} quote={quote} />;
}

/** Blocks drawn at once; a book of twenty thousand would stall the page. */
const atOnce = 400;

interface BlocksProps extends Pick<FormattedViewProps, 'quote'> {
  readonly formatted: Formatted;
}

function Blocks({ formatted: { blocks, truncated }, quote }: BlocksProps) {
  const box = useRef<HTMLDivElement>(null);
  const [asked, setAsked] = useState<string | null>(null);
  const { marks, firstBlock } = useMemo(
    () => markedRuns(blocks, quote?.words ?? '', quote?.nth ?? 0),
    [blocks, quote],
  );
  const [from, setFrom] = useState(() => Math.max(0, firstBlock - atOnce / 2));
  const [to, setTo] = useState(() => Math.max(0, firstBlock) + atOnce);
  const about = useMemo(() => ({ marks, onLink: setAsked }), [marks]);
  useEffect(() => {
    box.current?.querySelector('mark')?.scrollIntoView({ block: 'center' });
  }, []);
  return (
    <RunsContext value={about}>
      <div ref={box} className={page}>
        {from > 0 ? (
          <Button look="quiet" onClick={() => setFrom(Math.max(0, from - atOnce))}>
            Show more above
          </Button>
        ) : null}
        {blocks.slice(from, to).map((block, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a document's blocks never change.
          <Block key={from + index} block={block} />
        ))}
        {to < blocks.length ? (
          <Button look="quiet" onClick={() => setTo(to + atOnce)}>
            Show more below
          </Button>
        ) : null}
        {truncated && to >= blocks.length ? <p>The rest stands in the text view.</p> : null}
      </div>
      {asked === null ? null : <LinkDialog href={asked} onClose={() => setAsked(null)} />}
    </RunsContext>
  );
}
