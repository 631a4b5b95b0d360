import { useCallback } from 'react';
import type { Source } from '#main/contract/sources.ts';
import type { Client } from '../connection/client.ts';
import { useLoaded } from '../connection/use-loaded.ts';
import { Dialog } from '../design/dialog.tsx';
import { FaultNotice } from '../design/notice.tsx';
import { LeftOutForm } from './left-out-form.tsx';

interface LeftOutDialogProps {
  readonly source: Source;
  readonly name: string;
  /** What is left out is another now. */
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

/** What is left out of a source, to be changed. */
export function LeftOutDialog({ source, name, onSaved, onClose }: LeftOutDialogProps) {
  const { sourceId } = source;
  const load = useCallback(
    (client: Client, signal: AbortSignal) => client.sources.ignoring({ sourceId }, { signal }),
    [sourceId],
  );
  const [loaded] = useLoaded(load);
  return (
    <Dialog title={`What is left out of ${name}`} onClose={onClose}>
      {loaded.phase === 'failed' ? <FaultNotice fault={loaded.fault} /> : null}
      {loaded.phase === 'ready' ? (
        <LeftOutForm sourceId={sourceId} ignoring={loaded.value} onSaved={onSaved} onClose={onClose} />
      ) : null}
    </Dialog>
  );
}
