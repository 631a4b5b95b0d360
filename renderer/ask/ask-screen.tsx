import { useState } from 'react';
import type { Progress } from '#main/contract/sources.ts';
import { goTo } from '../app/route.ts';
import { Button } from '../design/button.tsx';
import { Drawer } from '../design/drawer.tsx';
import { FaultNotice } from '../design/notice.tsx';
import { useEscape } from '../design/use-escape.ts';
import { useMedia } from '../design/use-media.ts';
import { usePersonaChoice } from '../personas/use-persona-choice.ts';
import { SourceViewer } from '../viewer/source-viewer.tsx';
import { useViewing } from '../viewer/use-viewing.ts';
import styles from './ask-screen.module.css';
import { ConversationHead } from './conversation-head.tsx';
import { DeletionToast } from './deletion-toast.tsx';
import { History } from './history.tsx';
import { QuestionBox } from './question-box.tsx';
import { Start } from './start.tsx';
import { Thread } from './thread.tsx';
import type { AskSession } from './use-ask-session.ts';
import { useConversationRoute } from './use-conversation-route.ts';
import { useDraft } from './use-draft.ts';
import { useHistory } from './use-history.ts';

const { screen, middle, tools } = styles;

interface AskScreenProps {
  readonly session: AskSession;
  /** The conversation that the address names. */
  readonly conversationId: number | null;
  /** The turn that the address names. */
  readonly answerId: number | undefined;
  readonly progress: Progress | null;
}

export function AskScreen({ session, conversationId, answerId, progress }: AskScreenProps) {
  const fault = useConversationRoute(session, conversationId, answerId);
  const persona = usePersonaChoice(session.opened);
  const draft = useDraft(session, conversationId);
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
  const answered = session.turns.filter((turn) => turn.phase === 'answered').length;
  const history = useHistory(
    (removed) => (removed === session.conversationId ? startNew() : undefined),
    `${session.conversationId} ${answered} ${session.turns.at(-1)?.key}`,
  );
  const panel = {
    current: session.conversationId,
    history,
    onNew: startNew,
    onOpened: () => setHistoryOpen(false),
  };
  const toast = <DeletionToast history={history} />;
  return (
    <div className={screen} data-viewing={viewing !== null}>
      {beside ? <History docked {...panel} /> : null}
      {!beside && historyOpen ? (
        <Drawer label="Earlier questions" onClose={() => setHistoryOpen(false)}>
          <History docked={false} {...panel} />
          {toast}
        </Drawer>
      ) : null}
      <div className={middle} data-start={session.turns.length === 0}>
        <div className={tools} data-screen-only>
          <Button look="quiet" icon="history" onClick={() => setHistoryOpen(true)}>
            Earlier
          </Button>
          <Button look="quiet" icon="plus" onClick={startNew}>
            New question
          </Button>
        </div>
        {fault === null ? null : <FaultNotice fault={fault} />}
        {session.conversationId === null || session.turns.length === 0 ? null : (
          <ConversationHead
            conversationId={session.conversationId}
            opened={session.opened}
            history={history}
            onRestored={() => session.turnTo(null)}
          />
        )}
        {session.turns.length === 0 ? (
          <Start progress={progress} onAsk={session.ask} />
        ) : (
          <Thread
            turns={session.turns}
            sought={session.sought}
            onAsk={session.ask}
            onTurnTo={session.turnTo}
            onView={viewer.open}
          />
        )}
        <QuestionBox
          asking={asking}
          followUp={session.turns.length > 0}
          draft={draft}
          persona={persona}
          onAsk={session.ask}
          onStop={session.stop}
        />
      </div>
      {viewing === null ? null : <SourceViewer viewing={viewing} docked={wide} viewer={viewer} />}
      {!beside && historyOpen ? null : toast}
    </div>
  );
}
