import type { PersonChoice } from './choices.ts';
import { type Mention, type Tie, type TiedMention, tieMentions } from './ties.ts';

/** One address of a human, or one name without any, under every spelling: what can be split off. */
export interface HumanPart {
  readonly handle: string;
  /** As it is written; null for a name without one. */
  readonly address: string | null;
  readonly names: readonly string[];
  readonly personIds: readonly number[];
  /** What ties it to the other parts, the strongest first; empty where there is no other. */
  readonly ties: readonly Tie[];
}

/** Mentions that mean one human. */
export interface Human {
  readonly personIds: readonly number[];
  /** Most used first, as are the addresses: without those that many people use. */
  readonly names: readonly string[];
  readonly addresses: readonly string[];
  readonly parts: readonly HumanPart[];
  /** What a person decided about it, in the order in which it was done. */
  readonly choices: readonly PersonChoice[];
}

/**
 * Groups mentions into humans. A first name alone ties nobody together; a full name or an address does, initials within
 * a firm where they can mean one alone, and what a person joined.
 */
export function groupMentions(mentions: readonly Mention[], choices: readonly PersonChoice[]): Human[] {
  const byUse = [...mentions].sort((a, b) => b.documents - a.documents || a.personId - b.personId);
  const tied = tieMentions(byUse, choices);
  const parents = tied.map((_, at) => at);
  const root = (at: number): number => {
    let top = at;
    for (let next = parents[top]; next !== undefined && next !== top; next = parents[top]) top = next;
    parents[at] = top;
    return top;
  };
  const holders = new Map<string, number>();
  for (const [at, { keys }] of tied.entries()) {
    for (const { key } of keys) {
      const holder = holders.get(key);
      if (holder === undefined) holders.set(key, at);
      else union(parents, root(holder), root(at));
    }
  }
  const groups = Map.groupBy(tied.entries(), ([at]) => root(at));
  return [...groups.values()].map((group) => describe(group.map(([, mention]) => mention)));
}

/** The earlier of the two, which is used more, stays at the top. */
function union(parents: number[], a: number, b: number): void {
  parents[Math.max(a, b)] = Math.min(a, b);
}

function describe(group: readonly TiedMention[]): Human {
  const parts = Map.groupBy(group, ({ handle }) => handle);
  const handlesOfKey = new Map<string, Set<string>>();
  for (const { handle, keys } of group) {
    for (const { key } of keys) handlesOfKey.set(key, (handlesOfKey.get(key) ?? new Set()).add(handle));
  }
  return {
    personIds: group.map(({ personId }) => personId),
    names: namesOf(group),
    addresses: [
      ...new Set(group.filter(({ mailbox }) => mailbox !== null).map(({ address }) => address.toLowerCase())),
    ],
    parts: [...parts].map(([handle, mentions]) => ({
      ...{ handle, names: namesOf(mentions) },
      address: mentions[0]?.address === '' ? null : (mentions[0]?.address.toLowerCase() ?? null),
      personIds: mentions.map(({ personId }) => personId),
      ties: tiesOf(mentions, (key) => (handlesOfKey.get(key)?.size ?? 0) > 1),
    })),
    choices: [...new Set(group.flatMap(({ choices }) => choices))].sort((a, b) => a.choiceId - b.choiceId),
  };
}

function namesOf(mentions: readonly TiedMention[]): string[] {
  const used = new Map<string, number>();
  for (const { name, documents } of mentions)
    if (name !== '') used.set(name, (used.get(name) ?? 0) + documents);
  return [...used].sort(([, a], [, b]) => b - a).map(([name]) => name);
}

const strongestFirst: readonly Tie[] = ['joined', 'address', 'name', 'initials'];

function tiesOf(mentions: readonly TiedMention[], isCommon: (key: string) => boolean): Tie[] {
  const held = new Set(
    mentions.flatMap(({ keys }) => keys.filter(({ key }) => isCommon(key)).map(({ tie }) => tie)),
  );
  return strongestFirst.filter((tie) => held.has(tie));
}
