import { contentWords, foldInPlace, languageOf, type Word } from '../language/words.ts';
import { type Span, withoutSpans } from './span.ts';

/** Words that ask for a list or a count and are no part of what it is about. */
const asking = new Set(
  `list show give name display find search look get got gets receive received recieve send sent sends sending write wrote
  written writes mail mails email emails e-mail e-mails message messages note notes document documents file files pdf
  pdfs word letter letters thing things item items count number total often time times mention mentions mentioned
  mentioning contain contains containing containing concern concerning regard regarding talk talks talking speak about
  say says said deal deals dealing relate related relating refer referring exist exists there latest newest recent
  oldest earliest library index indexed folder inbox so far myself altogether overall ones one two three four five six seven
  eight nine ten exactly please see read come came hear heard arrive arrived subject topic whose where keep kept
  zeig zeige zeigen liste nenn nenne gib anzahl mails nachricht nachrichten notiz notizen dokument dokumente datei
  dateien worum ging geht stand bekommen erhalten bekam kam kamen kommt geschickt geschrieben schrieb gesendet verschickt versandt gemailt gekriegt empfangen schickte enthalten enthalt handeln thema erwahnen
  erwahnt neueste neuesten letzte letzten alteste insgesamt gesamt oft male
  muestra muestrame lista ensename dame numero correo correos electronico electronicos mensaje mensajes nota notas
  documento documentos archivo archivos recibido recibi llegaron llego enviado enviados envio envie mandado mandados mando mande escrito escritos escribio escribi trataba decia veces vez menciona mencionan mencione contienen contiene
  tratan trata hablan ultimos ultimas total
  montre montrez donne donnez nombre courriel courriels fichier fichiers recu recus recue recues envoye envoyes envoyee envoyees ecrit ecrits mentionne mentionnent
  fois a-t-il a-t-elle contiennent contient parlent parle derniers dernieres`.split(/\s+/),
);

/** The words a listed or counted document must hold: what is left of the question when asking and filter words are gone. */
export function topicWords(query: string): Word[] {
  const language = languageOf(query);
  return contentWords(query, language).filter(
    (word) => !asking.has(word.folded) && !/^\d{1,3}$/.test(word.text),
  );
}

/** The stretch of a query from its first topic word to its last; empty where it has none. */
export function topicText(query: string): string {
  const list = topicWords(query);
  const first = list[0];
  const last = list.at(-1);
  return first === undefined || last === undefined ? '' : query.slice(first.start, last.end);
}

/** The first so many, newest or oldest, where a question says so: "the last 5 notes", "my oldest mail". */
export interface Selection {
  readonly order: 'newest' | 'oldest';
  readonly limit: number | null;
}

const small = [
  '',
  '',
  'two zwei dos deux',
  'three drei tres trois',
  'four vier cuatro quatre',
  'five funf cinco cinq',
  'six sechs seis',
  'seven sieben siete sept',
  'eight acht ocho huit',
  'nine neun nueve neuf',
  'ten zehn diez dix',
];
const number = `(\\d{1,3}|${small.join(' ').trim().split(/\s+/).join('|')})`;
const newest =
  '(?:last|latest|newest|most recent|letzte[nrs]?|neueste[nrs]?|ultim[oa]s?|derni(?:ers?|eres?))';
const oldest = '(?:first|oldest|earliest|erste[nrs]?|alteste[nrs]?|primer[oa]?s?|premi(?:ers?|eres?))';

const things =
  '(?:e-?mails?|mails?|messages?|notes?|notizen?|nachrichten?|documents?|dokumente?|files?|pdfs?|correos?|mensajes?|notas?|documentos?|courriels?)';
const ends = [
  ['newest', newest],
  ['oldest', oldest],
] as const;
const ofThose = "(?: ones?)?(?: (?:of (?:them|these|those)|davon|von ihnen|de ell[oa]s|d[’']entre eux))?";

/** "The last one", "the first of them", "der letzte": one of the documents just spoken of, and nothing else is asked. */
export function findPick(question: string): Selection | null {
  const folded = foldInPlace(question);
  for (const [order, names] of ends) {
    const match = new RegExp(`(?<!\\p{L})${names}${ofThose}(?!\\p{L})`, 'u').exec(folded);
    if (match === null) continue;
    const span = { start: match.index, end: match.index + match[0].length };
    return topicText(withoutSpans(question, [span])) === '' ? { order, limit: 1 } : null;
  }
  return null;
}

export function findSelection(question: string): Selection & { readonly span: Span | null } {
  const folded = foldInPlace(question);
  for (const [order, names] of ends) {
    const match = new RegExp(`(?<!\\p{L})${names}\\s+(?:${number}\\s+)?(?=${things})`, 'u').exec(folded);
    if (match === null) continue;
    const said = match[1];
    const limit =
      said === undefined ? null : Number(said) || small.findIndex((names) => names.split(' ').includes(said));
    return { order, limit, span: { start: match.index, end: match.index + match[0].length } };
  }
  return lastTime(folded) ?? { order: 'newest', limit: null, span: null };
}

const time =
  /^[\s¿]*(?:when|wann)(?!\p{L}).*?(?:(?<!\p{L})(last|first)(?= (?:hear|write|send|e?-?mail|get|receive)(?!\p{L}))|(?<!\p{L})(zuletzt)(?=.* (?:geschrieben|geschickt|gemailt)(?!\p{L})))/u;

/** "When did Priya last write?", "wann hat Priya zuletzt geschrieben?": the last mail, though none is named. */
function lastTime(folded: string): (Selection & { readonly span: Span }) | null {
  const match = time.exec(folded);
  if (match === null) return null;
  const word = match[1] ?? match[2] ?? '';
  const end = match[0].length;
  return {
    order: word === 'first' ? 'oldest' : 'newest',
    limit: 1,
    span: { start: end - word.length, end },
  };
}

export function asksLastTime(question: string): boolean {
  return lastTime(foldInPlace(question)) !== null;
}
