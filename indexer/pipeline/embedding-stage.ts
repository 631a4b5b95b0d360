import { Fault } from '#main/contract/fault.ts';
import type { Embedder } from '#models/embed/embedder.ts';
import type { Library } from '../store/library.ts';
import { errorCode } from '../watch/sighting.ts';
import { createEmbeddingBatches, type EmbeddingBatches } from './embedding-batches.ts';
import type { Log } from './log.ts';
import type { WriteTurns } from './write-turns.ts';

/** Batches with the model service at once, so that it never waits for the next one to be read and sent. */
const lanes = 2;
const firstRestMs = 250;
const longestRestMs = 30_000;
/** Failures in a row after which nobody waits for the embedder any longer; it is still tried. */
const patience = 6;

/** Embeds what has been read, behind the reading. */
export interface EmbeddingStage {
  /** There may be something to embed. */
  wake(): void;
  /** Reading no longer goes before. */
  proceed(): void;
  /** Another embedder, the same one started anew, or none: it is asked for again after the batches under way. */
  embedderChanged(): void;
  /** Everything is embedded, or nothing can be. */
  isIdle(): boolean;
  isEmbedding(): boolean;
  /** Why it does not go on, in words. */
  notice(): string | null;
  /** In chunks, of the embedder last used. */
  progress(): { embedded: number; total: number };
  close(): Promise<void>;
}

export interface EmbeddingStageOptions {
  readonly library: Library;
  readonly embedder: () => Promise<Embedder | null>;
  readonly writes: WriteTurns;
  readonly log: Log;
  /** False while reading goes before. */
  readonly mayEmbed: () => boolean;
  /** Nothing is embedded while this is true; what is left to embed is found out all the same. */
  readonly isHeld: () => boolean;
  readonly onProgress: () => void;
}

type Rest =
  | { readonly kind: 'working' }
  /** Nothing to do until woken. */
  | { readonly kind: 'done' }
  | { readonly kind: 'no-embedder' }
  | { readonly kind: 'failing'; readonly message: string; readonly failures: number };

export function createEmbeddingStage(options: EmbeddingStageOptions): EmbeddingStage {
  const stage = new Stage(options);
  const ended = stage.run();
  const endFollowing = options.library.follow((change) => {
    if (change.type === 'chunks-added') stage.wake();
  });
  return {
    wake: () => stage.wake(),
    proceed: () => stage.proceed(),
    embedderChanged: () => stage.renew(),
    isIdle: () => stage.isIdle(),
    isEmbedding: () => stage.rest.kind === 'working' && options.mayEmbed(),
    notice: () => noticeOf(stage.rest),
    progress: () => stage.progress(),
    async close() {
      endFollowing();
      stage.close();
      await ended;
    },
  };
}

class Stage {
  rest: Rest = { kind: 'working' };
  readonly #options: EmbeddingStageOptions;
  #batches: EmbeddingBatches;
  #round = new AbortController();
  #modelId: string | null = null;
  #closed = false;
  #woken = true;
  /** Work is looked for or done; `rest` is that of the round before until something is embedded. */
  #isInRound = false;
  #renewed = false;
  /** Who waits, for work or for the end of a rest. */
  readonly #rings = new Set<() => void>();

  constructor(options: EmbeddingStageOptions) {
    this.#options = options;
    this.#batches = createEmbeddingBatches(options.library);
  }

  wake(): void {
    this.#woken = true;
    this.#batches.refresh();
    this.#ring();
  }

  proceed(): void {
    this.#ring();
  }

  renew(): void {
    this.#renewed = true;
    this.wake();
  }

  close(): void {
    this.#closed = true;
    this.#round.abort();
    this.#ring();
  }

  isIdle(): boolean {
    if (this.#woken) return false;
    switch (this.rest.kind) {
      case 'working':
        return false;
      case 'done':
      case 'no-embedder':
        return !this.#isInRound;
      case 'failing':
        return this.rest.failures >= patience;
    }
  }

  progress(): { embedded: number; total: number } {
    const { embeddings, documents } = this.#options.library;
    if (this.#modelId !== null) return embeddings.progress(this.#modelId);
    return { embedded: 0, total: documents.totals().chunks };
  }

  async run(): Promise<void> {
    while (!this.#closed) {
      if (!this.#woken || !this.#options.mayEmbed() || this.#isHeldBack()) {
        await this.#waitForRing(null);
        continue;
      }
      this.#woken = false;
      this.#renewed = false;
      this.#round = new AbortController();
      const { signal } = this.#round;
      try {
        this.#rested(await this.#embedRound(signal));
      } catch (error) {
        if (!signal.aborted) await this.#failed(error);
      }
    }
  }

  async #embedRound(signal: AbortSignal): Promise<Rest> {
    this.#isInRound = true;
    try {
      return await this.#embedAll(signal);
    } finally {
      this.#isInRound = false;
    }
  }

  /** One round: until nothing is left, or reading goes before. */
  async #embedAll(signal: AbortSignal): Promise<Rest> {
    const embedder = await this.#options.embedder();
    if (embedder === null) {
      this.#modelId = null;
      return { kind: 'no-embedder' };
    }
    signal.throwIfAborted();
    if (embedder.modelId !== this.#modelId) this.#batches = createEmbeddingBatches(this.#options.library);
    this.#modelId = embedder.modelId;
    // After a failure one batch at a time, so that a text that breaks the model is found.
    const count = this.#batches.isCautious() ? 1 : lanes;
    const results = await Promise.allSettled(
      Array.from({ length: count }, () => this.#lane(embedder, this.#batches, signal)),
    );
    const failed = results.find((result) => result.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
    if (!this.#isInterrupted() || this.#isComplete()) return { kind: 'done' };
    this.#woken = true;
    return { kind: 'working' };
  }

  async #lane(embedder: Embedder, batches: EmbeddingBatches, signal: AbortSignal): Promise<void> {
    const { library } = this.#options;
    while (!this.#isInterrupted()) {
      signal.throwIfAborted();
      const batch = batches.take(embedder.modelId);
      if (batch.length === 0) return;
      try {
        const texts = batch.map(({ text }) => text);
        const vectors = await embedder.embed(texts, 'passage', signal);
        signal.throwIfAborted();
        const rows = batch.flatMap(({ hash }, at) => {
          const vector = vectors[at];
          return vector === undefined ? [] : [{ hash, vector }];
        });
        await this.#write(() => library.embeddings.write(embedder.modelId, rows));
        batches.succeeded(batch);
      } catch (error) {
        batches.failed(batch);
        throw error;
      }
      this.#rested({ kind: 'working' });
    }
  }

  /** What is embedded waits until it can be written: to embed it again would be the dearer part. */
  async #write(work: () => void): Promise<void> {
    for (;;) {
      try {
        return await this.#options.writes.run(work);
      } catch (error) {
        if (!(error instanceof Fault) || this.#closed) throw error;
        await this.#restAfter(error);
      }
    }
  }

  #isInterrupted(): boolean {
    return this.#renewed || this.#options.isHeld() || !this.#options.mayEmbed();
  }

  #isHeldBack(): boolean {
    return this.#options.isHeld() && this.#modelId !== null && !this.#isComplete();
  }

  #isComplete(): boolean {
    const { embedded, total } = this.progress();
    return embedded === total;
  }

  #rested(rest: Rest): void {
    this.rest = rest;
    this.#options.onProgress();
  }

  async #failed(error: unknown): Promise<void> {
    await this.#restAfter(error);
    this.#woken = true;
  }

  async #restAfter(error: unknown): Promise<void> {
    const failures = this.rest.kind === 'failing' ? this.rest.failures + 1 : 1;
    const message = error instanceof Fault ? error.message : 'Embedding failed and is tried again.';
    this.#options.log.warn('embedding-failed', {
      failures,
      code: error instanceof Fault ? error.code : errorCode(error),
    });
    this.rest = { kind: 'failing', message, failures };
    this.#options.onProgress();
    await this.#waitForRing(Math.min(firstRestMs * 2 ** (failures - 1), longestRestMs));
  }

  /** Resolves when woken, or after the time where one is given; such a rest only another embedder cuts short. */
  #waitForRing(timeMs: number | null): Promise<void> {
    if (this.#closed) return Promise.resolve();
    return new Promise((resolve) => {
      const end = (): void => {
        if (timer !== null) clearTimeout(timer);
        this.#rings.delete(ring);
        resolve();
      };
      const ring = (): void => {
        if (timeMs === null || this.#renewed || this.#closed) end();
      };
      const timer = timeMs === null ? null : setTimeout(end, timeMs);
      this.#rings.add(ring);
    });
  }

  #ring(): void {
    for (const ring of [...this.#rings]) ring();
  }
}

function noticeOf(rest: Rest): string | null {
  switch (rest.kind) {
    case 'working':
    case 'done':
      return null;
    case 'no-embedder':
      return 'No embedder is installed: search goes by words until one is chosen under Models.';
    case 'failing':
      return rest.message;
  }
}
