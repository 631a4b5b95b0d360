import { useEffect, useRef, useState } from 'react';
import type { Conversation } from '#main/contract/conversations.ts';
import type { Fault } from '#main/contract/fault.ts';
import { renameRoute } from '../app/route.ts';
import type { Client } from '../connection/client.ts';
import { useClient } from '../connection/engine.tsx';
import { faultOfCall } from '../connection/fault-of-call.ts';
import type { AskSession } from './use-ask-session.ts';

/**
 * Keeps the address and the conversation on screen the same: a new conversation names the address, an address opens
 * its conversation, and one that names a turn the branch of it. Returns the Fault of a conversation that could not be
 * opened.
 */
export function useConversationRoute(
  session: AskSession,
  routeId: number | null,
  answerId: number | undefined,
): Fault | null {
  const client = useClient();
  const [fault, setFault] = useState<Fault | null>(null);
  const { conversationId, show, startNew } = session;
  const seen = useRef<{ session: number | null; route: number | null }>({
    session: conversationId,
    route: null,
  });
  useEffect(() => {
    const before = seen.current;
    seen.current = { session: conversationId, route: routeId };
    setFault(null);
    if (routeId === conversationId && answerId === undefined) return;
    const justNamed = conversationId !== before.session || (routeId === null && before.route === null);
    if (conversationId !== null && justNamed && answerId === undefined)
      return renameRoute({ screen: 'ask', conversationId });
    if (routeId === null) return startNew();
    if (client === null) {
      seen.current = before;
      return;
    }
    const leaving = new AbortController();
    readAt(client, routeId, answerId, leaving.signal).then(
      (conversation) => {
        if (leaving.signal.aborted) return;
        show(conversation, answerId === undefined ? undefined : { answerId });
        // The same turn can be sought again.
        if (answerId !== undefined) renameRoute({ screen: 'ask', conversationId: routeId });
      },
      (error: unknown) => {
        if (leaving.signal.aborted) return;
        setFault(faultOfCall(error));
        // Another conversation must not stand under this address.
        startNew();
      },
    );
    return () => leaving.abort();
  }, [client, routeId, answerId, conversationId, show, startNew]);
  return fault;
}

function readAt(
  { conversations }: Client,
  conversationId: number,
  answerId: number | undefined,
  signal: AbortSignal,
): Promise<Conversation> {
  return answerId === undefined
    ? conversations.read({ conversationId }, { signal })
    : conversations.show({ conversationId, at: { answerId } }, { signal });
}
