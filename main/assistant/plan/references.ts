import { twoToTwelve } from '../language/numbers.ts';
import type { Language } from '../language/stop-words.ts';
import { foldInPlace } from '../language/words.ts';
import type { Span } from './span.ts';

/** What opens a question that goes on: "and", "what about", "only". */
const lead =
  /^[\s¿¡]*(?:ok(?:ay)?,?\s+)?(?:(?:and|but|also|then|so|und|aber|dann|y|pero|tambien|et|mais|puis|e|ma|mas|anche)(?!\p{L})[\s,]*)?(?:(?:what about|how about|was ist mit|wie (?:ist|war) es mit|que hay de|que tal|qu[’']en est-il d[e’']|e per|e quanto a|que dizer d[eoa])(?!\p{L})\s*)?/u;
/** "And those from Graham": words that stand for what was listed. */
const standIn =
  /^(?:those|these|the ones?|the (?:e-?)?mails?|die(?:jenigen)?|jene|los|las|ceux|celles|quell[ei]|as|os)\s+(?=(?:from|in|with|to|of|about|by|before|after|since|without|that|von|vom|mit|aus|im|in|an|seit|vor|nach|ohne|de|del|con|en|desde|sin|d[’']|du|avec|dans|depuis|sans|da|dal|di|con|nel|senza|do|com|em|sem)(?!\p{L}))/u;
const closing =
  /(?:^|[,\s]+)(?:too|as well|also|auch|tambien|aussi|instead|then|anche|pure|tambem|alone|please|bitte|allein)\s*[?.!]*$/u;
const only =
  /^[\s¿¡]*(?:(?:and|und|y|et|e) )?(?:please |bitte )?(?:show (?:me )?|list |zeig (?:mir )?|muestra(?:me)? |montre(?:-moi)? |mostra(?:mi)? |mostre )?(?:only|just|nur|bloss|solo|solamente|unicamente|seulement|uniquement|soltanto|solamente|apenas|somente|so)\s+(?:(?:the (?:ones?|mails?)|those|these|ones?|them|die(?:jenigen)?|jene|los|las|ceux|celles|quell[ei]|as|os|the|le|les)\s+)?/u;
const person =
  /(?<!\p{L})(?:her|him|she|he|them|they|ihr|ihm|ihn|sie|er|ihnen|ella|ellos?|ellas|elle|lui|ils|elles|lei|loro|eles?|elas?)(?!\p{L})/u;
const thing =
  /(?<!\p{L})(?:it|its|that|this|those|these|one|ones|there|then|es|das|davon|dazu|damit|dafur|dort|da|diese[rsnm]?|eso|esto|ello|ese|esa|alli|ca|cela|celui|celle|la-bas|cio|questo|quello|li|isso|isto|aquilo|nisso|la)(?!\p{L})/u;
const ofThem =
  /(?<!\p{L})(?:of (?:them|these|those)|among (?:them|these|those)|davon|darunter|von (?:ihnen|denen|diesen)|de ell[oa]s|de estos|de esos|d[’']entre eux|parmi eux|di (?:loro|questi|queste|quelli|essi)|deles|delas|dess[ea]s)(?!\p{L})/u;

export interface Opened {
  /** The question without what opens and closes it as one that goes on. */
  readonly text: string;
  /** It began or ended in such words. */
  readonly opens: boolean;
  /** It narrows what was shown: "only the PDFs". */
  readonly narrows: boolean;
}

/** Takes away "and …", "what about …", "only …", "… too". */
export function withoutOpening(question: string): Opened {
  const folded = foldInPlace(question);
  const narrowed = only.exec(folded);
  const led = narrowed?.[0].length ?? lead.exec(folded)?.[0].length ?? 0;
  const start = led + (led > 0 ? (standIn.exec(folded.slice(led))?.[0].length ?? 0) : 0);
  const end = closing.exec(folded.slice(start));
  const text = question.slice(start, end === null ? undefined : start + end.index).trim();
  const ended = question.slice(end === null ? question.length : start + end.index).trim();
  return {
    text: text === '' ? '' : `${text}${/\?/.test(ended) && !/\?$/.test(text) ? '?' : ''}`,
    opens: question.slice(0, start).trim() !== '' || /\p{L}/u.test(ended),
    narrows: narrowed !== null,
  };
}

export function namesThing(question: string): boolean {
  return thing.test(foldInPlace(question));
}

export function isPronoun(folded: string): boolean {
  return person.test(folded) || thing.test(folded);
}

/** "Of them", and where it stands; null for none. */
export function ofThemSpan(question: string): Span | null {
  return spanOf(ofThem.exec(foldInPlace(question)));
}

function spanOf(match: RegExpExecArray | null): Span | null {
  return match === null ? null : { start: match.index, end: match.index + match[0].length };
}

const subject: Readonly<Record<Language, string>> = {
  en: 'she|he|they|her|him|them',
  de: 'er|ihm|ihn|ihr|sie|ihnen',
  es: 'ella|el(?= (?:me|nos|ha|escrib|env|mand))|ellos|ellas',
  fr: "elle|lui|eux|ils|elles|il(?= (?:m[’']|nous|a|avait))",
  it: 'lei|lui|loro',
  pt: 'ele|ela|eles|elas',
};
const possessive: Readonly<Partial<Record<Language, string>>> = {
  en: 'his|their|her(?= (?!too|as|last|first|in|on|at|this|since)\\p{L})',
  de: '(?:seine|ihre)[mnrs]?',
};

/**
 * The question with the name of a person in a pronoun's place ("did she write?", "his number"); null where it holds none.
 * A pronoun for things ("it", "es") is left alone.
 */
export function withPersonNamed(question: string, language: Language, name: string): string | null {
  const folded = foldInPlace(question);
  const owned = possessive[language];
  if (owned !== undefined) {
    const match = new RegExp(`(?<!\\p{L})(?:${owned})(?!\\p{L})`, 'u').exec(folded);
    if (match !== null) return put(question, match, language === 'de' ? `${name}s` : `${name}’s`);
  }
  const match = new RegExp(`(?<!\\p{L})(?:${subject[language]})(?!\\p{L})`, 'u').exec(folded);
  return match === null ? null : put(question, match, name);
}

function put(question: string, match: RegExpExecArray, words: string): string {
  return question.slice(0, match.index) + words + question.slice(match.index + match[0].length);
}

const ordinals: readonly string[] = [
  'first|1st|erste[nrsm]?|primer[oa]?|premiere?|prim[oa]|primeir[oa]',
  'second|2nd|zweite[nrsm]?|segund[oa]|seconde?|deuxieme|second[oa]',
  'third|3rd|dritte[nrsm]?|tercer[oa]?|troisieme|terz[oa]|terceir[oa]',
  'fourth|4th|vierte[nrsm]?|cuart[oa]|quatrieme|quart[oa]',
  'fifth|5th|funfte[nrsm]?|quint[oa]|cinquieme',
  'sixth|6th|sechste[nrsm]?|sext[oa]|sixieme|sest[oa]',
  'seventh|7th|siebte[nrsm]?|septim[oa]|septieme|settim[oa]|setim[oa]',
  'eighth|8th|achte[nrsm]?|octav[oa]|huitieme|ottav[oa]|oitav[oa]',
  'ninth|9th|neunte[nrsm]?|noven[oa]|neuvieme|non[oa]',
  'tenth|10th|zehnte[nrsm]?|decim[oa]|dixieme',
];
const article = "(?:the |die |der |das |den |dem |el |la |le |il |lo |o |a |l[’'])?";
const counted =
  '(?: (?:one|mail|e-?mail|message|note|document|file|pdf|hit|result|item|of (?:them|those|these)|davon|mail|nachricht|notiz|datei|correo|nota|courriel|messaggio|mensagem))?';
const numberWords = twoToTwelve.join(' ').split(' ').join('|');

/** Which of those shown a question names by its place ("the second one", "number 3"), from 0; null for none. */
export function findOrdinal(question: string): (Span & { readonly at: number }) | null {
  const folded = foldInPlace(question);
  for (const [at, words] of ordinals.entries()) {
    const match = new RegExp(`(?<!\\p{L})${article}(?:${words})${counted}(?![\\p{L}\\d])`, 'u').exec(folded);
    // "The second meeting" is a thing of its own.
    if (match === null || /^ (?!and|und|y|et|e|about|say|from|said)\p{L}{3,}/u.test(following(folded, match)))
      continue;
    return { start: match.index, end: match.index + match[0].length, at };
  }
  const number = new RegExp(
    `(?<!\\p{L})(?:number|no\\.?|nr\\.?|nummer|numero|n°)\\s*(\\d{1,3}|${numberWords})(?![\\p{L}\\d])`,
    'u',
  ).exec(folded);
  if (number === null) return null;
  const said = number[1] ?? '';
  const named = twoToTwelve.findIndex((names) => names.split(' ').includes(said));
  return {
    start: number.index,
    end: number.index + number[0].length,
    at: named >= 0 ? named + 1 : Number(said) - 1,
  };
}

function following(folded: string, match: RegExpExecArray): string {
  const rest = folded.slice(match.index + match[0].length);
  // A kind word beside the ordinal, or a verb's place: "what does the second say".
  return /(?:one|mail|message|note|document|file|pdf|hit|result|item|them|those|these|davon)$/.test(match[0])
    ? ''
    : rest;
}

/** "Open it", "show me that one": the document just shown, whole. */
const opens =
  /^[\s¿¡]*(?:(?:and|und|y|et|e) )?(?:please |bitte )?(?:open|show(?: me)?|read(?: me)?|display|offne|zeig(?:e)?(?: mir)?|lies|abre(?:lo|la)?|muestra(?:me)?(?:lo|la)?|ouvre(?:-l[ea])?|montre(?:-l[ea])?(?:-moi)?|apri(?:lo|la)?|mostra(?:mi)?(?:lo|la)?|abra|mostre)(?: (?:it|that|this)(?: (?:one|mail|note|document|file))?| (?:es|das|die|den|ihn|sie|eso|esto|ca|questo|isso))?(?: (?:to me|please|bitte))?[\s.!?]*$/u;

const showing =
  /^[\s¿¡]*(?:(?:and|und|y|et|e) )?(?:please |bitte )?(?:open|show(?: me)?|read(?: me)?|display|see|look at|offne|zeig(?:e)?(?: mir)?|lies|abre(?:me)?|muestra(?:me)?|ouvre|montre(?:-moi)?|apri(?:mi)?|mostra(?:mi)?|abra|mostre)(?!\p{L})\s*/u;

/** "Open the last one" without the verb. */
export function withoutShowing(question: string): string {
  return question.slice(showing.exec(foldInPlace(question))?.[0].length ?? 0);
}

export function opensShown(question: string): boolean {
  const folded = foldInPlace(question);
  return opens.test(folded) && /\s\p{L}|l[aeo]\p{P}*$/u.test(folded.trim());
}
