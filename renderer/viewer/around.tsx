import { useCallback } from 'react';
import type { Neighbour } from '#main/contract/original.ts';
import type { Client } from '../connection/client.ts';
import { useLoaded } from '../connection/use-loaded.ts';
import { Button, IconButton } from '../design/button.tsx';
import { Icon } from '../design/icon.tsx';
import styles from './around.module.css';
import type { Viewed } from './use-viewing.ts';

const { bar, thread, attached, unread, place } = styles;

interface AroundProps {
  readonly documentId: number;
  readonly onVisit: (item: Viewed) => void;
}

/** What stands around a document: the mails before and after it, what is attached to it, what it is attached to. */
export function Around({ documentId, onVisit }: AroundProps) {
  const load = useCallback(
    async (client: Client, signal: AbortSignal) => ({
      documentId,
      ...(await client.documents.around({ documentId }, { signal })),
    }),
    [documentId],
  );
  const [loaded] = useLoaded(load);
  if (loaded.phase !== 'ready' || loaded.value.documentId !== documentId) return null;
  const { thread: mails, holder, attachments } = loaded.value;
  if (mails === null && holder === null && attachments.length === 0) return null;
  const visit = ({ documentId: to, title }: Pick<Neighbour, 'documentId' | 'title'>) =>
    onVisit({ documentId: to, title, mark: null });
  const mailWay = (icon: 'up' | 'down', label: string, to: Neighbour | null) => (
    <IconButton
      icon={icon}
      label={to === null ? label : `${label}: ${to.title}`}
      aria-disabled={to === null}
      onClick={() => (to === null ? undefined : visit(to))}
    />
  );
  return (
    <div className={bar}>
      {mails === null ? null : (
        <fieldset className={thread} aria-label="Thread">
          {mailWay('up', 'Earlier mail of this thread', mails.previous)}
          {mailWay('down', 'Later mail of this thread', mails.next)}
          <span className={place}>
            Mail {mails.at} of {mails.of} in this thread
          </span>
        </fieldset>
      )}
      {holder === null ? null : (
        <Button look="quiet" icon="mail" onClick={() => visit(holder)}>
          In: {holder.title}
        </Button>
      )}
      {attachments.length === 0 ? null : (
        <ul className={attached} aria-label="Attachments">
          {attachments.map(({ name, documentId: to }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two attachments may have one name.
            <li key={index}>
              {to === null ? (
                <span className={unread}>
                  <Icon name="file" size={14} /> {name}, not read
                </span>
              ) : (
                <Button look="quiet" icon="file" onClick={() => visit({ documentId: to, title: name })}>
                  {name}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
