import type { Intent } from '#main/contract/search.ts';
import { foldInPlace } from '../language/words.ts';
import type { FoundKind } from './kinds.ts';

const howMany =
  /^(?:\p{L}+[, ]+){0,3}?(?:how many|how often|wie ?viele|wie oft|cuant[oa]s|combien d[e’'])|^(?:what (?:is|was) )?(?:the )?(?:total )?number of(?!\p{L})|^(?:die )?anzahl (?:der|von|an)(?!\p{L})|^(?:el )?numero de(?!\p{L})|^(?:le )?nombre de(?!\p{L})|^count(?!\p{L})/u;
const writes =
  /(?<!\p{L})(?:write|wrote|written|e?-?mail(?:ed)?|send|sent|schreib\p{L}*|geschrieben|escrib\p{L}*|ecri\p{L}*)(?!\p{L})/u;
const lists =
  /^(?:please |bitte |can you |could you |kannst du |por favor,? )*(?:list|show|give|name|display|zeig\p{L}*|liste|nenn\p{L}*|gib|muestra\p{L}*|lista|ensena\p{L}*|dame|montre\p{L}*|liste\p{L}*|donne\p{L}*)(?!\p{L})/u;
const which =
  /^(?:which|what|welche[nrs]?|was fur|que|cuales|quel(?:le)?s|are there|is there any|do i have|gibt es|habe ich|hay|tengo|y a-t-il|ai-je)(?!\p{L})/u;
const all = /(?<!\p{L})(?:all|every|alle[ns]?|jede[srn]?|samtliche|tod[oa]s|tous|toutes)(?!\p{L})/u;
const compares =
  /(?<!\p{L})(?:compare[ds]?|comparison|differences?|differ|versus|vs|cheaper|better than|vergleich\p{L}*|unterschied\p{L}*|compara\p{L}*|diferencias?|comparer?|differences?|what changed|changed between)(?!\p{L})/u;
const summarises =
  /(?<!\p{L})(?:summar\p{L}+|overview|recap|sum up|zusammenfass\p{L}*|fass\p{L}* .* zusammen|uberblick|resum\p{L}+|sintesis|apercu|synthese)(?!\p{L})|^what(?:[’']s| is| was) .{2,60} about\??$|^worum geht/u;
const finds =
  /^(?:please |bitte )*(?:find|search|look for|where is (?:the|my) (?:e?-?mail|note|document|file|pdf)|open|such\p{L}*|finde|busca\p{L}*|encuentra|cherche\p{L}*|trouve\p{L}*)(?!\p{L})/u;
const talks =
  /^(?:hi|hello|hey|good (?:morning|evening|afternoon)|thanks?(?: you)?|thank you(?: very much)?|bye|goodbye|who are you|what are you|what can you do|help|how are you|ok(?:ay)?|hallo|guten (?:tag|morgen|abend)|danke(?: schon)?|wer bist du|was kannst du|hola|buenos dias|gracias|quien eres|que puedes hacer|bonjour|salut|merci|qui es-tu|que peux-tu faire)[\s!.?]*$/;
const asks =
  /\?\s*$|^(?:who|what|when|where|why|how|which|whose|is|are|was|were|did|do|does|can|has|have|wer|was|wann|wo|warum|wie|welche\p{L}*|quien|cuando|donde|por que|como|cual|qui|quand|ou|pourquoi|comment|combien|quel\p{L}*)(?!\p{L})/u;

/**
 * What kind of answer a question wants. Counts and lists are meant only where it names the library's own things
 * (mails, notes, documents): "how many children" is a fact that stands in some text, never a number to compute.
 */
export function findIntent(question: string, kinds: readonly FoundKind[]): Intent {
  const folded = plainStart(question);
  if (talks.test(folded)) return 'talk';
  const plural = kinds.find((kind) => kind.plural && kind.condition);
  if (howMany.test(folded) && (plural !== undefined || asksHowOften(folded))) return 'count';
  if (compares.test(folded)) return 'compare';
  if (summarises.test(folded)) return 'summarise';
  if (plural !== undefined && isList(folded, question, plural)) return 'list';
  if (finds.test(folded) || lists.test(folded)) return 'find';
  return asks.test(folded) ? 'fact' : 'find';
}

/** "How often did Anna write to me": a count of mails, though no kind is named. */
export function asksHowOften(folded: string): boolean {
  return (
    /^(?:how often|how many times|wie oft|wie viele male|cuantas veces|combien de fois)/.test(folded) &&
    writes.test(folded)
  );
}

/** Folded, with the marks a Spanish question opens with blanked, so that offsets hold. */
function plainStart(question: string): string {
  return foldInPlace(question).replace(/^[\s¿¡"'“„«]+/, '');
}

/** "How many …", of anything: never left to a model. */
export function asksHowMany(question: string): boolean {
  return howMany.test(plainStart(question));
}

/** Words before a listed kind: more than these and it is a question about something in them. */
const leadWords = 5;

function isList(folded: string, question: string, plural: FoundKind): boolean {
  const lead = folded.slice(0, Math.max(0, plural.start - (question.length - folded.length)));
  const close = lead.trim().split(/\s+/).length <= leadWords;
  if (!close) return false;
  if (lists.test(folded) || all.test(lead)) return true;
  // "What do my notes say about …" is a fact; "what mails did I get" is a list.
  if (which.test(folded))
    return !/(?<!\p{L})(?:do|does|did|say|says|sagen|dicen|disent|in)(?!\p{L})/u.test(lead);
  return !asks.test(folded);
}
