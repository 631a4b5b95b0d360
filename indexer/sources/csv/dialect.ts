/** How a file of separated values separates them. */
export interface Dialect {
  readonly delimiter: string;
  /** Characters before the first record: a line that says the delimiter. */
  readonly skipped: number;
}

/** In the order that decides where two fit as well: a comma may be a decimal point, a semicolon hardly. */
const delimiters = ['\t', ';', '|', ','] as const;
/** Records and characters looked at. */
const sampledRecords = 100;
const sampledChars = 200_000;

/**
 * The delimiter that stands as often in most of the first records, outside quotes; where several do, the more frequent.
 * Excel's own `sep=;` line says it outright, and so does a name that ends in .tsv or .tab.
 */
export function dialectOf(text: string, name: string): Dialect {
  const said = /^sep=(.)\r?\n/i.exec(text.slice(0, 10));
  if (said?.[1] !== undefined) return { delimiter: said[1], skipped: said[0].length };
  const counts = delimiters.map((delimiter) => countsOf(text, delimiter));
  if (/\.(?:tsv|tab)$/i.test(name) && counts[0]?.some((count) => count > 0))
    return { delimiter: '\t', skipped: 0 };
  let best = { delimiter: ',', score: 0 };
  for (const [index, delimiter] of delimiters.entries()) {
    const score = scoreOf(counts[index] ?? []);
    if (score > best.score) best = { delimiter, score };
  }
  return { delimiter: best.delimiter, skipped: 0 };
}

/** How often `delimiter` stands in each of the first records. */
function countsOf(text: string, delimiter: string): number[] {
  const end = Math.min(text.length, sampledChars);
  const counts: number[] = [];
  let count = 0;
  let quoted = false;
  let empty = true;
  for (let at = 0; at < end && counts.length < sampledRecords; at += 1) {
    const character = text.charAt(at);
    if (character === '"' && (quoted || empty || text.charAt(at - 1) === delimiter)) quoted = !quoted;
    else if (quoted) continue;
    else if (character === delimiter) count += 1;
    else if (character === '\n') {
      if (!empty) counts.push(count);
      count = 0;
      empty = true;
      continue;
    }
    empty = false;
  }
  if (!empty && end === text.length) counts.push(count);
  return counts;
}

/** Share of the records with the usual count, above all; a tie goes to the higher count. */
function scoreOf(counts: readonly number[]): number {
  const times = new Map<number, number>();
  for (const count of counts) if (count > 0) times.set(count, (times.get(count) ?? 0) + 1);
  const [usual = 0, share = 0] = [...times].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
  return usual === 0 ? 0 : share / counts.length + Math.min(usual, 100) / 1_000;
}
