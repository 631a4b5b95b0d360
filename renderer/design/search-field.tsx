import { useEffect, useState } from 'react';
import { Hidden } from './hidden.tsx';
import { Icon } from './icon.tsx';
import styles from './search-field.module.css';

const { field } = styles;

const typingPauseMs = 200;

interface SearchFieldProps {
  readonly label: string;
  readonly placeholder: string;
  readonly onSearch: (text: string) => void;
}

/** Searches when the typing pauses, not with each key. */
export function SearchField({ label, placeholder, onSearch }: SearchFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only typing starts the wait, never a new callback.
  useEffect(() => {
    if (typed === null) return;
    const timer = setTimeout(() => onSearch(typed.trim()), typingPauseMs);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <label className={field}>
      <Hidden>{label}</Hidden>
      <Icon name="search" size={16} />
      <input
        type="search"
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        value={typed ?? ''}
        onChange={({ target }) => setTyped(target.value)}
      />
    </label>
  );
}
