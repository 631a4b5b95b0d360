import type { Language } from './stop-words.ts';

/**
 * Light stemming: inflection only, so that words that mean different things stay apart.
 * After J. Savoy's light stemmers (UniNE, 2001) and the S-stemmer of D. Harman (1991), shortened.
 */
const endings: Record<
  Language,
  readonly (readonly [suffix: RegExp, replacement: string, minimum: number])[]
> = {
  en: [
    [/(?<=[a-z]{2})ies$/, 'y', 4],
    [/(?<=ss|sh|ch|x|z)es$/, '', 4],
    [/(?<=[a-z]{2}[^aeious])s$/, '', 3],
    [/(?<=[a-z]{2}e)s$/, '', 4],
  ],
  de: [[/(ern|em|en|er|es|e|n|s)$/, '', 5]],
  es: [
    [/(?<=[a-z]{3}[^aeiou])es$/, '', 5],
    [/[oae]s$/, '', 4],
    [/[oae]$/, '', 4],
  ],
  fr: [
    [/(?<=[a-z]{2})aux$/, 'al', 5],
    [/[sx]$/, '', 4],
    [/e$/, '', 5],
    [/(?<=[a-z]{3})r$/, '', 6],
  ],
  it: [
    [/(?<=[a-z]{3})(?:he|hi)$/, '', 5],
    [/[aeio]$/, '', 4],
  ],
  pt: [
    [/oes$/, 'ao', 4],
    [/(?<=[a-z]{3}[^aeiou])es$/, '', 5],
    [/[oae]s$/, '', 4],
    [/[oae]$/, '', 4],
  ],
};

const irregular: ReadonlyMap<string, string> = new Map(
  Object.entries({
    paid: 'pay',
    said: 'say',
    wrote: 'write',
    written: 'write',
    sent: 'send',
    bought: 'buy',
    sold: 'sell',
    went: 'go',
    gone: 'go',
    came: 'come',
    took: 'take',
    taken: 'take',
    gave: 'give',
    given: 'give',
    made: 'make',
    met: 'meet',
    chose: 'choose',
    chosen: 'choose',
    told: 'tell',
    thought: 'think',
    found: 'find',
    left: 'leave',
    kept: 'keep',
    held: 'hold',
    lent: 'lend',
    owed: 'owe',
    began: 'begin',
    grew: 'grow',
    saw: 'see',
    seen: 'see',
    drove: 'drive',
    flew: 'fly',
    lost: 'lose',
    won: 'win',
    spent: 'spend',
    built: 'build',
    children: 'child',
    people: 'person',
    costs: 'cost',
    dying: 'die',
  }),
);

/** English past and progressive forms: "agreed", "stopped", "moving". */
function englishVerb(word: string): string {
  const cut = word.replace(/(?<=[aeiouy].*[a-z])(?:ing|ed)$/, '');
  if (cut === word || cut.length < 3) return word;
  if (/([bdgklmnprt])\1$/.test(cut)) return cut.slice(0, -1);
  return cut;
}

/** The stem of a folded word (lower case, no accents). */
export function stem(word: string, language: Language): string {
  const known = language === 'en' ? irregular.get(word) : undefined;
  if (known !== undefined) return known;
  let result = word;
  for (const [suffix, replacement, minimum] of endings[language]) {
    if (result.length > minimum && suffix.test(result)) {
      result = result.replace(suffix, replacement);
      break;
    }
  }
  if (language !== 'en') return result;
  const verb = englishVerb(result);
  return verb.length > 4 && verb.endsWith('e') ? verb.slice(0, -1) : verb.replace(/(?<=[a-z]{3})e$/, '');
}

/** What makes "roofer" of "roof". */
const derivedChars = 3;

/** Who does it: conduct, conductor; drive, driver. */
const agent = /^(?:e?r|or|ers|ors|in|erin|eur|euse|ador|dor)$/;

/**
 * How alike two stems are, 0 to 1: 1 the same, .8 a deed and its doer (conduct, conductor), .6 where they share most of a long beginning (insure, insurance),
 * .5 where one is part of the other's compound (Dach, Dachreparatur). For ranking, never for proof.
 */
export function likeness(left: string, right: string): number {
  if (left === right) return 1;
  const shorter = left.length < right.length ? left : right;
  const longer = shorter === left ? right : left;
  if (shorter.length < 4 || /\d/.test(shorter)) return 0;
  let shared = 0;
  while (shared < shorter.length && shorter[shared] === longer[shared]) shared += 1;
  if (shared >= 4 && shared >= shorter.length - 1 && agent.test(longer.slice(shared))) return 0.8;
  if (shared >= 5 && shared >= 0.6 * longer.length) return 0.6;
  if (shared === shorter.length && longer.length - shorter.length <= derivedChars) return 0.6;
  if (longer.length >= shorter.length + 4 && (longer.startsWith(shorter) || longer.endsWith(shorter)))
    return 0.5;
  return 0;
}
