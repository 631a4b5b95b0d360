import { useState } from 'react';
import type { Person } from '#main/contract/people.ts';
import { nameOf } from '#main/contract/people-words.ts';
import { Button } from '../design/button.tsx';
import { FaultNotice, Notice } from '../design/notice.tsx';
import { ScreenHead } from '../design/screen-head.tsx';
import { SearchField } from '../design/search-field.tsx';
import { counted, countOf } from '../wording/figures.ts';
import { Choices } from './choices.tsx';
import styles from './people-screen.module.css';
import { PersonRow } from './person-row.tsx';
import { usePeople } from './use-people.ts';

const { screen, list, joining, told, none } = styles;

const pagePeople = 100;

/** Everyone in the library, one human over addresses and spellings, to be joined and split. */
export function PeopleScreen() {
  const [contains, setContains] = useState('');
  const [limit, setLimit] = useState(pagePeople);
  const [chosen, setChosen] = useState<readonly Person[]>([]);
  const { listed, deed, fault, join, split, undo } = usePeople(contains, limit);
  if (listed.phase === 'loading') return <div className={screen} aria-busy="true" />;
  if (listed.phase === 'failed') {
    return (
      <div className={screen}>
        <FaultNotice fault={listed.fault} />
      </div>
    );
  }
  const { total, people, choices } = listed.value;
  const choose = (person: Person, isChosen: boolean) =>
    setChosen((before) => [...before.filter(({ key }) => key !== person.key), ...(isChosen ? [person] : [])]);
  const joinChosen = () => {
    join(chosen.map(({ key }) => key));
    setChosen([]);
  };
  return (
    <div className={screen}>
      <ScreenHead
        title="People"
        sum={contains === '' ? counted(total, 'person', 'people') : `${countOf(total)} found`}
        isStatus
      />
      <SearchField label="Name or address contains" placeholder="Name or address" onSearch={setContains} />
      {fault === null ? null : <FaultNotice fault={fault} />}
      {people.length === 0 ? (
        <p className={none}>
          {contains === ''
            ? 'Nobody yet. People appear as mails, invitations and documents with authors are read.'
            : 'Nobody here has such a name or address.'}
        </p>
      ) : (
        <ul className={list}>
          {people.map((person) => (
            <PersonRow
              key={person.key}
              person={person}
              isChosen={chosen.some(({ key }) => key === person.key)}
              onChoose={(isChosen) => choose(person, isChosen)}
              onSplit={(part) => split(person.key, part)}
            />
          ))}
        </ul>
      )}
      {people.length < total ? (
        <Button onClick={() => setLimit((before) => Math.min(1_000, before + pagePeople))}>Show more</Button>
      ) : null}
      <Choices choices={choices} onUndo={undo} />
      {chosen.length === 0 ? null : (
        <section className={joining} aria-label="Chosen people">
          <p>{chosen.map(nameOf).join(' · ')}</p>
          <span>
            <Button look="quiet" onClick={() => setChosen([])}>
              Clear
            </Button>
            <Button look="primary" icon="link" disabled={chosen.length < 2} onClick={joinChosen}>
              {chosen.length < 2 ? 'Choose another to join' : 'They are one person'}
            </Button>
          </span>
        </section>
      )}
      <div className={told} role="status">
        {deed === null || chosen.length > 0 ? null : (
          <Notice tone="plain" action={<Button onClick={() => undo(deed.choiceId)}>Undo</Button>}>
            {deed.words}.
          </Notice>
        )}
      </div>
    </div>
  );
}
