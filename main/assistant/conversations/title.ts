/** What fits into a list; a longer question is told by its beginning. */
const titleChars = 80;
const sentenceEnd = /[.!?。！？…](?=\s|$)/u;

/** A conversation's title from its first question: its first sentence, in one line, cut between words. Nothing is asked of a model or a network. */
export function titleOf(question: string): string {
  const line = question.replace(/\s+/g, ' ').trim();
  const [sentence = line] = line.split(sentenceEnd);
  const end = line.charAt(sentence.length);
  // The point at the end of a sentence is no part of a title; a question mark says what it is.
  const first = sentence.length < 8 ? line : sentence + (/[?？]/.test(end) ? end : '');
  if (first.length <= titleChars) return first;
  const cut = first.slice(0, titleChars);
  const space = cut.lastIndexOf(' ');
  // A pair of units that is one character stays whole.
  const whole = cut.replace(/[\ud800-\udbff]$/, '');
  return `${(space > titleChars / 2 ? cut.slice(0, space) : whole).replace(/[\s,;:–-]+$/, '')}…`;
}
