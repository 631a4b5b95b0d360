import type { Shelf } from '#main/contract/conversations.ts';
import type { Conversations } from '../conversations.ts';

/** A conversation as it can be seen: its place in the list, its draft, and its tree in words. */
export interface SeenConversation {
  readonly conversationId: number;
  readonly title: string;
  readonly shelf: Shelf;
  readonly pinned: boolean;
  readonly imported: boolean;
  readonly draft: string;
  /** `after` counts the conversation's answers, from 1. */
  readonly questions: readonly {
    readonly text: string;
    readonly after: number | null;
    readonly shown: boolean;
  }[];
  readonly answers: readonly { readonly question: number; readonly said: string; readonly shown: boolean }[];
  readonly branch: readonly (readonly [questionId: number, answerId: number])[];
  /** All that a branch tells of siblings. */
  readonly siblings: readonly (readonly [questions: readonly number[], answers: readonly number[]])[];
}

/** Everything of a store that can be seen, by conversation. */
export interface Seen {
  readonly newDraft: string;
  readonly conversations: readonly SeenConversation[];
  /** What is wrong with the order of a list. */
  readonly disorder: readonly string[];
}

const shelves: readonly Shelf[] = ['current', 'archived', 'deleted'];

export function see(conversations: Conversations): Seen {
  const disorder: string[] = [];
  const seen = shelves.flatMap((shelf) => {
    const list = conversations.list(shelf);
    for (const [index, each] of list.entries()) {
      const before = list[index - 1];
      if (before === undefined || shelf === 'deleted') continue;
      const isBefore = [Number(before.pinned), before.updatedAt] >= [Number(each.pinned), each.updatedAt];
      const sameRank = before.pinned === each.pinned && before.updatedAt < each.updatedAt;
      if (!isBefore || sameRank)
        disorder.push(`${shelf}: ${before.conversationId} before ${each.conversationId}`);
    }
    return list.map(({ conversationId }) => seeOne(conversations, conversationId));
  });
  return {
    newDraft: conversations.drafts.read(null),
    conversations: seen.sort((a, b) => a.conversationId - b.conversationId),
    disorder,
  };
}

function seeOne(conversations: Conversations, conversationId: number): SeenConversation {
  const { title, shelf, pinned, importedAt, branch } = conversations.read(conversationId);
  const [tree] = conversations.export([conversationId]);
  return {
    ...{ conversationId, title, shelf, pinned, imported: importedAt !== null },
    draft: conversations.drafts.read(conversationId),
    questions: (tree?.questions ?? []).map(({ text, after, shown }) => ({ text, after, shown })),
    answers: (tree?.answers ?? []).map(({ question, shown, answer }) => ({
      ...{ question, shown },
      said: answer.sentences[0]?.text ?? '',
    })),
    branch: branch.map(({ questionId, answerId }) => [questionId, answerId]),
    siblings: branch.map(({ questions, answers }) => [questions, answers]),
  };
}
