import { eventIterator, oc, type } from '@orpc/contract';
import type { ChatEvent, ChatMessage, ChatRequest, Prepared } from './chat/chat-model.ts';
import type { EmbeddingPurpose } from './embed/embedder.ts';
import type { Engines } from './hardware/engines.ts';
import type { MeasuredSpeed } from './hardware/speed.ts';

/** A model is named by its file in every call, so that an unloaded or restarted service loads it again by itself. */
interface ModelFile {
  /** Absolute path of a GGUF file. */
  readonly path: string;
}

/**
 * What the engine asks of the model service. The engine names files, never the other way round;
 * both sides are ours, so values are typed and not validated. Faults: `model-missing`, `model-damaged`.
 */
export const modelServiceContract = {
  /** Answered at once, whatever is under way. */
  ping: oc.output(type<null>()),
  embedder: {
    load: oc.input(type<ModelFile>()).output(type<{ modelId: string; dimensions: number }>()),
    /** Vectors come back as one row-major Float32 matrix [texts, dimensions], base64 of its little-endian bytes. */
    embed: oc
      .input(type<ModelFile & { texts: readonly string[]; purpose: EmbeddingPurpose }>())
      .output(type<{ matrix: string; dimensions: number }>()),
  },
  hardware: {
    /** What llama.cpp computes with here. */
    engines: oc.output(type<Engines>()),
    /** Takes about 4 s; see measureSpeed. */
    measure: oc.output(type<MeasuredSpeed>()),
  },
  chat: {
    load: oc
      .input(type<ModelFile>())
      .output(type<{ modelId: string; name: string; contextTokens: number; thinks: boolean }>()),
    prepare: oc.input(type<ModelFile & { messages: readonly ChatMessage[] }>()).output(type<Prepared>()),
    generate: oc.input(type<ModelFile & ChatRequest>()).output(eventIterator(type<ChatEvent>())),
  },
};
