import type { Search } from '#indexer/search/search.ts';
import type { ChunkView } from '#indexer/store/documents.ts';
import type { Library } from '#indexer/store/library.ts';
import type { DocumentView } from '#main/contract/document.ts';
import type { Filter, Hit } from '#main/contract/search.ts';
import type { Embedder } from '#models/embed/embedder.ts';
import { contentWords } from '../language/words.ts';
import type { AnswerPassage, Retrieved } from './passage.ts';

/** Hits asked of the search: enough for a list of sources, few enough to read each sentence. */
const hitLimit = 24;
const passagesPerDocument = 3;
/** So many of the best hits bring their thread and their neighbours along. */
const expandedHits = 4;
const threadPassages = 6;
const threadShare = 0.6;
const neighbourShare = 0.7;

export interface RetrieveInput {
  readonly query: string;
  readonly filter: Filter;
}

/**
 * Finds the passages an answer may be drawn from: hits, at most a few of one document, then what stands next to
 * the best of them and what was answered to them in their thread.
 */
export async function retrieve(
  library: Library,
  search: Search,
  embedder: Embedder | null,
  input: RetrieveInput,
  signal: AbortSignal,
): Promise<Retrieved> {
  const { query, filter } = input;
  const found = await search.search({ query, filter, limit: hitLimit, mode: 'hybrid' }, embedder, signal);
  const hits = limitPerDocument(found);
  const read = documentReader(library);
  const best = hits[0]?.score ?? 0;
  const direct = hits.flatMap((hit) => {
    const document = read(hit.documentId);
    const chunk = library.documents.chunk(hit.chunkId);
    return document && chunk ? [passageOf(document, chunk, best > 0 ? hit.score / best : 1, 'hit')] : [];
  });
  const allowed = library.text.documentsIn(filter);
  const within = allowed === null ? null : new Set(allowed);
  const beside = direct.slice(0, expandedHits).flatMap((passage) => neighboursOf(library, passage));
  const answered = threadOf(library, read, direct.slice(0, expandedHits), query, within);
  return { hits, passages: firstOfEach([...direct, ...beside, ...answered]) };
}

function limitPerDocument(hits: readonly Hit[]): Hit[] {
  const seen = new Map<number, number>();
  return hits.filter((hit) => {
    const count = (seen.get(hit.documentId) ?? 0) + 1;
    seen.set(hit.documentId, count);
    return count <= passagesPerDocument;
  });
}

function firstOfEach(passages: readonly AnswerPassage[]): AnswerPassage[] {
  const seen = new Set<number>();
  return passages.filter((passage) => !seen.has(passage.chunkId) && seen.add(passage.chunkId));
}

function documentReader(library: Library): (documentId: number) => DocumentView | undefined {
  const known = new Map<number, DocumentView | undefined>();
  return (documentId) => {
    if (!known.has(documentId)) known.set(documentId, library.documents.read(documentId));
    return known.get(documentId);
  };
}

function passageOf(
  document: DocumentView,
  chunk: ChunkView,
  rank: number,
  origin: AnswerPassage['origin'],
): AnswerPassage {
  const { chunkId, start, end, heading, quoted } = chunk;
  return { document, chunkId, start, end, heading, quoted, rank, origin };
}

/** The chunks right before and after, where an answer may run on. */
function neighboursOf(library: Library, passage: AnswerPassage): AnswerPassage[] {
  const chunks = library.documents.chunks(passage.document.documentId);
  const at = chunks.findIndex((chunk) => chunk.chunkId === passage.chunkId);
  return [chunks[at + 1], chunks[at - 1]].flatMap((chunk) =>
    chunk === undefined || chunk.quoted
      ? []
      : [passageOf(passage.document, chunk, passage.rank * neighbourShare, 'neighbour')],
  );
}

/** The other mails of the best hits' threads: what was asked in one is answered in another. Only within the filter. */
function threadOf(
  library: Library,
  read: (documentId: number) => DocumentView | undefined,
  hits: readonly AnswerPassage[],
  query: string,
  within: ReadonlySet<number> | null,
): AnswerPassage[] {
  const wanted = new Set(contentWords(query).map((word) => word.stem));
  const seen = new Set(hits.map((hit) => hit.document.documentId));
  const found: { passage: AnswerPassage; shared: number }[] = [];
  for (const hit of hits) {
    if (hit.document.kind !== 'mail') continue;
    for (const { documentId } of library.documents.thread(hit.document.documentId)) {
      if (seen.has(documentId) || (within !== null && !within.has(documentId))) continue;
      seen.add(documentId);
      const document = read(documentId);
      for (const chunk of document === undefined ? [] : library.documents.chunks(documentId)) {
        if (chunk.quoted || document === undefined) continue;
        const stems = new Set(contentWords(chunk.text).map((word) => word.stem));
        const shared = [...wanted].filter((stem) => stems.has(stem)).length;
        found.push({
          passage: passageOf(document, chunk, hit.rank * (hit.quoted ? 1 : threadShare), 'thread'),
          shared,
        });
      }
    }
  }
  return found
    .sort((a, b) => b.shared - a.shared)
    .slice(0, threadPassages)
    .map(({ passage }) => passage);
}
