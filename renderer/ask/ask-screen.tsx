import { useEffect, useState } from 'react';
import type { Progress } from '#main/contract/sources.ts';
import { goTo } from '../app/route.ts';
import { Button } from '../design/button.tsx';
import { Drawer } from '../design/drawer.tsx';
import { FaultNotice } from '../design/notice.tsx';
import { useMedia } from '../design/use-media.ts';
import { SourceViewer } from '../viewer/source-viewer.tsx';
import { useViewing } from '../viewer/use-viewing.ts';
import styles from './ask-screen.module.css';
import { History } from './history.tsx';
import { QuestionBox } from './question-box.tsx';
import { Start } from './start.tsx';
import { Thread } from './thread.tsx';
import type { AskSession } from './use-ask-session.ts';
import { useConversationRoute } from './use-conversation-route.ts';

const { screen, middle, tools } = styles;

interface AskScreenProps {
  readonly session: AskSession;
  /** The conversation that the address names. */
  readonly conversationId: number | null;
  readonly progress: Progress | null;
}

export function AskScreen({ session, conversationId, progress }: AskScreenProps) {
  const fault = useConversationRoute(session, conversationId);
  const [viewing, viewer] = useViewing(session.conversationId);
  const [historyOpen, setHistoryOpen] = useState(false);
  const wide = useMedia('(min-width: 64rem)');
  const roomForBoth = useMedia('(min-width: 80.01rem)');
  const beside = wide && (viewing === null || roomForBoth);
  const asking = session.turns.at(-1)?.phase === 'asking';
  useEscape(viewing === null ? (asking ? session.stop : null) : viewer.close);

  const startNew = () => {
    setHistoryOpen(false);
    if (conversationId === null) session.startNew();
    else goTo({ screen: 'ask', conversationId: null });
  };
  const history = {
    current: session.conversationId,
    settled: session.turns.filter((turn) => turn.phase === 'answered').length,
    onNew: startNew,
    onOpened: () => setHistoryOpen(false),
  };
  return (
    <div className={screen} data-viewing={viewing !== null}>
      {beside ? <History docked {...history} /> : null}
      {!beside && historyOpen ? (
        <Drawer label="Earlier questions" onClose={() => setHistoryOpen(false)}>
          <History docked={false} {...history} />
        </Drawer>
      ) : null}
      <div className={middle} data-start={session.turns.length === 0}>
        <div className={tools}>
          <Button look="quiet" icon="history" onClick={() => setHistoryOpen(true)}>
            Earlier
          </Button>
          <Button look="quiet" icon="plus" onClick={startNew}>
            New question
          </Button>
        </div>
        {fault === null ? null : <FaultNotice fault={fault} />}
        {session.turns.length === 0 ? (
          <Start progress={progress} />
        ) : (
          <Thread turns={session.turns} onAsk={session.ask} onView={viewer.open} />
        )}
        <QuestionBox
          asking={asking}
          followUp={session.turns.length > 0}
          onAsk={session.ask}
          onStop={session.stop}
        />
      </div>
      {viewing === null ? null : (
        <SourceViewer viewing={viewing} docked={wide} onMove={viewer.move} onClose={viewer.close} />
      )}
    </div>
  );
}

function useEscape(act: (() => void) | null): void {
  useEffect(() => {
    if (act === null) return;
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [act]);
}
