import type { GroupBy, Order } from '#main/contract/search.ts';
import { twoToTwelve } from '../language/numbers.ts';
import type { Language } from '../language/stop-words.ts';
import { foldInPlace } from '../language/words.ts';
import type { Span } from './span.ts';

/** What a question wants documents put together by, and of the groups how many from which end. */
export interface FoundGrouping {
  readonly by: GroupBy;
  readonly order: Order | null;
  readonly limit: number | null;
  readonly spans: readonly Span[];
}

const units: readonly (readonly [GroupBy, string])[] = [
  [
    'weekday',
    'weekdays?|days? of the week|wochentage?n?|dias? d[ea] (?:la )?semana|jours? de la semaine|giorn[oi] della settimana',
  ],
  ['day', 'days?|tage?n?|dias?|jours?|giorn[oi]'],
  ['week', 'weeks?|wochen?|semanas?|semaines?|settiman[ae]'],
  ['month', 'months?|monate?n?s?|mes(?:es)?|mois|mes[ei]'],
  ['year', 'years?|jahre?n?s?|anos?|ans?|annees?|ann[oi]'],
  ['sender', 'senders?|absendern?|remitentes?|expediteurs?|mittent[ei]|remetentes?'],
  ['recipient', 'recipients?|empfangern?|destinatari[oai]s?|destinataires?'],
  ['person', 'persons?|people|correspondents?|human|leute|personen|personas?|personnes?|person[ae]|pessoas?'],
  ['folder', 'folders?|ordnern?|verzeichnis(?:sen?)?|carpetas?|dossiers?|cartell[ae]|pastas?'],
  ['tag', 'labels?|schlagwort(?:er|ern)?|etiquetas?|etiquettes?|etichett[ae]|marcador(?:es)?'],
  ['kind', 'kinds?|sorts?|arten?|tipos?|genres?|tip[oi]'],
  [
    'ending',
    'file types?|file formats?|formats?|dateitypen?|dateiformate?n?|extensions?|extensi[oó]n(?:es)?|formatos?|formati?',
  ],
];
/** “Tag” is a day in German and a label elsewhere. */
const unitsIn = (language: Language): readonly (readonly [GroupBy, string])[] =>
  units.map(([by, words]) => [by, by === 'tag' && language !== 'de' ? `${words}|tags?` : words] as const);

const each =
  '(?:(?:for|in|from|by|to|of|on|mit|von|an|in|para|de|em|a|en|pour|dans|da|per|di) )?(?:each|every|(?:jede[nrms]?)|cada|chaque|ogni|ciascun[oa]?)';
const per = `(?:(?:grouped |broken down |split |sorted |separately |gruppiert |aufgeschlusselt )?(?:per|by|pro|je|nach)|por|par|al|${each})`;
const several = (words: string): string => `(?:single |different |individual |einzelne[nrms]? )?(?:${words})`;

/** “Monthly”, “pro Monat” as one word. */
const adverbs: readonly (readonly [GroupBy, string])[] = [
  ['day', 'daily|taglich|diari[oa]s?|quotidien(?:ne)?s?|giornalier[oei]'],
  ['week', 'weekly|wochentlich|semanal(?:es|mente)?|hebdomadaires?|settimanal[ei]|semanais'],
  ['month', 'monthly|monatlich|mensual(?:es|mente)?|mensuel(?:le)?s?|mensil[ei]|mensal(?:mente)?|mensais'],
  ['year', 'yearly|annually|jahrlich|anual(?:es|mente)?|annuel(?:le)?s?|annual[ei]|anuais'],
];

const most =
  '(?:most|busiest|more than any\\p{L}*|am meisten|die meisten|meisten|am haufigsten|haufigsten|el mas|la mas|mas|le plus|plus|di piu|piu|mais)';
const least =
  '(?:fewest|least|quietest|am wenigsten|die wenigsten|wenigsten|menos|le moins|moins|di meno|meno)';
const number = `(\\d{1,2}|${twoToTwelve.join(' ').split(' ').join('|')})`;

/** Who wrote, sent, got: the verbs and things that make “who … most” a question about mails. */
const mailing =
  /(?<!\p{L})(?:writ(?:es?|ten|ing)|wrote|sen[dt]s?|sending|e?-?mail\p{L}*|messages?|hear|heard|correspond\p{L}*|contact(?:ed|s)?|exchange\p{L}*|schreib\p{L}*|geschrieben|schrieb\p{L}*|(?:ge|ver)?schick\p{L}*|nachricht\p{L}*|escri\p{L}*|envi\p{L}*|mand\p{L}*|mensajes?|correos?|ecri\p{L}*|courriels?|scri\p{L}*|messagg\p{L}*|posta|escrev\p{L}*|mensage\p{L}*)(?!\p{L})/u;
const who =
  /^(?:(?:from|to|with|by|von|an|mit|de|a|con|para|da|di|à|avec) )?(?:who|whom|wer|wem|wen|quien(?:es)?|qui|chi|quem)(?!\p{L})/u;
const toWhom =
  /^(?:to whom|an wen|wem|a quien(?:es)?|a qui|a chi|para quem|a quem)(?!\p{L})|^who(?:m)? (?:do|did|have|had) (?:i|we)(?!\p{L}).*(?:writ|wrote|send|sent|mail|contact)/u;
/** What a folded question is about when it names months or senders and asks for an end of them. */
const opening =
  '(?:(?:in|on|from|an|am|im|en|dans|au|à|nel|em|no|na|de|da|von) )?(?:which|what|welche[rmsn]?|que|cual(?:es)?|quel(?:le)?s?|qual[ei]?|quali)';

function blank(question: string): string {
  return foldInPlace(question).replace(/^[\s¿¡"'“„«]+/, (marks) => ' '.repeat(marks.length));
}

function match(pattern: string, folded: string): RegExpExecArray | null {
  return new RegExp(`(?<![\\p{L}\\d])(?:${pattern})(?![\\p{L}\\d])`, 'u').exec(folded);
}

function spanOf(found: RegExpExecArray): Span {
  return { start: found.index, end: found.index + found[0].length };
}

/** “Per month”, “from each sender”, “who wrote most”, “which month had most mails”; null where nothing is put together. */
export function findGrouping(question: string, language: Language): FoundGrouping | null {
  const folded = blank(question);
  return (
    extremeGroup(folded, language) ??
    mostFrequent(folded) ??
    whoMost(folded) ??
    perUnit(folded, language) ??
    fromEach(folded)
  );
}

/** “Which month had the most mails?” */
function extremeGroup(folded: string, language: Language): FoundGrouping | null {
  const start = folded.search(/\S/);
  for (const [by, words] of unitsIn(language)) {
    const found = new RegExp(`^\\s*${opening} (?:${number} )?(?:${words})(?!\\p{L})`, 'u').exec(folded);
    if (found === null) continue;
    const after = folded.slice(found[0].length);
    const end = endOf(after);
    if (end === null) return null;
    const spans = [
      { start, end: found[0].length },
      { start: found[0].length + end.start, end: found[0].length + end.end },
    ];
    const limit = /s$/.test(found[0]) && found[1] === undefined ? null : numberOf(found[1]);
    return { by: by === 'person' ? 'sender' : by, order: end.order, limit: limit ?? 1, spans };
  }
  return null;
}

function endOf(folded: string): (Span & { readonly order: Order }) | null {
  const low = match(least, folded);
  if (low !== null) return { ...spanOf(low), order: 'smallest' };
  const high = match(most, folded);
  return high === null ? null : { ...spanOf(high), order: 'largest' };
}

/** “My three most frequent senders”, “top 5 correspondents”. */
function mostFrequent(folded: string): FoundGrouping | null {
  const roles = `(senders?|correspondents?|contacts?|absender|korrespondenten|remitentes|expediteurs|mittenti|remetentes|recipients?)`;
  const lead = `(?:top|most (?:frequent|common|active)|haufigste[nr]?|wichtigste[nr]?|principales|principaux|principali|principais)`;
  const found = match(`(?:my )?(?:the )?(?:${number} )?${lead} (?:${number} )?${roles}`, folded);
  if (found === null) return null;
  const role = found[3] ?? '';
  const by = /^recip/.test(role) ? 'recipient' : /^(?:corr|korr|cont)/.test(role) ? 'person' : 'sender';
  const limit = numberOf(found[1] ?? found[2]) ?? (/s$|[^s]ti$/.test(found[3] ?? '') ? null : 1);
  return { by, order: 'largest', limit, spans: [spanOf(found)] };
}

/** “Who wrote to me most?”: not “who is the most famous …”. */
function whoMost(folded: string): FoundGrouping | null {
  const start = folded.search(/\S/);
  const plain = folded.slice(start);
  const opened = who.exec(plain);
  if (opened === null || !mailing.test(plain)) return null;
  const end = endOf(plain.slice(opened[0].length));
  if (end === null) return null;
  const at = start + opened[0].length;
  const spans = [
    { start, end: at },
    { start: at + end.start, end: at + end.end },
  ];
  return { by: toWhom.test(plain) ? 'recipient' : 'sender', order: end.order, limit: 1, spans };
}

/** “Per month”, “by year”, “for each folder”, “monthly”. */
function perUnit(folded: string, language: Language): FoundGrouping | null {
  for (const [by, words] of unitsIn(language)) {
    const found = match(`${per} (?:the |der |die |den |dem |la |le |el )?${several(words)}`, folded);
    if (found !== null) {
      const role = /^to |^an |^a |^para /.test(found[0]) ? 'recipient' : 'sender';
      return { by: by === 'person' ? role : by, order: null, limit: null, spans: [spanOf(found)] };
    }
  }
  for (const [by, words] of adverbs) {
    // “Daily notes” and “the Daily folder” are called so.
    const found = match(
      `(?:${words})(?!\\s+(?!in|from|since|between|for|during|number|count|total|im|von|seit|en|de|desde|par|nel|da|em)\\p{L})`,
      folded,
    );
    if (found !== null && /(?:how many|wie viele|cuant|combien|quant|number|anzahl|count|total)/.test(folded))
      return { by, order: null, limit: null, spans: [spanOf(found)] };
  }
  return null;
}

/** “How many from each?”, “wie viele von jedem?” */
function fromEach(folded: string): FoundGrouping | null {
  const found = match(
    '(?:from|by|of|to|von|an|de|a|par|da|di|para)\\s+(?:each(?: of them| one)?|everyone|everybody|jede[mnr](?: von ihnen)?|cada un[oa]|chacune?|ciascun[oa]|ognuno|cada um)',
    folded,
  );
  if (found === null) return null;
  const by = /^(?:to|an|a|para)\s/.test(found[0]) ? 'recipient' : 'sender';
  return { by, order: null, limit: null, spans: [spanOf(found)] };
}

function numberOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const named = twoToTwelve.findIndex((names) => names.split(' ').includes(text));
  return named >= 0 ? named + 2 : Number(text);
}
