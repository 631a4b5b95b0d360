import type { Extent } from './blocks.ts';

/** A citation's number, its stretch of the document as it was cited, and the words that stood there. */
export interface Mark extends Extent {
  readonly n: number;
  readonly quote: string;
}

/** Where the quoted words stand now: at their old place, else where else the document holds them; null where nowhere. */
export function findQuote(text: string, { start, end, quote }: Mark): Extent | null {
  if (quote === '') return null;
  if (text.slice(start, end) === quote) return { start, end };
  const at = text.indexOf(quote);
  return at < 0 ? null : { start: at, end: at + quote.length };
}
