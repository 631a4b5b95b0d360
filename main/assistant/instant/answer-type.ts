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
      'how much|how expensive|what (?:is|was|are|were|does|did) .{0,40}(?:price|cost|costs|fee|rent|total|deposit|premium|budget|salary|excess|balance|bill|deductible|charge)|price of|cost of|wie ?viel|wie teuer|was kostet\\p{L}*|kosten|preis|miete|cuanto|precio|coste|alquiler|combien|prix|cout|loyer',
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
      'where|which (?:city|town|country|address|street|restaurant|hotel|place)|what (?:address|city|town|country|place)|wo|wohin|woher|adresse|donde|adonde|direccion|ou|adresse',
    ),
  ],
  [
    'decision',
    one(
      'decid\\p{L}*|decision|choos\\p{L}*|chose|chosen|agree\\p{L}*|settle\\p{L}*|pick(?:ed)?|go (?:for|with)|opt\\p{L}* for|entsch\\p{L}*|beschl\\p{L}*|gewahlt|ausgesucht|einig\\p{L}*|decid\\p{L}*|eleg\\p{L}*|acord\\p{L}*|choisi\\p{L}*|decision',
    ),
  ],
];

export function answerTypeOf(question: string): AnswerType {
  const folded = foldInPlace(question);
  return patterns.find(([, pattern]) => pattern.test(folded))?.[0] ?? 'open';
}

const reason = one(
  'because|since|as|due to|so that|reason|therefore|weil|denn|wegen|damit|grund|porque|debido|ya que|motivo|parce que|car|a cause|raison',
);
const decided = one(
  `decid\\p{L}*|decision|chose|chosen|choosing|agreed?|settled|instead of|rather than|in place of|went (?:for|with)|
  going (?:for|with)|go (?:for|with)|we(?: will|[’']ll) (?:take|have|use|stay)|took|order(?:ed)?|pick(?:ed)?|opt(?:ed)?|
  changed? (?:our|my) minds?|statt|anstatt|entschieden|beschlossen|nehmen|bleib\\p{L}*|gewahlt|elegi\\p{L}*|
  en (?:vez|lugar) de|acord\\p{L}*|choisi\\p{L}*|au lieu d`.replace(/\s*\n\s*/g, ''),
);
const place =
  /(?:\b(?:in|at|near|to|from|im|am|bei|nach|en|a|à|chez)\s+(?:the |der |dem |la |el |le )?\p{Lu}|\d+\s+\p{Lu}\p{L}+\s+(?:Street|St|Road|Rd|Avenue|Lane|Place|Terrace|Square|Court)|\p{Lu}\p{L}+(?:straße|str\.|weg|platz|gasse)\s*\d|(?:calle|rue|plaza|avenida|avenue)\s+\p{L}+)/u;

/** Whether a sentence holds a thing of the wanted kind that the question does not hold already. */
export function holdsType(
  type: AnswerType,
  sentence: { readonly text: string; readonly values: readonly Value[] },
  isNew: (value: Value) => boolean,
  newNames: number,
): boolean {
  const has = (...kinds: readonly Value['kind'][]): boolean =>
    sentence.values.some((value) => kinds.includes(value.kind) && isNew(value));
  switch (type) {
    case 'amount':
      return has('amount');
    case 'date':
      return (
        has('date') ||
        /(?<!\p{L})(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|tonight|yesterday|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|morgen|lunes|martes|miercoles|jueves|viernes|sabado|domingo|manana|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain/u.test(
          foldInPlace(sentence.text),
        )
      );
    case 'time':
      return has('time');
    case 'quantity':
      return has('number', 'percent', 'amount', 'time');
    case 'code':
      return has('code', 'number');
    case 'person':
      return newNames > 0;
    case 'place':
      return place.test(sentence.text);
    case 'reason':
      return reason.test(foldInPlace(sentence.text));
    case 'decision':
      return decided.test(foldInPlace(sentence.text));
    case 'open':
      return true;
  }
}
