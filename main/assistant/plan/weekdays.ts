import { foldInPlace } from '../language/words.ts';
import type { Span } from './span.ts';

/** Days of the week that a question names as such, not one of them: “on Mondays”, “am Wochenende”. */
export interface FoundWeekdays extends Span {
  /** ISO 8601: 1 for Monday to 7 for Sunday, in order. */
  readonly days: readonly number[];
}

/** Monday to Sunday in six languages, folded: the day, and the words that mean every one of them without an article. */
const names: readonly (readonly [one: string, every: string])[] = [
  ['monday|montag|lunes|lundi|lunedi|segunda-feira', 'mondays|montags|montagen|lundis|segundas(?:-feiras?)?'],
  [
    'tuesday|dienstag|martes|mardi|martedi|terca-feira',
    'tuesdays|dienstags|dienstagen|mardis|tercas(?:-feiras?)?',
  ],
  [
    'wednesday|mittwoch|miercoles|mercredi|mercoledi|quarta-feira',
    'wednesdays|mittwochs|mittwochen|mercredis|quartas(?:-feiras?)?',
  ],
  [
    'thursday|donnerstag|jueves|jeudi|giovedi|quinta-feira',
    'thursdays|donnerstags|donnerstagen|jeudis|quintas(?:-feiras?)?',
  ],
  [
    'friday|freitag|viernes|vendredi|venerdi|sexta-feira',
    'fridays|freitags|freitagen|vendredis|sextas(?:-feiras?)?',
  ],
  [
    'saturday|samstag|sonnabend|sabado|samedi|sabato',
    'saturdays|samstags|samstagen|sonnabends|sabados|samedis|sabati',
  ],
  ['sunday|sonntag|domingo|dimanche|domenica', 'sundays|sonntags|sonntagen|domingos|dimanches|domeniche'],
];
/** Any one of them. */
export const weekdayPattern = names.map(([one]) => one).join('|');
const plurals = names.map(([, every]) => every).join('|');
/** “A Monday”, “los lunes”, “di lunedì” are all of that name; “el lunes” and “am Montag” are the last. */
const anyOf =
  '(?:(?:on |at |an )?(?:an?|any|every|each|einem?|jede[nm]|cada|todos los|los|un|tous les|chaque|les?|ogni|tutti i|di|il|nei|todos os|num|numa)|aos?|as|nas|nos) ';
const before = '(?:(?:on|an(?: den)?|los|les|i|le|nei|nelle|aos|as|nas|nos|alle) )?';
/** “Le lundi 3 mars” is a day of the calendar. */
const noDate = '(?![\\p{L}\\d])(?! \\d)';
const habitual = new RegExp(
  `(?<![\\p{L}\\d])(?:${before}(?:${plurals})|${anyOf}(?:${weekdayPattern}))${noDate}`,
  'gu',
);
const joined = new RegExp(
  `^(?:,|,? (?:and|or|und|oder|y|o|et|ou|e|ed)) ${before}(?:${plurals}|${weekdayPattern})${noDate}`,
  'u',
);
const weekend = new RegExp(
  `(?<!\\p{L})(?:${[
    '(?:on|at|over|during) (?:the )?week-?ends?|(?:on |at )?(?:an?|any|every|each) week-?end|week-?ends',
    'am wochenende|(?:an )?(?:den |jedem |einem )?wochenenden?|wochenends',
    '(?:(?:en )?(?:los|el|cada|todos los)|en|un) fin(?:es)? de semana(?! pasado)',
    '(?:(?:pendant )?les?|en|un|chaque|tous les) week-?ends?(?! (?:dernier|passe))',
    '(?:nel|nei|di|ogni|durante il) (?:week-?end|fine settimana)(?! (?:scorso|passato))',
    '(?:aos?|nos?|num|cada|todos os) (?:fim|fins) de semana(?! passado)',
  ].join('|')})(?!\\p{L})`,
  'u',
);
const workdays =
  /(?<!\p{L})(?:(?:on |during )?(?:weekdays|work(?:ing)? ?days|business days)|werktags|wochentags|an (?:werk|arbeits|wochen)tagen|unter der woche|entre semana|(?:los |en )?dias (?:laborables|habiles)|en semaine|(?:les )?jours ouvr(?:abl|)es|(?:nei )?giorni (?:feriali|lavorativi)|(?:nos |em )?dias uteis)(?!\p{L})/u;
/** “Last weekend”, “dieses Wochenende” is one of them. */
const single = /(?<!\p{L})(?:last|past|previous|this|letzte[ns]?|vorige[ns]?|diese[ns]?)\s+$/u;

/** The days of the week that a question wants things to be dated on; null for none. */
export function findWeekdays(question: string): FoundWeekdays | null {
  const folded = foldInPlace(question);
  const set = (pattern: RegExp, days: readonly number[]): FoundWeekdays | null => {
    const match = pattern.exec(folded);
    if (match === null || single.test(folded.slice(0, match.index))) return null;
    return { start: match.index, end: match.index + match[0].length, days };
  };
  return set(workdays, [1, 2, 3, 4, 5]) ?? set(weekend, [6, 7]) ?? namedDays(folded);
}

/** “On Mondays and Fridays”. */
function namedDays(folded: string): FoundWeekdays | null {
  const [first] = folded.matchAll(habitual);
  if (first === undefined || single.test(folded.slice(0, first.index))) return null;
  let end = first.index + first[0].length;
  const said = [first[0]];
  for (let more = joined.exec(folded.slice(end)); more !== null; more = joined.exec(folded.slice(end))) {
    said.push(more[0]);
    end += more[0].length;
  }
  const days = names.flatMap(([one, every], at) => {
    const pattern = new RegExp(`(?<!\\p{L})(?:${one}|${every})(?!\\p{L})`, 'u');
    return said.some((words) => pattern.test(words)) ? [at + 1] : [];
  });
  return { start: first.index, end, days };
}
