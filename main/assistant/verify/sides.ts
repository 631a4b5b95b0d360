import { foldInPlace } from '../language/words.ts';

/** The words before a value or name that say on which side of it the fact lies. */
const sides: readonly (readonly [string, RegExp])[] = [
  [
    'not',
    /(?:instead of|not(?: on| at| for| in)?|statt|anstatt|nicht (?:am|fur|in|um)|en (?:vez|lugar) de|au lieu de)\s*$/,
  ],
  ['until', /(?:until|till|through|up to|bis(?: zu[mr]?)?|hasta|jusqu[’'](?:a|au))\s*$/],
  ['by', /(?:by|no later than|spatestens (?:am|bis)|a mas tardar)\s*$/],
  ['from', /(?:from|since|starting|ab|seit|von|vom|desde|depuis|a partir de(?:l)?)\s*$/],
  ['before', /(?:before|earlier than|vor|antes de(?:l)?|avant)\s*$/],
  ['after', /(?:after|later than|nach|despues de(?:l)?|tras|apres)\s*$/],
  ['within', /(?:within|innerhalb(?: von)?|binnen|dentro de|en un plazo de|dans un delai de)\s*$/],
  [
    'over',
    /(?:over|above|more than|at least|minimum(?: of)?|uber|mehr als|mindestens|mas de|al menos|plus de|au moins)\s*$/,
  ],
  [
    'under',
    /(?:under|below|less than|at most|maximum(?: of)?|unter|weniger als|hochstens|menos de|como maximo|moins de|au plus)\s*$/,
  ],
  [
    'about',
    /(?:about|around|approximately|approx\.?|roughly|nearly|almost|circa|ca\.?|etwa|ungefahr|rund|fast|unos|unas|aproximadamente|casi|environ|presque|~)\s*$/,
  ],
  ['minus', /(?:minus|(?<![\p{L}\d])[-−–])\s*$/u],
  ['to', /(?:to|zu|auf|al?|a la|au)\s*$/],
];

const compiled = sides.map(([name, { source }]) => [name, new RegExp(`(?<!\\p{L})${source}`, 'u')] as const);
const articles = /(?:the|a|an|dem|den|der|die|das|einem|einer|el|la|los|las|un|una|le|les)\s+$/;

/** Which side of what follows its sentence speaks of; "" where it means the thing itself. */
export function sideOf(textBefore: string): string {
  const folded = foldInPlace(textBefore.slice(-32)).replace(articles, '');
  return compiled.find(([, pattern]) => pattern.test(folded))?.[0] ?? '';
}

const behind =
  /^\s*(?:euros?|pounds?|dollars?|%)?\s*(off|less|more|extra|back|short|cheaper|dearer|ago|too (?:much|little|many|few)|fewer|longer|shorter|older|younger|higher|lower|(?:zu)?(?:viel|wenig)|weniger|mehr|rabatt|nachlass|zuruck|menos|mas|de (?:descuento|menos|mas)|de (?:moins|plus)|reduction)(?!\p{L})/u;

/** What makes a difference of a figure: "£120 off", "30 cm more", "an extra £725"; "" where nothing does. */
export function differenceOf(textBefore: string, textAfter: string): string {
  const said = behind.exec(foldInPlace(textAfter.slice(0, 32)))?.[1];
  return said ?? (/(?<!\p{L})extra\s+$/iu.test(textBefore.slice(-12)) ? 'extra' : '');
}

/** Pairs that may stand for one another: "up to 3 May" ends as "to 3 May" does, and "to 900" is 900. */
const alike = new Set(['to ', ' to', 'to until', 'until to', 'by until', 'until by']);

export function sameSide(source: string, claim: string): boolean {
  return source === claim || alike.has(`${source} ${claim}`);
}
