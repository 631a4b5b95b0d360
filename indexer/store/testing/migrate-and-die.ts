import Database from 'better-sqlite3';
import { librarySteps, migrate } from '../migrations.ts';

/** Run as a process: migrates a library and is killed in the middle of one step, when all of it is written and nothing committed. */
const [file = '', lastStep = ''] = process.argv.slice(2);
const db = new Database(file);
db.pragma('journal_mode = WAL');
migrate(
  db,
  librarySteps.map((step, at) => (open) => {
    step(open);
    if (at === Number(lastStep)) process.kill(process.pid, 'SIGKILL');
  }),
);
