import { useCallback, useState } from 'react';
import type { Fault } from '#main/contract/fault.ts';
import type { Settings, Unavailable } from '#main/contract/settings.ts';
import type { Client } from '../connection/client.ts';
import { useClient } from '../connection/engine.tsx';
import { faultOfCall } from '../connection/fault-of-call.ts';
import { useLoaded } from '../connection/use-loaded.ts';
import { Button } from '../design/button.tsx';
import { FaultNotice } from '../design/notice.tsx';
import styles from './pace.module.css';
import { farAway, inAnHour, isPaused } from './pause-times.ts';

const { pace, switches, note, actions } = styles;

async function load(client: Client, signal: AbortSignal) {
  const [settings, unavailable] = await Promise.all([
    client.settings.read(undefined, { signal }),
    client.settings.unavailable(undefined, { signal }),
  ]);
  return { settings, unavailable };
}

/** When files are read and embedded in the background, with its switches; says nothing until that is known. */
export function Pace() {
  const client = useClient();
  const [loaded, reload] = useLoaded(load);
  const [fault, setFault] = useState<Fault | null>(null);
  const change = useCallback(
    (settings: Partial<Settings>) => {
      setFault(null);
      client?.settings.change(settings).then(reload, (error: unknown) => setFault(faultOfCall(error)));
    },
    [client, reload],
  );
  if (loaded.phase === 'loading') return null;
  if (loaded.phase === 'failed') return <FaultNotice fault={loaded.fault} />;
  const { settings, unavailable } = loaded.value;
  return (
    <section className={pace} aria-label="Pace">
      <Switches settings={settings} unavailable={unavailable} onChange={change} />
      <Pause pausedUntil={settings.pausedUntil} onChange={change} />
      {fault === null ? null : <FaultNotice fault={fault} />}
    </section>
  );
}

interface SwitchesProps {
  readonly settings: Settings;
  readonly unavailable: Unavailable;
  readonly onChange: (settings: Partial<Settings>) => void;
}

function Switches({ settings, unavailable, onChange }: SwitchesProps) {
  const names = [
    ['onlyWhenIdle', 'Only while nobody uses the computer'],
    ['notOnBattery', 'Not while it runs on battery'],
  ] as const;
  return (
    <fieldset className={switches}>
      <legend>Read and embed in the background</legend>
      {names.map(([name, words]) => (
        <label key={name}>
          <input
            type="checkbox"
            checked={settings[name]}
            disabled={unavailable[name] !== null && !settings[name]}
            onChange={({ target }) => onChange({ [name]: target.checked })}
          />
          {words}
          {unavailable[name] === null ? null : <span className={note}>{unavailable[name]}</span>}
        </label>
      ))}
    </fieldset>
  );
}

interface PauseProps extends Pick<SwitchesProps, 'onChange'> {
  readonly pausedUntil: string | null;
}

function Pause({ pausedUntil, onChange }: PauseProps) {
  if (isPaused(pausedUntil)) {
    return (
      <div className={actions}>
        <Button icon="resume" onClick={() => onChange({ pausedUntil: null })}>
          Resume
        </Button>
      </div>
    );
  }
  return (
    <div className={actions}>
      <Button look="quiet" icon="pause" onClick={() => onChange({ pausedUntil: inAnHour() })}>
        Pause for an hour
      </Button>
      <Button look="quiet" icon="pause" onClick={() => onChange({ pausedUntil: farAway })}>
        Pause until I resume
      </Button>
    </div>
  );
}
