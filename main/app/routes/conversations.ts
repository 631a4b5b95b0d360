import type { Implementer } from '../implementer.ts';
import type { Parts } from '../parts.ts';

export function conversationsRoutes(os: Implementer['conversations'], { conversations }: Parts) {
  return {
    list: os.list.handler(() => conversations.list()),
    read: os.read.handler(({ input }) => conversations.read(input.conversationId)),
    remove: os.remove.handler(({ input }) => ({ removed: conversations.remove(input.conversationId) })),
  };
}
