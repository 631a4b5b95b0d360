import type { Order } from '#main/contract/search.ts';
import { twoToTwelve } from '../language/numbers.ts';
import { foldInPlace } from '../language/words.ts';
import { type Span, withoutSpans } from './span.ts';
import { topicText } from './topic.ts';

/** The first so many, from one end, where a question says so: "the last 5 notes", "my oldest mail", "the longest note". */
export interface Selection {
  readonly order: Order;
  readonly limit: number | null;
}

export type FoundSelection = Selection & { readonly span: Span | null };

const numberWords = twoToTwelve.join(' ').split(' ').join('|');
const number = `(\\d{1,3}|${numberWords})`;
const newest =
  '(?:last|latest|newest|most recent|letzte[nrs]?|neueste[nrs]?|jungste[nrs]?|ultim[oaei]s?|mas recientes?|derni(?:ers?|eres?)|piu recent[ei]|mais recentes?)';
const oldest =
  '(?:first|oldest|earliest|erste[nrs]?|alteste[nrs]?|fruheste[nrs]?|primer[oa]?s?|mas antigu[oa]s?|premi(?:ers?|eres?)|plus ancien(?:ne)?s?|prim[oaie]|piu vecchi[oae]|primeir[oa]s?|mais antig[oa]s?)';
const largest =
  '(?:largest|biggest|grosste[nrs]?|mas grandes?|plus (?:gros|grosse|grand|grande)s?|piu grand[ei]|maior(?:es)?)';
const smallest = '(?:smallest|kleinste[nrs]?|mas pequen[oa]s?|plus petite?s?|piu piccol[oaei]|menor(?:es)?)';
const longest = '(?:longest|langste[nrs]?|mas larg[oa]s?|plus longu?e?s?|piu lung[oahie]+|mais long[oa]s?)';
const shortest = '(?:shortest|kurzeste[nrs]?|mas cort[oa]s?|plus courte?s?|piu cort[oaei]|mais curt[oa]s?)';

const things =
  '(?:e-?mails?|mails?|messages?|notes?|notizen?|nachrichten?|documents?|dokumente?n?|dateien|datei|files?|pdfs?|correos?|mensajes?|notas?|documentos?|archivos?|courriels?|fichiers?|messagg[io]|not[ae]|document[io]|mensage(?:m|ns)|arquivos?|ficheiros?|invoices?|bills?|receipts?|quotes?|contracts?|rechnung(?:en)?|facturas?|factures?|fattur[ae]|faturas?|events?|appointments?|contacts?)';
const ends: readonly (readonly [Order, string])[] = [
  ['newest', newest],
  ['oldest', oldest],
  ['largest', largest],
  ['smallest', smallest],
  ['longest', longest],
  ['shortest', shortest],
];
const both = new RegExp(
  `(?<!\\p{L})(?:${oldest}\\s+(?:and|und|y|et|e)\\s+(?:the |die |der |das |la |el |le |l[’'])?${newest}|${newest}\\s+(?:and|und|y|et|e)\\s+(?:the |die |der |das |la |el |le |l[’'])?${oldest})\\s+(?=${things})`,
  'u',
);
/** "Between which dates did Ross write?": the first and the last. */
const fromWhenToWhen =
  /^[\s¿]*(?:between which (?:dates|days)|from when (?:to|until) when|over (?:what|which) period|von wann bis wann|zwischen welchen daten|entre que fechas|de cuando a cuando|entre quelles dates|da quando a quando|entre que datas)(?=.*(?:writ|wrote|sen[dt]|mail|schr|schick|escri|envi|ecri|scri|escrev|correos|nachricht))/u;
const ofThose =
  "(?: ones?)?(?: (?:of (?:them|these|those|all)|davon|von ihnen|von allen|de ell[oa]s|d[’']entre eux|di loro|deles|delas))?";

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

export function findSelection(question: string): FoundSelection {
  const folded = foldInPlace(question);
  const two = both.exec(folded) ?? fromWhenToWhen.exec(folded);
  if (two !== null)
    return { order: 'both', limit: 1, span: { start: two.index, end: two.index + two[0].length } };
  for (const [order, names] of ends) {
    const before = `(?<!\\p{L})(?:${number}\\s+)?${names}\\s+(?:${number}\\s+)?(?=${things})`;
    const after = `(?<=(?<!\\p{L})(?:${number}\\s+)?${things}\\s+)${names}(?!\\p{L})`;
    const match =
      new RegExp(before, 'u').exec(folded) ??
      new RegExp(after, 'u').exec(folded) ??
      turned(names).exec(folded);
    if (match === null) continue;
    const said = match[1] ?? match[2];
    return {
      order,
      limit: said === undefined ? null : numberOf(said),
      span: { start: match.index, end: match.index + match[0].length },
    };
  }
  return lastTime(folded) ?? { order: 'newest', limit: null, span: null };
}

/** “Which mail was the first that …?”: the thing before its end. */
const turned = (names: string): RegExp =>
  new RegExp(
    `(?<=^[\\s¿]*(?:which|what|welche[rs]?|que|cual|quel(?:le)?|quale?|qual) (?:of (?:my|the|these|those) )?${things} (?:was|is|were|are|came|come|arrived|war|ist|kam|fue|es|llego|etait|est|era|e|foi) (?:the |der |die |das |el |la |le |il |o |a )?)${names}(?: one)?(?!\\p{L})`,
    'u',
  );

function numberOf(said: string): number {
  const named = twoToTwelve.findIndex((names) => names.split(' ').includes(said));
  return named >= 0 ? named + 2 : Number(said);
}

const time =
  /^[\s¿]*(?:when|wann|cuando|quand|quando)(?!\p{L}).*?(?:(?<!\p{L})(last|first)(?= (?:hear|write|send|e?-?mail|get|receive)(?!\p{L}))|(?<=(?:writ|wrote|sen[dt]|mail)\p{L}* (?:\p{L}+ ){0,4})(for the (?:first|last) time)|(?<!\p{L})(zuletzt|zum ersten mal|zum letzten mal)(?=.* (?:geschrieben|geschickt|gemailt)(?!\p{L}))|(?<=(?:escri|envi|mand|ecri|scri|escrev)\p{L}* (?:\p{L}+ ){0,4})(por ultima vez|por primera vez|pour la derniere fois|pour la premiere fois|per l[’']ultima volta|per la prima volta|pela ultima vez|pela primeira vez)|(?<=^[\s¿]*(?:when|cuando|quand|quando) (?:was|is|fue|es|etait|est|e stata|e|foi) (?:the |la |l[’']|a )?)((?:last|first|ultima|primera|derniere|premiere|prima|primeira) (?:time|vez|fois|volta))(?=.*(?:writ|wrote|sen[dt]|mail|hear|escri|envi|mand|ecri|scri|escrev)))/u;

/** "When did Priya last write?", "wann hat Priya zuletzt geschrieben?": the last mail, though none is named. */
function lastTime(folded: string): (Selection & { readonly span: Span }) | null {
  const match = time.exec(folded);
  if (match === null) return null;
  const word = match[1] ?? match[2] ?? match[3] ?? match[4] ?? match[5] ?? '';
  const end = match[0].length;
  return {
    order: /first|erst|prim|premi/.test(word) ? 'oldest' : 'newest',
    limit: 1,
    span: { start: end - word.length, end },
  };
}

export function asksLastTime(question: string): boolean {
  const folded = foldInPlace(question);
  return lastTime(folded) !== null || fromWhenToWhen.test(folded);
}
