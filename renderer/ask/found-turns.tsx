import { useCallback } from 'react';
import type { FoundTurn } from '#main/contract/conversations.ts';
import { hrefOf } from '../app/route.ts';
import type { Client } from '../connection/client.ts';
import { useLoaded } from '../connection/use-loaded.ts';
import { FaultNotice } from '../design/notice.tsx';
import { lastUsed } from '../wording/dates.ts';
import { counted } from '../wording/figures.ts';
import styles from './found-turns.module.css';

const { list, none } = styles;
const most = 50;

interface FoundTurnsProps {
  readonly text: string;
  readonly onOpened: () => void;
}

/** Turns of all conversations in which a text was found; each opens at its place, in its branch. */
export function FoundTurns({ text, onOpened }: FoundTurnsProps) {
  const load = useCallback(
    (client: Client, signal: AbortSignal) => client.conversations.find({ text, limit: most }, { signal }),
    [text],
  );
  const [loaded] = useLoaded(load);
  if (loaded.phase === 'loading') return null;
  if (loaded.phase === 'failed') return <FaultNotice fault={loaded.fault} />;
  const { value: turns } = loaded;
  return (
    <>
      <p className={none} role="status">
        {turns.length === 0 ? 'No question or answer has all of that.' : foundWords(turns.length)}
      </p>
      <ul className={list}>
        {turns.map((turn) => (
          <li key={turn.answerId}>
            <a
              href={hrefOf({ screen: 'ask', conversationId: turn.conversationId, answerId: turn.answerId })}
              onClick={onOpened}
            >
              <strong>{turn.question}</strong>
              <span>{marked(turn)}</span>
              <small>
                {turn.shelf === 'archived' ? 'Archived · ' : ''}
                {turn.title === turn.question ? '' : `${turn.title} · `}
                {lastUsed(turn.answeredAt, new Date())}
              </small>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

function foundWords(count: number): string {
  return count === most ? `The latest ${most} turns` : `Found in ${counted(count, 'turn')}`;
}

function marked({ excerpt, marks }: FoundTurn) {
  let at = 0;
  const parts = marks.map(({ start, end }) => {
    const before = excerpt.slice(at, start);
    at = end;
    return (
      <span key={start}>
        {before}
        <mark>{excerpt.slice(start, end)}</mark>
      </span>
    );
  });
  return (
    <>
      {parts}
      {excerpt.slice(at)}
    </>
  );
}
