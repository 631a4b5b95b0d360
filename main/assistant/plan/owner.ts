import type { PersonEntry } from '#indexer/store/people.ts';
import type { Filter } from '#main/contract/search.ts';

/** Fewer mails say nothing about whose they are. */
const leastMails = 5;
/** Share of all mails that the owner takes part in, at least. */
const ownShare = 0.6;
/** Share of the owner's mails that anyone else takes part in, at most: above it, two people share the mails. */
const othersShare = 2 / 3;
/** Who takes part in most mails is among those whom most documents name. */
const candidates = 5;

/**
 * The name, or the address, of the person whose mails these are: who sent some, was sent some, and takes part in most,
 * far ahead of anyone else. Null where nobody is: a mailing list's address sends nothing, and a couple's mailbox has two.
 */
export function findOwner(people: readonly PersonEntry[], count: (filter: Filter) => number): string | null {
  const mails = (filter: Filter): number => count({ kinds: ['mail'], ...filter });
  const total = mails({});
  if (total < leastMails) return null;
  const [first, second] = people
    .filter(({ addresses }) => addresses.length > 0)
    .slice(0, candidates)
    .map((person) => ({ person, share: mails({ people: [...person.addresses] }) / total }))
    .sort((a, b) => b.share - a.share);
  if (first === undefined || first.share < ownShare) return null;
  if (second !== undefined && second.share > othersShare * first.share) return null;
  const { name, addresses } = first.person;
  const both = mails({ from: [...addresses] }) > 0 && mails({ to: [...addresses] }) > 0;
  if (!both) return null;
  // A first name alone would be everyone's of that name, and so is a name that two have who were split.
  const isOnly = people.every((other) => other === first.person || !other.names.includes(name));
  return name.includes(' ') && isOnly ? name : (addresses[0] ?? null);
}
