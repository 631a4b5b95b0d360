import type { WritableDb } from './connection.ts';
import { firstSchema, placesOfEveryKind } from './schema.ts';

/** Step n brings a library of `user_version` n to n + 1. Steps are only ever added. */
const steps: readonly ((db: WritableDb) => void)[] = [
  (db) => db.exec(firstSchema),
  (db) => db.exec(placesOfEveryKind),
];

export const latestVersion = steps.length;

/** Runs the missing steps, each in its own transaction with its `user_version`. */
export function migrate(db: WritableDb): void {
  const current = Number(db.pragma('user_version', { simple: true }));
  for (const [version, step] of steps.entries()) {
    if (version < current) continue;
    db.transaction(() => {
      step(db);
      db.pragma(`user_version = ${version + 1}`);
    }).immediate();
  }
}
