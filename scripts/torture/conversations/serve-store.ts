import { argv } from 'node:process';
import { type Conversations, openConversations } from '#main/assistant/conversations/conversations.ts';
import { type Act, actOn } from '#main/assistant/conversations/testing/acts.ts';
import { everyTurn } from '#main/assistant/conversations/testing/local-subject.ts';
import { see } from '#main/assistant/conversations/testing/seen.ts';

/** What the other process is asked; each answer carries the request's number. */
export type Request = { readonly n: number } & (
  | { readonly what: 'act'; readonly act: Act }
  | { readonly what: 'see' }
  | { readonly what: 'find'; readonly text: string }
);

function answerOf(conversations: Conversations, request: Request): unknown {
  switch (request.what) {
    case 'act':
      return actOn(conversations, request.act);
    case 'see':
      return see(conversations);
    case 'find':
      return conversations.find(request.text, everyTurn);
  }
}

/** Run as a process of its own with a library's folder: answers requests until it is killed. */
const [, , dir = ''] = argv;
const conversations = openConversations(dir);
process.on('message', (request: Request) => {
  process.send?.({ n: request.n, answer: answerOf(conversations, request) });
});
process.send?.({ n: 0, answer: null });
