import type { KeptChoice } from '#main/assistant/conversations/person-choices.ts';
import type { Person, PersonChoice } from '#main/contract/people.ts';
import type { Implementer } from '../implementer.ts';
import { findPart, personNamed, samePerson } from '../name-people.ts';
import type { Parts } from '../parts.ts';

export function peopleRoutes(os: Implementer['people'], { library, conversations }: Parts) {
  const { people } = library;
  const kept = conversations.people;
  const view = (found: Found): Person => {
    const chosen = new Set(found.choices.map(({ choiceId }) => choiceId));
    return viewOf(
      found,
      kept.list().filter(({ choiceId }) => chosen.has(choiceId)),
    );
  };
  const choose = (choice: Omit<KeptChoice, 'choiceId' | 'madeAt'>): number => {
    const choiceId = kept.add(choice);
    people.choose(kept.list());
    return choiceId;
  };
  return {
    list: os.list.handler(({ input: { contains = '', offset, limit } }) => {
      const found = contains.trim() === '' ? people.all() : people.all().filter(holding(contains));
      return { total: found.length, people: found.slice(offset, offset + limit).map(view) };
    }),
    read: os.read.handler(({ input }) => view(personNamed(people, input.person))),
    join: os.join.handler(({ input }) => {
      const several = input.people.map((who) => personNamed(people, who));
      samePerson(several);
      const handles = several.flatMap(({ parts }) => parts.map(({ handle }) => handle));
      const names = [...new Set(several)].map(({ name }) => name);
      const choiceId = choose({ act: 'join', names, handles: [...new Set(handles)] });
      return { person: view(personNamed(people, handles[0] ?? '')), choiceId };
    }),
    split: os.split.handler(({ input }) => {
      const whole = personNamed(people, input.person);
      const { off, rest } = findPart(whole, input.off);
      const choiceId = choose({ act: 'split', names: [whole.name, ...off.names], handles: off.handles });
      const one = (handle: string): Person => view(personNamed(people, handle));
      return { person: one(rest), off: one(off.handles[0] ?? ''), choiceId };
    }),
    choices: os.choices.handler(() => kept.list().map(choiceOf)),
    undo: os.undo.handler(({ input }) => {
      const undone = kept.remove(input.choiceId);
      people.choose(kept.list());
      return { undone };
    }),
  };
}

type Found = ReturnType<Parts['library']['people']['all']>[number];

function viewOf(found: Found, choices: readonly KeptChoice[]): Person {
  const { name, names, addresses, documents, parts } = found;
  return {
    ...{ key: parts[0]?.handle ?? '', name, documents },
    ...{ names: [...names], addresses: [...addresses] },
    parts: parts.map((part) => ({
      ...{ key: part.handle, address: part.address },
      ...{ names: [...part.names], ties: [...part.ties] },
    })),
    choices: choices.map(choiceOf),
  };
}

function choiceOf({ choiceId, act, names, madeAt }: KeptChoice): PersonChoice {
  return { choiceId, act, names: [...names], madeAt };
}

function holding(text: string): (person: Found) => boolean {
  const wanted = text.trim().toLowerCase();
  return ({ names, parts }) =>
    names.some((name) => name.toLowerCase().includes(wanted)) ||
    parts.some(({ address }) => address?.includes(wanted) ?? false);
}
