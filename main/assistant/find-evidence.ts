import type { Search } from '#indexer/search/search.ts';
import type { Library } from '#indexer/store/library.ts';
import type { Filter, Hit } from '#main/contract/search.ts';
import type { Embedder } from '#models/embed/embedder.ts';
import { type InstantAnswer, instantAnswer } from './instant/instant-answer.ts';
import type { Understanding } from './plan/plan-question.ts';
import { retrieve } from './retrieve/retrieve.ts';

/** What was found for a question and where. */
export interface Found {
  readonly hits: readonly Hit[];
  readonly instant: InstantAnswer;
  /** The conditions gave nothing and the rest of the library was searched too. */
  readonly widened: boolean;
}

export interface Sources {
  readonly library: Library;
  readonly search: Search;
  readonly embedder: Embedder | null;
  /** Parts of the names of everyone in the library, folded. */
  readonly people: ReadonlySet<string>;
}

/**
 * Searches within the plan's conditions; where that gives no answer, without them, which the answer then says.
 * A plan that the person corrected is never widened.
 */
export async function findEvidence(
  understanding: Understanding,
  mayWiden: boolean,
  sources: Sources,
  signal: AbortSignal,
): Promise<Found> {
  const { query, filter } = understanding.plan;
  const asked = query || understanding.standalone;
  const within = await answerFrom(asked, asked, filter, understanding, sources, signal);
  const conditions = Object.keys(filter).length > 0;
  if (within.instant.extracts.length > 0 || !conditions || !mayWiden) return { ...within, widened: false };
  // The conditions' words still help to find, but an answer need not hold them.
  const anywhere = await answerFrom(understanding.standalone, asked, {}, understanding, sources, signal);
  if (anywhere.instant.extracts.length > 0) {
    // What is outside the conditions contradicts nothing that was asked.
    return { ...anywhere, instant: { ...anywhere.instant, contradiction: null }, widened: true };
  }
  return { ...within, widened: true };
}

async function answerFrom(
  searched: string,
  asked: string,
  filter: Filter,
  understanding: Understanding,
  sources: Sources,
  signal: AbortSignal,
): Promise<Omit<Found, 'widened'>> {
  const { library, search, embedder } = sources;
  const { hits, passages } = await retrieve(library, search, embedder, { query: searched, filter }, signal);
  const instant = await instantAnswer(understanding, asked, passages, sources, signal);
  return { hits, instant };
}
