import { useCallback, useEffect, useReducer, useRef } from 'react';
import type { AskEvent, AskPlace } from '#main/contract/ask.ts';
import type { Conversation, ShownAt } from '#main/contract/conversations.ts';
import { Fault } from '#main/contract/fault.ts';
import type { Plan } from '#main/contract/search.ts';
import { useConnection } from '../connection/engine.tsx';
import { faultOfCall } from '../connection/fault-of-call.ts';
import { failed, hear, keptTurns, newTurn, placeAfter, stopped, type Turn, withAsked } from './turns.ts';

/** A turn to be looked at, which a search found. */
export interface Sought {
  readonly answerId: number;
}

interface Talk {
  readonly conversationId: number | null;
  readonly turns: readonly Turn[];
  /** What is told of the whole conversation; null until it was opened. */
  readonly opened: Conversation | null;
  readonly sought: Sought | null;
}

const nobody: Talk = { conversationId: null, turns: [], opened: null, sought: null };

type Change =
  | { readonly to: 'asked'; readonly turn: Turn; readonly place: AskPlace | undefined }
  | { readonly to: 'heard'; readonly key: string; readonly event: AskEvent }
  | { readonly to: 'kept'; readonly conversationId: number }
  | { readonly to: 'stopped'; readonly key: string }
  | { readonly to: 'failed'; readonly key: string; readonly fault: Fault }
  | { readonly to: 'opened'; readonly conversation: Conversation; readonly sought: Sought | null }
  | { readonly to: 'left' };

function changed(talk: Talk, change: Change): Talk {
  switch (change.to) {
    case 'asked':
      return { ...talk, turns: withAsked(talk.turns, change.turn, change.place) };
    case 'heard':
      return { ...talk, turns: withTurn(talk.turns, change.key, (turn) => hear(turn, change.event)) };
    case 'kept':
      return { ...talk, conversationId: change.conversationId };
    case 'stopped':
      return { ...talk, turns: withTurn(talk.turns, change.key, stopped) };
    case 'failed':
      return { ...talk, turns: withTurn(talk.turns, change.key, (turn) => failed(turn, change.fault)) };
    case 'opened':
      return {
        conversationId: change.conversation.conversationId,
        turns: keptTurns(change.conversation),
        opened: change.conversation,
        sought: change.sought,
      };
    case 'left':
      return nobody;
  }
}

function withTurn(turns: readonly Turn[], key: string, change: (turn: Turn) => Turn): readonly Turn[] {
  return turns.map((turn) => (turn.key === key ? change(turn) : turn));
}

/** How a question is asked, where it is not just the next one. */
export interface AskWays {
  /** Replaces what the rules understood. */
  readonly plan?: Plan;
  readonly place?: AskPlace;
  readonly thorough?: boolean;
  /** Answers the conversation from now on; null for as usual, absent for as before. */
  readonly personaId?: number | null;
}

export type Ask = (question: string, ways?: AskWays) => void;

/** The conversation on screen; it outlives a look at the library, and its stream ends when it is left. */
export interface AskSession extends Talk {
  /** Asked as soon as the line to the engine is open. */
  readonly ask: Ask;
  readonly stop: () => void;
  readonly show: (conversation: Conversation, sought?: Sought) => void;
  /** Shows another branch of it, or without a place what is kept of it. */
  readonly turnTo: (at: ShownAt | null) => void;
  readonly startNew: () => void;
}

export function useAskSession(): AskSession {
  const { opened } = useConnection();
  const [talk, change] = useReducer(changed, nobody);
  const now = useRef(talk);
  now.current = talk;
  const running = useRef<AbortController | null>(null);
  const stop = useCallback(() => running.current?.abort(), []);
  useEffect(() => stop, [stop]);

  const { conversationId } = talk;
  const ask = useCallback(
    (question: string, { plan, place: given, thorough = false, personaId }: AskWays = {}) => {
      stop();
      const place = given ?? placeAfter(now.current.turns);
      const asking = new AbortController();
      running.current = asking;
      const key = crypto.randomUUID();
      const follow = async () => {
        const input = {
          question,
          ...(conversationId === null ? {} : { conversationId }),
          ...(conversationId === null || place === undefined ? {} : { place }),
          ...(plan === undefined ? {} : { plan }),
          ...(thorough ? { thorough } : {}),
          ...(personaId === undefined ? {} : { personaId }),
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
      change({ to: 'asked', turn: newTurn(key, question, given !== undefined), place: given });
      // A turn that was stopped stays stopped: what the broken stream throws then is no failure.
      follow().catch((error: unknown) => change({ to: 'failed', key, fault: faultOfCall(error) }));
    },
    [opened, conversationId, stop],
  );

  const show = useCallback(
    (conversation: Conversation, sought: Sought | null = null) => {
      stop();
      change({ to: 'opened', conversation, sought });
    },
    [stop],
  );
  const turnTo = useCallback(
    (at: ShownAt | null) => {
      if (conversationId === null) return;
      stop();
      const read = async () => {
        const { conversations } = await opened(new AbortController().signal);
        const conversation = await (at === null
          ? conversations.read({ conversationId })
          : conversations.show({ conversationId, at }));
        // Another one may have been opened meanwhile.
        if (now.current.conversationId === conversationId)
          change({ to: 'opened', conversation, sought: null });
      };
      // Where it fails, what is shown stays, and the connection says why.
      read().catch(() => undefined);
    },
    [opened, conversationId, stop],
  );
  const startNew = useCallback(() => {
    stop();
    change({ to: 'left' });
  }, [stop]);
  return { ...talk, ask, stop, show, turnTo, startNew };
}
