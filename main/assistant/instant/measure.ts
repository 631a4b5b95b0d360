import type { Value } from '../language/values.ts';
import { foldInPlace } from '../language/words.ts';

/** In what a quantity is told: "how long" wants minutes or years, never kilograms. */
export type Measure =
  | 'duration'
  | 'frequency'
  | 'age'
  | 'weight'
  | 'length'
  | 'area'
  | 'volume'
  | 'temperature'
  | 'speed'
  | 'share';

const asked = (source: string): RegExp => new RegExp(`(?<![\\p{L}])(?:${source})(?![\\p{L}])`, 'u');

/** "How long" may be a length as well; units decide. */
const questions: readonly (readonly [Measure, RegExp])[] = [
  [
    'frequency',
    asked(
      'how often|how many times|how regularly|wie oft|wie haufig|cuantas veces|con que frecuencia|combien de fois',
    ),
  ],
  ['age', asked('how old|what age|wie alt|que edad|cuantos anos|quel age')],
  [
    'duration',
    asked(
      'how long|how much (?:time|notice)|wie lange?|cuanto (?:tiempo|dura)|combien de temps|quelle duree',
    ),
  ],
  [
    'weight',
    asked(
      'how heavy|how much (?:does|do|did) .{1,40} weigh|what (?:is|was) the weight|wie schwer|wieviel wiegt|wie viel wiegt|cuanto pesa|combien pese',
    ),
  ],
  [
    'length',
    asked(
      'how (?:far|tall|high|wide|deep|thick)|what (?:length|height|width|distance)|wie (?:weit|gross|hoch|breit|tief|dick)|cuanto mide|que distancia|quelle (?:taille|distance)',
    ),
  ],
  [
    'area',
    asked(
      'what size|how (?:big|large) (?:is|was|are|were) (?:the|our|my|your|his|her|their) (?:new |old )?(?:flat|apartment|house|home|room|kitchen|bathroom|bedroom|garden|office|plot|land)|how many square|wie viele quadrat\\p{L}+',
    ),
  ],
  ['volume', asked('how much (?:water|milk|oil|gas|fuel)|wie ?viel (?:wasser|milch|ol|gas)')],
  [
    'temperature',
    asked(
      'how (?:hot|cold|warm)|what temperature|wie (?:heiss|kalt|warm)|que temperatura|quelle temperature',
    ),
  ],
  ['speed', asked('how fast|what speed|wie schnell|que velocidad')],
  [
    'share',
    asked(
      'what (?:share|percentage|percent|coverage|proportion)|wie ?viel prozent|que porcentaje|quel pourcentage',
    ),
  ],
];

const time =
  'seconds?|sec|minutes?|min|hours?|h|days?|nights?|weeks?|fortnights?|months?|years?|sekunden?|minuten?|stunden?|tagen?|nachten?|wochen?|monaten?|jahren?|segundos?|minutos?|horas?|dias?|noches?|semanas?|mes|meses|anos?|secondes?|heures?|jours?|nuits?|semaines?|mois|ans?';
const units: Readonly<Record<Exclude<Measure, 'frequency'>, string>> = {
  duration: time,
  age: 'years?|months?|weeks?|jahren?|monaten?|anos?|ans?',
  weight: 'kg|g|kilos?|kilograms?|grams?|pounds?|lbs?|tons?|tonnes?|gramm|kilogramm',
  length: 'mm|cm|m|km|metres?|meters?|miles?|feet|foot|inch|inches|kilomet\\p{L}+|metern?|metros?',
  area: 'm²|m2|square|hectares?|quadrat\\p{L}+|mm|cm|m|km|metros?|metern?',
  volume: 'ml|l|litres?|liters?|m³|m3|cubic|cups?|spoons?|litern?|litros?',
  temperature: '°c|°f|°|degrees?|grad|grados?|degres?',
  speed: 'km/h|mph|m/s|knots?',
  share: '%|percent|per cent|prozent|por ciento|pour cent',
};

const spelled =
  'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|elf|zwolf|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|deux|trois|quatre|cinq|sept|huit|neuf|dix';
/** "34 square metres", "±2 mm", "three whole days". */
const quantity = (unit: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\d])(?:\\d[\\d.,]*|${spelled}|half an?|an?|one|eine?n?|un[ao]?)[\\s\\u00a0-]{0,2}(?:${unit})(?![\\p{L}\\d])`,
    'gu',
  );
const frequency = new RegExp(
  `(?<!\\p{L})(?:(?:once|twice|thrice|(?:\\d+|${spelled}|several|a few) times|einmal|zweimal|dreimal|una vez|dos veces|tres veces|une fois|deux fois)(?:\\s+(?:a|an|per|each|every|im|am|pro|al?|por|par)\\s+\\p{L}+)?|(?:every|each|jede[nrs]?|alle|cada|tous les|chaque)\\s+(?:(?:\\d+|${spelled}|second|other)\\s+)?\\p{L}+|(?:daily|weekly|monthly|yearly|annually|quarterly|taglich|wochentlich|monatlich|jahrlich|diari\\p{L}+|semanal\\p{L}*|mensual\\p{L}*|anual\\p{L}*)|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)days)(?!\\p{L})`,
  'gu',
);

/** What a question of quantity wants to hear, or null where any number may be meant. */
export function measureOf(question: string): Measure | null {
  const folded = foldInPlace(question);
  return questions.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The stretches of a text that tell a quantity in this measure. */
export function quantitiesIn(text: string, measure: Measure): Span[] {
  const pattern = measure === 'frequency' ? frequency : quantity(unitsOf(measure));
  return [...foldInPlace(text).matchAll(pattern)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }));
}

function unitsOf(measure: Exclude<Measure, 'frequency'>): string {
  // A road is long in metres, a night in hours.
  return measure === 'duration' ? `${units.duration}|${units.length}` : units[measure];
}

/** The value with the word that names its unit: "34 sockets". */
export function withUnit(text: string, value: Value): Span {
  if (value.kind !== 'number' || value.unit === null) return value;
  const unit = /^[\s\u00a0-]?[\p{L}°²³]+/u.exec(text.slice(value.end));
  return { start: value.start, end: value.end + (unit?.[0].length ?? 0) };
}
