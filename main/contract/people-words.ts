import type { Person, PersonChoice, Tie } from './people.ts';

const words: Readonly<Record<Tie, string>> = {
  joined: 'joined by you',
  address: 'same address',
  name: 'same name',
  initials: 'same initials and domain',
};

/** Why a part belongs to a person: “joined by you, same name”. */
export function tieWords(ties: readonly Tie[]): string {
  return ties.map((tie) => words[tie]).join(', ');
}

export function nameOf({ name }: Pick<Person, 'name'>): string {
  return name === '' ? '(no name)' : name;
}

/** What was decided, as it is told beside its undoing. */
export function choiceWords({ act, names }: Pick<PersonChoice, 'act' | 'names'>): string {
  const [first = '', ...rest] = names;
  return act === 'join'
    ? `Joined ${[first, ...rest].join(' and ')}`
    : `Split ${rest.join(', ')} off ${first}`;
}
