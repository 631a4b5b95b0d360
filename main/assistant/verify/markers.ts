import { contentWords, foldInPlace } from '../language/words.ts';

/**
 * Small words that turn a statement round or weaken it. A sentence is only supported where source and claim agree
 * on them: "the boiler was not replaced" holds every word of "the boiler was replaced".
 */
export interface Markers {
  /** What each negation bears on: the stem of the next content word, else of the one before. */
  readonly negations: readonly string[];
  readonly reversed: boolean;
  readonly hedged: boolean;
  readonly future: boolean;
  readonly past: boolean;
  /** Words of quantity that the two sides must share. */
  readonly quantifiers: ReadonlySet<string>;
}

const alone = (source: string): RegExp => new RegExp(`(?<![\\p{L}\\d])(?:${source})(?![\\p{L}\\d])`, 'u');

const negation = alone(
  `not|\\p{L}+n[’']t|cannot|no(?!\\.? ?\\d)|never|none|nobody|nothing|neither|nor|without|hardly|barely|lacks?|fail(?:s|ed)? to|
  nicht|kein\\p{L}*|nie|niemals|niemand|nichts|ohne|weder|nunca|nadie|nada|ningun\\p{L}*|sin|tampoco|jamas|ni|pas|jamais|
  aucune?|personne|rien|sans|n[’']\\p{L}+`.replace(/\s*\n\s*/g, ''),
);
const reversal = alone(
  `instead(?: of)?|rather than|no longer|except|but not|unlike|used to|formerly|former|previously|previous|originally|
  initially|old|cancel\\p{L}*|reject\\p{L}*|declin\\p{L}*|refus\\p{L}*|withdr[ae]w\\p{L}*|postponed|denied|wrong|incorrect|
  mistaken\\p{L}*|outdated|expired|statt|anstatt|nicht mehr|ausser|fruher\\p{L}*|ehemalig\\p{L}*|ursprunglich\\p{L}*|abgesagt|
  storniert|abgelehnt|verschoben|falsch\\p{L}*|en vez de|en lugar de|ya no|salvo|excepto|antes|anterior|cancelad\\p{L}*|
  rechaz\\p{L}*|aplazad\\p{L}*|au lieu|sauf|excepte|ancien\\p{L}*|annule\\p{L}*|refuse\\p{L}*|reporte\\p{L}*|rejete\\p{L}*`.replace(
    /\s*\n\s*/g,
    '',
  ),
);
const hedge = alone(
  `if|unless|whether|may|might|could|would|should|ought|perhaps|maybe|probably|possibly|likely|unlikely|suppos\\p{L}*|
  think|thinks|thought|believes?|believed|guess|hopes?|hoped|hoping|wonder\\p{L}*|assum\\p{L}*|expect\\p{L}*|seems?|appears?|
  apparently|allegedly|propos\\p{L}*|suggest\\p{L}*|plans? to|planned|planning to|want(?:s|ed)? to|tr(?:y|ies|ied) to|
  considering|asked|asks|rumou?r\\p{L}*|wenn|falls|ob|vielleicht|konnte\\p{L}*|wurde gern\\p{L}*|sollte\\p{L}*|wahrscheinlich|
  vermutlich|angeblich|glaub\\p{L}*|denke|hoffe\\p{L}*|schlag\\p{L}* vor|vorschlag\\p{L}*|si|quizas?|tal vez|podria\\p{L}*|
  deberia\\p{L}*|probablemente|creo|pienso|supongo|espero|propon\\p{L}*|peut-etre|pourrait|devrait|probablement|crois|pense|
  suppose|espere|propos\\p{L}*`.replace(/\s*\n\s*/g, ''),
);
const future = alone(
  `will|shall|\\p{L}+[’']ll|going to|next|about to|wird|werden|werde|vamos? a|va a|van a|va|vont|allons`,
);
const past = alone(
  `was|were|had|did|been|has|have|ago|already|\\p{L}{2,}ed|sent|paid|said|went|came|took|gave|made|met|chose|told|bought|
  sold|found|left|kept|held|began|wrote|got|became|drove|flew|lost|spent|built|war|waren|hatte\\p{L}*|hat|haben|wurde\\p{L}*|
  worden|fue|fueron|era|eran|ha|han|etait|etaient|avait|ont`.replace(/\s*\n\s*/g, ''),
);
const quantifier = alone(
  `all|every|each|some|most|half|both|only|several|few|alle\\p{L}?|jede\\p{L}?|einige\\p{L}?|meisten|halb\\p{L}*|beide\\p{L}?|nur|tod[oa]s|cada|algun[oa]s|mayoria|mitad|amb[oa]s|solo|tous|toutes|chaque|certaine?s|plupart|moitie|seulement`,
);

function negationsIn(folded: string): string[] {
  const content = contentWords(folded).filter((word) => !negation.test(word.folded));
  return [...folded.matchAll(new RegExp(negation.source, 'gu'))]
    .map((match) => {
      const next = content.find((word) => word.start > match.index);
      return (next ?? content.findLast((word) => word.start < match.index))?.stem ?? '';
    })
    .sort();
}

export function markersOf(text: string): Markers {
  // "in May" is a month, "may" a doubt.
  const folded = foldInPlace(text.replace(/\bMay\b/g, 'Mai'));
  return {
    negations: negationsIn(folded),
    reversed: reversal.test(folded),
    hedged: hedge.test(folded),
    future: future.test(folded),
    past: past.test(folded),
    quantifiers: new Set([...folded.matchAll(new RegExp(quantifier.source, 'gu'))].map((match) => match[0])),
  };
}

/** Whether nothing in the small words of source and claim contradicts. */
export function markersAgree(source: Markers, claim: Markers): boolean {
  if (
    source.negations.join() !== claim.negations.join() ||
    source.reversed !== claim.reversed ||
    source.hedged !== claim.hedged
  ) {
    return false;
  }
  if (source.future && !claim.future && claim.past) return false;
  if (claim.future && !source.future && source.past) return false;
  const leftOut = [...source.quantifiers].filter((word) => word !== 'only' && !claim.quantifiers.has(word));
  return leftOut.length === 0 && [...claim.quantifiers].every((word) => source.quantifiers.has(word));
}

/** The word before a value that says on which side of it the fact lies. */
const sides: readonly (readonly [string, RegExp])[] = [
  ['from', /(?:from|since|starting|ab|seit|von|vom|desde|depuis|a partir de)\s*$/],
  ['until', /(?:until|till|through|up to|bis(?: zu[mr]?)?|hasta|jusqu[’'](?:a|au))\s*$/],
  ['before', /(?:before|earlier than|vor|antes de|avant)\s*(?:the |dem |el |le )?$/],
  ['after', /(?:after|later than|nach|despues de|apres)\s*(?:the |dem |el |le )?$/],
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
    /(?:about|around|approximately|approx\.?|roughly|circa|ca\.?|etwa|ungefahr|rund|unos|unas|aproximadamente|environ|~)\s*$/,
  ],
  ['minus', /(?:minus|[-−–])\s*$/],
];

/** Which side of a value its sentence speaks of; "" where it means the value itself. */
export function sideOf(textBefore: string): string {
  const folded = foldInPlace(textBefore.slice(-24));
  return (
    sides.find(([, pattern]) => new RegExp(`(?<![\\p{L}])${pattern.source}`, 'u').test(folded))?.[0] ?? ''
  );
}
