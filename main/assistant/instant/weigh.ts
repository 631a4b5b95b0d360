import type { Library } from '#indexer/store/library.ts';
import type { Embedder } from '#models/embed/embedder.ts';
import { tellsChange } from './change.ts';
import { oneLine } from './extract.ts';
import { recencyOf } from './recency.ts';
import type { Scored } from './score.ts';
import { embedQuestion, passageSimilarity, similarityTo } from './similarity.ts';

const similarityShare = 0.25;
const passageShare = 0.15;
/** Later statements count more: people change their minds, prices and dates. */
const recencyShare = 0.08;
const changeShare = 0.06;

/** A scored sentence weighed by meaning and date too. */
export interface Weighed extends Scored {
  /** Null without an embedder. */
  readonly similarity: number | null;
  /** That of its whole passage; null without an embedder or where the passage is not embedded yet. */
  readonly passageSimilarity: number | null;
  readonly final: number;
}

/** Shorter than this what is no sentence says little without what stands above it. */
const fragmentChars = 80;

/**
 * A sentence as its meaning is compared: a line of a list with its heading, which says of what it is. A row of a table
 * names that itself.
 */
function inContext({ candidate: { text, passage }, spans }: Scored): string {
  const line = oneLine(text);
  const answers = spans.some(({ sure }) => sure);
  const isLine =
    passage.document.kind !== 'mail' &&
    line.length <= fragmentChars &&
    !line.includes(' | ') &&
    !/[.!?]["”»)]*$/.test(line);
  if (!answers || !isLine) return line;
  const heading = passage.heading.split(' › ').at(-1) || passage.document.title;
  return heading === '' ? line : `${heading}: ${line}`;
}

/** Weighs sentences by meaning, where there is an embedder, and by what came later; best first. */
export async function weighMeaning(
  query: string,
  ranked: readonly Scored[],
  { library, embedder }: { readonly library: Library; readonly embedder: Embedder | null },
  signal: AbortSignal,
): Promise<Weighed[]> {
  const texts = ranked.map(inContext);
  const chunkIds = [...new Set(ranked.map(({ candidate }) => candidate.passage.chunkId))];
  const asked = embedder === null ? null : await embedQuestion(query, embedder, signal);
  const similarity = embedder && asked && (await similarityTo(asked, texts, embedder, signal));
  const passages = embedder && asked && passageSimilarity(asked, chunkIds, library, embedder);
  const recency = recencyOf(ranked);
  return ranked
    .map((scored, index): Weighed => {
      const near = similarity?.[index] ?? null;
      const around = passages?.get(scored.candidate.passage.chunkId) ?? null;
      const later = recencyShare * (recency[index] ?? 0) + (tellsChange(scored.candidate) ? changeShare : 0);
      return {
        ...scored,
        similarity: near,
        passageSimilarity: around,
        final: scored.score + similarityShare * (near ?? 0) + passageShare * (around ?? 0) + later,
      };
    })
    .sort((a, b) => b.final - a.final);
}
