import { useCallback, useEffect, useId, useRef } from 'react';
import type { Client } from '../connection/client.ts';
import { useLoaded } from '../connection/use-loaded.ts';
import { IconButton } from '../design/button.tsx';
import { FaultNotice, Notice } from '../design/notice.tsx';
import { DocumentHead } from './document-head.tsx';
import { DocumentText } from './document-text.tsx';
import { findQuote } from './find-quote.ts';
import { OpenFile } from './open-file.tsx';
import styles from './source-viewer.module.css';
import type { Viewing } from './use-viewing.ts';

const { viewer, tools, count, space, body, said } = styles;

interface SourceViewerProps {
  readonly viewing: Viewing;
  /** Beside the thread; otherwise it covers the page and holds the focus. */
  readonly docked: boolean;
  readonly onMove: (to: number) => void;
  readonly onClose: () => void;
}

/** A source at its place: the document's text with the quote highlighted, and the way to the next one. */
export function SourceViewer({ viewing, docked, onMove, onClose }: SourceViewerProps) {
  const box = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const item = viewing.items[viewing.at];
  const documentId = item?.documentId ?? 0;
  const load = useCallback(
    (client: Client, signal: AbortSignal) => client.documents.read({ documentId }, { signal }),
    [documentId],
  );
  const [loaded] = useLoaded(load);
  useOpenDialog(box, docked);
  if (item === undefined) return null;
  // While the next document loads, the one before must not stand under its title.
  const document = loaded.phase === 'ready' && loaded.value.documentId === documentId ? loaded.value : null;
  const extent = document === null || item.mark === null ? null : findQuote(document.text, item.mark);
  const isChanged = document !== null && item.mark !== null && extent === null;
  return (
    <dialog
      ref={box}
      className={viewer}
      data-docked={docked}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={({ key }) => {
        if (key === 'ArrowLeft') onMove(viewing.at - 1);
        if (key === 'ArrowRight') onMove(viewing.at + 1);
      }}
    >
      <div className={tools}>
        <IconButton
          icon="previous"
          label="Previous source (←)"
          aria-disabled={viewing.at === 0}
          onClick={() => onMove(viewing.at - 1)}
        />
        <IconButton
          icon="next"
          label="Next source (→)"
          aria-disabled={viewing.at === viewing.items.length - 1}
          onClick={() => onMove(viewing.at + 1)}
        />
        <span className={count}>
          {viewing.at + 1} of {viewing.items.length}
        </span>
        <span className={space} />
        <OpenFile documentId={documentId} />
        <IconButton icon="close" label="Close (Escape)" onClick={onClose} />
      </div>
      <DocumentHead headingId={heading} item={item} document={document} />
      {loaded.phase === 'failed' ? (
        <div className={said}>
          {loaded.fault.code === 'not-found' ? <Left /> : <FaultNotice fault={loaded.fault} />}
        </div>
      ) : null}
      {document?.missing === true || isChanged ? (
        <div className={said}>
          <Notice tone="warn">{document?.missing === true ? fileIsGone : fileHasChanged}</Notice>
        </div>
      ) : null}
      <div className={body}>
        {document === null ? null : (
          <DocumentText key={`${documentId}:${viewing.at}`} document={document} mark={extent} />
        )}
      </div>
    </dialog>
  );
}

const fileIsGone = 'The file is not there any more. This is what stood in it when it was last read.';
const fileHasChanged =
  'The file has changed since this answer: the words it quotes do not stand in it any more. Ask again for an answer from what is there now.';

function Left() {
  return (
    <Notice tone="warn">
      This document is no longer in the library: its file was deleted, or its source was forgotten.
    </Notice>
  );
}

function useOpenDialog(box: React.RefObject<HTMLDialogElement | null>, docked: boolean): void {
  useEffect(() => {
    const dialog = box.current;
    if (dialog === null) return;
    if (docked) dialog.show();
    else dialog.showModal();
    return () => dialog.close();
  }, [box, docked]);
}
