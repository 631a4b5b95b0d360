import { memo, useEffect, useRef, useState } from 'react';
import type { Plan } from '#main/contract/search.ts';
import { Button } from '../design/button.tsx';
import { HiddenHeading, Spoken } from '../design/hidden.tsx';
import { FaultNotice, Notice } from '../design/notice.tsx';
import type { OpenViewer } from '../viewer/use-viewing.ts';
import { AnsweredTurn } from './answered-turn.tsx';
import { HeardSoFar } from './heard-so-far.tsx';
import { spokenState } from './spoken-state.ts';
import styles from './thread.module.css';
import type { Turn } from './turns.ts';

const { thread, turn: turnBox } = styles;

interface ThreadProps {
  readonly turns: readonly Turn[];
  readonly onAsk: (question: string, plan?: Plan) => void;
  readonly onView: OpenViewer;
}

export function Thread({ turns, onAsk, onView }: ThreadProps) {
  const last = turns.at(-1);
  return (
    <div className={thread}>
      <HiddenHeading>Questions and answers</HiddenHeading>
      <Spoken>{last === undefined ? '' : spokenState(last)}</Spoken>
      {turns.map((turn, index) => (
        <TurnView key={turn.key} turn={turn} first={index === 0} onAsk={onAsk} onView={onView} />
      ))}
    </div>
  );
}

interface TurnViewProps extends Omit<ThreadProps, 'turns'> {
  readonly turn: Turn;
  readonly first: boolean;
}

/** Drawn anew only when it changes: a long conversation must not slow the newest answer. */
const TurnView = memo(function TurnView({ turn, first, onAsk, onView }: TurnViewProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // Only a question that was just asked moves the page, and only once: reading on is the reader's.
  const [fresh] = useState(turn.phase === 'asking');
  useEffect(() => {
    if (fresh) heading.current?.scrollIntoView({ block: 'start' });
  }, [fresh]);
  return (
    <article className={turnBox} data-fresh={fresh && !first} aria-busy={turn.phase === 'asking'}>
      <h2 ref={heading}>{turn.question}</h2>
      <TurnBody turn={turn} onAsk={onAsk} onView={onView} />
    </article>
  );
});

function TurnBody({ turn, onAsk, onView }: Omit<TurnViewProps, 'first'>) {
  const askWith = (plan: Plan) => onAsk(turn.question, plan);
  const again = <Button onClick={() => onAsk(turn.question)}>Ask again</Button>;
  if (turn.phase === 'answered') {
    return <AnsweredTurn answer={turn.answer} notice={turn.notice} onPlan={askWith} onView={onView} />;
  }
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
