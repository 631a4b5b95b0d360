import { type KeyboardEvent, useRef, useState } from 'react';
import type { Shelf } from '#main/contract/conversations.ts';
import { goTo } from '../app/route.ts';
import { Button } from '../design/button.tsx';
import { Hidden } from '../design/hidden.tsx';
import { Menu } from '../design/menu.tsx';
import { FaultNotice } from '../design/notice.tsx';
import { SearchField } from '../design/search-field.tsx';
import { FoundTurns } from './found-turns.tsx';
import styles from './history.module.css';
import { HistoryItem } from './history-item.tsx';
import type { HistoryState } from './use-history.ts';

const { history: panel, docked: dockedPanel, search, head, heading, list, none, shelves } = styles;

interface HistoryProps {
  /** Beside the thread; otherwise it lies in a drawer. */
  readonly docked: boolean;
  readonly current: number | null;
  readonly history: HistoryState;
  readonly onNew: () => void;
  /** A conversation was chosen. */
  readonly onOpened: () => void;
}

const names: Readonly<Record<Shelf, string>> = {
  current: 'Earlier',
  archived: 'Archived',
  deleted: 'Deleted',
};
const nothing: Readonly<Record<Shelf, string>> = {
  current: 'What you ask is kept here, on this computer.',
  archived: 'What you archive is found here and by search.',
  deleted: 'What you delete stays here for 30 days and can be taken back.',
};

/** Earlier conversations, a search through them, and the way to a new one. */
export function History({ docked, current, history, onNew, onOpened }: HistoryProps) {
  const [sought, setSought] = useState('');
  const { shelf, choose, listed, fault } = history;
  return (
    <div className={docked ? dockedPanel : undefined} data-screen-only>
      <nav className={panel} aria-label="Earlier questions">
        <Button icon="plus" onClick={onNew}>
          New question
        </Button>
        <div className={search}>
          <SearchField label="Search questions and answers" placeholder="Search" onSearch={setSought} />
        </div>
        {fault === null ? null : <FaultNotice fault={fault} />}
        {sought === '' ? (
          <>
            <div className={head}>
              <h2 className={heading}>{names[shelf]}</h2>
              <FileMenu history={history} onOpened={onOpened} />
            </div>
            {listed.phase === 'failed' ? <FaultNotice fault={listed.fault} /> : null}
            {listed.phase === 'ready' && listed.value.length === 0 ? (
              <p className={none}>{nothing[shelf]}</p>
            ) : null}
            <ul className={list} onKeyDown={moveAmongLinks}>
              {(listed.phase === 'ready' ? listed.value : []).map((conversation) => (
                <HistoryItem
                  key={conversation.conversationId}
                  conversation={conversation}
                  current={conversation.conversationId === current}
                  history={history}
                  onOpened={onOpened}
                />
              ))}
            </ul>
          </>
        ) : (
          <FoundTurns text={sought} onOpened={onOpened} />
        )}
        <fieldset className={shelves}>
          <Hidden>Which conversations</Hidden>
          {(['current', 'archived', 'deleted'] as const).map((each) => (
            <Button key={each} look="quiet" aria-pressed={each === shelf} onClick={() => choose(each)}>
              {names[each]}
            </Button>
          ))}
        </fieldset>
      </nav>
    </div>
  );
}

function FileMenu({ history, onOpened }: Pick<HistoryProps, 'history' | 'onOpened'>) {
  const file = useRef<HTMLInputElement>(null);
  const opened = (conversationId: number) => {
    onOpened();
    goTo({ screen: 'ask', conversationId });
  };
  return (
    <>
      <Menu
        label="Export and import"
        items={[
          { label: 'Export all (JSON)', icon: 'download', onChoose: () => history.save('json') },
          { label: 'Export all (Markdown)', icon: 'download', onChoose: () => history.save('markdown') },
          { label: 'Import a JSON export', icon: 'open', onChoose: () => file.current?.click() },
        ]}
      />
      <input
        ref={file}
        hidden
        type="file"
        accept=".json,application/json"
        aria-label="A JSON export of conversations"
        onChange={({ target }) => {
          const [chosen] = target.files ?? [];
          if (chosen !== undefined) history.bringIn(chosen, opened);
          // The same file can be chosen again.
          target.value = '';
        }}
      />
    </>
  );
}

function moveAmongLinks(event: KeyboardEvent<HTMLUListElement>): void {
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('a')];
  const at = links.findIndex((link) => link.contains(document.activeElement));
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (at < 0 || by === 0) return;
  event.preventDefault();
  links[at + by]?.focus();
}
