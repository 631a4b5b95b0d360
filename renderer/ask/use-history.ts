import { useCallback, useEffect, useState } from 'react';
import type { ExportFormat } from '#main/contract/conversation-export.ts';
import type { ConversationChange, ConversationSummary, Shelf } from '#main/contract/conversations.ts';
import type { Fault } from '#main/contract/fault.ts';
import type { Client } from '../connection/client.ts';
import { useClient } from '../connection/engine.tsx';
import { faultOfCall } from '../connection/fault-of-call.ts';
import { type Loaded, useLoaded } from '../connection/use-loaded.ts';
import { saveText } from './save-text.ts';

/** A deletion that can be taken back on the spot. */
export interface Deletion {
  readonly conversationId: number;
  readonly title: string;
}

/** The conversations of one shelf, and what can be done with them. */
export interface HistoryState {
  readonly shelf: Shelf;
  readonly choose: (shelf: Shelf) => void;
  readonly listed: Loaded<readonly ConversationSummary[]>;
  /** The last one that was deleted. */
  readonly deletion: Deletion | null;
  readonly dismiss: () => void;
  /** Why the last act was refused. */
  readonly fault: Fault | null;
  readonly change: (change: ConversationChange) => void;
  readonly remove: (conversation: Deletion) => void;
  readonly removeForGood: (conversationId: number) => void;
  readonly restore: (conversationId: number, onDone?: () => void) => void;
  /** All of them where none is named. */
  readonly save: (format: ExportFormat, conversationId?: number) => void;
  readonly bringIn: (file: File, onOpened: (conversationId: number) => void) => void;
}

/** The list is fetched anew whenever one of `changes` is another. */
export function useHistory(onRemoved: (conversationId: number) => void, changes: string): HistoryState {
  const client = useClient();
  const [shelf, choose] = useState<Shelf>('current');
  const load = useCallback(
    (from: Client, signal: AbortSignal) => from.conversations.list({ shelf }, { signal }),
    [shelf],
  );
  const [listed, reload] = useLoaded(load);
  const [deletion, setDeletion] = useState<Deletion | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change may have changed the list.
  useEffect(reload, [reload, changes]);
  const act = (work: (of: Client) => Promise<unknown>) => {
    if (client === null) return;
    setFault(null);
    work(client).then(reload, (error: unknown) => setFault(faultOfCall(error)));
  };
  return {
    ...{ shelf, choose, listed, deletion, fault },
    dismiss: () => setDeletion(null),
    change: (change) => act((of) => of.conversations.change(change)),
    remove: ({ conversationId, title }) =>
      act(async (of) => {
        await of.conversations.remove({ conversationId });
        setDeletion({ conversationId, title });
        onRemoved(conversationId);
      }),
    removeForGood: (conversationId) =>
      act(async (of) => {
        await of.conversations.remove({ conversationId, forGood: true });
        onRemoved(conversationId);
      }),
    restore: (conversationId, onDone) =>
      act(async (of) => {
        await of.conversations.restore({ conversationId });
        setDeletion(null);
        onDone?.();
      }),
    save: (format, conversationId) =>
      act(async (of) => {
        const which = conversationId === undefined ? {} : { conversationIds: [conversationId] };
        const { name, text } = await of.conversations.export({ ...which, format });
        saveText(name, text);
      }),
    bringIn: (file, onOpened) =>
      act(async (of) => {
        const [first] = await of.conversations.import({ text: await file.text() });
        choose('current');
        if (first !== undefined) onOpened(first.conversationId);
      }),
  };
}
