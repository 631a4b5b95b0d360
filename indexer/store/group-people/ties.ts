import { byHandle, type PersonChoice } from './choices.ts';
import { isRole, mailboxOf, ownDomain } from './read-address.ts';
import { isInitial, mayBe, type ReadName, readName } from './read-name.ts';

/** Given names at one mailbox from which on it is no one's own. A function's is not once two people write from it. */
const sharedFrom = 3;
const roleSharedFrom = 2;

/** A name and address as they stand in documents. */
export interface Mention {
  readonly personId: number;
  readonly name: string;
  readonly address: string;
  readonly documents: number;
}

/** Why two mentions mean one human. */
export type Tie = 'address' | 'name' | 'initials' | 'joined';

/** Mentions with a key in common mean one human. */
export interface TieKey {
  readonly tie: Tie;
  readonly key: string;
}

/** A mention with all that ties it to others. */
export interface TiedMention extends Mention {
  /** The mailbox of its address; null where it has none, or one that many use. */
  readonly mailbox: string | null;
  /** What choices name it by, and what is split off as one. */
  readonly handle: string;
  readonly keys: readonly TieKey[];
  readonly choices: readonly PersonChoice[];
}

interface Read {
  readonly mention: Mention;
  readonly mailbox: string;
  readonly name: ReadName;
}

/** Reads what ties the mentions of a library; nothing of it is kept, so that every tie can be undone. */
export function tieMentions(
  mentions: readonly Mention[],
  choices: readonly PersonChoice[],
): readonly TiedMention[] {
  const read = mentions.map((mention) => ({
    ...{ mention, mailbox: mailboxOf(mention.address), name: readName(mention.name) },
  }));
  const shared = sharedMailboxes(read);
  const unabridged = unabridgedNames(read);
  const chosen = byHandle(choices);
  return read.map(({ mention, mailbox, name }) => {
    const isShared = shared.has(mailbox);
    const common = handleOf(mention, mailbox, name, isShared);
    const own = handleOf(mention, mailbox, name, true);
    const keys: TieKey[] = [{ tie: mention.address === '' ? 'name' : 'address', key: common }];
    if (name.isFull) keys.push({ tie: 'name', key: `=${name.key}` });
    const whole = unabridged(mailbox, name);
    if (whole !== null) keys.push({ tie: 'initials', key: `=${whole}` });
    return {
      ...mention,
      mailbox: mention.address === '' || isShared ? null : mailbox,
      // A name that was split off at a mailbox of its own is a part of its own.
      handle: chosen.of([own]).length > 0 ? own : common,
      keys: withChoices(keys, chosen.of([common, own])),
      choices: chosen.of([common, own]),
    };
  });
}

function handleOf(mention: Mention, mailbox: string, { key }: ReadName, isShared: boolean): string {
  if (mention.address !== '') return isShared ? `@${mailbox}|${key}` : `@${mailbox}`;
  return key === '' ? `#${mention.personId}` : `=${key}`;
}

/** What was split off is tied among itself alone; a join ties whatever it names, but for what was split off since. */
function withChoices(keys: readonly TieKey[], choices: readonly PersonChoice[]): readonly TieKey[] {
  let tied = [...keys];
  for (const { choiceId, act } of choices) {
    if (act === 'join') tied.push({ tie: 'joined', key: `join ${choiceId}` });
    else
      tied = tied
        .filter(({ tie }) => tie !== 'joined')
        .map(({ tie, key }) => ({ tie, key: `split ${choiceId} ${key}` }));
  }
  const split = choices.findLast(({ act }) => act === 'split');
  // Several addresses that were split off together are one human, whatever their names are.
  return split === undefined ? tied : [...tied, { tie: 'joined', key: `split ${split.choiceId}` }];
}

/** Mailboxes that several people write from. */
function sharedMailboxes(read: readonly Read[]): ReadonlySet<string> {
  const names = new Map<string, { given: Set<string>; isRole: boolean }>();
  for (const { mailbox, name } of read) {
    if (mailbox === '') continue;
    const at = names.get(mailbox) ?? { given: new Set(), isRole: isRole(mailbox) };
    names.set(mailbox, at);
    if (name.isVia) at.isRole = true;
    const [given] = name.words;
    if (given !== undefined && (name.isFull || at.isRole)) at.given.add(given);
  }
  const shared = new Set<string>();
  for (const [mailbox, { given, isRole }] of names)
    if (given.size >= (isRole ? roleSharedFrom : sharedFrom)) shared.add(mailbox);
  return shared;
}

/** For a name with initials the one full name of its firm or family that it may be; null where there are none, or two. */
function unabridgedNames(read: readonly Read[]): (mailbox: string, name: ReadName) => string | null {
  const full = new Map<string, Map<string, ReadName>>();
  for (const { mailbox, name } of read) {
    const domain = ownDomain(mailbox);
    if (domain === null || !name.isFull) continue;
    const names = full.get(domain) ?? new Map<string, ReadName>();
    full.set(domain, names.set(name.key, name));
  }
  return (mailbox, name) => {
    const domain = ownDomain(mailbox);
    if (domain === null || !name.words.some(isInitial)) return null;
    const fitting = [...(full.get(domain)?.values() ?? [])].filter((candidate) => mayBe(name, candidate));
    const [only] = fitting;
    return only === undefined || fitting.length > 1 ? null : only.key;
  };
}
