import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '#main/contract/fault.ts';
import { starterEmbedder } from '#models/catalog/catalog.ts';
import { modelsFolder } from '#models/catalog/folders.ts';
import { findModel } from '#models/catalog/installed.ts';
import type { ChatModel } from '#models/chat/chat-model.ts';
import { createModelClient } from '#models/client.ts';
import type { Embedder } from '#models/embed/embedder.ts';
import { forkService } from '#models/runtime/forked-service.ts';

/** The models an evaluation runs with, in a process of their own. */
export interface OpenModels {
  readonly embedder: Embedder;
  readonly chat: ChatModel | null;
  close(): Promise<void>;
}

/** The model that an id of the catalogue or a path names. */
function pathOf(model: string): string | null {
  return existsSync(model) ? model : findModel(model);
}

/** Where embeddings are kept between evaluations. */
export function evaluationCache(): string {
  return join(modelsFolder(), '..', 'eval');
}

/**
 * Loads the embedder of that id or file, or the starter's, and, where `chatModel` names one (a catalogue id or the name of a file in the models
 * folder), that chat model. Throws Fault `model-missing`.
 */
export async function openModels(
  { model: chatModel, embedder }: { readonly model: string | null; readonly embedder: string | null },
  signal: AbortSignal,
): Promise<OpenModels> {
  const embedderPath = pathOf(embedder ?? starterEmbedder);
  if (embedderPath === null) throw new Fault('model-missing', { model: embedder ?? starterEmbedder });
  const chatPath = chatModel === null ? null : pathOf(chatModel);
  if (chatModel !== null && chatPath === null) throw new Fault('model-missing', { model: chatModel });
  const service = await forkService();
  const client = createModelClient(service.port);
  try {
    return {
      embedder: await client.embedder(embedderPath, signal),
      chat: chatPath === null ? null : await client.chat(chatPath, signal),
      close: () => service.kill(),
    };
  } catch (error) {
    await service.kill();
    throw error;
  }
}
