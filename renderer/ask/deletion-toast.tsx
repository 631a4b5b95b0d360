import { Toast } from '../design/toast.tsx';
import type { HistoryState } from './use-history.ts';

/** Takes back the deletion of a conversation, as long as it is news. */
export function DeletionToast({ history }: { readonly history: HistoryState }) {
  const { deletion, restore, dismiss } = history;
  if (deletion === null) return null;
  return (
    <Toast onUndo={() => restore(deletion.conversationId)} onClose={dismiss}>
      {`Deleted “${deletion.title}”`}
    </Toast>
  );
}
