import { monthNumber } from '../language/months.ts';
import { readNumber } from '../language/numbers.ts';

const currencies: readonly (readonly [string, RegExp])[] = [
  ['EUR', /€|(?<!\p{L})eur(?:os?)?(?!\p{L})/iu],
  ['USD', /\$|(?<!\p{L})(?:usd|dollars?)(?!\p{L})/iu],
  ['GBP', /£|(?<!\p{L})(?:gbp|pounds?)(?!\p{L})/iu],
  ['CHF', /(?<!\p{L})(?:chf|sfr|franken)(?!\p{L})/iu],
];
const cell =
  /^\(?(?:[€$£]|[A-Z]{3}\s)?\s*([-−+]?)\s*(?:[€$£])?\s*(\d[\d.,'’\u00a0\u2009\u202f]*(?: \d{3})*(?:[.,]\d+)?)\s*([€$£]|%|[\p{L}²³°/]{1,8})?\)?$/u;

/** What the cells of a column say as numbers, null for those that are none, and what they are in. */
export interface ColumnNumbers {
  readonly numbers: readonly (number | null)[];
  readonly unit: string;
}

/**
 * Numbers of a column. "1.402" is 1402 or 1.402: another cell with one or two digits after its mark tells which mark
 * stands for the fraction; where none does, three digits are a group.
 */
export function columnNumbers(name: string, cells: readonly string[]): ColumnNumbers {
  const read = cells.map((text) => cell.exec(text.trim()));
  const fraction = fractionMark(read.map((match) => match?.[2] ?? ''));
  const numbers = read.map((match) => {
    if (match === null || monthNumber(match[3] ?? '') !== null) return null;
    const value = numberFrom((match[2] ?? '').replace(/[.,]$/, ''), fraction);
    const negative = match[1] === '-' || match[1] === '−' || /^\(.*\)$/.test(match[0]);
    return value === undefined ? null : negative ? -value : value;
  });
  return { numbers, unit: unitOf(name, cells) };
}

function fractionMark(texts: readonly string[]): string | null {
  for (const text of texts) {
    const [, mark, digits] = /([.,])(\d+)$/.exec(text) ?? [];
    if (mark !== undefined && digits !== undefined && digits.length !== 3) return mark;
    if (/^0[.,]\d/.test(text)) return text.charAt(1);
  }
  return null;
}

function numberFrom(text: string, fraction: string | null): number | undefined {
  const plain = text.replace(/ (?=\d{3})/g, '');
  const readings = readNumber(plain);
  const last = /[.,](?=\d{3}$)/.exec(plain)?.[0];
  return readings.length > 1 && last === fraction ? readings[1] : readings[0];
}

/** The currency of the cells or of the column's name; what else the name ends in (“electricity kWh”); “” for none. */
function unitOf(name: string, cells: readonly string[]): string {
  const all = `${name} ${cells.slice(0, 20).join(' ')}`;
  const currency = currencies.find(([, pattern]) => pattern.test(all))?.[0];
  if (currency !== undefined) return currency;
  return /(?:\(|\s|\[)(k?Wh|m[²³23]|km|kg|°C|[hlgm]|min|%)[\])]?$/u.exec(name)?.[1] ?? '';
}
