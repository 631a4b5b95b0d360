import { useEffect, useState } from 'react';
import type { Fault } from '#main/contract/fault.ts';
import type { Settings } from '#main/contract/settings.ts';
import type { Progress } from '#main/contract/sources.ts';
import { hrefOf } from '../app/route.ts';
import type { Client } from '../connection/client.ts';
import { useClient } from '../connection/engine.tsx';
import { faultOfCall } from '../connection/fault-of-call.ts';
import { useLoaded } from '../connection/use-loaded.ts';
import { Button } from '../design/button.tsx';
import { FaultNotice } from '../design/notice.tsx';
import styles from './pause.module.css';
import { farAway, inAnHour, isPaused } from './pause-times.ts';

const { pause, more } = styles;

const load = (client: Client, signal: AbortSignal): Promise<Settings> =>
  client.settings.read(undefined, { signal });

/** Pauses everything in one click, and goes on; when to read at all is among the settings. */
export function Pause({ phase }: { readonly phase: Progress['phase'] }) {
  const client = useClient();
  const [loaded, reload] = useLoaded(load);
  const [fault, setFault] = useState<Fault | null>(null);
  // What else pauses and goes on, such as the palette or another window, shows in the phase.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the phase is the sign.
  useEffect(reload, [reload, phase]);
  const until = (pausedUntil: string | null) => {
    setFault(null);
    client?.settings.change({ pausedUntil }).then(reload, (error: unknown) => setFault(faultOfCall(error)));
  };
  if (loaded.phase !== 'ready') return null;
  return (
    <fieldset className={pause} aria-label="Pace">
      {isPaused(loaded.value.pausedUntil) ? (
        <Button icon="resume" onClick={() => until(null)}>
          Resume
        </Button>
      ) : (
        <>
          <Button look="quiet" icon="pause" onClick={() => until(farAway)}>
            Pause everything
          </Button>
          <Button look="quiet" onClick={() => until(inAnHour())}>
            For an hour
          </Button>
        </>
      )}
      <a className={more} href={hrefOf({ screen: 'settings', section: 'indexing' })}>
        When to index
      </a>
      {fault === null ? null : <FaultNotice fault={fault} />}
    </fieldset>
  );
}
