import type { Value } from '../language/values.ts';
import { foldInPlace } from '../language/words.ts';

/** What kind of thing a question wants to hear. */
export type AnswerType =
  | 'amount'
  | 'date'
  | 'time'
  | 'quantity'
  | 'code'
  | 'person'
  | 'place'
  | 'reason'
  | 'decision'
  | 'open';

const one = (source: string): RegExp => new RegExp(`(?<![\\p{L}])(?:${source})(?![\\p{L}])`, 'u');

/** In this order: "what time" before "what", "how much time" before "how much". */
const patterns: readonly (readonly [AnswerType, RegExp])[] = [
  ['reason', one('why|how come|what reason|warum|wieso|weshalb|por que|pourquoi')],
  [
    'time',
    one('what time|at what hour|um wie ?viel uhr|um welche uhrzeit|wie spat|a que hora|a quelle heure'),
  ],
  [
    'quantity',
    one(
      'how (?:many|long|old|far|tall|big|large|heavy|high|wide|deep|fast|hot|cold|often|much (?:time|water|space|energy|electricity|weight))|what (?:size|percentage|age|length|height|width|weight|distance|temperature)|wie ?viele|wie (?:lange|alt|weit|gross|schwer|hoch|breit|oft)|cuant[oa]s|cuanto (?:tiempo|mide|pesa|dura)|que edad|combien de(?! (?:coute|euros))|quel age|quelle (?:taille|duree|distance)',
    ),
  ],
  [
    'amount',
    one(
      'how much|how expensive|what (?:is|was|are|were|does|did) .{0,40}(?:price|cost|costs|fee|rent|total|deposit|premium|budget|salary|excess|balance|bill|deductible|charge|share|salary|wage|pay|contribution)|what (?:do|does|did|will|would) .{2,60}(?:cost|quote|charge|pay|earn|owe|spend|ask for|bill|offer)|price of|cost of|wie ?viel|wie teuer|was kostet\\p{L}*|kosten|preis|miete|cuanto|precio|coste|alquiler|combien|prix|cout|loyer',
    ),
  ],
  [
    'date',
    one(
      'when|what date|which date|what day|which day|which (?:month|year)|what (?:month|year)|deadline|due date|birthday|expir\\p{L}+|wann|welche[sm] datum|an welchem tag|seit wann|bis wann|cuando|que (?:dia|fecha)|en que (?:ano|mes)|quand|quel jour|quelle date|en quelle annee',
    ),
  ],
  [
    'code',
    one(
      '(?:\\p{L}+ )?(?:number|code|id|iban|pin|reference|phone|telephone|e-?mail address|url|website|registration|model|serial)(?= |\\?|$)|policennummer|\\p{L}*nummer|telefon\\p{L}*|kennzeichen|numero|codigo|telefono|referencia|telephone|reference',
    ),
  ],
  [
    'person',
    one(
      'who|whom|whose|which (?:person|doctor|company|plumber|electrician|solicitor|teacher|colleague)|wer|wen|wem|wessen|quien|quienes|qui|a qui|de qui',
    ),
  ],
  [
    'place',
    one(
      "where|which (?:city|town|country|address|street|restaurant|hotel|place)|what(?:[’']s| is| was) (?:the |my |our )?address|what (?:address|city|town|country|place)|wo|wohin|woher|adresse|donde|adonde|direccion|ou|adresse",
    ),
  ],
  [
    'decision',
    one(
      'decid\\p{L}*|decision|choos\\p{L}*|chose|chosen|agree(?:d|s)?|settled?|pick(?:ed)?|go (?:for|with)|opt\\p{L}* for|entsch\\p{L}*|beschl\\p{L}*|vereinbar\\p{L}*|gewahlt|ausgesucht|einig\\p{L}*|decid\\p{L}*|eleg\\p{L}*|acord\\p{L}*|choisi\\p{L}*|decision',
    ),
  ],
];

/** Types whose answer is a value that code can recognise for certain. */
export function isValueType(type: AnswerType): boolean {
  return type === 'amount' || type === 'date' || type === 'time' || type === 'quantity' || type === 'code';
}

const whoIs =
  /^(?:and )?(?:who(?:[’']s| is| was| are)|wer ist|wer war|quien es|quien era|qui est)\s+(?!the |der |die |das |el |la |le )\p{Lu}/iu;
const comparesPrices = one('compar\\p{L}*|vergleich\\p{L}*|differences?|cheaper|cheapest');
const offers = one(
  'quotes?|offers?|prices?|costs?|estimates?|bids?|angebot\\p{L}*|preise?|presupuestos?|precios?|devis|prix',
);

export function answerTypeOf(question: string): AnswerType {
  const folded = foldInPlace(question);
  // "Who is Moira Lennox?" has the name already and wants to hear about her.
  if (whoIs.test(question) && /^\S+\s+\S+\s+\p{Lu}/u.test(question)) return 'open';
  if (comparesPrices.test(folded) && offers.test(folded)) return 'amount';
  return patterns.find(([, pattern]) => pattern.test(folded))?.[0] ?? 'open';
}

const reason = one(
  "because|due to|owing to|reason|that[’']s why|therefore|weil|denn|wegen|grund|deshalb|porque|debido|ya que|motivo|parce que|a cause|raison",
);
const decided = one(
  `decid\\p{L}*|decision|chose|chosen|choosing|agreed?|settled|instead of|rather than|in place of|went (?:for|with)|
  going (?:for|with)|go (?:for|with)|we(?: will|[’']ll) (?:take|have|use|stay)|took|order(?:ed)?|pick(?:ed)?|opt(?:ed)?|
  changed? (?:our|my) minds?|statt|anstatt|entschieden|beschlossen|vereinbar\\p{L}*|beschluss\\p{L}*|nehmen|bleib\\p{L}*|gewahlt|elegi\\p{L}*|
  en (?:vez|lugar) de|acord\\p{L}*|choisi\\p{L}*|au lieu d`.replace(/\s*\n\s*/g, ''),
);
const place =
  /(?:\b(?:in|at|near|to|from|im|am|bei|nach|en|a|à|chez)\s+(?:the |der |dem |la |el |le )?\p{Lu}|\d+\s+\p{Lu}\p{L}+\s+(?:Street|St|Road|Rd|Avenue|Lane|Place|Terrace|Square|Court)|\p{Lu}\p{L}+(?:straße|str\.|weg|platz|gasse)\s*\d|(?:calle|rue|plaza|avenida|avenue)\s+\p{L}+)/u;

const weekday =
  /(?<!\p{L})(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|tonight|yesterday|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|gestern|lunes|martes|miercoles|jueves|viernes|sabado|domingo|ayer|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain|hier)(?!\p{L})/gu;

/** A sentence as far as its type matters. */
export interface Typable {
  readonly text: string;
  readonly values: readonly Value[];
  /** Names the question does not hold, with where they stand. */
  readonly names: readonly { readonly start: number }[];
}

const kinds: Partial<Record<AnswerType, readonly Value['kind'][]>> = {
  amount: ['amount'],
  date: ['date'],
  time: ['time'],
  quantity: ['number', 'percent', 'amount', 'time'],
  code: ['code'],
};

/** "In August" alone dates hardly anything. */
function isBareMonth(value: Value): boolean {
  return value.kind === 'date' && value.readings.every(({ year, day }) => year === null && day === null);
}

/** Where a sentence holds things of the wanted type that the question does not hold already; offsets into it. */
export function answersIn(type: AnswerType, sentence: Typable, isNew: (value: Value) => boolean): number[] {
  const matches = (pattern: RegExp): number[] => {
    const found = pattern.exec(type === 'place' ? sentence.text : foldInPlace(sentence.text));
    return found === null ? [] : [found.index];
  };
  const wanted = kinds[type];
  if (wanted !== undefined) {
    const values = sentence.values
      .filter((value) => wanted.includes(value.kind) && isNew(value) && !isBareMonth(value))
      .map((value) => value.start);
    if (type !== 'date' || values.length > 0) return values;
    return [...foldInPlace(sentence.text).matchAll(weekday)].map((match) => match.index);
  }
  if (type === 'person') return sentence.names.map((name) => name.start);
  if (type === 'place') return [...matches(place), ...sentence.names.map((name) => name.start)];
  if (type === 'reason') return matches(reason);
  return type === 'decision' ? matches(decided) : [];
}
