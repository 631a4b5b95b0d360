import type { Conversation } from '#main/contract/conversations.ts';
import { Button } from '../design/button.tsx';
import { Menu } from '../design/menu.tsx';
import { Notice } from '../design/notice.tsx';
import { dayOf } from '../wording/dates.ts';
import styles from './conversation-head.module.css';
import type { HistoryState } from './use-history.ts';

const { head, title } = styles;

interface ConversationHeadProps {
  readonly conversationId: number;
  /** As it was opened; null where it was begun just now. */
  readonly opened: Conversation | null;
  readonly history: HistoryState;
  /** It was taken back: what is told of it is to be read anew. */
  readonly onRestored: () => void;
}

/** What is to be known of a whole conversation, and the ways to take it along. */
export function ConversationHead({ conversationId, opened, history, onRestored }: ConversationHeadProps) {
  const { listed, save, restore } = history;
  const summaries = listed.phase === 'ready' ? listed.value : [];
  const named =
    summaries.find((each) => each.conversationId === conversationId)?.title ?? opened?.title ?? '';
  return (
    <>
      <div className={head}>
        <p className={title}>{named}</p>
        <Menu
          label="Export or print this conversation"
          icon="download"
          items={[
            { label: 'Markdown', icon: 'note', onChoose: () => save('markdown', conversationId) },
            { label: 'JSON, with all branches', icon: 'file', onChoose: () => save('json', conversationId) },
            { label: 'Print or save as PDF', icon: 'document', onChoose: () => window.print() },
          ]}
        />
      </div>
      {opened?.importedAt ? (
        <Notice tone="plain">
          Imported on {dayOf(opened.importedAt)}. Its answers were checked where they were given, not here.
        </Notice>
      ) : null}
      {opened?.shelf === 'deleted' ? (
        <Notice
          tone="warn"
          action={<Button onClick={() => restore(conversationId, onRestored)}>Take back</Button>}
        >
          This conversation is deleted and goes for good on {dayOf(opened.goesAt)}.
        </Notice>
      ) : null}
    </>
  );
}
