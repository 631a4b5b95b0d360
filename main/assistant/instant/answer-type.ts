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
      'how (?:many|long|old|far|tall|big|large|heavy|high|wide|deep|thick|fast|hot|cold|warm|often|regularly|much (?:time|notice|water|space|energy|power|electricity|weight|gas|fuel|milk|oil)|much (?:does|do|did) .{1,40} weigh)|what (?:size|dose|percentage|percent|age|length|height|width|weight|distance|temperature|pressure|speed|level|score|coverage|share of)|(?:pressure|temperature|reading|readings|score|coverage)(?= (?:was|is|did|does|do|should|must|has|have|had|of|on|at|when|in)(?!\\p{L})|\\?|$)|wie ?viele|wie (?:lange|alt|weit|gross|schwer|hoch|breit|oft)|cuant[oa]s|cuanto (?:tiempo|mide|pesa|dura)|que edad|combien de(?! (?:coute|euros))|quel age|quelle (?:taille|duree|distance)',
    ),
  ],
  [
    'amount',
    one(
      'how much|how expensive|what (?:is|was|are|were|does|did) .{0,40}(?:price|cost|costs|fee|fees|rent|total|deposit|premium|budget|salary|excess|balance|bill|deductible|charge|share|wage|pay|contribution|subscription|refund|grant|quote|offer|valuation)|what (?:do|does|did|will|would) .{2,60}(?:cost|quote|charge|pay|earn|owe|spend|ask for|bill|offer|estimate|refund|value|come to)(?= (?:for|on|in|at|from|to|back|now|us|me|it|the|a)(?!\\p{L})|[?.!]|$)|what (?:do|does|did|will|would) .{2,40} (?:want|take|get)(?= for (?:it|this|that|them|everything|all|the|his|her|their|our|my)(?!\\p{L}))|what (?:is|are|was|were) .{2,40} (?:paid|charged|worth)|price of|cost of|wie ?viel|wie teuer|was (?:kostet\\p{L}*|.{2,40} gekostet)|kosten|preis|miete|cuanto|precio|coste|alquiler|combien|prix|cout|loyer',
    ),
  ],
  [
    'date',
    one(
      '(?:since|by|until|till|from|know|knows|remember|tell (?:me|us)|find out|say|check|see) when|what date|which date|what day|which day|which (?:month|year)|what (?:month|year)|deadline|due date|birthday|expir\\p{L}+|wann|welche[sm] datum|an welchem tag|seit wann|bis wann|cuando|que (?:dia|fecha)|en que (?:ano|mes)|quand|quel jour|quelle date|en quelle annee',
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

const figures =
  'price|costs?|fees?|rent|deposit|premium|subscription|hire|excess|balance|bill|quote|estimate|budget|salary|sum insured|amount|total|fare|charge|refund|discount';
/** Words without a question, as typed into a search: what they open with, or end in, is what they want. */
const bareWords: readonly (readonly [AnswerType, RegExp])[] = [
  [
    'amount',
    new RegExp(
      `^(?:(?:the|our|my) )?(?:\\p{L}+ ){0,2}(?:${figures})(?= (?:of|for|from|at|in|on|per|by|before|after|to|that)(?!\\p{L}))`,
      'u',
    ),
  ],
  ['amount', new RegExp(`(?<!\\p{L})(?:${figures})$`, 'u')],
  [
    'date',
    /^(?:(?:the|our|my) )?(?:\p{L}+ ){0,1}(?:date|day|deadline)(?= (?:of|for|when|that|we|i)(?!\p{L}))/u,
  ],
];
const asksOpenly =
  /\?|^(?:what|which|who|how|where|when|why|is|are|was|were|do|does|did|can|could|has|have|tell|show|find|was|wer|wie|wo|wann|que|quien|cuanto|donde|quand|qui|combien|ou)(?!\p{L})/u;

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

const opening = '^[^\\p{L}]*(?:(?:and|but|so|then|ok|okay|und|aber|y|pero|et|mais)[ ,]+)?';
/** Papers that bear a number of their own. */
const papers =
  'quotes?|invoices?|bills?|offers?|orders?|policy|policies|claims?|bookings?|contracts?|estimates?|receipts?|tickets?|certificates?|applications?';

/** A question that opens with one of these wants that, whatever it names after it. */
const openings: readonly (readonly [AnswerType, RegExp])[] = [
  ['reason', new RegExp(`${opening}(?:why|how come|warum|wieso|weshalb|por que|pourquoi)(?!\\p{L})`, 'u')],
  ['date', new RegExp(`${opening}(?:when|wann|cuando|quand)(?!\\p{L})`, 'u')],
  ['place', new RegExp(`${opening}(?:where|wo|wohin|woher|a?donde)(?!\\p{L})`, 'u')],
  ['person', new RegExp(`${opening}(?:who|whom|whose|wer|wen|wem|wessen|quien(?:es)?)(?!\\p{L})`, 'u')],
  [
    // "The number of the quote" is no amount; "the number of chairs" counts.
    'code',
    new RegExp(
      `${opening}(?:(?:what|which)(?:[’']s| is| was)? )?(?:(?:the|our|my) )?(?:\\p{L}+ )?(?:number|reference|code|serial(?: number)?)(?= (?:of|for|on) (?:the|our|my|this|that) (?:\\p{L}+ )?(?:${papers})(?!\\p{L}))`,
      'u',
    ),
  ],
];

/** What is said after these is only when or on what condition. */
const condition =
  /(?<!(?:since|by|until|till|from|know|knows|remember|tell|me|us|out|say|check|see)) (?:when|if|while|because|wenn|falls|weil|cuando|quand|lorsque) .*$/u;

export function answerTypeOf(question: string): AnswerType {
  const folded = foldInPlace(question);
  // "Who is Moira Lennox?" has the name already and wants to hear about her.
  if (whoIs.test(question) && /^\S+\s+\S+\s+\p{Lu}/u.test(question)) return 'open';
  if (comparesPrices.test(folded) && offers.test(folded)) return 'amount';
  const bare = asksOpenly.test(folded) ? [] : bareWords;
  const asked = folded.replace(condition, '');
  return [...openings, ...bare, ...patterns].find(([, pattern]) => pattern.test(asked))?.[0] ?? 'open';
}
