import type { Measure } from './search.ts';

const iso = /^[A-Z]{3}$/;

/** “£9,185”, “1,951 kWh”: a figure as people write it; `unit` is ISO 4217, what a column is in, or “”. */
export function amountInWords(amount: number, unit: string): string {
  const whole = Number.isInteger(amount);
  if (iso.test(unit)) {
    const options = { style: 'currency', currency: unit, minimumFractionDigits: whole ? 0 : 2 } as const;
    return new Intl.NumberFormat('en-GB', options).format(amount);
  }
  const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 }).format(amount);
  return unit === '' ? number : `${number} ${unit}`;
}

/** “over £1,000”, “between £100 and £200”; “” where no bound is set. */
export function boundsInWords({ over, under }: Measure, unit: string): string {
  if (over !== undefined && under !== undefined)
    return `between ${amountInWords(over, unit)} and ${amountInWords(under, unit)}`;
  if (over !== undefined) return `over ${amountInWords(over, unit)}`;
  return under === undefined ? '' : `under ${amountInWords(under, unit)}`;
}
