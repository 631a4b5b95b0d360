import type { AskPlace } from '#main/contract/ask.ts';
import { conversationExport, exportVersion } from '#main/contract/conversation-export.ts';
import type { ConversationChange, ShownAt } from '#main/contract/conversations.ts';
import type { Asked, Conversations } from '../conversations.ts';
import { plainAnswer } from './plain-answer.ts';

/** What is done to a store of conversations, as data: it can be sent to another process. */
export type Act =
  | {
      readonly verb: 'ask';
      readonly conversationId: number | null;
      readonly question: string;
      readonly place?: AskPlace;
    }
  | { readonly verb: 'answer'; readonly questionId: number; readonly question: string; readonly said: string }
  | { readonly verb: 'leave'; readonly questionId: number }
  | { readonly verb: 'show'; readonly conversationId: number; readonly at: ShownAt }
  | { readonly verb: 'change'; readonly change: ConversationChange }
  | { readonly verb: 'remove' | 'removeForGood' | 'restore'; readonly conversationId: number }
  | { readonly verb: 'draft'; readonly conversationId: number | null; readonly text: string }
  /** The export of a conversation, as a file, is imported. */
  | { readonly verb: 'copy'; readonly conversationId: number };

/** What was made: ids of conversations, questions, answers. */
export interface Made {
  readonly asked?: Asked;
  readonly answerId?: number;
  readonly conversationId?: number;
}

export function actOn(conversations: Conversations, act: Act): Made {
  switch (act.verb) {
    case 'ask':
      return { asked: conversations.ask(act.conversationId, act.question, act.place) };
    case 'answer': {
      const kept = conversations.append(act.questionId, plainAnswer(act.question, act.said));
      return kept === null ? {} : { answerId: kept.answerId };
    }
    case 'leave':
      conversations.leave(act.questionId);
      return {};
    case 'show':
      conversations.show(act.conversationId, act.at);
      return {};
    case 'change':
      conversations.change(act.change);
      return {};
    case 'remove':
    case 'removeForGood':
    case 'restore':
      conversations[act.verb](act.conversationId);
      return {};
    case 'draft':
      conversations.drafts.keep(act.conversationId, act.text);
      return {};
    case 'copy': {
      const text = JSON.stringify({
        ...{ format: 'quipu-conversations', version: exportVersion, exportedAt: new Date().toISOString() },
        conversations: conversations.export([act.conversationId]),
      });
      const read = conversationExport.parse(JSON.parse(text)).conversations;
      const [imported] = conversations.import(read);
      return imported === undefined ? {} : { conversationId: imported.conversationId };
    }
  }
}
