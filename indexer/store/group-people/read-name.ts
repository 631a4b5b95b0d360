const titles = new Set(
  'dr prof mr mrs ms miss sir madam herr frau hr fr dipl ing mag mba phd md msc bsc jr sr m mme mlle sra senor senora'.split(
    ' ',
  ),
);
/** Functions that sign as if they were someone: two firms' “Customer Service” are not one human. */
const functions =
  /(?:^| )(?:service|services|support|team|newsletter|notifications?|noreply|reply|kundenservice|kundendienst|customer|info|admin|office|billing|mailer|daemon|delivery|subsystem|group|groups|list|unknown|undisclosed|recipients)(?: |$)/;

/** A name as it counts for telling people apart. */
export interface ReadName {
  /** Words of it, folded, in the order in which they are spoken; without titles. */
  readonly words: readonly string[];
  /** The same in any order: `Müller, Anna`, `Anna Mueller` and `"Dr. Anna Müller"` have one key. Empty for none. */
  readonly key: string;
  /** It names one human among others: two whole words or more, no function. */
  readonly isFull: boolean;
  /** It was put before a list's own address: “Anna Berger via Allotments”. */
  readonly isVia: boolean;
}

/** Lower case, without diacritics and punctuation. */
function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

export function readName(name: string): ReadName {
  const [spoken = '', list] = name
    .replace(/[("'“”‘’]+/g, (marks) => (marks.includes('(') ? '(' : ' '))
    .split(/\s\(?via\s/i);
  const bare = spoken.includes('@') ? '' : spoken.replace(/\([^)]*\)?/g, ' ');
  const [last = '', first] = bare.split(',');
  // “Müller, Anna”; what stands behind a comma may also be a title: “Anna Müller, PhD”.
  const isTurned = first !== undefined && withoutTitles(first).length > 0;
  const words = withoutTitles(isTurned ? `${first} ${last}` : last);
  const isFunction = functions.test(words.join(' '));
  return {
    words,
    key: words.map(plainUmlauts).sort().join(' '),
    isFull: words.filter((word) => word.length > 1).length > 1 && !words.some(isInitial) && !isFunction,
    isVia: list !== undefined,
  };
}

/** The words by which a name is found, titles too. */
export function wordsToFind(name: string): string[] {
  return foldName(name)
    .split(' ')
    .filter((word) => word !== '')
    .map(plainUmlauts);
}

/** `m` of “Anna M. Berger”. */
export function isInitial(word: string): boolean {
  return word.length === 1;
}

/** Whether a name with initials may be this full one: “A. Müller” or “Anna K. Müller” for “Anna Müller”. */
export function mayBe(abridged: ReadName, full: ReadName): boolean {
  const whole = abridged.words.filter((word) => !isInitial(word));
  const rest = full.words.filter((word) => !whole.includes(word));
  if (whole.length === 0 || rest.length + whole.length !== full.words.length) return false;
  const initials = abridged.words.filter(isInitial);
  // The middle one stands for a name that the full one leaves out.
  if (rest.length === 0) return whole.length > 1;
  return rest.every((word) => initials.some((initial) => word.startsWith(initial)));
}

function withoutTitles(name: string): string[] {
  return foldName(name)
    .split(' ')
    .filter((word) => word !== '' && !titles.has(word));
}

/** “Mueller” writes “Müller”, which folds to “muller”: both end as the latter. */
function plainUmlauts(word: string): string {
  return word.replace(/([aou])e/g, '$1');
}
