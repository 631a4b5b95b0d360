/** What joins two statements in one sentence. */
const joint =
  /(?:,\s+(?:and|but|while|whereas|und|aber|während|y|pero|mientras(?: que)?|et|mais|tandis que)\s+|;\s+|\s+(?:and|while|whereas|und|während|y|et|mientras(?: que)?)\s+)/gu;
/** A half of fewer words claims nothing of its own. */
const leastWords = 3;

/** The ways to take a sentence apart that joins two statements, at the joint nearest its middle first. */
export function clausesOf(sentence: string): (readonly [string, string])[] {
  const middle = sentence.length / 2;
  return [...sentence.matchAll(joint)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter(({ start, end }) => enough(sentence.slice(0, start)) && enough(sentence.slice(end)))
    .sort((a, b) => Math.abs(a.start - middle) - Math.abs(b.start - middle))
    .map(({ start, end }) => [sentence.slice(0, start), sentence.slice(end)] as const);
}

const enough = (half: string): boolean => half.split(/\s+/).filter(Boolean).length >= leastWords;
