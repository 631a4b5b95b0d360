import { useCallback, useEffect, useReducer, useRef } from 'react';
import type { AskEvent } from '#main/contract/ask.ts';
import type { Conversation } from '#main/contract/conversations.ts';
import { Fault } from '#main/contract/fault.ts';
import type { Plan } from '#main/contract/search.ts';
import { useConnection } from '../connection/engine.tsx';
import { faultOfCall } from '../connection/fault-of-call.ts';
import { failed, hear, keptTurns, newTurn, stopped, type Turn } from './turns.ts';

interface Talk {
  readonly conversationId: number | null;
  readonly turns: readonly Turn[];
}

type Change =
  | { readonly to: 'asked'; readonly turn: Turn }
  | { readonly to: 'heard'; readonly key: string; readonly event: AskEvent }
  | { readonly to: 'kept'; readonly conversationId: number }
  | { readonly to: 'stopped'; readonly key: string }
  | { readonly to: 'failed'; readonly key: string; readonly fault: Fault }
  | { readonly to: 'opened'; readonly conversation: Conversation }
  | { readonly to: 'left' };

function changed(talk: Talk, change: Change): Talk {
  switch (change.to) {
    case 'asked':
      return { ...talk, turns: [...talk.turns, change.turn] };
    case 'heard':
      return { ...talk, turns: withTurn(talk.turns, change.key, (turn) => hear(turn, change.event)) };
    case 'kept':
      return { ...talk, conversationId: change.conversationId };
    case 'stopped':
      return { ...talk, turns: withTurn(talk.turns, change.key, stopped) };
    case 'failed':
      return { ...talk, turns: withTurn(talk.turns, change.key, (turn) => failed(turn, change.fault)) };
    case 'opened':
      return { conversationId: change.conversation.conversationId, turns: keptTurns(change.conversation) };
    case 'left':
      return { conversationId: null, turns: [] };
  }
}

function withTurn(turns: readonly Turn[], key: string, change: (turn: Turn) => Turn): readonly Turn[] {
  return turns.map((turn) => (turn.key === key ? change(turn) : turn));
}

/** The conversation on screen; it outlives a look at the library, and its stream ends when it is left. */
export interface AskSession extends Talk {
  /** Asked as soon as the line to the engine is open. `plan` replaces what the rules understood. */
  readonly ask: (question: string, plan?: Plan) => void;
  readonly stop: () => void;
  readonly show: (conversation: Conversation) => void;
  readonly startNew: () => void;
}

export function useAskSession(): AskSession {
  const { opened } = useConnection();
  const [talk, change] = useReducer(changed, { conversationId: null, turns: [] });
  const running = useRef<AbortController | null>(null);
  const stop = useCallback(() => running.current?.abort(), []);
  useEffect(() => stop, [stop]);

  const { conversationId } = talk;
  const ask = useCallback(
    (question: string, plan?: Plan) => {
      stop();
      const asking = new AbortController();
      running.current = asking;
      const key = crypto.randomUUID();
      const follow = async () => {
        const input = {
          question,
          ...(conversationId === null ? {} : { conversationId }),
          ...(plan === undefined ? {} : { plan }),
        };
        const client = await opened(asking.signal);
        let begun: number | null = null;
        for await (const event of await client.ask(input, { signal: asking.signal })) {
          if (asking.signal.aborted) break;
          change({ to: 'heard', key, event });
          if (event.type === 'started') begun = event.conversationId;
          // A question that is stopped before anything was found leaves no conversation to go on with.
          else if (event.type !== 'plan' && begun !== null) {
            change({ to: 'kept', conversationId: begun });
            begun = null;
          }
        }
        // A stream that ends without its answer was cut off; a turn that is answered takes no notice of this.
        change({ to: 'failed', key, fault: new Fault('service-stopped', { service: 'engine' }) });
      };
      asking.signal.addEventListener('abort', () => change({ to: 'stopped', key }), { once: true });
      change({ to: 'asked', turn: newTurn(key, question) });
      // A turn that was stopped stays stopped: what the broken stream throws then is no failure.
      follow().catch((error: unknown) => change({ to: 'failed', key, fault: faultOfCall(error) }));
    },
    [opened, conversationId, stop],
  );

  const show = useCallback(
    (conversation: Conversation) => {
      stop();
      change({ to: 'opened', conversation });
    },
    [stop],
  );
  const startNew = useCallback(() => {
    stop();
    change({ to: 'left' });
  }, [stop]);
  return { ...talk, ask, stop, show, startNew };
}
