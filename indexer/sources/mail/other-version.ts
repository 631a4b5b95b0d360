import type { EmbeddedFile } from '../parser.ts';

/** A notice like "Your program shows no HTML" has fewer words of its own. */
const leastWords = 10;
/** Of the plain part's words, how many the HTML shows too where both say the same; links and notices alone differ by less. */
const leastShared = 0.3;
const word = /[\p{L}\p{N}]{2,}/gu;

/**
 * The plain part of a mail as a file of its own where the HTML, which mail programs show, says something else
 * (RFC 2046 5.1.4 wants them alike); else null.
 */
export function otherVersion(shown: string, plain: string): EmbeddedFile | null {
  const words = wordsOf(plain);
  if (words.size < leastWords) return null;
  const others = wordsOf(shown);
  const shared = [...words].filter((each) => others.has(each)).length;
  if (shared >= leastShared * words.size) return null;
  return { name: 'plain text version.txt', bytes: new TextEncoder().encode(plain) };
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(word));
}
