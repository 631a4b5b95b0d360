import { useCallback, useEffect, useRef, useState } from 'react';
import type { Fault } from '#main/contract/fault.ts';
import type { DownloadProgress } from '#main/contract/models.ts';
import { useClient } from '../connection/engine.tsx';
import { faultOfCall } from '../connection/fault-of-call.ts';

export type Download =
  | { readonly phase: 'getting'; readonly progress: DownloadProgress | null }
  | { readonly phase: 'failed'; readonly fault: Fault };

export interface Downloads {
  /** Those under way and those that failed last, by model. */
  readonly of: ReadonlyMap<string, Download>;
  /** Grows with each that came to its end. */
  readonly finished: number;
  readonly get: (modelId: string) => void;
  readonly cancel: (modelId: string) => void;
}

/**
 * The downloads of models. It stands above the screens, so that leaving one stops none; what has arrived of one that was
 * stopped is kept for the next try. Nothing in Quipu but this and the notice of the library uses the network.
 */
export function useDownloads(): Downloads {
  const client = useClient();
  const running = useRef(new Map<string, AbortController>());
  const [downloads, setDownloads] = useState<ReadonlyMap<string, Download>>(new Map());
  const [finished, setFinished] = useState(0);
  useEffect(() => {
    const all = running.current;
    return () => {
      for (const stopping of all.values()) stopping.abort();
    };
  }, []);
  const put = useCallback((modelId: string, download: Download | null) => {
    setDownloads((before) => {
      const after = new Map(before);
      if (download === null) after.delete(modelId);
      else after.set(modelId, download);
      return after;
    });
  }, []);
  const get = useCallback(
    (modelId: string) => {
      if (client === null || running.current.has(modelId)) return;
      const stopping = new AbortController();
      running.current.set(modelId, stopping);
      put(modelId, { phase: 'getting', progress: null });
      const fetchAll = async () => {
        for await (const progress of await client.models.get({ modelId }, { signal: stopping.signal }))
          if (running.current.get(modelId) === stopping) put(modelId, { phase: 'getting', progress });
      };
      const end = (download: Download | null) => {
        // One that was cancelled has ended for whoever cancelled it, whenever the engine stops.
        if (running.current.get(modelId) !== stopping) return;
        running.current.delete(modelId);
        put(modelId, download);
        setFinished((before) => before + 1);
      };
      fetchAll().then(
        () => end(null),
        (error: unknown) => end({ phase: 'failed', fault: faultOfCall(error) }),
      );
    },
    [client, put],
  );
  const cancel = useCallback(
    (modelId: string) => {
      running.current.get(modelId)?.abort();
      running.current.delete(modelId);
      put(modelId, null);
    },
    [put],
  );
  return { of: downloads, finished, get, cancel };
}
