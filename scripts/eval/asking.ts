import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSearch } from '#indexer/search/search.ts';
import { type Library, openLibrary } from '#indexer/store/library.ts';
import { createAssistant } from '#main/assistant/assistant.ts';
import { openConversations } from '#main/assistant/conversations/conversations.ts';
import type { Answer } from '#main/contract/ask.ts';
import { Fault } from '#main/contract/fault.ts';
import type { ChatModel } from '#models/chat/chat-model.ts';
import type { Embedder } from '#models/embed/embedder.ts';

export interface AskingOptions {
  readonly embedder: Embedder | null;
  readonly chat: ChatModel | null;
  /** The day the questions are asked on. */
  readonly today: Date;
  readonly signal: AbortSignal;
}

/** The app's own assistant over a library of its own, which `close` removes again. */
export interface Asking {
  readonly library: Library;
  /** The answers to questions that follow one another in one conversation. */
  conversation(questions: readonly string[]): Promise<Answer[]>;
  close(): void;
}

export function openAsking({ embedder, chat, today, signal }: AskingOptions): Asking {
  const home = mkdtempSync(join(tmpdir(), 'quipu-eval-'));
  const library = openLibrary(join(home, 'library'));
  const conversations = openConversations(join(home, 'library'));
  const assistant = createAssistant({
    library,
    search: createSearch(library),
    embedder: async () => embedder,
    chat: async () => chat,
    chatOf: async (modelId) => {
      throw new Fault('model-unknown', { model: modelId });
    },
    conversations,
    pendingFiles: () => 0,
    today: () => today,
  });
  return {
    library,
    async conversation(questions) {
      const answers: Answer[] = [];
      let conversationId: number | undefined;
      for (const question of questions) {
        const input = { question, noModel: chat === null, ...(conversationId && { conversationId }) };
        for await (const event of assistant.ask(input, signal)) {
          if (event.type === 'started') conversationId = event.conversationId;
          if (event.type === 'done') answers.push(event.answer);
        }
      }
      return answers;
    },
    close() {
      conversations.close();
      library.close();
      rmSync(home, { recursive: true });
    },
  };
}
