import type { Human } from './group-mentions.ts';
import { mailboxOf } from './read-address.ts';
import { wordsToFind } from './read-name.ts';
import type { Mention } from './ties.ts';

/** Finds humans by what people type. */
export interface PersonIndex<Person> {
  /** The ids of all mentions of those whom a name or address means; of a mailbox that many use, only its own mentions. */
  idsOf(nameOrAddress: string): number[];
  /** Whom a handle, an address or words of a name mean. */
  named(who: string): readonly Person[];
}

type Found = Pick<Human, 'names' | 'addresses' | 'parts' | 'personIds'>;

export function createPersonIndex<Person extends Found>(
  people: readonly Person[],
  mentions: readonly Mention[],
): PersonIndex<Person> {
  const byMailbox = new Map<string, Person[]>();
  const byHandle = new Map<string, Person[]>();
  const byWord = new Map<string, Person[]>();
  for (const person of people) {
    for (const address of person.addresses) add(byMailbox, mailboxOf(address), person);
    for (const { handle } of person.parts) add(byHandle, handle, person);
    for (const word of new Set(person.names.flatMap(wordsToFind))) add(byWord, word, person);
  }
  const idsAt = new Map<string, number[]>();
  for (const { address, personId } of mentions) if (address !== '') add(idsAt, mailboxOf(address), personId);

  const byName = (name: string): readonly Person[] => {
    const wanted = wordsToFind(name);
    const [first] = wanted;
    if (first === undefined) return [];
    const rarest = wanted
      .map((word) => byWord.get(word) ?? [])
      .reduce((least, list) => (list.length < least.length ? list : least));
    return rarest.filter(({ names }) =>
      names.some((spelling) => {
        const words = wordsToFind(spelling);
        return wanted.every((word) => words.includes(word));
      }),
    );
  };
  const atMailbox = (address: string): readonly Person[] => byMailbox.get(mailboxOf(address)) ?? [];
  return {
    idsOf(nameOrAddress) {
      if (!nameOrAddress.includes('@')) return byName(nameOrAddress).flatMap(({ personIds }) => personIds);
      const owners = atMailbox(nameOrAddress);
      if (owners.length > 0) return owners.flatMap(({ personIds }) => personIds);
      return idsAt.get(mailboxOf(nameOrAddress)) ?? [];
    },
    named: (who) => byHandle.get(who) ?? (who.includes('@') ? atMailbox(who) : byName(who)),
  };
}

function add<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
