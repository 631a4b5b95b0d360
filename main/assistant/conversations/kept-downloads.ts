import * as z from 'zod';
import { type KeptDownload, keptDownload } from '#main/contract/privacy.ts';
import type { ConversationsDb } from './database.ts';

/** More than a person fetches models in years. */
const keptAtMost = 1_000;
/** Beside the settings, in their table: no setting, but kept as long as they are. */
const row = 'downloads';

/** Every use of the network, latest first. */
export interface KeptDownloads {
  list(): KeptDownload[];
  keep(download: KeptDownload): void;
}

export function createKeptDownloads(db: ConversationsDb): KeptDownloads {
  const read = db.prepare<[string], string>('SELECT value FROM setting WHERE name = ?').pluck();
  const write = db.prepare<[string, string]>(
    'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  );
  const list = (): KeptDownload[] => {
    const known = z.array(keptDownload).safeParse(JSON.parse(read.get(row) ?? '[]'));
    return known.success ? known.data : [];
  };
  const keep = db.transaction((download: KeptDownload): void => {
    write.run(row, JSON.stringify([download, ...list()].slice(0, keptAtMost)));
  });
  return { list, keep: (download) => keep.immediate(download) };
}
