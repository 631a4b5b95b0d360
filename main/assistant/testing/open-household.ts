import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { readContent } from '#indexer/pipeline/pool/read-content.ts';
import { createSearch } from '#indexer/search/search.ts';
import { type Library, openLibrary } from '#indexer/store/library.ts';
import type { Answer, AskEvent, AskInput } from '#main/contract/ask.ts';
import { Fault } from '#main/contract/fault.ts';
import type { ChatModel } from '#models/chat/chat-model.ts';
import type { Embedder } from '#models/embed/embedder.ts';
import { type Assistant, createAssistant } from '../assistant.ts';
import { type Conversations, openConversations } from '../conversations/conversations.ts';
import { household } from './household.ts';

export interface Opened {
  readonly library: Library;
  readonly assistant: Assistant;
  readonly conversations: Conversations;
  /** Every event of one question. */
  events(input: Partial<AskInput> & { question: string }): Promise<AskEvent[]>;
  answer(question: string, input?: Partial<AskInput>): Promise<Answer>;
  close(): void;
}

export interface OpenOptions {
  readonly files?: Readonly<Record<string, string>>;
  readonly embedder?: () => Promise<Embedder | null>;
  readonly chat?: () => Promise<ChatModel | null>;
  /** Chat models by their ids. */
  readonly models?: Readonly<Record<string, ChatModel>>;
  readonly pendingFiles?: number;
}

const today = new Date('2025-06-18T10:00:00');

/** A real library in a temporary folder, filled with parsed files, and the assistant over it. */
export async function openHousehold(options: OpenOptions = {}): Promise<Opened> {
  const dir = mkdtempSync(join(tmpdir(), 'quipu-assistant-'));
  const library = openLibrary(join(dir, 'library'));
  const conversations = openConversations(join(dir, 'library'));
  await fill(library, options.files ?? household);
  const assistant = createAssistant({
    library,
    search: createSearch(library),
    embedder: options.embedder ?? (async () => null),
    chat: options.chat ?? (async () => null),
    async chatOf(modelId) {
      const model = options.models?.[modelId];
      if (model === undefined) throw new Fault('model-unknown', { model: modelId });
      return model;
    },
    isChatLoaded: () => options.chat !== undefined,
    conversations,
    pendingFiles: () => options.pendingFiles ?? 0,
    today: () => today,
  });
  const events = async (input: Partial<AskInput> & { question: string }): Promise<AskEvent[]> =>
    Array.fromAsync(assistant.ask({ noModel: false, ...input }, new AbortController().signal));
  return {
    library,
    assistant,
    conversations,
    events,
    async answer(question, input) {
      const last = (await events({ question, ...input })).at(-1);
      if (last?.type !== 'done') throw new Error('the last event is not done');
      return last.answer;
    },
    close() {
      conversations.close();
      library.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

async function fill(library: Library, files: Readonly<Record<string, string>>): Promise<void> {
  const { sourceId } = library.sources.add('/home/ina', '1:1');
  for (const [path, text] of Object.entries(files)) {
    const bytes = new TextEncoder().encode(text);
    const stat = {
      sizeBytes: bytes.length,
      modifiedMs: Date.parse('2025-03-20'),
      changedMs: null,
      inode: path,
    };
    const content = await readContent(bytes, { name: basename(path), modifiedMs: stat.modifiedMs });
    const contentHash = createHash('sha256').update(bytes).digest('hex');
    library.files.replace({ sourceId, path: `/home/ina/${path}`, stat, contentHash, ...content });
  }
}

/** Embeds everything that is pending. */
export async function embedAll(library: Library, embedder: Embedder, signal: AbortSignal): Promise<void> {
  for (;;) {
    const pending = library.embeddings.pending(embedder.modelId, 256);
    if (pending.length === 0) return;
    const vectors = await embedder.embed(
      pending.map(({ text }) => text),
      'passage',
      signal,
    );
    library.embeddings.write(
      embedder.modelId,
      pending.flatMap(({ hash }, index) => {
        const vector = vectors[index];
        return vector === undefined ? [] : [{ hash, vector }];
      }),
    );
  }
}
