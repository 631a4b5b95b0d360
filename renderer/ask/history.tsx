import { useEffect, useState } from 'react';
import type { ConversationSummary } from '#main/contract/conversations.ts';
import { hrefOf } from '../app/route.ts';
import type { Client } from '../connection/client.ts';
import { useClient } from '../connection/engine.tsx';
import { useLoaded } from '../connection/use-loaded.ts';
import { Button, IconButton } from '../design/button.tsx';
import { Confirm } from '../design/confirm.tsx';
import { FaultNotice } from '../design/notice.tsx';
import { lastUsed } from '../wording/dates.ts';
import styles from './history.module.css';

const { history: panel, docked: dockedPanel, heading, list, item, remove: removeButton, none } = styles;

interface HistoryProps {
  /** Beside the thread; otherwise it lies in a drawer. */
  readonly docked: boolean;
  readonly current: number | null;
  /** How many answers of the present conversation are whole; the list is fetched anew with each. */
  readonly settled: number;
  readonly onNew: () => void;
  /** A conversation was chosen. */
  readonly onOpened: () => void;
}

const loadAll = (client: Client, signal: AbortSignal) => client.conversations.list({}, { signal });

/** Earlier conversations, and the way to a new one. */
export function History({ docked, current, settled, onNew, onOpened }: HistoryProps) {
  const [loaded, reload] = useLoaded(loadAll);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each of these may have changed the list.
  useEffect(reload, [reload, current, settled]);
  return (
    <div className={docked ? dockedPanel : undefined}>
      <nav className={panel} aria-label="Earlier questions">
        <Button icon="plus" onClick={onNew}>
          New question
        </Button>
        <h2 className={heading}>Earlier</h2>
        {loaded.phase === 'failed' ? <FaultNotice fault={loaded.fault} /> : null}
        {loaded.phase === 'ready' && loaded.value.length === 0 ? (
          <p className={none}>What you ask is kept here, on this computer.</p>
        ) : null}
        <ul className={list}>
          {(loaded.phase === 'ready' ? loaded.value : []).map((conversation) => (
            <HistoryItem
              key={conversation.conversationId}
              conversation={conversation}
              current={conversation.conversationId === current}
              onRemoved={conversation.conversationId === current ? onNew : reload}
              onOpened={onOpened}
            />
          ))}
        </ul>
      </nav>
    </div>
  );
}

interface HistoryItemProps {
  readonly conversation: ConversationSummary;
  readonly current: boolean;
  readonly onRemoved: () => void;
  readonly onOpened: () => void;
}

function HistoryItem({ conversation, current, onRemoved, onOpened }: HistoryItemProps) {
  const client = useClient();
  const [sure, setSure] = useState(false);
  const { conversationId, title, updatedAt } = conversation;
  const remove = () => {
    setSure(false);
    // A failure leaves the row where it is, which says it all.
    client?.conversations.remove({ conversationId }).then(onRemoved, () => undefined);
  };
  return (
    <li className={item} data-current={current}>
      <a
        href={hrefOf({ screen: 'ask', conversationId })}
        aria-current={current ? 'page' : undefined}
        title={title}
        onClick={onOpened}
      >
        <strong>{title}</strong>
        <small>{lastUsed(updatedAt, new Date())}</small>
      </a>
      <span className={removeButton}>
        <IconButton icon="forget" label={`Remove “${title}”`} onClick={() => setSure(true)} />
      </span>
      {sure ? (
        <Confirm title={`Remove “${title}”?`} act="Remove" onAct={remove} onCancel={() => setSure(false)}>
          The questions and answers of this conversation are deleted. Your files are not touched.
        </Confirm>
      ) : null}
    </li>
  );
}
