/** Whether a text is searched for or searched in: some models want a different prefix for each. */
export type TextRole = 'query' | 'passage';

/**
 * What a text is embedded for. `compared`: read as a passage, to be compared with a question at once: somebody waits,
 * so it has its turn with the queries, before what is indexed.
 */
export type EmbeddingPurpose = TextRole | 'compared';

/** Turns texts into unit vectors. The indexer knows this interface and nothing else of the models. */
export interface Embedder {
  /** Changes whenever the same text would get another vector (model file, prefix, pooling): part of an embedding's key. */
  readonly modelId: string;
  readonly dimensions: number;
  /**
   * One vector of length 1 per text, in order. Texts longer than the model reads are cut at its limit.
   * Throws Fault `service-stopped` where the model service died on the way.
   */
  embed(texts: readonly string[], purpose: EmbeddingPurpose, signal: AbortSignal): Promise<Float32Array[]>;
}
