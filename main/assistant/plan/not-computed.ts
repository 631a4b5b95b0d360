import { foldInPlace } from '../language/words.ts';
import type { Span } from './span.ts';

/** A condition that nothing in the index says: it is left out, and that is told. */
export interface NotComputed extends Span {
  readonly caveat: string;
}

const hour = "\\d{1,2}(?:[:.h]\\d{2})? ?(?:am|pm|a\\.m\\.|p\\.m\\.|uhr|h|o[’']clock|horas)";
const conditions: readonly (readonly [pattern: string, caveat: string])[] = [
  [
    `(?:,? ?(?:after|before|since|until|around|nach|vor|ab|bis|um|despues de(?: las)?|antes de(?: las)?|apres|avant|dopo le|prima delle|depois das|antes das) ${hour}|between \\d{1,2}(?:[:.]\\d{2})?(?: ?[ap]m)? and ${hour}|in the (?:early |late )?(?:morning|afternoon|evening)s?|at night|late at night|(?:spat)?abends|(?:fruh)?morgens|vormittags|nachmittags|nachts|por la (?:manana|tarde|noche)|le (?:matin|soir)|la nuit|di (?:mattina|sera|notte)|[ad]e manha|a tarde|a noite)`,
    'Quipu does not compare times of day, so those of all hours are in this.',
  ],
  [
    '(?:larger|bigger|smaller|heavier|more|less|over|under|above|below|grosser|kleiner|uber|unter|mas grandes?|mayor(?:es)?|plus (?:grand|gros)e?s?|piu grand[ei]|maior(?:es)?)(?: (?:than|als|de|que|a|di|do que))? \\d+(?:[.,]\\d+)? ?(?:[kmg]i?b|[kmg]o|megabytes?|kilobytes?|gigabytes?)',
    'Quipu does not know how large single attachments are, so those of any size are in this.',
  ],
];
const compiled = conditions.map(([pattern, caveat]) => ({
  pattern: new RegExp(`(?<![\\p{L}\\d])${pattern}(?![\\p{L}\\d])`, 'gu'),
  caveat,
}));

/** What a count or list leaves out of its conditions: the time of day, the size of what is attached. */
export function findNotComputed(question: string): NotComputed[] {
  const folded = foldInPlace(question);
  return compiled.flatMap(({ pattern, caveat }) =>
    [...folded.matchAll(pattern)].map((match) => ({
      ...{ start: match.index, end: match.index + match[0].length },
      caveat,
    })),
  );
}
