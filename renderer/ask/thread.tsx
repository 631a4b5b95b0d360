import { memo, useEffect, useRef, useState } from 'react';
import type { KeptPlace } from '#main/contract/ask.ts';
import type { Plan } from '#main/contract/search.ts';
import { Button } from '../design/button.tsx';
import { HiddenHeading, Spoken } from '../design/hidden.tsx';
import { FaultNotice, Notice } from '../design/notice.tsx';
import type { OpenViewer } from '../viewer/use-viewing.ts';
import { AnsweredTurn } from './answered-turn.tsx';
import { AskedQuestion } from './asked-question.tsx';
import { HeardSoFar } from './heard-so-far.tsx';
import { spokenState } from './spoken-state.ts';
import styles from './thread.module.css';
import type { Turn } from './turns.ts';
import type { Ask, AskSession, Sought } from './use-ask-session.ts';

const { thread, turn: turnBox } = styles;

interface ThreadProps {
  readonly turns: readonly Turn[];
  readonly sought: Sought | null;
  readonly onAsk: Ask;
  readonly onTurnTo: AskSession['turnTo'];
  readonly onView: OpenViewer;
}

export function Thread({ turns, sought, onAsk, onTurnTo, onView }: ThreadProps) {
  const last = turns.at(-1);
  return (
    <div className={thread}>
      <HiddenHeading>Questions and answers</HiddenHeading>
      <Spoken>{last === undefined ? '' : spokenState(last)}</Spoken>
      {turns.map((turn, index) => (
        <TurnView
          key={turn.key}
          turn={turn}
          first={index === 0}
          sought={sought !== null && keptOf(turn)?.answerId === sought.answerId ? sought : null}
          onAsk={onAsk}
          onTurnTo={onTurnTo}
          onView={onView}
        />
      ))}
    </div>
  );
}

interface TurnViewProps extends Omit<ThreadProps, 'turns' | 'sought'> {
  readonly turn: Turn;
  readonly first: boolean;
  readonly sought: Sought | null;
}

/** Drawn anew only when it changes: a long conversation must not slow the newest answer. */
const TurnView = memo(function TurnView({ turn, first, sought, onAsk, onTurnTo, onView }: TurnViewProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // Only a question that was just asked moves the page, and only once: reading on is the reader's.
  const [fresh] = useState(turn.phase === 'asking');
  useEffect(() => {
    if (fresh) heading.current?.scrollIntoView({ block: 'start' });
  }, [fresh]);
  useEffect(() => {
    if (sought === null) return;
    heading.current?.scrollIntoView({ block: 'start' });
    heading.current?.focus({ preventScroll: true });
  }, [sought]);
  return (
    <article className={turnBox} data-fresh={fresh && !first} aria-busy={turn.phase === 'asking'}>
      <AskedQuestion
        question={turn.question}
        kept={keptOf(turn)}
        heading={heading}
        onAsk={onAsk}
        onTurnTo={onTurnTo}
      />
      <TurnBody turn={turn} onAsk={onAsk} onTurnTo={onTurnTo} onView={onView} />
    </article>
  );
});

function keptOf(turn: Turn): KeptPlace | null {
  return turn.phase === 'answered' ? turn.kept : null;
}

function TurnBody({ turn, onAsk, onTurnTo, onView }: Omit<TurnViewProps, 'first' | 'sought'>) {
  const askWith = (plan: Plan) => onAsk(turn.question, { plan });
  if (turn.phase === 'answered') {
    const { answer, kept, notice } = turn;
    return (
      <AnsweredTurn
        {...{ answer, kept, notice, onTurnTo, onView }}
        onPlan={askWith}
        onAgain={(questionId) => onAsk(turn.question, { place: { as: 'again', questionId } })}
      />
    );
  }
  const again = (
    <>
      {turn.instead ? <Button onClick={() => onTurnTo(null)}>Show what was here</Button> : null}
      <Button onClick={() => onAsk(turn.question)}>Ask again</Button>
    </>
  );
  return (
    <>
      <HeardSoFar
        question={turn.question}
        heard={turn.heard}
        live={turn.phase === 'asking'}
        onPlan={askWith}
        onView={onView}
      />
      {turn.phase === 'stopped' ? (
        <Notice tone="plain" action={again}>
          Stopped. What was found until then stands above.
        </Notice>
      ) : null}
      {turn.phase === 'failed' ? <FaultNotice fault={turn.fault} action={again} /> : null}
    </>
  );
}
