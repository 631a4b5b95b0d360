import { findValues } from '../language/values.ts';
import { foldInPlace } from '../language/words.ts';

/** What a paper comes to, as it says itself, and where it says so (UTF-16, end exclusive). */
export interface Total {
  readonly amount: number;
  /** ISO 4217. */
  readonly currency: string;
  readonly start: number;
  readonly end: number;
  /** It stands beside a word for a total; else it is the largest amount of the paper. */
  readonly named: boolean;
}

/** Characters of a paper that are read: a total stands on its first pages. */
const readChars = 60_000;

/** What is to be paid says more than a total, of which an invoice may have one for each part. */
const due =
  /(?<!\p{L})(?:(?:total|amount|balance|sum) (?:due|payable|to pay|owed)|grand total|total (?:including|incl)|(?:final|total) price|to pay|payable|gesamtbetrag|rechnungsbetrag|endbetrag|zahlbetrag|zu zahlen|total a pagar|importe total|total (?:con iva|ttc)|net a payer|montant total|montant ttc|totale (?:da pagare|fattura|complessivo)|importo totale|valor total)(?!\p{L})/u;
const total =
  /(?<!\p{L})(?:total\p{L}{0,2}|sum|together|gesamt|summe|suma|somme|somma|soma|altogether)(?!\p{L})/u;

/** The total of an invoice, a receipt or a quote; null where its text names no sum of money. */
export function totalOf(text: string): Total | null {
  const read = text.slice(0, readChars);
  const folded = foldInPlace(read);
  const found = findValues(read).flatMap((value): (Total & { rank: number })[] => {
    const [amount] = value.kind === 'amount' ? value.numbers : [];
    if (value.kind !== 'amount' || amount === undefined) return [];
    const line = folded.slice(lineStart(folded, value.start), value.start);
    const rank = due.test(line) ? 2 : total.test(line) ? 1 : 0;
    const { start, end, currency } = value;
    return [{ amount, currency, start, end, named: rank > 0, rank }];
  });
  const best = Math.max(...found.map(({ rank }) => rank));
  const ranked = found.filter(({ rank }) => rank === best);
  // Of several totals the last is the sum of those before; unnamed, the largest is.
  const chosen = best > 0 ? ranked.at(-1) : ranked.toSorted((a, b) => b.amount - a.amount)[0];
  if (chosen === undefined) return null;
  const { rank: _, ...rest } = chosen;
  return rest;
}

/** The line an amount stands in, or the sentence of a longer one. */
function lineStart(text: string, at: number): number {
  const line = text.lastIndexOf('\n', at - 1) + 1;
  const sentence = text.lastIndexOf('. ', at - 1) + 2;
  return Math.max(line, sentence > 1 ? sentence : 0);
}
