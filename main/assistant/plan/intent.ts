import type { Intent } from '#main/contract/search.ts';
import { foldInPlace } from '../language/words.ts';
import type { Span } from './span.ts';

/** A word for the library's own things, as far as intents need to know it. */
export interface NamedThing extends Span {
  readonly plural: boolean;
  readonly condition: boolean;
}

const howMany =
  /^(?:\p{L}+[, ]+){0,3}?(?:how many|how often|wie ?viele|wie oft|cuant[oa]s|combien d[e’']|combien y a-t-il|quant[ei](?!\p{L})|quant[oa]s)|^(?:what(?: is| was|[’']s) )?(?:the )?(?:total )?number of(?!\p{L})|^(?:die )?anzahl (?:der|von|an)(?!\p{L})|^(?:el )?numero de(?!\p{L})|^(?:le )?nombre de(?!\p{L})|^(?:il )?numero d[ei](?!\p{L})|^count(?!\p{L})/u;
const writes =
  /(?<!\p{L})(?:write|wrote|written|e?-?mail(?:ed)?|send|sent|schreib\p{L}*|schrieb\p{L}*|geschrieben|escri\p{L}*|ecri\p{L}*|scri\p{L}*|escrev\p{L}*)(?!\p{L})/u;
const polite =
  "(?:please |bitte |can you |could you |kannst du |por favor,? |per favore,? |s[’']il te plait,? |s[’']il vous plait,? )*";
const lists = new RegExp(
  `^${polite}(?:list|show|give|name|display|zeig\\p{L}*|liste|nenn\\p{L}*|gib|muestra\\p{L}*|lista|ensena\\p{L}*|dame|montre\\p{L}*|liste\\p{L}*|donne\\p{L}*|mostra\\p{L}*|elenca\\p{L}*|dammi|mostre|liste|da-me)(?!\\p{L})`,
  'u',
);
const which =
  /^(?:which|what|welche[nrs]?|was fur|que|cuales|quel(?:le)?s|are there|is there any|do i have|gibt es|habe ich|hay|tengo|y a-t-il|ai-je|qual[ei]|quali|che|ci sono|ho|quais|ha|existem|tenho)(?!\p{L})/u;
const all =
  /(?<!\p{L})(?:all|every|alle[ns]?|jede[srn]?|samtliche|tod[oa]s|tous|toutes|tutt[ei]|ogni)(?!\p{L})/u;
const compares =
  /(?<!\p{L})(?:compare[ds]?|comparison|differences?|differ|versus|vs|cheaper|better than|vergleich\p{L}*|unterschied\p{L}*|compara\p{L}*|diferencias?|comparer?|differences?|what changed|changed between|confront\p{L}*|differenz[ae]|diferencas?)(?!\p{L})/u;
const summarises =
  /(?<!\p{L})(?:summar\p{L}+|overview|recap|sum up|zusammenfass\p{L}*|fass\p{L}* .* zusammen|uberblick|resum\p{L}+|sintesis|apercu|synthese|riassu[nm]\p{L}*|riepilog\p{L}*|in short|in brief|in a nutshell|in a few words|kurz gesagt|in kurze|in wenigen worten|in kurzform|en pocas palabras|en breve|en bref|en quelques mots|in breve|in poche parole|in sintesi|em poucas palavras)(?!\p{L})|^what(?:[’']s| is| was) .{2,60} about\??$|^worum geht/u;
const finds =
  /^(?:please |bitte )*(?:find|search|look for|where is (?:the|my) (?:e?-?mail|note|document|file|pdf)|open|such\p{L}*|finde|busca\p{L}*|encuentra|cherche\p{L}*|trouve\p{L}*|trova\p{L}*|cerca\p{L}*|encontr[ae]\p{L}*|procur[ae]\p{L}*)(?!\p{L})/u;
const talks =
  /^(?:hi|hello|hey|hiya|good (?:morning|evening|afternoon|day|night)|thanks?(?: you)?|thank you(?: very much)?|many thanks|cheers|great|perfect|nice|bye|goodbye|see you|who are you|what are you|what can you do|help|how are you|ok(?:ay)?|hallo|guten (?:tag|morgen|abend)|danke(?: schon)?|wer bist du|was kannst du|hola|buenos dias|gracias|quien eres|que puedes hacer|bonjour|salut|merci|qui es-tu|que peux-tu faire|ciao|buongiorno|grazie|chi sei|cosa sai fare|ola|bom dia|obrigad[oa]|quem es tu|quem e voce|o que sabes fazer)(?:[\s,]+(?:there|all|again|everyone|quipu|a lot|so much|very much|zusammen|vielmals|sehr|todos|mucho|muchas|beaucoup|a tutti|tutti|mille|tante|muito|for (?:that|your help|the help)))*[\s!.?]*$/;
const timelines =
  /(?<!\p{L})(?:time-?line|chronolog\p{L}*|history of|in order of time|step by step|how (?:did|has) .{2,80} (?:develop\p{L}*|evolve\p{L}*|unfold\p{L}*|progress\p{L}*)|what happened (?:with|to) .{2,60}(?:over time|so far|since)|zeitleiste|zeitstrahl|(?:zeitlich\p{L}* )?(?:ab|ver)lauf|chronik|linea de(?:l)? tiempo|cronolog\p{L}*|frise chronologique|deroulement|linea temporale|linha do tempo)(?!\p{L})/u;
const asksWho =
  /^(?:who|whom|whose|wer|wem|wen|wessen|quien(?:es)?|qui|chi|quem|(?:from|to|with|by) whom|(?:von|an|mit) wem|(?:de|a|con|para) quien(?:es)?|(?:de|a|avec|par) qui|(?:da|a|con|di) chi|(?:de|a|com|para) quem)(?!\p{L})/u;
const asksWhen =
  /^(?:when|since when|until when|(?:on )?(?:what|which) (?:date|day)|wann|seit wann|bis wann|cuando|desde cuando|quand|depuis quand|da quando|quando|desde quando)(?!\p{L})/u;
const asks =
  /\?\s*$|^(?:who|what|when|where|why|how|which|whose|is|are|was|were|did|do|does|can|has|have|wer|was|wann|wo|warum|wie|welche\p{L}*|quien|cuando|donde|por que|como|cual|qui|quand|ou|pourquoi|comment|combien|quel\p{L}*|chi|che|cosa|quando|dove|perche|come|qual\p{L}*|quant\p{L}*|quem|onde|o que)(?!\p{L})/u;

/**
 * What kind of answer a question wants. Counts and lists are meant only where it names the library's own things
 * (mails, notes, invoices): "how many children" is a fact that stands in some text, never a number to compute.
 */
export function findIntent(question: string, things: readonly NamedThing[]): Intent {
  const folded = plainStart(question);
  if (talks.test(folded)) return 'talk';
  const plural = things.find((thing) => thing.plural && thing.condition);
  if (timelines.test(folded)) return 'timeline';
  if (howMany.test(folded) && (isCounted(folded, things, question) || asksHowOften(folded))) return 'count';
  if (compares.test(folded) && !asksOther(folded)) return 'compare';
  if (summarises.test(folded)) return 'summarise';
  if (plural !== undefined && isList(folded, question, plural)) return 'list';
  if (finds.test(folded) || lists.test(folded)) return 'find';
  if (asksWho.test(folded)) return 'who';
  if (asksWhen.test(folded)) return 'when';
  return asks.test(folded) ? 'fact' : 'find';
}

const asksWhy =
  /^(?:why|how come|for what reason|warum|weshalb|wieso|weswegen|por que|pourquoi|perche|come mai|porque)(?!\p{L})/u;

/** “Why is it cheaper?”, “who compared them?”: one thing is asked of a comparison that somebody else made. */
function asksOther(folded: string): boolean {
  return asksWhy.test(folded) || asksWho.test(folded) || asksWhen.test(folded);
}

/** The words of a question that ask for a timeline: no part of what it is about. */
export function timelineSpans(question: string): Span[] {
  const folded = foldInPlace(question);
  return [timelines, happening].flatMap((pattern) => {
    const match = pattern.exec(folded);
    return match === null ? [] : [{ start: match.index, end: match.index + match[0].length }];
  });
}

const happening =
  /(?<!\p{L})(?:what(?: has| had)? happened(?: (?:with|to|in))?|was (?:ist|war) (?:mit )?|was (?:passierte|geschah)(?: mit)?|que (?:paso|ha pasado)(?: con)?|qu[’']est-il arrive|que s[’']est-il passe(?: avec)?|(?:che )?cosa e successo(?: con)?|o que aconteceu(?: com)?)(?!\p{L})/u;

/** "How often did Anna write to me": a count of mails, though no kind is named. */
export function asksHowOften(folded: string): boolean {
  return (
    /^(?:how often|how many times|wie oft|wie viele male|cuantas veces|combien de fois|quante volte|quantas vezes)/.test(
      folded,
    ) && writes.test(folded)
  );
}

/** Folded, with the marks a Spanish question opens with blanked, so that offsets hold. */
function plainStart(question: string): string {
  return foldInPlace(question).replace(/^[\s¿¡"'“„«]+/, '');
}

/** "How many …", of anything: never left to a model. */
export function asksHowMany(question: string): boolean {
  return howMany.test(plainStart(question).replace(/^(?:and|und|y|et|e|but|aber),? /, ''));
}

/** Words that begin another part of the sentence: behind them nothing is what “how many” counts. */
const elsewhere =
  /(?<!\p{L})(?:the|an?|my|our|in|on|at|from|to|for|with|do|does|did|is|are|was|were|have|has|had|gets?|got|can|will|der|die|das|den|dem|meine[nrm]?|unsere[nrm]?|im|an|auf|von|mit|haben|hat|hatten|sind|ist|waren?|gibt|bekommen|los|las|el|la|un|una|en|con|hay|tienen?|son|eran|estan|mis|nuestr[oa]s|les|le|une|dans|avec|ont|sont|mes|nos|il|lo|gli|nel(?:la|le)?|nei|hanno|sono|mie|miei|os|as|o|num|uma?|nas?|nos?|em|com|tem|sao|meus|minhas)(?!\p{L})/u;
const partitive =
  /^(?:of|von|de|d[’']|di|d[ae]s?|dell[ea]|dei|degli)\s*(?:all )?(?:the|my|our|these|those|den|meinen|unseren|mis|nuestr[oa]s|los|las|les|mes|nos|mie|miei|meus|minhas)?\s+/u;

/** “How many people get the messages?” counts people, not messages. */
function isCounted(folded: string, things: readonly NamedThing[], question: string): boolean {
  const start = howMany.exec(folded)?.[0].length ?? 0;
  const blanks = question.length - folded.length;
  return things.some((thing) => {
    const between = folded.slice(start, Math.max(start, thing.start - blanks)).trimStart();
    return thing.plural && thing.condition && !elsewhere.test(between.replace(partitive, ''));
  });
}

/** Words before a listed kind: more than these and it is a question about something in them. */
const leadWords = 5;

function isList(folded: string, question: string, plural: Span): boolean {
  const lead = folded.slice(0, Math.max(0, plural.start - (question.length - folded.length)));
  const close = lead.trim().split(/\s+/).length <= leadWords;
  if (!close) return false;
  if (lists.test(folded) || all.test(lead)) return true;
  // "What do my notes say about …" is a fact; "what mails did I get" is a list.
  if (which.test(folded))
    return !/(?<!\p{L})(?:do|does|did|say|says|sagen|dicen|disent|dicono|dizem|in)(?!\p{L})/u.test(lead);
  return !asks.test(folded);
}
