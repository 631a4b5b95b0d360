import { type Settings, settings } from '#main/contract/settings.ts';
import type { ConversationsDb } from './database.ts';

export interface SettingsStore {
  read(): Settings;
  /** Keeps what the change names and returns everything. */
  change(change: { readonly [Name in keyof Settings]?: Settings[Name] | undefined }): Settings;
}

/** `defaults` hold where nothing was chosen. A stored value that this version does not know counts as not chosen. */
export function createSettingsStore(db: ConversationsDb, defaults: Settings): SettingsStore {
  const all = db.prepare<[], { name: string; value: string }>('SELECT name, value FROM setting');
  const write = db.prepare<[string, string]>(
    'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  );
  const read = (): Settings => {
    const chosen: Record<string, unknown> = { ...defaults };
    for (const { name, value } of all.all()) {
      const candidate = { ...chosen, [name]: JSON.parse(value) };
      if (settings.safeParse(candidate).success) chosen[name] = candidate[name];
    }
    return settings.parse(chosen);
  };
  const changeSettings = db.transaction((change: Readonly<Record<string, unknown>>): void => {
    for (const [name, value] of Object.entries(change)) {
      if (value !== undefined) write.run(name, JSON.stringify(value));
    }
  });
  return {
    read,
    change(change) {
      changeSettings.immediate(change);
      return read();
    },
  };
}
