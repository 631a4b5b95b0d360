import { useEffect, useState } from 'react';
import type { FileState } from '#main/contract/ledger.ts';
import type { Source } from '#main/contract/sources.ts';
import { Hidden } from '../design/hidden.tsx';
import { Icon } from '../design/icon.tsx';
import { countOf } from '../wording/figures.ts';
import { splitPath } from '../wording/paths.ts';
import { fileStateOrder, fileStates } from '../wording/states.ts';
import styles from './ledger-filters.module.css';

const { filters, states, contains: containsBox } = styles;

/** Which rows of the ledger are shown. */
export interface LedgerView {
  readonly state: FileState | null;
  readonly contains: string;
  readonly sourceId: number | null;
}

export const everything: LedgerView = { state: null, contains: '', sourceId: null };

const typingPauseMs = 200;

interface LedgerFiltersProps {
  readonly view: LedgerView;
  readonly counts: Readonly<Record<FileState, number>>;
  readonly sources: readonly Source[];
  readonly onChange: (view: LedgerView) => void;
}

export function LedgerFilters({ view, counts, sources, onChange }: LedgerFiltersProps) {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const choices = [null, ...fileStateOrder.filter((state) => counts[state] > 0 || view.state === state)];
  return (
    <div className={filters}>
      <fieldset className={states}>
        <legend>
          <Hidden>State</Hidden>
        </legend>
        {choices.map((state) => (
          <label key={state ?? 'all'}>
            <input
              type="radio"
              name="ledger-state"
              checked={view.state === state}
              onChange={() => onChange({ ...view, state })}
            />
            {state === null ? 'All' : fileStates[state].words}
            <small>{countOf(state === null ? all : counts[state])}</small>
          </label>
        ))}
      </fieldset>
      <ContainsField onContains={(contains) => onChange({ ...view, contains })} />
      {sources.length < 2 ? null : (
        <label>
          <Hidden>Source</Hidden>
          <select
            value={view.sourceId ?? ''}
            onChange={({ target }) =>
              onChange({ ...view, sourceId: target.value === '' ? null : Number(target.value) })
            }
          >
            <option value="">All sources</option>
            {sources.map(({ sourceId, path }) => (
              <option key={sourceId} value={sourceId}>
                {splitPath(path).name}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}

/** Searches when the typing pauses, not with each key. */
function ContainsField({ onContains }: { readonly onContains: (contains: string) => void }) {
  const [typed, setTyped] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only typing starts the wait, never a new callback.
  useEffect(() => {
    if (typed === null) return;
    const timer = setTimeout(() => onContains(typed.trim()), typingPauseMs);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <label className={containsBox}>
      <Hidden>Path contains</Hidden>
      <Icon name="search" size={16} />
      <input
        type="search"
        placeholder="Name or folder"
        autoComplete="off"
        spellCheck={false}
        value={typed ?? ''}
        onChange={({ target }) => setTyped(target.value)}
      />
    </label>
  );
}
