import { eventIterator, oc, type } from '@orpc/contract';
import * as z from 'zod';
import type { ChatEvent, ChatRequest } from './chat/chat-model.ts';

const loaded = z.object({ modelId: z.string(), dimensions: z.int() });

/**
 * What the engine asks of the model service. The engine names files, never the other way round;
 * both sides are ours, so large values are typed and not validated.
 */
export const modelServiceContract = {
  embedder: {
    load: oc.input(z.object({ path: z.string(), contexts: z.int().optional() })).output(loaded),
    /** Vectors come back as one row-major Float32 matrix [texts, dimensions], base64 of its little-endian bytes. */
    embed: oc
      .input(type<{ texts: readonly string[]; purpose: 'query' | 'passage' }>())
      .output(type<{ matrix: string; dimensions: number }>()),
  },
  chat: {
    load: oc
      .input(z.object({ path: z.string() }))
      .output(z.object({ modelId: z.string(), name: z.string(), contextTokens: z.int() })),
    generate: oc.input(type<ChatRequest>()).output(eventIterator(type<ChatEvent>())),
  },
};
