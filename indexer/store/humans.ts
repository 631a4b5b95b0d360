/** A name and address as they stand in documents. */
export interface Mention {
  readonly personId: number;
  readonly name: string;
  readonly address: string;
  readonly documents: number;
}

/** Mentions that mean one human: they share an address or a full name. */
export interface Human {
  readonly personIds: readonly number[];
  /** Most used first. */
  readonly names: readonly string[];
  readonly addresses: readonly string[];
}

/** Lower case, without diacritics and punctuation: "Müller, Anna" and "anna muller" compare by their words. */
function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function nameKey(name: string): string {
  return foldName(name).split(' ').sort().join(' ');
}

/** Groups mentions into humans. A first name alone ties nobody together; a full name or an address does. */
export function groupMentions(mentions: readonly Mention[]): Human[] {
  const groupOf = new Map<string, Mention[]>();
  const groups = new Set<Mention[]>();
  for (const mention of mentions) {
    const keys = keysOf(mention);
    const joined = new Set(keys.map((key) => groupOf.get(key)).filter((group) => group !== undefined));
    const group = [...joined].flat();
    for (const old of joined) groups.delete(old);
    group.push(mention);
    groups.add(group);
    for (const member of group) for (const key of keysOf(member)) groupOf.set(key, group);
  }
  return [...groups].map(describe);
}

function keysOf({ personId, name, address }: Mention): string[] {
  const keys: string[] = [];
  if (address !== '') keys.push(`@${address.toLowerCase()}`);
  const key = nameKey(name);
  if (key.includes(' ')) keys.push(`=${key}`);
  else if (address === '') keys.push(key === '' ? `#${personId}` : `-${key}`);
  return keys;
}

function describe(group: readonly Mention[]): Human {
  const byUse = [...group].sort((a, b) => b.documents - a.documents);
  return {
    personIds: group.map(({ personId }) => personId),
    names: [...new Set(byUse.map(({ name }) => name).filter((name) => name !== ''))],
    addresses: [
      ...new Set(byUse.map(({ address }) => address.toLowerCase()).filter((address) => address !== '')),
    ],
  };
}

/** Whether a name or address, as a person types it, means this human: the address, or words of one of the names. */
export function matchesHuman(human: Human, nameOrAddress: string): boolean {
  if (nameOrAddress.includes('@')) return human.addresses.includes(nameOrAddress.trim().toLowerCase());
  const wanted = foldName(nameOrAddress).split(' ');
  if (wanted[0] === '') return false;
  return human.names.some((name) => {
    const words = foldName(name).split(' ');
    return wanted.every((word) => words.includes(word));
  });
}
