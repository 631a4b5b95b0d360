import type { FileState } from '#main/contract/ledger.ts';
import type { Source } from '#main/contract/sources.ts';
import { Hidden } from '../design/hidden.tsx';
import { SearchField } from '../design/search-field.tsx';
import { countOf } from '../wording/figures.ts';
import { splitPath } from '../wording/paths.ts';
import { fileStateOrder, fileStates } from '../wording/states.ts';
import styles from './ledger-filters.module.css';

const { filters, states } = styles;

/** Which rows of the ledger are shown. */
export interface LedgerView {
  readonly state: FileState | null;
  readonly contains: string;
  readonly sourceId: number | null;
}

export const everything: LedgerView = { state: null, contains: '', sourceId: null };

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
      <SearchField
        label="Path contains"
        placeholder="Name or folder"
        onSearch={(contains) => onChange({ ...view, contains })}
      />
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
