import type { implement } from '@orpc/server';
import type { contract } from '#main/contract/contract.ts';
import type { Conversation, ConversationSummary, ShownAt } from '#main/contract/conversations.ts';
import { Fault } from '#main/contract/fault.ts';

type Implementer = ReturnType<ReturnType<typeof implement<typeof contract>>['use']>['conversations'];

export interface SampleConversations {
  conversations: Conversation[];
  /** What is typed, by conversation; null is the next one. */
  drafts: Map<number | null, string>;
  /** Every branch of the conversations that have several; the first that holds what is to be shown is. */
  branches: readonly Conversation[];
}

/** Conversations as a list of what is shown. */
export function sampleConversations(os: Implementer, state: SampleConversations) {
  const known = (conversationId: number): Conversation => {
    const found = state.conversations.find((each) => each.conversationId === conversationId);
    if (found === undefined) throw new Fault('not-found', { what: 'This conversation' });
    return found;
  };
  const become = (conversationId: number, change: Partial<Conversation>): ConversationSummary => {
    const changed = { ...known(conversationId), ...change };
    state.conversations = state.conversations.map((each) =>
      each.conversationId === conversationId ? changed : each,
    );
    const { branch: _, ...summary } = changed;
    return summary;
  };
  return {
    list: os.list.handler(({ input }) =>
      state.conversations
        .filter(({ shelf }) => shelf === input.shelf)
        .map(({ branch: _, ...rest }) => rest)
        .sort((a, b) => Number(b.pinned) - Number(a.pinned)),
    ),
    read: os.read.handler(({ input }) => known(input.conversationId)),
    show: os.show.handler(({ input: { conversationId, at } }) => {
      const branch = state.branches.find((each) => isShown(each, at));
      if (branch !== undefined) become(conversationId, branch);
      return known(conversationId);
    }),
    change: os.change.handler(({ input: { conversationId, title, pinned, archived } }) =>
      become(conversationId, {
        ...(title === undefined ? {} : { title }),
        ...(pinned === undefined ? {} : { pinned }),
        ...(archived === undefined ? {} : { shelf: archived ? 'archived' : 'current' }),
      }),
    ),
    remove: os.remove.handler(({ input: { conversationId, forGood } }) => {
      const goesAt = new Date(Date.now() + 30 * 86_400_000).toISOString();
      known(conversationId);
      if (!forGood) become(conversationId, { shelf: 'deleted', goesAt });
      else state.conversations = state.conversations.filter((each) => each.conversationId !== conversationId);
      return { removed: true, goesAt: forGood ? null : goesAt };
    }),
    restore: os.restore.handler(({ input }) =>
      become(input.conversationId, { shelf: 'current', goesAt: null }),
    ),
    find: os.find.handler(({ input }) => foundIn(state.conversations, input.text)),
    draft: os.draft.handler(({ input: { conversationId } }) => ({
      conversationId,
      text: state.drafts.get(conversationId) ?? '',
    })),
    keepDraft: os.keepDraft.handler(({ input }) => {
      state.drafts.set(input.conversationId, input.text);
      return input;
    }),
    export: os.export.handler(({ input: { conversationIds, format } }) => ({
      name: format === 'json' ? 'conversations.json' : 'conversations.md',
      text: (conversationIds ?? []).map((id) => known(id).title).join('\n'),
    })),
    import: os.import.handler(({ input }) => {
      if (!input.text.startsWith('{')) throw new Fault('import-unreadable', { what: 'it is no JSON' });
      const imported: Conversation = {
        ...{
          conversationId: 900,
          title: 'Imported',
          updatedAt: new Date().toISOString(),
          turns: 0,
          branch: [],
        },
        ...{ pinned: false, shelf: 'current', goesAt: null, importedAt: new Date().toISOString() },
        personaId: null,
      };
      state.conversations = [imported, ...state.conversations];
      const { branch: _, ...summary } = imported;
      return [summary];
    }),
  };
}

function isShown({ branch }: Conversation, at: ShownAt): boolean {
  return branch.some((turn) =>
    'answerId' in at ? turn.answerId === at.answerId : turn.questionId === at.questionId,
  );
}

function foundIn(conversations: readonly Conversation[], text: string) {
  return conversations.flatMap(({ conversationId, title, shelf, branch }) =>
    branch.flatMap(({ answerId, answer }) => {
      const start = answer.answer.toLowerCase().indexOf(text.toLowerCase());
      if (start < 0) return [];
      return {
        ...{ conversationId, title, shelf, answerId, question: answer.question },
        ...{ answeredAt: '2025-03-01T10:00:00.000Z', excerpt: answer.answer },
        marks: [{ start, end: start + text.length }],
      };
    }),
  );
}
