import { useId, useState } from 'react';
import type { Person, PersonPart } from '#main/contract/people.ts';
import { nameOf, tieWords } from '#main/contract/people-words.ts';
import { Button } from '../design/button.tsx';
import { Icon } from '../design/icon.tsx';
import { counted } from '../wording/figures.ts';
import styles from './person-row.module.css';

const { row, line, opener, main, count, parts: partList, part: partBox, why } = styles;

interface PersonRowProps {
  readonly person: Person;
  readonly isChosen: boolean;
  readonly onChoose: (isChosen: boolean) => void;
  readonly onSplit: (part: string) => void;
}

/** A person, and on demand all that was taken for them, with why. */
export function PersonRow({ person, isChosen, onChoose, onSplit }: PersonRowProps) {
  const [isOpen, setOpen] = useState(false);
  const details = useId();
  const { addresses, documents, parts } = person;
  const name = nameOf(person);
  const [first] = addresses;
  const more =
    parts.length > 1 ? `${first === undefined || first === name ? '' : ' '}+${parts.length - 1}` : '';
  return (
    <li className={row} data-chosen={isChosen}>
      <div className={line}>
        <input
          type="checkbox"
          aria-label={`Choose ${name}, to join with another`}
          checked={isChosen}
          onChange={({ target }) => onChoose(target.checked)}
        />
        <button
          type="button"
          className={opener}
          aria-expanded={isOpen}
          aria-controls={details}
          onClick={() => setOpen(!isOpen)}
        >
          <Icon name={isOpen ? 'down' : 'next'} size={14} />
          <span className={main}>
            <strong>{name}</strong>
            <small>
              {first === name ? '' : first}
              {more}
            </small>
          </span>
        </button>
        <span className={count}>{counted(documents, 'document')}</span>
      </div>
      <ul id={details} className={partList} hidden={!isOpen}>
        {parts.map((part) => (
          <Part key={part.key} part={part} isOnly={parts.length === 1} onSplit={() => onSplit(part.key)} />
        ))}
      </ul>
    </li>
  );
}

interface PartProps {
  readonly part: PersonPart;
  readonly isOnly: boolean;
  readonly onSplit: () => void;
}

function Part({ part: { address, names, ties }, isOnly, onSplit }: PartProps) {
  const what = address ?? names[0] ?? '';
  const spellings = address === null ? names.slice(1) : names;
  return (
    <li className={partBox}>
      <div>
        <p>{what}</p>
        <p className={why}>
          {[spellings.join(', '), tieWords(ties)].filter((words) => words !== '').join(' — ')}
        </p>
      </div>
      {isOnly ? null : (
        <Button look="quiet" aria-label={`Split ${what} off`} onClick={onSplit}>
          Split off
        </Button>
      )}
    </li>
  );
}
