import { dotStored } from '#indexer/store/int8.ts';
import type { Library } from '#indexer/store/library.ts';
import type { Embedder } from '#models/embed/embedder.ts';

/** Nearness of meaning, 0 (no more than chance) to 1; one figure per text, in order. */
export type Similarity = readonly number[];

/**
 * Everyday sentences that have nothing to do with one another. How near a question is to these is how near this model
 * puts anything: one model's unrelated texts score .05, another's .80.
 */
const unrelated = [
  'The train to the coast leaves from the second platform.',
  'She painted the garden gate green last weekend.',
  'Water boils at a lower temperature in the mountains.',
  'The committee will publish its annual report next week.',
  'My brother plays the cello in a small orchestra.',
  'Please restart the printer and try the update again.',
  'The recipe calls for two onions and a spoon of butter.',
  'Der Vertrag wurde gestern von beiden Seiten unterschrieben.',
  'La tienda de la esquina cierra los domingos por la tarde.',
  'Le médecin lui a conseillé de marcher une heure par jour.',
  'Prices of copper rose slightly on the exchange.',
  'The dog refuses to walk past the old mill.',
];

interface Background {
  readonly modelId: string;
  readonly vectors: readonly Float32Array[];
  /** Standard deviation of how near these are to one another. */
  readonly deviation: number;
}

let background: Promise<Background> | null = null;

async function backgroundOf(embedder: Embedder, signal: AbortSignal): Promise<Background> {
  const known = await background?.catch(() => null);
  if (known?.modelId === embedder.modelId) return known;
  background = embedder.embed(unrelated, 'compared', signal).then((vectors) => ({
    modelId: embedder.modelId,
    vectors,
    deviation: spread(
      vectors.flatMap((left, index) => vectors.slice(index + 1).map((right) => dot(left, right))),
    ).deviation,
  }));
  return background;
}

function spread(values: readonly number[]): { mean: number; deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, deviation: Math.sqrt(variance) };
}

function dot(left: Float32Array, right: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < left.length; index += 1) sum += (left[index] ?? 0) * (right[index] ?? 0);
  return sum;
}

/** Standard deviations above chance at which similarity begins to mean something, and at which it is certain. */
const least = 1.5;
const certain = 10;

/** A question's vector and how near it is to what has nothing to do with it. */
export interface QuestionVector {
  readonly vector: Float32Array;
  readonly mean: number;
  readonly deviation: number;
}

export async function embedQuestion(
  question: string,
  embedder: Embedder,
  signal: AbortSignal,
): Promise<QuestionVector> {
  const chance = await backgroundOf(embedder, signal);
  const [vector] = await embedder.embed([question], 'query', signal);
  if (vector === undefined) throw new Error('the embedder returned no vector');
  const own = spread(chance.vectors.map((other) => dot(vector, other)));
  // A question that is equally far from all of them says nothing of how far unrelated texts may lie apart.
  return { vector, mean: own.mean, deviation: Math.max(own.deviation, chance.deviation) };
}

/** How near a text with this cosine is, measured against what chance gives with this embedder. */
function nearness(cosine: number, { mean, deviation }: QuestionVector): number {
  const z = (cosine - mean) / deviation;
  return Math.min(1, Math.max(0, (z - least) / (certain - least)));
}

/** How near each text is to the question. */
export async function similarityTo(
  question: QuestionVector,
  texts: readonly string[],
  embedder: Embedder,
  signal: AbortSignal,
): Promise<Similarity> {
  if (texts.length === 0) return [];
  const vectors = await embedder.embed(texts, 'compared', signal);
  return vectors.map((vector) => nearness(dot(question.vector, vector), question));
}

/** How near whole passages are, by the vectors that the index holds: those of `chunkIds` that have one. */
export function passageSimilarity(
  question: QuestionVector,
  chunkIds: readonly number[],
  library: Library,
  { modelId }: Embedder,
): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const row of library.vectors.ofChunks(modelId, chunkIds))
    found.set(row.chunkId, nearness(dotStored(question.vector, row), question));
  return found;
}
