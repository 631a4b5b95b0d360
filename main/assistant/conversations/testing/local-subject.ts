import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { conversationsOver } from '../conversations.ts';
import { openDatabase } from '../database.ts';
import { migrations } from '../migrations.ts';
import { actOn } from './acts.ts';
import type { Subject } from './operate-at-random.ts';
import { see } from './seen.ts';

/** More than any search of a test finds. */
export const everyTurn = 1_000;

/**
 * A store in this process. Its crash leaves the files as they lie, as a kill does, or closes the database under it;
 * another store is opened over them. `base` is an empty folder.
 */
export function localSubject(base: string, random: () => number): Subject & { close(): void } {
  let round = 0;
  const open = () => {
    const file = join(base, `${round}`, 'conversations.db');
    const database = openDatabase(file, migrations);
    return { file, db: database.db, store: conversationsOver(database, file, () => undefined) };
  };
  let opened = open();
  return {
    act: async (act) => actOn(opened.store, act),
    see: async () => see(opened.store),
    find: async (text) => opened.store.find(text, everyTurn),
    async crash(during) {
      if (during !== null && random() < 0.5) actOn(opened.store, during);
      if (random() < 0.5) opened.db.close();
      else {
        const before = opened;
        round += 1;
        const folder = join(base, `${round}`);
        mkdirSync(folder, { mode: 0o700 });
        for (const end of ['', '-wal'])
          if (existsSync(`${before.file}${end}`))
            copyFileSync(`${before.file}${end}`, join(folder, `conversations.db${end}`));
        before.db.close();
      }
      opened = open();
    },
    close: () => opened.store.close(),
  };
}
