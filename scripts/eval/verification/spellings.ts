/**
 * How figures, dates and small words are written, for making test sentences. On purpose none of it comes from the
 * product: a set made with the verifier's own reading of a date could not find that reading wrong.
 */

export type Tongue = 'en' | 'de' | 'es';

const small: Record<Exclude<Tongue, 'en'>, RegExp> = {
  de: /\b(?:der|die|das|und|ist|nicht|wir|bei|mit|von|wird|auf|dem|den|zum)\b/gi,
  es: /\b(?:el|la|los|las|de|que|una?|es|por|con|del|para|se)\b/gi,
};

export function tongueOf(text: string): Tongue {
  const german = text.match(small.de)?.length ?? 0;
  const spanish = text.match(small.es)?.length ?? 0;
  if (german >= 2 && german > spanish) return 'de';
  return spanish >= 3 ? 'es' : 'en';
}

const monthNames: Record<Tongue, readonly string[]> = {
  en: 'January February March April May June July August September October November December'.split(' '),
  de: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' '),
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' '),
};

export const numberWords: Record<Tongue, readonly string[]> = {
  en: 'two three four five six seven eight nine ten eleven twelve'.split(' '),
  de: 'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf'.split(' '),
  es: 'dos tres cuatro cinco seis siete ocho nueve diez once doce'.split(' '),
};

/** A stretch of a sentence that says a day; `year` is null where it is left open. */
export interface WrittenDate {
  readonly start: number;
  readonly end: number;
  readonly day: number;
  /** 1 to 12. */
  readonly month: number;
  readonly year: number | null;
}

const joined: Record<Tongue, string> = { en: '', de: '\\.', es: ' de' };

/** The days written out in a sentence: "5 May 2025", "5. Mai 2025", "5 de mayo de 2025". */
export function writtenDates(text: string, tongue: Tongue): WrittenDate[] {
  const names = monthNames[tongue].join('|');
  const year = tongue === 'es' ? '(?: de)?' : '';
  const pattern = new RegExp(
    `(?<![\\d.])(\\d{1,2})${joined[tongue]} (${names})(?:${year} (20\\d\\d|19\\d\\d))?(?![\\d\\p{L}])`,
    'gu',
  );
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    day: Number(match[1]),
    month: monthNames[tongue].indexOf(match[2] ?? '') + 1,
    year: match[3] === undefined ? null : Number(match[3]),
  }));
}

const two = (value: number): string => String(value).padStart(2, '0');

/** A day in the usual words of a language. */
export function dayInWords(day: number, month: number, year: number | null, tongue: Tongue): string {
  const name = monthNames[tongue][month - 1] ?? '';
  const tail = year === null ? '' : `${tongue === 'es' ? ' de' : ''} ${year}`;
  if (tongue === 'de') return `${day}. ${name}${tail}`;
  return tongue === 'es' ? `${day} de ${name}${tail}` : `${day} ${name}${tail}`;
}

/** The other ways in which people and models write a day. */
export function otherSpellings({ day, month, year }: WrittenDate, tongue: Tongue): string[] {
  const name = monthNames[tongue][month - 1] ?? '';
  const short = name.slice(0, 3);
  if (tongue === 'de')
    return year === null
      ? [`${two(day)}.${two(month)}.`]
      : [`${two(day)}.${two(month)}.${year}`, `${year}-${two(month)}-${two(day)}`];
  if (tongue === 'es')
    return year === null ? [] : [`${two(day)}/${two(month)}/${year}`, `${day} ${name} ${year}`];
  if (year === null) return [`${name} ${day}`, `${day} ${short}`];
  return [`${name} ${day}, ${year}`, `${year}-${two(month)}-${two(day)}`, `${day} ${short} ${year}`];
}

/** A stretch of a sentence that says a sum of money, its figure as digits with a point for cents. */
export interface WrittenAmount {
  readonly start: number;
  readonly end: number;
  readonly figure: string;
  readonly currency: '£' | '€';
}

const grouped = '\\d{1,3}(?:[.,]\\d{3})*(?:[.,]\\d{2})?';
const money = new RegExp(
  `([£€])(${grouped})(?![\\d])|(?<![\\d.,])(${grouped})\\s?(€|[Ee]uros?\\b|pounds?\\b|EUR\\b)`,
  'gu',
);

export function writtenAmounts(text: string): WrittenAmount[] {
  return [...text.matchAll(money)].map((match) => {
    const sign = match[1] ?? match[4] ?? '';
    const digits = match[2] ?? match[3] ?? '';
    const cents = /[.,](\d{2})$/.exec(digits)?.[1];
    const whole = (cents === undefined ? digits : digits.slice(0, -3)).replace(/[.,]/g, '');
    return {
      start: match.index,
      end: match.index + match[0].length,
      figure: cents === undefined ? whole : `${whole}.${cents}`,
      currency: /£|pound/.test(sign) ? '£' : '€',
    };
  });
}

/** A sum in the ways it is written in a language. */
export function amountSpellings(figure: string, currency: '£' | '€', tongue: Tongue): string[] {
  const [whole = '', cents] = figure.split('.');
  const [group, point] = tongue === 'en' ? [',', '.'] : ['.', ','];
  const digits = `${whole.replace(/(?<=\d)(?=(?:\d{3})+$)/g, group)}${cents === undefined ? '' : `${point}${cents}`}`;
  const code = currency === '£' ? 'GBP' : 'EUR';
  const word = currency === '£' ? 'pounds' : tongue === 'de' ? 'Euro' : 'euros';
  const all = [`${code} ${digits}`, `${digits} ${word}`, `${currency}${digits}`, `${digits} ${code}`];
  return tongue === 'en' ? all : [...all, `${digits} ${currency}`];
}

/** Replaces a stretch of a text. */
export function replaced(text: string, { start, end }: { start: number; end: number }, by: string): string {
  return text.slice(0, start) + by + text.slice(end);
}
