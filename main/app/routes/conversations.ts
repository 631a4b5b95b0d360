import { asMarkdown } from '#main/assistant/conversations/as-markdown.ts';
import type { Conversations } from '#main/assistant/conversations/conversations.ts';
import type { ExportFormat } from '#main/contract/conversation-export.ts';
import { conversationExport, exportVersion } from '#main/contract/conversation-export.ts';
import type { Implementer } from '../implementer.ts';
import { readExport } from '../import-conversations.ts';
import type { Parts } from '../parts.ts';

export function conversationsRoutes(
  os: Implementer['conversations'],
  { assistant, conversations, library }: Parts,
) {
  return {
    list: os.list.handler(({ input }) => conversations.list(input.shelf)),
    read: os.read.handler(({ input: { conversationId } }) => {
      assistant.lookedAt(conversationId);
      return conversations.read(conversationId);
    }),
    show: os.show.handler(({ input: { conversationId, at } }) => {
      const shown = conversations.show(conversationId, at);
      assistant.lookedAt(conversationId);
      return shown;
    }),
    change: os.change.handler(({ input }) => conversations.change(input)),
    remove: os.remove.handler(({ input: { conversationId, forGood } }) => {
      if (forGood) return { removed: conversations.removeForGood(conversationId), goesAt: null };
      const removed = conversations.remove(conversationId);
      return { removed, goesAt: removed ? conversations.read(conversationId).goesAt : null };
    }),
    restore: os.restore.handler(({ input }) => conversations.restore(input.conversationId)),
    find: os.find.handler(({ input }) => conversations.find(input.text, input.limit)),
    draft: os.draft.handler(({ input: { conversationId } }) => ({
      conversationId,
      text: conversations.drafts.read(conversationId),
    })),
    keepDraft: os.keepDraft.handler(({ input }) => {
      conversations.drafts.keep(input.conversationId, input.text);
      return input;
    }),
    export: os.export.handler(({ input: { conversationIds, format } }) => {
      const exportedAt = new Date();
      const name = `quipu-conversations-${exportedAt.toISOString().slice(0, 10)}.${endings[format]}`;
      return { name, text: exportText(conversations, conversationIds, format, exportedAt) };
    }),
    import: os.import.handler(({ input }) => conversations.import(readExport(input.text, library.documents))),
  };
}

const endings: Readonly<Record<ExportFormat, string>> = { json: 'json', markdown: 'md' };

function exportText(
  store: Conversations,
  ids: readonly number[] | undefined,
  format: ExportFormat,
  exportedAt: Date,
): string {
  if (format === 'markdown') {
    const all =
      ids ?? [...store.list('current'), ...store.list('archived')].map((each) => each.conversationId);
    const told = all.map(store.read).map(({ branch, ...rest }) => ({
      ...rest,
      answers: branch.map(({ answer }) => answer),
    }));
    return asMarkdown(told);
  }
  const whole = {
    ...{ format: 'quipu-conversations', version: exportVersion, exportedAt: exportedAt.toISOString() },
    conversations: store.export(ids),
  };
  // What older versions kept is brought to the form that an import takes.
  return `${JSON.stringify(conversationExport.parse(whole), null, 1)}\n`;
}
