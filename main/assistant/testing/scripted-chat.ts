import type { ChatModel, ChatRequest } from '#models/chat/chat-model.ts';

/** A chat model that writes a fixed text, a word at a time, and notes what it is asked and what it prepares. */
export function scriptedChat(name: string, reply: string, seen: ChatRequest['messages'][] = []): ChatModel {
  return {
    ...{ modelId: name, name, contextTokens: 4096, thinks: false },
    prepare: async () => ({ promptTokens: 0, cachedTokens: 0 }),
    async *generate({ messages }) {
      seen.push(messages);
      const words = reply.split(/(?<= )/);
      for (const text of words) yield { type: 'text', text };
      yield {
        ...{ type: 'end', stop: 'finished', promptTokens: 9, cachedTokens: 0 },
        newTokens: words.length,
      };
    },
  };
}
