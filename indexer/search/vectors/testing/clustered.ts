import { toInt8 } from '../../../store/int8.ts';
import type { VectorRow } from '../vector-table.ts';

/** Unit vectors around a few centres, as texts lie around a few topics; all of them lean to one side, as some models' do. */
export function clusteredVectors(dimensions: number, random: () => number): () => Float32Array {
  const noise = (): number => random() + random() + random() - 1.5;
  const topics = Array.from({ length: 12 }, () => Float32Array.from({ length: dimensions }, noise));
  return () => {
    const topic = topics[Math.floor(random() * topics.length)] ?? new Float32Array(dimensions);
    return unit(topic.map((component) => component + 0.8 * noise() + 0.3));
  };
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return vector.map((component) => component / length);
}

export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}

/** The row of a chunk of document `documentId`; its embedding has the chunk's number. */
export function rowOf(
  chunkId: number,
  documentId: number,
  vector: Float32Array,
  conversation = 0,
): VectorRow {
  const { values, scale } = toInt8(vector);
  return {
    ...{ chunkId, documentId, conversation, scale },
    ...{ embeddingId: chunkId, vector: new Uint8Array(values.buffer) },
  };
}
