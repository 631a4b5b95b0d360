import { useCallback, useEffect, useState } from 'react';
import type { Source, Status } from '#main/contract/sources.ts';
import type { Client } from '../connection/client.ts';
import { useLoaded } from '../connection/use-loaded.ts';
import { Button } from '../design/button.tsx';
import { FaultNotice } from '../design/notice.tsx';
import { countOf } from '../wording/figures.ts';
import styles from './ledger.module.css';
import { everything, LedgerFilters, type LedgerView } from './ledger-filters.tsx';
import { LedgerTable } from './ledger-table.tsx';
import { Reasons } from './reasons.tsx';
import { useRetry } from './use-retry.ts';
import { WhyDialog } from './why-dialog.tsx';
import { Withheld } from './withheld.tsx';

const { ledger, title, pager } = styles;

const pageRows = 100;

interface LedgerProps {
  readonly status: Status;
  readonly sources: readonly Source[];
}

/** Every file under a source with its state and, where it is not wholly indexed, why; a page of it at a time. */
export function Ledger({ status, sources }: LedgerProps) {
  const [view, setView] = useState<LedgerView>(everything);
  const [offset, setOffset] = useState(0);
  const [asked, setAsked] = useState<string | null>(null);
  const { state, contains, sourceId } = view;
  const load = useCallback(
    (client: Client, signal: AbortSignal) => {
      const input = {
        offset,
        limit: pageRows,
        ...(state === null ? {} : { states: [state] }),
        ...(contains === '' ? {} : { contains }),
        ...(sourceId === null ? {} : { sourceId }),
      };
      return client.sources.ledger(input, { signal });
    },
    [offset, state, contains, sourceId],
  );
  const [page, reload] = useLoaded(load);
  const { retry, fault } = useRetry(reload);
  // biome-ignore lint/correctness/useExhaustiveDependencies: new totals are the sign that rows have changed.
  useEffect(reload, [reload, status]);
  const retryOne = useCallback((path: string) => retry({ paths: [path] }), [retry]);
  const change = (next: LedgerView) => {
    setView(next);
    setOffset(0);
  };
  return (
    <section className={ledger} aria-labelledby="ledger-title">
      <div className={title}>
        <h2 id="ledger-title">Files</h2>
        <Withheld withheld={status.withheld} withheldFiles={status.withheldFiles} />
        <Reasons reasons={status.reasons} onRetry={(reason) => retry({ reason })} />
      </div>
      <LedgerFilters view={view} counts={status.files} sources={sources} onChange={change} />
      {fault === null ? null : <FaultNotice fault={fault} />}
      {page.phase === 'failed' ? <FaultNotice fault={page.fault} /> : null}
      {page.phase === 'ready' ? (
        <>
          <LedgerTable
            soughtPath={isWholePath(contains) ? contains : null}
            rows={page.value.rows}
            onWhy={setAsked}
            onRetry={retryOne}
          />
          <Pager
            offset={offset}
            shown={page.value.rows.length}
            total={page.value.total}
            onOffset={setOffset}
          />
        </>
      ) : null}
      {asked === null ? null : <WhyDialog path={asked} onRetry={retryOne} onClose={() => setAsked(null)} />}
    </section>
  );
}

/** Typed from its root on: `/home/you/a.md`, `~/a.md`, `C:\\a.md`. */
function isWholePath(text: string): boolean {
  return /^(\/.|~\/|[a-z]:[/\\])/i.test(text);
}

interface PagerProps {
  readonly offset: number;
  readonly shown: number;
  readonly total: number;
  readonly onOffset: (offset: number) => void;
}

function Pager({ offset, shown, total, onOffset }: PagerProps) {
  if (total === 0) return null;
  return (
    <div className={pager}>
      <p role="status">
        {countOf(offset + 1)} to {countOf(offset + shown)} of {countOf(total)}
      </p>
      {total <= pageRows ? null : (
        <span>
          <Button
            icon="previous"
            disabled={offset === 0}
            onClick={() => onOffset(Math.max(0, offset - pageRows))}
          >
            Previous
          </Button>
          <Button icon="next" disabled={offset + shown >= total} onClick={() => onOffset(offset + pageRows)}>
            Next
          </Button>
        </span>
      )}
    </div>
  );
}
