import type { Citation } from '#main/contract/ask.ts';
import type { Viewed } from '../viewer/use-viewing.ts';

/** The citations as the viewer walks through them, beginning at number `n`. */
export function viewedCitations(
  citations: readonly Citation[],
  n: number,
): [items: readonly Viewed[], at: number] {
  const items = citations.map(({ documentId, title, start, end, quote, n: number }) => ({
    documentId,
    title,
    mark: { n: number, start, end, quote },
  }));
  return [
    items,
    Math.max(
      0,
      citations.findIndex((citation) => citation.n === n),
    ),
  ];
}
