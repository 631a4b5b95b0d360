import { useEffect, useRef } from 'react';
import type { ModelInfo } from '#main/contract/models.ts';
import type { Progress, Source, Status } from '#main/contract/sources.ts';
import type { Client } from '../connection/client.ts';
import { type Loaded, useLoaded } from '../connection/use-loaded.ts';

export interface Library {
  readonly sources: readonly Source[];
  readonly status: Status;
  readonly models: readonly ModelInfo[];
}

const longestAgeMs = 1_000;

async function loadLibrary(client: Client, signal: AbortSignal): Promise<Library> {
  const [status, models] = await Promise.all([
    client.status(undefined, { signal }),
    client.models.list(undefined, { signal }),
  ]);
  return { sources: status.sources, status, models };
}

/** The library's sources, totals and models, kept true while the index moves; at most once a second. */
export function useLibrary(progress: Progress | null): readonly [Loaded<Library>, () => void] {
  const [loaded, reload] = useLoaded(loadLibrary);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(() => {
    if (progress === null || timer.current !== null) return;
    timer.current = setTimeout(() => {
      timer.current = null;
      reload();
    }, longestAgeMs);
  }, [progress, reload]);
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = null;
    },
    [],
  );
  return [loaded, reload];
}
