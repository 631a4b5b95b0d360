import { useCallback, useState } from 'react';
import type { Fault } from '#main/contract/fault.ts';
import type { Client } from '../connection/client.ts';
import { useClient } from '../connection/engine.tsx';
import { faultOfCall } from '../connection/fault-of-call.ts';

type Retry = Parameters<Client['sources']['retry']>[0];

interface Retrying {
  readonly retry: (input: Retry) => void;
  /** Why the last one was refused. */
  readonly fault: Fault | null;
}

/** Has files read again, and calls `onDone` when they wait for that. */
export function useRetry(onDone: () => void): Retrying {
  const client = useClient();
  const [fault, setFault] = useState<Fault | null>(null);
  const retry = useCallback(
    (input: Retry) => {
      setFault(null);
      client?.sources.retry(input).then(onDone, (error: unknown) => setFault(faultOfCall(error)));
    },
    [client, onDone],
  );
  return { retry, fault };
}
