import { findDates, type PartialDate } from './dates.ts';
import { numberSource, readNumber, spelledNumber, twoToTwelve } from './numbers.ts';
import { stem } from './stems.ts';
import { isStopWord, type Language } from './stop-words.ts';
import { fold, languageOf } from './words.ts';

interface Spot {
  readonly start: number;
  readonly end: number;
}

/** A fact that can be checked letter by letter: what it is, what it may mean, and where it stands (UTF-16, end exclusive). */
export type Value = Spot &
  (
    | { readonly kind: 'date'; readonly readings: readonly PartialDate[] }
    | { readonly kind: 'time'; readonly minutes: number }
    | { readonly kind: 'amount'; readonly numbers: readonly number[]; readonly currency: string }
    | { readonly kind: 'percent'; readonly numbers: readonly number[] }
    | { readonly kind: 'number'; readonly numbers: readonly number[]; readonly unit: string | null }
    | { readonly kind: 'code'; readonly code: string }
  );

const currencies: readonly (readonly [string, RegExp])[] = [
  ['EUR', /^(?:€|eur|euros?)$/],
  ['USD', /^(?:\$|usd|us\$|dollars?|dolares|dollar)$/],
  ['GBP', /^(?:£|gbp|pounds?|libras)$/],
  ['CHF', /^(?:chf|franken|francs?|francos|sfr)$/],
];

function currencyOf(text: string): string | null {
  const folded = fold(text.trim()).replace(/\.$/, '');
  return currencies.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}

const currencyWord = '(?:€|\\$|£|EUR|USD|GBP|CHF|[Ee]uros?|[Dd]ollars?|[Pp]ounds?|[Ff]ranken|[Ff]rancs?)';
const scale = '(?:\\s?(k|thousand|million|mil|Mio\\.?|Tausend|mille|millones|millions)(?![\\p{L}]))?';
const spacedNumber = `(?:\\d{1,3}(?: \\d{3})+(?:[.,]\\d{1,2})?(?!\\d)|${numberSource}(?:[.,]-)?)`;
const amountAfter = new RegExp(
  `(?<![\\p{L}\\d])(${spacedNumber})${scale}[\\s\\u00a0\\u202f]?(${currencyWord})(?![\\p{L}]|\\s?\\d)`,
  'gu',
);
const amountBefore = new RegExp(`(?<![\\p{L}])(${currencyWord})\\s?(${numberSource})${scale}`, 'gu');
const percent = new RegExp(`(${numberSource})\\s?(?:%|percent|per cent|Prozent|por ciento|pour cent)`, 'gu');
const clock =
  /(?<![\d:.])(\d{1,2})(?:(?::|(?=[.]\d{2}\s?(?:Uhr|am|pm|[ap]\.m\.))\.|(?=h\d{2})h)(\d{2})(?::\d{2})?\s?(am|pm|a\.m\.|p\.m\.|Uhr|h)?|\s?(am|pm|a\.m\.|p\.m\.|Uhr|o'clock))(?![\p{L}\d])/giu;
const clockHours: readonly string[] = ['', 'one eins una une', ...twoToTwelve];
const hourWord = clockHours
  .join(' ')
  .trim()
  .replace(/\s+/g, '|')
  .replace('funf', 'f(?:u|ü)nf')
  .replace('zwolf', 'zw(?:o|ö)lf');
/** "half past seven", "quarter to nine", "a las siete"; German "halb acht" is half past seven. */
const clockWords = new RegExp(
  `(?<!\\p{L})(half past|quarter past|quarter to|halb|viertel nach|viertel vor|a las|noon|midday|midnight|mittags|mediodía|midi)(?:\\s+(${hourWord}|\\d{1,2}))?(?![\\p{L}\\d]|[:.]\\d)`,
  'giu',
);
const clockShift: Readonly<Record<string, number>> = {
  'half past': 30,
  'quarter past': 15,
  'quarter to': -15,
  halb: -30,
  'viertel nach': 15,
  'viertel vor': -15,
};
const address = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}|https?:\/\/[^\s<>"]+/gu;
const phone = /(?<![\p{L}\d])(?:\+\d{1,3}|0)[\d\s()/-]{6,}\d(?![\d\p{L}])/gu;
const iban = /(?<![\p{L}\d])\p{Lu}{2}\d{2}(?: ?[\p{Lu}\d]{4}){2,7}(?: ?[\p{Lu}\d]{1,4})?(?![\p{L}\d])/gu;
const mixed =
  /(?<![\p{L}\d])(?=[\p{L}\d./_-]*\d)(?=[\d./_-]*\p{L}|\d+[-/_]\d)(?!\d+-\p{L}{3,}(?![\p{L}\d-]))[\p{L}\d]+(?:[-_/.][\p{L}\d]+)*(?![\p{L}\d])/gu;
const longDigits = /(?<![\p{L}\d.,])\d{5,}(?![\p{L}\d]|[.,]\d)/gu;
const plainNumber = new RegExp(
  `(?<![\\p{L}\\d])(${numberSource})(?:st|nd|rd|th)?(?:[\\s\\u00a0-]?(\\p{L}+|°C|°|m²|m2))?`,
  'gu',
);
const glued = /^(\d+(?:[.,]\d+)?)(kg|g|km|m|cm|mm|l|ml|kwh|kw|w|v|a|gb|mb|tb|h|min|s|x|st|nd|rd|th|er|e|k)$/i;
const word = /(?<![\p{L}\d])\p{L}+(?![\p{L}\d])/gu;

const scaled: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  tausend: 1e3,
  mil: 1e3,
  mille: 1e3,
};

function withScale(numbers: readonly number[], name: string | undefined): number[] {
  const factor = name === undefined ? 1 : (scaled[name.toLowerCase()] ?? 1e6);
  return numbers.map((number) => number * factor);
}

/** "8 in the morning", "8 Uhr abends": the half of the day in words. */
const clockOfDay =
  /(?<![\d:.])(\d{1,2})(?::(\d{2}))?\s+(?:o['’]clock\s+)?(in the morning|in the afternoon|in the evening|at night|(?:Uhr\s+)?(?:morgens|vormittags|nachmittags|abends)|de la mañana|de la tarde|de la noche|du matin|du soir)(?!\p{L})/giu;

function minutesOfDay(hour: string, minute: string | undefined, part: string): number {
  const late = /afternoon|evening|night|nachmittags|abends|tarde|noche|soir/i.test(part);
  return minutesOf(hour, minute, late ? 'pm' : 'am');
}

function spokenMinutes(lead: string, hour: string | undefined): number | null {
  if (hour === undefined)
    return /midnight/i.test(lead) ? 0 : /noon|midd|mittag|mediod|midi/i.test(lead) ? 720 : null;
  const named = clockHours.findIndex((names) => names.split(' ').includes(fold(hour)));
  const hours = named > 0 ? named : Number(hour);
  return Number.isNaN(hours) ? null : hours * 60 + (clockShift[lead.toLowerCase()] ?? 0);
}

function minutesOf(hour: string | undefined, minute: string | undefined, half: string | undefined): number {
  const hours = Number(hour);
  const afternoon = half !== undefined && /^p/i.test(half) && hours < 12;
  const midnight = half !== undefined && /^a/i.test(half) && hours === 12;
  return (hours + (afternoon ? 12 : 0) - (midnight ? 12 : 0)) * 60 + Number(minute ?? 0);
}

const codeOf = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase();

/** The checkable values of a text in order, none overlapping: the most specific reading of each stretch. */
export function findValues(text: string, language: Language = languageOf(text)): Value[] {
  const found: Value[] = [];
  const take = (value: Value): void => {
    if (!found.some((other) => value.start < other.end && other.start < value.end)) found.push(value);
  };
  const each = (pattern: RegExp, read: (match: RegExpMatchArray, spot: Spot) => Value | null): void => {
    for (const match of text.matchAll(pattern)) {
      const value = read(match, { start: match.index, end: match.index + match[0].length });
      if (value !== null) take(value);
    }
  };
  const code = (match: RegExpMatchArray, spot: Spot): Value => ({
    ...spot,
    kind: 'code',
    code: codeOf(match[0]),
  });
  const unitOf = (name: string | undefined): string | null => {
    const folded = fold(name ?? '');
    return folded === '' || isStopWord(folded, language) ? null : stem(folded, language);
  };

  each(address, code);
  each(iban, code);
  each(amountAfter, (m, spot) => ({
    ...spot,
    kind: 'amount',
    numbers: withScale(readNumber(m[1] ?? ''), m[2]),
    currency: currencyOf(m[3] ?? '') ?? '',
  }));
  each(amountBefore, (m, spot) => ({
    ...spot,
    kind: 'amount',
    numbers: withScale(readNumber(m[2] ?? ''), m[3]),
    currency: currencyOf(m[1] ?? '') ?? '',
  }));
  for (const date of findDates(text))
    take({ start: date.start, end: date.end, kind: 'date', readings: date.readings });
  each(clockOfDay, (m, spot) => ({
    ...spot,
    kind: 'time',
    minutes: minutesOfDay(m[1] ?? '', m[2], m[3] ?? ''),
  }));
  each(clock, (m, spot) => ({ ...spot, kind: 'time', minutes: minutesOf(m[1], m[2], m[3] ?? m[4]) }));
  each(clockWords, (m, spot) => {
    const minutes = spokenMinutes(m[1] ?? '', m[2]);
    return minutes === null ? null : { ...spot, kind: 'time', minutes };
  });
  each(percent, (m, spot) => ({ ...spot, kind: 'percent', numbers: readNumber(m[1] ?? '') }));
  each(phone, code);
  each(mixed, (m, spot) => {
    const quantity = glued.exec(m[0]);
    if (quantity === null) return code(m, spot);
    const ordinal = /^(?:st|nd|rd|th|er|e)$/i.test(quantity[2] ?? '');
    return {
      ...spot,
      kind: 'number',
      numbers: readNumber(quantity[1] ?? ''),
      unit: ordinal ? null : unitOf(quantity[2]),
    };
  });
  each(longDigits, code);
  each(plainNumber, (m, spot) => {
    const end = spot.start + (m[1] ?? '').length;
    return { start: spot.start, end, kind: 'number', numbers: readNumber(m[1] ?? ''), unit: unitOf(m[2]) };
  });
  each(word, (m, spot) => {
    const value = spelledNumber(fold(m[0]));
    const next = /^\s+(\p{L}+)/u.exec(text.slice(spot.end))?.[1];
    return value === null ? null : { ...spot, kind: 'number', numbers: [value], unit: unitOf(next) };
  });
  return found.sort((a, b) => a.start - b.start);
}
