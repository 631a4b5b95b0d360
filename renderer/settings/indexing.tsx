import { useState } from 'react';
import type { Fault } from '#main/contract/fault.ts';
import type { Settings } from '#main/contract/settings.ts';
import type { Client } from '../connection/client.ts';
import { useClient } from '../connection/engine.tsx';
import { faultOfCall } from '../connection/fault-of-call.ts';
import { useLoaded } from '../connection/use-loaded.ts';
import { Button } from '../design/button.tsx';
import { FaultNotice } from '../design/notice.tsx';
import { farAway, inAnHour, isPaused } from '../library/pause-times.ts';
import { useWords, type Words } from '../wording/words.ts';
import type { Setting, SettingsSection } from './section.ts';
import { Switch } from './switch.tsx';

async function load(client: Client, signal: AbortSignal) {
  const [settings, unavailable] = await Promise.all([
    client.settings.read(undefined, { signal }),
    client.settings.unavailable(undefined, { signal }),
  ]);
  return { settings, unavailable };
}

const switches = [
  { id: 'onlyWhenIdle', means: 'onlyWhenIdleMeans' },
  { id: 'notOnBattery', means: 'notOnBatteryMeans' },
] as const;

export function useIndexing(): SettingsSection {
  const words = useWords('settings');
  const section = { id: 'indexing', title: words('indexing') };
  const client = useClient();
  const [loaded, reload] = useLoaded(load);
  const [fault, setFault] = useState<Fault | null>(null);
  // A switch turns at once, and back where the engine refuses.
  const [changing, setChanging] = useState<Partial<Settings>>({});
  const change = (settings: Partial<Settings>) => {
    setFault(null);
    setChanging((before) => ({ ...before, ...settings }));
    client?.settings.change(settings).then(reload, (error: unknown) => {
      setChanging({});
      setFault(faultOfCall(error));
    });
  };
  if (loaded.phase === 'loading') return { ...section, settings: [] };
  if (loaded.phase === 'failed')
    return { ...section, settings: [], body: <FaultNotice fault={loaded.fault} /> };
  const { unavailable } = loaded.value;
  const settings = { ...loaded.value.settings, ...changing };
  return {
    ...section,
    settings: [
      ...switches.map(({ id, means }) => ({
        ...{ id, name: words(id) },
        consequence: unavailable[id] ?? words(means),
        control: (
          <Switch
            id={id}
            on={settings[id]}
            disabled={unavailable[id] !== null && !settings[id]}
            onSwitch={(on) => change({ [id]: on })}
          />
        ),
      })),
      pauseOf(words, settings.pausedUntil, change),
    ],
    ...(fault === null ? {} : { body: <FaultNotice fault={fault} /> }),
  };
}

function pauseOf(
  words: Words<'settings'>,
  pausedUntil: string | null,
  change: (settings: Partial<Settings>) => void,
): Setting {
  const paused = isPaused(pausedUntil);
  return {
    id: 'paused',
    name: words('pause'),
    consequence: paused ? words('isPaused') : words('pauseMeans'),
    control: paused ? (
      <Button icon="resume" onClick={() => change({ pausedUntil: null })}>
        {words('resume')}
      </Button>
    ) : (
      <span>
        <Button look="quiet" icon="pause" onClick={() => change({ pausedUntil: inAnHour() })}>
          {words('pauseHour')}
        </Button>
        <Button look="quiet" icon="pause" onClick={() => change({ pausedUntil: farAway })}>
          {words('pauseOpen')}
        </Button>
      </span>
    ),
  };
}
