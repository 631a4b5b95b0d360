import { mailboxOf } from '#indexer/store/group-people/read-address.ts';
import { readName } from '#indexer/store/group-people/read-name.ts';
import type { People, Person } from '#indexer/store/people.ts';
import { Fault } from '#main/contract/fault.ts';

/** How many of those whom a name may mean are told. */
const toldAtMost = 5;

/** The one whom a key, an address or a name means. Throws Fault `person-unknown`, `person-ambiguous`. */
export function personNamed(people: People, who: string): Person {
  const found = people.named(who.trim());
  const [only] = found;
  if (only === undefined) throw new Fault('person-unknown', { who });
  if (found.length === 1) return only;
  // “Anna Berger” is more than every Anna Berger-Holt.
  const { key } = readName(who);
  const exact = found.filter(({ names }) => names.some((name) => readName(name).key === key));
  const [best] = exact;
  if (best !== undefined && exact.length === 1) return best;
  const which = found.slice(0, toldAtMost).map(({ name, addresses }) => addresses[0] ?? name);
  throw new Fault('person-ambiguous', { who, count: found.length, which: which.join(', ') });
}

/** Throws Fault `person-same` where there are no two to be joined. */
export function samePerson(several: readonly Person[]): void {
  if (new Set(several).size < 2) throw new Fault('person-same');
}

/**
 * What is to be split off a person: its handles and names, and the handle of a part that stays.
 * Throws Fault `person-part-unknown`, and `person-whole` where nothing would stay.
 */
export function findPart(
  whole: Person,
  wanted: readonly string[],
): { off: { handles: string[]; names: string[] }; rest: string } {
  const handles = wanted.flatMap((off) => {
    const found = handlesOf(whole, off);
    if (found.length === 0) throw new Fault('person-part-unknown', { name: whole.name, off });
    return found;
  });
  const chosen = new Set(handles);
  const rest = whole.parts.find(
    ({ handle, names }) =>
      !chosen.has(handle) && !names.every((name) => chosen.has(`${handle}|${readName(name).key}`)),
  );
  if (rest === undefined) throw new Fault('person-whole', { name: whole.name });
  return { off: { handles: [...chosen], names: [...wanted] }, rest: rest.handle };
}

/** By the part's key, its address, or one of several names at an address. */
function handlesOf({ parts }: Person, off: string): string[] {
  const byKey = parts.filter(({ handle }) => handle === off).map(({ handle }) => handle);
  if (byKey.length > 0) return byKey;
  if (off.includes('@'))
    return parts
      .filter(({ address }) => address !== null && mailboxOf(address) === mailboxOf(off))
      .map(({ handle }) => handle);
  const { key } = readName(off);
  return parts.flatMap(({ handle, address, names }) => {
    const keys = new Set(names.map((name) => readName(name).key));
    if (!keys.has(key)) return [];
    return keys.size === 1 || address === null || handle.includes('|') ? [handle] : [`${handle}|${key}`];
  });
}
