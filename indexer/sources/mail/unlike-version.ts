/** A notice like "Your program shows no HTML" has fewer words of its own. */
const leastWords = 10;
/** Of the plain part's words, how many the HTML shows too where both say the same; links and notices alone differ by less. */
const leastShared = 0.3;
const word = /[\p{L}\p{N}]{2,}/gu;

/**
 * True where the plain part of a mail says something else than the HTML, which mail programs show (RFC 2046 5.1.4 wants
 * them alike): nobody sees it.
 */
export function isUnlike(shown: string, plain: string): boolean {
  const words = wordsOf(plain);
  const others = wordsOf(shown);
  const shared = [...words].filter((each) => others.has(each)).length;
  return words.size >= leastWords && shared < leastShared * words.size;
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(word));
}
