import * as z from 'zod';

/** Why a part of a person is taken for the same human as the rest. */
const tie = z.enum(['joined', 'address', 'name', 'initials']);
export type Tie = z.infer<typeof tie>;

export const personChoice = z.object({
  choiceId: z.int(),
  act: z.enum(['join', 'split']),
  /** Whom it was about. */
  names: z.array(z.string()),
  madeAt: z.iso.datetime(),
});
export type PersonChoice = z.infer<typeof personChoice>;

/** One address, or one name without any, under every spelling: what can be split off. */
const personPart = z.object({
  key: z.string(),
  address: z.string().nullable(),
  names: z.array(z.string()),
  /** What ties it to the other parts; empty where there is no other. */
  ties: z.array(tie),
});
export type PersonPart = z.infer<typeof personPart>;

export const person = z.object({
  /** Names the person in other calls, for as long as nothing about them changes. */
  key: z.string(),
  name: z.string(),
  names: z.array(z.string()),
  addresses: z.array(z.string()),
  documents: z.int(),
  parts: z.array(personPart),
  /** What was decided about them, oldest first. */
  choices: z.array(personChoice),
});
export type Person = z.infer<typeof person>;

/** A person's key, an address, or a name that only one has. */
const who = z.string().min(1).max(1_000);

export const peopleInput = z.object({
  /** Those of whom a name or an address contains this. */
  contains: z.string().max(1_000).optional(),
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(1_000).default(100),
});
export const peoplePage = z.object({ total: z.int(), people: z.array(person) });
export type PeoplePage = z.infer<typeof peoplePage>;

export const personRef = z.object({ person: who });
export const joinInput = z.object({ people: z.array(who).min(2).max(100) });
export const joined = z.object({ person, choiceId: z.int() });
export const splitInput = z.object({
  person: who,
  /** Keys of parts, addresses or whole names, which become another person together. */
  off: z.array(who).min(1).max(1_000),
});
export const splitResult = z.object({ person, off: person, choiceId: z.int() });
export const choiceRef = z.object({ choiceId: z.int() });
