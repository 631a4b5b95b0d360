import { useCallback, useId, useLayoutEffect, useRef } from 'react';
import type { Client } from '../connection/client.ts';
import { useLoaded } from '../connection/use-loaded.ts';
import { FaultNotice, Notice } from '../design/notice.tsx';
import { Around } from './around.tsx';
import { DocumentBody } from './document-body.tsx';
import { DocumentHead } from './document-head.tsx';
import { findQuote } from './find-quote.ts';
import { Gone, KeptQuote } from './kept-quote.tsx';
import styles from './source-viewer.module.css';
import { useView } from './use-view.ts';
import type { Viewer, Viewing } from './use-viewing.ts';
import { ViewerTools } from './viewer-tools.tsx';

const { viewer: box, said } = styles;

interface SourceViewerProps {
  readonly viewing: Viewing;
  /** Beside the thread; otherwise it covers the page and holds the focus. */
  readonly docked: boolean;
  readonly viewer: Viewer;
}

/** A source at its place: the document as it looks, or its text, with the quote marked, and the way to the next one. */
export function SourceViewer({ viewing, docked, viewer }: SourceViewerProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const item = viewing.items[viewing.at];
  const documentId = item?.documentId ?? 0;
  const load = useCallback(
    (client: Client, signal: AbortSignal) => client.documents.read({ documentId }, { signal }),
    [documentId],
  );
  const [loaded] = useLoaded(load);
  useOpenDialog(dialog, docked);
  // While the next document loads, the one before must not stand under its title.
  const document = loaded.phase === 'ready' && loaded.value.documentId === documentId ? loaded.value : null;
  const { view, views, show, isDrawn } = useView(document);
  if (item === undefined) return null;
  const extent = document === null || item.mark === null ? null : findQuote(document.text, item.mark);
  const isChanged = document !== null && item.mark !== null && item.mark.quote !== '' && extent === null;
  const isLeft = loaded.phase === 'failed' && loaded.fault.code === 'not-found';
  return (
    <dialog
      ref={dialog}
      className={box}
      data-docked={docked}
      aria-labelledby={heading}
      onCancel={(event) => {
        // A box that lies over this one closes alone.
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        viewer.close();
      }}
      onKeyDown={({ key, target }) => {
        if (target instanceof Element && target.closest('[data-own-arrows], dialog dialog') !== null) return;
        if (key === 'ArrowLeft') viewer.move(viewing.at - 1);
        if (key === 'ArrowRight') viewer.move(viewing.at + 1);
      }}
    >
      <ViewerTools {...{ viewing, viewer, document, view, views }} onShow={show} />
      <DocumentHead headingId={heading} item={item} document={document} />
      {document === null ? null : <Around documentId={documentId} onVisit={viewer.visit} />}
      {loaded.phase === 'failed' && !isLeft ? (
        <div className={said}>
          <FaultNotice fault={loaded.fault} />
        </div>
      ) : null}
      {isLeft ? <Gone quote={item.mark?.quote ?? ''} /> : null}
      {document?.missing === true || isChanged ? (
        <KeptQuote
          why={document?.missing === true ? 'missing' : 'changed'}
          quote={isChanged ? (item.mark?.quote ?? '') : ''}
        />
      ) : null}
      {isDrawn || document?.missing === true ? null : (
        <div className={said}>
          <Notice tone="warn">{notDrawn}</Notice>
        </div>
      )}
      {document === null ? null : (
        <DocumentBody
          key={`${documentId}:${viewing.at}:${view}`}
          {...{ document, view }}
          mark={extent}
          onFailed={() => show('text', 'failed')}
        />
      )}
    </dialog>
  );
}

const notDrawn =
  'The pages cannot be drawn: the file is damaged, locked or not there. This is the text that was read of it.';

function useOpenDialog(box: React.RefObject<HTMLDialogElement | null>, docked: boolean): void {
  useLayoutEffect(() => {
    const dialog = box.current;
    if (dialog === null) return;
    if (docked) dialog.show();
    else dialog.showModal();
    // The reader's place is the source that was opened, not its first button.
    dialog.querySelector('h2')?.focus({ preventScroll: true });
    return () => dialog.close();
  }, [box, docked]);
}
