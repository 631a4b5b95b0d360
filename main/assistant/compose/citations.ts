import type { Citation } from '#main/contract/ask.ts';
import type { DocumentView } from '#main/contract/document.ts';
import type { AlsoPlace, Hit } from '#main/contract/search.ts';
import { placeAt } from '../retrieve/passage.ts';

/** Numbers citations as they are first used; the same stretch keeps its number. */
export interface CitationList {
  /** The citation for a stretch of a document's text (UTF-16 offsets, end exclusive). */
  cite(document: DocumentView, start: number, end: number): Citation;
  all(): Citation[];
  /** What was found: citations from these hits tell where else they stand. */
  found(hits: readonly Hit[]): void;
}

export function createCitations(): CitationList {
  const known: Citation[] = [];
  let found: readonly Hit[] = [];
  const alsoOf = (documentId: number, start: number): readonly AlsoPlace[] =>
    found.find((hit) => hit.documentId === documentId && hit.start <= start && start < hit.end)?.also ?? [];
  return {
    found(hits) {
      found = hits;
    },
    cite(document, start, end) {
      const same = known.find(
        (citation) =>
          citation.documentId === document.documentId && citation.start === start && citation.end === end,
      );
      if (same !== undefined) return same;
      const also = alsoOf(document.documentId, start);
      const citation: Citation = {
        n: known.length + 1,
        documentId: document.documentId,
        path: document.path,
        member: document.member,
        title: document.title,
        kind: document.kind,
        date: document.date,
        place: placeAt(document, start),
        start,
        end,
        quote: document.text.slice(start, end),
        ...(also.length === 0 ? {} : { also: [...also] }),
      };
      known.push(citation);
      return citation;
    },
    all: () => [...known],
  };
}
