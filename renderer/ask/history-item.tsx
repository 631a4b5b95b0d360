import { type KeyboardEvent, useRef, useState } from 'react';
import type { ConversationSummary } from '#main/contract/conversations.ts';
import { hrefOf } from '../app/route.ts';
import { Confirm } from '../design/confirm.tsx';
import { Icon } from '../design/icon.tsx';
import { Menu, type MenuItem } from '../design/menu.tsx';
import { dayOf, lastUsed } from '../wording/dates.ts';
import styles from './history-item.module.css';
import { TitleField } from './title-field.tsx';
import type { HistoryState } from './use-history.ts';

const { item, acts, pinnedMark } = styles;

interface HistoryItemProps {
  readonly conversation: ConversationSummary;
  readonly current: boolean;
  readonly history: HistoryState;
  readonly onOpened: () => void;
}

type Doing = 'nothing' | 'renaming' | 'asking';

/** One conversation of the list: its name, when it was used, and what can be done with it. */
export function HistoryItem({ conversation, current, history, onOpened }: HistoryItemProps) {
  const [doing, setDoing] = useState<Doing>('nothing');
  const { conversationId, title, updatedAt, pinned, shelf, goesAt } = conversation;
  const deleted = shelf === 'deleted';
  const row = useRef<HTMLLIElement>(null);
  /** Whoever works with keys goes on from the next one. */
  const remove = () => {
    const beside = row.current?.nextElementSibling ?? row.current?.previousElementSibling;
    beside?.querySelector('a')?.focus();
    history.remove(conversation);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'F2' && !deleted) setDoing('renaming');
    else if (event.key === 'Delete' && !deleted) remove();
    else return;
    event.preventDefault();
  };
  return (
    <li ref={row} className={item} data-current={current}>
      {doing === 'renaming' ? (
        <TitleField
          title={title}
          onDone={(next) => {
            setDoing('nothing');
            requestAnimationFrame(() => {
              if (document.activeElement === document.body) row.current?.querySelector('a')?.focus();
            });
            if (next !== null) history.change({ conversationId, title: next });
          }}
        />
      ) : (
        <a
          href={hrefOf({ screen: 'ask', conversationId })}
          aria-current={current ? 'page' : undefined}
          title={title}
          onClick={onOpened}
          onKeyDown={onKeyDown}
        >
          <strong>{title}</strong>
          <small>
            {pinned ? (
              <span className={pinnedMark}>
                <Icon name="pin" size={13} /> Pinned ·{' '}
              </span>
            ) : null}
            {goesAt === null ? lastUsed(updatedAt, new Date()) : `goes for good on ${dayOf(goesAt)}`}
          </small>
        </a>
      )}
      <span className={acts}>
        <Menu label={`More for “${title}”`} items={itemsOf(conversation, history, setDoing, remove)} />
      </span>
      {doing === 'asking' ? (
        <Confirm
          title={`Delete “${title}” for good?`}
          act="Delete for good"
          onAct={() => history.removeForGood(conversationId)}
          onCancel={() => setDoing('nothing')}
        >
          Its questions and answers cannot be brought back. Your files are not touched.
        </Confirm>
      ) : null}
    </li>
  );
}

function itemsOf(
  conversation: ConversationSummary,
  history: HistoryState,
  setDoing: (doing: Doing) => void,
  remove: () => void,
): readonly MenuItem[] {
  const { conversationId, pinned, shelf } = conversation;
  if (shelf === 'deleted') {
    return [
      { label: 'Take back', icon: 'history', onChoose: () => history.restore(conversationId) },
      { label: 'Delete for good', icon: 'forget', onChoose: () => setDoing('asking') },
    ];
  }
  const archived = shelf === 'archived';
  return [
    { label: 'Rename', icon: 'edit', onChoose: () => setDoing('renaming') },
    {
      label: pinned ? 'Unpin' : 'Pin',
      icon: 'pin',
      onChoose: () => history.change({ conversationId, pinned: !pinned }),
    },
    {
      label: archived ? 'Take out of the archive' : 'Archive',
      icon: 'archive',
      onChoose: () => history.change({ conversationId, archived: !archived }),
    },
    { label: 'Delete', icon: 'forget', onChoose: remove },
  ];
}
