import type { DocumentSummary } from '#indexer/store/documents.ts';
import type { Library } from '#indexer/store/library.ts';
import { amountInWords, boundsInWords } from '#main/contract/amount-words.ts';
import type { Measure } from '#main/contract/search.ts';
import type { Understanding } from '../plan/plan-question.ts';
import type { Computation } from './computation.ts';
import { conditionInWords, itemLimit, itemOf, many, wholeFilter } from './condition.ts';
import { type Total, totalOf } from './total-of.ts';

/** Papers whose text is read for one question; more are refused, not guessed. */
const mostPapers = 3000;
const listedLines = 10;

interface Priced {
  readonly summary: DocumentSummary;
  readonly total: Total;
}

/**
 * Invoices and their like by what they come to. Which papers they are is exact; the amount of each is read from its
 * text by rule, and the answer says so, and over how many.
 */
export function computeAmounts(
  understanding: Understanding,
  library: Library,
  measure: Measure,
  signal: AbortSignal,
): Computation {
  const { plan } = understanding;
  const filter = wholeFilter(understanding);
  const papers = library.documents.list(filter, 'newest', mostPapers + 1);
  const words = (count: number): string => conditionInWords(filter, understanding, count);
  if (papers.length > mostPapers)
    return refused(
      words(2),
      `More than ${many(mostPapers, 'document')} are ${words(2)}; their amounts were not read. Narrow the question to fewer.`,
      filter,
    );
  const { priced, unpriced, copies } = read(papers, library, signal);
  const currency = measure.currency ?? mostCommon(priced.map(({ total }) => total.currency));
  const same = priced.filter(({ total }) => total.currency === currency);
  const others = priced.length - same.length;
  const within = same.filter(
    ({ total: { amount } }) => amount > (measure.over ?? -Infinity) && amount < (measure.under ?? Infinity),
  );
  const chosen = choose(within, measure.as, plan.order);
  const figure = figureOf(
    within.map(({ total }) => total.amount),
    measure.as,
  );
  const count = measure.as === 'largest' || measure.as === 'smallest' ? within.length : chosen.length;
  const bounds = boundsInWords(measure, currency);
  const said = `${words(count)}${bounds === '' ? '' : ` ${bounds}`}`;
  return {
    computed: {
      ...{ count, filter: said, exactFilter: filter },
      items: chosen
        .slice(0, itemLimit)
        .map(({ summary, total }) => ({ ...itemOf(summary), amount: total.amount })),
      ...(figure === null ? {} : { amount: figure }),
      unit: currency,
      method: methodOf(papers.length - copies, unpriced, priced),
    },
    statement: statementOf(measure, count, said, figure, currency),
    shown: chosen.slice(0, shownLines(measure)).map(({ summary, total }) => ({
      documentId: summary.documentId,
      quote: { start: total.start, end: total.end },
    })),
    left: measure.as === 'list' ? Math.max(0, chosen.length - listedLines) : 0,
    caveats: [
      ...understanding.caveats,
      ...(unpriced > 0
        ? [
            `${many(unpriced, 'document')} among them ${unpriced === 1 ? 'names' : 'name'} no amount and ${unpriced === 1 ? 'is' : 'are'} not in this.`,
          ]
        : []),
      ...(others > 0
        ? [
            `${many(others, 'document')} ${others === 1 ? 'is' : 'are'} in another currency and ${others === 1 ? 'was' : 'were'} not compared.`,
          ]
        : []),
      ...(copies > 0
        ? [`${many(copies, 'copy', 'copies')} of the same text ${copies === 1 ? 'was' : 'were'} taken once.`]
        : []),
    ],
    isEmpty: papers.length === 0 || priced.length === 0,
  };
}

function read(
  papers: readonly DocumentSummary[],
  library: Library,
  signal: AbortSignal,
): { priced: Priced[]; unpriced: number; copies: number } {
  const seen = new Set<string>();
  const priced: Priced[] = [];
  let [unpriced, copies] = [0, 0];
  for (const summary of papers) {
    signal.throwIfAborted();
    const text = library.documents.read(summary.documentId)?.text ?? '';
    const content = text.replace(/\s+/g, ' ').trim();
    if (seen.has(content)) {
      copies += 1;
      continue;
    }
    seen.add(content);
    const total = totalOf(text);
    if (total === null) unpriced += 1;
    else priced.push({ summary, total });
  }
  return { priced, unpriced, copies };
}

function mostCommon(currencies: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const currency of currencies) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

function choose(within: readonly Priced[], as: Measure['as'], order: string | undefined): readonly Priced[] {
  const up = within.toSorted((a, b) => a.total.amount - b.total.amount);
  if (as === 'largest') return up.toReversed();
  if (as === 'smallest') return up;
  return order === 'oldest' ? within.toReversed() : within;
}

function figureOf(amounts: readonly number[], as: Measure['as']): number | null {
  if (amounts.length === 0) return null;
  const sum = amounts.reduce((all, amount) => all + amount, 0);
  switch (as) {
    case 'sum':
      return Math.round(sum * 100) / 100;
    case 'average':
      return Math.round((sum / amounts.length) * 100) / 100;
    case 'largest':
      return Math.max(...amounts);
    case 'smallest':
      return Math.min(...amounts);
    default:
      return null;
  }
}

function shownLines({ as }: Measure): number {
  return as === 'list' ? listedLines : as === 'sum' || as === 'average' ? 5 : as === 'count' ? 3 : 1;
}

function statementOf(
  { as }: Measure,
  count: number,
  said: string,
  figure: number | null,
  currency: string,
): string {
  if (count === 0) return `There are no ${said} in your library.`;
  const amount = figure === null ? '' : amountInWords(figure, currency);
  const verb = count === 1 ? 'There is' : 'There are';
  switch (as) {
    case 'sum':
      return `${count} ${said} come to ${amount} together:`;
    case 'average':
      return `${count} ${said} come to ${amount} on average:`;
    case 'largest':
      return `The largest of ${count} ${said} comes to ${amount}:`;
    case 'smallest':
      return `The smallest of ${count} ${said} comes to ${amount}:`;
    case 'count':
      return `${verb} ${count} ${said} in your library.`;
    case 'list':
      return `${verb} ${count} ${said} in your library:`;
  }
}

function methodOf(papers: number, unpriced: number, priced: readonly Priced[]): string {
  const named = priced.filter(({ total }) => total.named).length;
  const largest = priced.length - named;
  const byLargest = largest === 0 ? '' : `, else its largest amount (${largest})`;
  return `Which documents they are is exact. What each comes to was read from the text of ${many(papers, 'document')}: the amount beside a word such as “total” (${named})${byLargest}${unpriced > 0 ? `; ${unpriced} without any` : ''}.`;
}

function refused(
  words: string,
  statement: string,
  exactFilter: Computation['computed']['exactFilter'],
): Computation {
  return {
    computed: { count: 0, filter: words, exactFilter, items: [], method: statement },
    ...{ statement, shown: [], left: 0, caveats: [], isEmpty: false },
  };
}
