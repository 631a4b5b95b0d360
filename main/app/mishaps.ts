import type { Mishap } from '../assistant/conversations/database.ts';

/** What a person is told of damage that was met when the library was opened, and of what was done about it. */
export function mishapNotices(libraryAside: string | null, conversations: Mishap | null): string[] {
  const notices: string[] = [];
  if (libraryAside !== null) {
    notices.push(
      `The index was damaged. It is being built anew from your files; the damaged one lies at ${libraryAside} and can be deleted.`,
    );
  }
  if (conversations !== null) notices.push(conversationsNotice(conversations));
  return notices;
}

function conversationsNotice({ aside, copiedAt }: Mishap): string {
  const kept = `The damaged file lies at ${aside}, as it was.`;
  if (copiedAt === null)
    return `Your conversations and settings were damaged and there was no copy of them, so Quipu began without. ${kept}`;
  const when = copiedAt.toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' });
  return `Your conversations and settings were damaged and were put back from their copy of ${when}; what came after it is missing. ${kept}`;
}
