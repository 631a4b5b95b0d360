import { useEffect, useState } from 'react';
import { hrefOf } from '../app/route.ts';
import { ScreenHead } from '../design/screen-head.tsx';
import { SearchField } from '../design/search-field.tsx';
import { useWords } from '../wording/words.ts';
import { findSettings } from './find-settings.ts';
import { SectionView } from './section-view.tsx';
import styles from './settings-screen.module.css';
import { useSections } from './use-sections.tsx';

const { screen, side, parts, none } = styles;

/** Everything that can be chosen, each with what it means; the address may name one part of it. A search looks through all. */
export function SettingsScreen({ section }: { readonly section: string | null }) {
  const words = useWords('settings');
  const [typed, setTyped] = useState('');
  const sections = useSections();
  const found = findSettings(
    typed === '' && section !== null ? sections.filter(({ id }) => id === section) : sections,
    typed,
  );
  useEffect(() => {
    if (section === null) return;
    const part = document.getElementById(`settings-${section}`);
    part?.focus();
  }, [section]);
  return (
    <div className={screen}>
      <aside className={side}>
        <ScreenHead title={words('title')} sum={null} />
        <SearchField label={words('search')} placeholder={words('searchHint')} onSearch={setTyped} />
        <nav aria-label={words('parts')}>
          <ul>
            <li>
              <a href={hrefOf({ screen: 'settings', section: null })} aria-current={section === null}>
                {words('all')}
              </a>
            </li>
            {sections.map(({ id, title }) => (
              <li key={id}>
                <a href={hrefOf({ screen: 'settings', section: id })} aria-current={id === section}>
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </aside>
      <div className={parts}>
        {found.map((each) => (
          <SectionView key={each.id} section={each} />
        ))}
        <p className={none} role="status">
          {found.length === 0 ? words('noneFound') : ''}
        </p>
      </div>
    </div>
  );
}
