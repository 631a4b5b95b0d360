import type { Mishap } from '../assistant/conversations/database.ts';

/** What a person is told of damage that was met when the library was opened, and of what was done about it. */
export function mishapNotices(
  libraryAside: string | null,
  isLibraryLost: boolean,
  conversations: Mishap | null,
): string[] {
  const notices: string[] = [];
  if (isLibraryLost) notices.push('The index was missing. It is being built anew from your files.');
  if (libraryAside !== null) {
    notices.push(
      `The index was damaged. It is being built anew from your files; the damaged one lies at ${libraryAside} and can be deleted.`,
    );
  }
  if (conversations !== null) notices.push(conversationsNotice(conversations));
  return notices;
}

function conversationsNotice({ aside, copiedAt, badCopies }: Mishap): string {
  const what = aside === null ? 'were missing' : 'were damaged';
  const kept = [
    ...(aside === null ? [] : [`The damaged file lies at ${aside}, as it was.`]),
    ...(badCopies === 0 ? [] : ['A copy that was damaged too lies beside it.']),
  ].join(' ');
  if (copiedAt === null)
    return `Your conversations and settings ${what} and there was no sound copy of them, so Quipu began without. ${kept}`;
  const when = copiedAt.toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' });
  return `Your conversations and settings ${what} and were put back from their copy of ${when}; what came after it is missing. ${kept}`.trim();
}
