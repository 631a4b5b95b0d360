import type { implement } from '@orpc/server';
import type { contract } from '#main/contract/contract.ts';
import { Fault } from '#main/contract/fault.ts';
import type { Person, PersonChoice } from '#main/contract/people.ts';

type Implementer = ReturnType<ReturnType<typeof implement<typeof contract>>['use']>['people'];

export interface SamplePeople {
  people: readonly Person[];
  personChoices: readonly PersonChoice[];
}

/** People who are joined and split as whole lists: each choice keeps what was there before it, for its undoing. */
export function samplePeople(os: Implementer, state: SamplePeople) {
  const before = new Map<number, readonly Person[]>();
  const named = (key: string): Person => {
    const found = state.people.find((each) => each.key === key);
    if (found === undefined) throw new Fault('person-unknown', { who: key });
    return found;
  };
  const choose = (act: PersonChoice['act'], names: string[], people: readonly Person[]): number => {
    const choiceId = before.size + 1;
    before.set(choiceId, state.people);
    state.people = people;
    state.personChoices = [
      ...state.personChoices,
      { choiceId, act, names, madeAt: '2025-03-01T10:00:00.000Z' },
    ];
    return choiceId;
  };
  return {
    list: os.list.handler(({ input: { contains = '', offset, limit } }) => {
      const people = state.people.filter(({ names }) =>
        names.some((name) => name.toLowerCase().includes(contains.toLowerCase())),
      );
      return { total: people.length, people: people.slice(offset, offset + limit) };
    }),
    read: os.read.handler(({ input }) => named(input.person)),
    join: os.join.handler(({ input }) => {
      const [first, ...rest] = input.people.map(named);
      if (first === undefined) throw new Fault('person-same');
      const all = [first, ...rest];
      const person: Person = {
        ...first,
        names: all.flatMap(({ names }) => names),
        addresses: all.flatMap(({ addresses }) => addresses),
        documents: all.reduce((sum, { documents }) => sum + documents, 0),
        parts: all.flatMap(({ parts }) => parts.map((part) => ({ ...part, ties: ['joined' as const] }))),
      };
      const others = state.people.filter(({ key }) => !input.people.includes(key));
      const choiceId = choose(
        'join',
        all.map(({ name }) => name),
        [person, ...others],
      );
      return { person, choiceId };
    }),
    split: os.split.handler(({ input }) => {
      const whole = named(input.person);
      const [parts, rest] = [true, false].map((isOff) =>
        whole.parts.filter(({ key }) => input.off.includes(key) === isOff),
      );
      const [part] = parts ?? [];
      if (part === undefined || rest === undefined) throw new Fault('person-whole', { name: whole.name });
      const off: Person = {
        ...whole,
        key: part.key,
        name: part.names[0] ?? '',
        parts: [{ ...part, ties: [] }],
      };
      const person: Person = { ...whole, parts: rest };
      const others = state.people.filter(({ key }) => key !== whole.key);
      const choiceId = choose('split', [whole.name, part.address ?? ''], [person, off, ...others]);
      return { person, off, choiceId };
    }),
    choices: os.choices.handler(() => [...state.personChoices]),
    undo: os.undo.handler(({ input }) => {
      const people = before.get(input.choiceId);
      if (people !== undefined) state.people = people;
      state.personChoices = state.personChoices.filter(({ choiceId }) => choiceId !== input.choiceId);
      return { undone: people !== undefined };
    }),
  };
}
