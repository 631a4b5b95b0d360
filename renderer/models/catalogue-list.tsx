import { useState } from 'react';
import { roleNames } from '#main/contract/model-words.ts';
import type { ModelRole, OfferedModel } from '#main/contract/models.ts';
import { Hidden } from '../design/hidden.tsx';
import { SearchField } from '../design/search-field.tsx';
import { countOf } from '../wording/figures.ts';
import styles from './catalogue-list.module.css';
import { OfferedCard } from './offered-card.tsx';
import type { Downloads } from './use-downloads.ts';

const { filters, fits, group, cards, none } = styles;

const roles = ['chat', 'embedder', 'reranker'] as const;

interface CatalogueListProps {
  readonly models: readonly OfferedModel[];
  readonly downloads: Downloads;
  readonly onUse: (role: ModelRole, modelId: string) => void;
}

/** Everything on offer, by what it is for, narrowed by family, by words and by what runs well. */
export function CatalogueList({ models, downloads, onUse }: CatalogueListProps) {
  const [contains, setContains] = useState('');
  const [family, setFamily] = useState('');
  const [onlyWell, setOnlyWell] = useState(false);
  const families = [...new Set(models.map((model) => model.family))].sort();
  const shown = models.filter(
    (model) =>
      (family === '' || model.family === family) &&
      (!onlyWell || model.fit.verdict === 'well') &&
      textOf(model).includes(contains.toLowerCase()),
  );
  return (
    <>
      <div className={filters}>
        <SearchField
          label="Name, maker or language contains"
          placeholder="Name, language"
          onSearch={setContains}
        />
        <label>
          <Hidden>Family</Hidden>
          <select value={family} onChange={({ target }) => setFamily(target.value)}>
            <option value="">All families</option>
            {families.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </select>
        </label>
        <label className={fits}>
          <input type="checkbox" checked={onlyWell} onChange={({ target }) => setOnlyWell(target.checked)} />
          Only what runs well here
        </label>
        <p role="status">{`${countOf(shown.length)} of ${countOf(models.length)}`}</p>
      </div>
      {shown.length === 0 ? <p className={none}>No model on offer is of that kind.</p> : null}
      {roles.map((role) => {
        const ofRole = shown.filter((model) => model.role === role);
        return ofRole.length === 0 ? null : (
          <section key={role} className={group} aria-label={roleNames[role]}>
            <h3>{roleNames[role]}</h3>
            <ul className={cards}>
              {ofRole.map((model) => (
                <OfferedCard key={model.id} model={model} heading="h4" downloads={downloads} onUse={onUse} />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

function textOf({ name, maker, family, languages, purpose }: OfferedModel): string {
  return [name, maker, family, languages, purpose].join(' ').toLowerCase();
}
