import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { randomFrom } from '#indexer/store/testing/random-from.ts';
import { starterEmbedder } from '#models/catalog/catalog.ts';
import { createModelClient } from '#models/client.ts';
import { forkService } from '#models/runtime/forked-service.ts';
import { readCollection } from '#scripts/eval/collection.ts';
import { openEmbeddingCache } from '#scripts/eval/embedding-cache.ts';
import { evaluationCache } from '#scripts/eval/open-models.ts';
import { notes, papers, threads } from '#scripts/sample-library/life/life.ts';
import { demoQuestions } from '#scripts/sample-library/questions.ts';
import { starterPath } from '../measures/embed.ts';

/** Real embeddings of written texts and of questions about them, by the starter embedder. */
export interface RealEmbeddings {
  readonly texts: readonly Float32Array[];
  readonly questions: readonly Float32Array[];
}

/** Where test collections lie beside a checkout, if any do. */
const collections = fileURLToPath(new URL('../../../../shared/data/retrieval/', import.meta.url));
const textsOfSet = 1_500;
const questionsOfSet = 8;
const textChars = 160;
/** Lines shorter than this say little. */
const leastChars = 25;
const batch = 64;

/**
 * Of texts of many subjects where test collections are there: the beginnings of up to 1,500 documents each, and real
 * queries. Else of the lines of the sample library and the demo's questions, which are few: a million vectors made of
 * them lie closer together than a million texts do.
 */
export async function embedRealTexts(): Promise<RealEmbeddings> {
  const { texts, questions } = existsSync(collections) ? ofCollections() : ofSampleLibrary();
  const service = await forkService();
  try {
    const { signal } = new AbortController();
    const embedder = await createModelClient(service.port).embedder(starterPath(starterEmbedder), signal);
    const cache = openEmbeddingCache(evaluationCache(), embedder);
    const embedded: Float32Array[] = [];
    for (let from = 0; from < texts.length; from += batch) {
      const some = texts.slice(from, from + batch).map((text) => ({ hash: hashOf(text), text }));
      for (const { vector } of await cache.embed(some, signal)) embedded.push(vector);
    }
    return { texts: embedded, questions: await embedder.embed(questions, 'query', signal) };
  } finally {
    await service.kill();
  }
}

interface RealTexts {
  readonly texts: readonly string[];
  readonly questions: readonly string[];
}

function ofCollections(): RealTexts {
  const sets = readdirSync(collections).map((set) => readCollection(join(collections, set)));
  const texts = sets.flatMap(({ documents }) =>
    documents.slice(0, textsOfSet).map(({ title, text }) => `${title} ${text}`.trim().slice(0, textChars)),
  );
  const questions = sets.flatMap(({ queries }) => queries.slice(0, questionsOfSet).map(({ text }) => text));
  return { texts: [...new Set(texts)], questions };
}

function ofSampleLibrary(): RealTexts {
  const written = [...notes, ...papers, ...threads.flatMap(({ mails }) => mails)].map(({ text }) => text);
  const lines = new Set(written.join('\n').split('\n'));
  return {
    texts: [...lines].filter((line) => line.length >= leastChars),
    questions: demoQuestions.map(({ question }) => question),
  };
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

/** How far a made vector goes towards a near one, at most, and along the way between two others. */
const towards = 0.5;
const along = 0.5;
const nearOnes = 8;
const lookedAt = 300;

/**
 * Makes as many unit vectors as are asked for that lie as real ones do: each is a real one, gone a part of the way to
 * a real one near it and along the way between two others that are near each other. So there are clusters, each with
 * the directions in which texts of one topic differ; pure noise would be far easier or far harder to search.
 */
export function vectorsLike(real: readonly Float32Array[], seed: number): () => Float32Array {
  const random = randomFrom(seed);
  const any = (): number => Math.floor(random() * real.length);
  const at = (index: number): Float32Array => real[index] ?? new Float32Array();
  const near = real.map((one) =>
    Array.from({ length: lookedAt }, any)
      .map((index) => ({ index, cosine: dot(one, at(index)) }))
      .filter(({ cosine }) => cosine < 0.9999)
      .sort((a, b) => b.cosine - a.cosine)
      .slice(0, nearOnes)
      .map(({ index }) => index),
  );
  const nearTo = (index: number): number => near[index]?.[Math.floor(random() * nearOnes)] ?? index;
  return () => {
    const [first, third] = [any(), any()];
    const [one, other, from, to] = [at(first), at(nearTo(first)), at(third), at(nearTo(third))];
    const share = random() * towards;
    const step = (random() + random() + random() - 1.5) * 2 * along;
    const made = new Float32Array(one.length);
    for (let d = 0; d < made.length; d++) {
      const value = one[d] ?? 0;
      made[d] = value + share * ((other[d] ?? 0) - value) + step * ((from[d] ?? 0) - (to[d] ?? 0));
    }
    const length = Math.sqrt(dot(made, made));
    for (let d = 0; d < made.length; d++) made[d] = (made[d] ?? 0) / length;
    return made;
  };
}

export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let d = 0; d < a.length; d++) sum += (a[d] ?? 0) * (b[d] ?? 0);
  return sum;
}
