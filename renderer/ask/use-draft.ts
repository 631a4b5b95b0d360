import { useCallback, useEffect, useRef, useState } from 'react';
import type { Client } from '../connection/client.ts';
import { useClient } from '../connection/engine.tsx';
import type { AskSession } from './use-ask-session.ts';

/** What is typed into the question box. */
export interface Draft {
  readonly text: string;
  readonly change: (text: string) => void;
  /** The box is empty for the next question; this one is held until the engine has it. */
  readonly asked: (question: string) => void;
}

const typingPauseMs = 400;
const prefix = 'quipu.draft.';
const keyOf = (place: number | null): string => `${prefix}${place ?? 'new'}`;

/**
 * The question box of a conversation, as it was left. What is typed is held by the tab at once and kept by the engine
 * when typing pauses, or as soon as it answers again.
 */
export function useDraft(session: AskSession, routeId: number | null): Draft {
  const { conversationId, opened, turns } = session;
  // An address has its draft before its conversation is read.
  const place = conversationId ?? routeId;
  const client = useClient();
  const [text, setText] = useState('');
  const now = useRef({ place, text, touched: false, client });
  now.current.client = client;
  /** Asked, and not yet known to be with the engine. */
  const pending = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const set = useCallback((value: string) => {
    now.current.text = value;
    setText(value);
  }, []);
  const hold = useCallback((at: number | null, value: string, pauseMs = typingPauseMs) => {
    sessionStorage.setItem(keyOf(at), value);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void keepHeld(now.current.client), pauseMs);
  }, []);

  // A conversation that gets its number takes along what is typed; one that is opened shows its own.
  const isNamed = conversationId !== null && opened?.conversationId !== conversationId;
  useEffect(() => {
    const { place: before, text: typed } = now.current;
    now.current.place = place;
    if (before === null && isNamed) {
      hold(null, '');
      hold(place, typed);
      return;
    }
    if (before === place) return;
    pending.current = null;
    now.current.touched = false;
    set('');
  }, [place, isNamed, hold, set]);

  useEffect(() => {
    const held = sessionStorage.getItem(keyOf(place));
    if (held !== null && !now.current.touched && pending.current === null) set(held);
    if (client === null) return;
    void keepHeld(client);
    if (held !== null) return;
    client.conversations.draft({ conversationId: place }).then(
      (draft) => {
        const { place: shown, text: typed, touched } = now.current;
        if (shown === place && typed === '' && !touched && pending.current === null) set(draft.text);
      },
      // What was typed before is not worth a failure; it stays where it is kept.
      () => undefined,
    );
  }, [client, place, set]);

  const last = turns.at(-1);
  const hasPlan = last !== undefined && (last.phase === 'answered' || last.heard.plan !== null);
  const isOver = last !== undefined && last.phase !== 'asking';
  // biome-ignore lint/correctness/useExhaustiveDependencies: a turn that begins is looked at anew.
  useEffect(() => {
    if (pending.current === null || (!hasPlan && !isOver)) return;
    pending.current = null;
    // A plan means that the engine has kept the question; without one it stays held, to be asked again.
    if (hasPlan) hold(now.current.place, now.current.text);
  }, [last?.key, hasPlan, isOver, hold]);

  return {
    text,
    change(value) {
      now.current.touched = true;
      set(value);
      hold(place, pending.current === null ? value : [pending.current, value].join('\n\n').trimEnd());
    },
    asked(question) {
      now.current.touched = true;
      pending.current = question;
      set('');
      hold(place, question, 10 * typingPauseMs);
    },
  };
}

/** Gives the engine everything that is held; what it has taken need not be held any longer. */
async function keepHeld(client: Client | null): Promise<void> {
  if (client === null) return;
  const keys = Object.keys(sessionStorage).filter((key) => key.startsWith(prefix));
  for (const key of keys) {
    const text = sessionStorage.getItem(key) ?? '';
    const place = key.slice(prefix.length);
    const conversationId = place === 'new' ? null : Number(place);
    try {
      await client.conversations.keepDraft({ conversationId, text });
      if (sessionStorage.getItem(key) === text) sessionStorage.removeItem(key);
    } catch {
      // The engine is away: it gets them when it is back.
      return;
    }
  }
}
