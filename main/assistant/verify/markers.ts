import type { Language } from '../language/stop-words.ts';
import { contentWords, foldInPlace, languageOf, type Word } from '../language/words.ts';
import { segmentsOf } from './segments.ts';
import { means, type SensedWord, withSense } from './senses.ts';

/** One negation of a sentence. */
export interface Negation {
  /** The next content word, else the one before. */
  readonly target: Word | null;
  /** The content words of its part of the sentence. */
  readonly scope: readonly Word[];
}

/**
 * Small words that turn a statement round or weaken it. A sentence is only supported where source and claim agree
 * on them: "the boiler was not replaced" holds every word of "the boiler was replaced".
 */
export interface Markers {
  readonly negations: readonly Negation[];
  readonly reversed: boolean;
  readonly hedged: boolean;
  /** "May", which is a doubt or a leave that "can" gives too. */
  readonly may: boolean;
  readonly can: boolean;
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
  `if|unless|whether|might|could|would|should|ought|perhaps|maybe|probably|possibly|likely|unlikely|suppos\\p{L}*|
  think|thinks|thought|believes?|believed|guess|hopes?|hoped|hoping|wonder\\p{L}*|assum\\p{L}*|expect\\p{L}*|seems?|appears?|
  apparently|allegedly|propos\\p{L}*|suggest\\p{L}*|plan(?:s|ned|ning)?|want(?:s|ed)? to|tr(?:y|ies|ied) to|
  considering|asked|asks|rumou?r\\p{L}*|wenn|falls|ob|vielleicht|konnte\\p{L}*|wurde gern\\p{L}*|sollte\\p{L}*|wahrscheinlich|
  vermutlich|angeblich|glaub\\p{L}*|denke|hoffe\\p{L}*|schlag\\p{L}* vor|vorschlag\\p{L}*|si|quizas?|tal vez|podria\\p{L}*|
  deberia\\p{L}*|probablemente|creo|pienso|supongo|espero|propon\\p{L}*|peut-etre|pourrait|devrait|probablement|crois|pense|
  suppose|espere|propos\\p{L}*`.replace(/\s*\n\s*/g, ''),
);
const leave = alone('may|darf\\p{L}*');
const ability = alone('can|kann\\p{L}*|konn\\p{L}*|puede\\p{L}*|peut|peuvent|allowed|permitted|erlaubt');
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

function negationsIn(text: string, language: Language): Negation[] {
  const folded = foldInPlace(text);
  const matches = [...folded.matchAll(new RegExp(negation.source, 'gu'))];
  if (matches.length === 0) return [];
  const content = contentWords(text, language).filter((word) => !negation.test(word.folded));
  const segments = segmentsOf(text);
  return matches.map((match) => {
    const next = content.find((word) => word.start > match.index);
    const target = next ?? content.findLast((word) => word.start < match.index) ?? null;
    const segment = segments.find(({ start, end }) => match.index >= start && match.index < end);
    const scope = content.filter(
      ({ start }) => segment !== undefined && start >= segment.start && start < segment.end,
    );
    return { target, scope };
  });
}

export function markersOf(text: string, language: Language = languageOf(text)): Markers {
  // "in May" is a month, "may" a doubt.
  const folded = foldInPlace(text.replace(/\bMay\b/g, 'Mai'));
  return {
    negations: negationsIn(text, language),
    reversed: reversal.test(folded),
    hedged: hedge.test(folded),
    may: leave.test(folded),
    can: ability.test(folded),
    future: future.test(folded),
    past: past.test(folded),
    quantifiers: new Set([...folded.matchAll(new RegExp(quantifier.source, 'gu'))].map((match) => match[0])),
  };
}

/** Left out, these only make a statement more careful: "all seven windows" are the seven windows. */
const universal = new Set([
  'all',
  'every',
  'each',
  'both',
  'only',
  'alle',
  'aller',
  'allen',
  'alles',
  'jede',
  'jeder',
  'jedes',
  'beide',
  'beiden',
  'nur',
  'todos',
  'todas',
  'cada',
  'ambos',
  'ambas',
  'tous',
  'toutes',
  'chaque',
]);

/** Whether nothing in the small words of source and claim contradicts. */
export function markersAgree(source: Markers, claim: Markers, language: Language): boolean {
  if (source.reversed !== claim.reversed || source.hedged !== claim.hedged) return false;
  if (source.may ? !(claim.may || claim.can) : claim.may && !source.can) return false;
  if (!negationsAgree(source.negations, claim.negations, language)) return false;
  if (source.future && !claim.future && claim.past) return false;
  if (claim.future && !source.future && source.past) return false;
  const leftOut = [...source.quantifiers].filter(
    (word) => !universal.has(word) && !claim.quantifiers.has(word),
  );
  return leftOut.length === 0 && [...claim.quantifiers].every((word) => source.quantifiers.has(word));
}

/** As many on both sides, each bearing on something that the other's bears on too, in whatever order it is said. */
function negationsAgree(
  source: readonly Negation[],
  claim: readonly Negation[],
  language: Language,
): boolean {
  if (source.length !== claim.length) return false;
  const sensed = (list: readonly Word[]): SensedWord[] => list.map((word) => withSense(word, language));
  const left = [...source];
  return claim.every((one) => {
    const wanted = sensed(one.target === null ? [] : [one.target]);
    const at = left.findIndex((other) => {
      const given = sensed(other.target === null ? [] : [other.target]);
      return meets(wanted, given) || (meets(wanted, sensed(other.scope)) && meets(given, sensed(one.scope)));
    });
    if (at < 0) return false;
    left.splice(at, 1);
    return true;
  });
}

const meets = (left: readonly SensedWord[], right: readonly SensedWord[]): boolean =>
  left.every((one) => right.some((other) => means(one, other)));
