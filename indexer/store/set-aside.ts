import { existsSync, renameSync, rmSync } from 'node:fs';

/** What SQLite keeps beside a database; it belongs to that file and to no other. */
const companions = ['-wal', '-shm', '-journal'] as const;

/** Moves a database that cannot be used out of the way, with what belongs to it. Returns where it lies now. */
export function setAside(file: string): string {
  const stamp = new Date().toISOString().replace(/[:.]/g, '-');
  const aside = `${file}.damaged-${stamp}`;
  for (const suffix of ['', ...companions])
    if (existsSync(file + suffix)) renameSync(file + suffix, aside + suffix);
  return aside;
}

/** Removes a database that was just put there, with what belongs to it. */
export function removeDatabase(file: string): void {
  for (const suffix of ['', ...companions]) rmSync(file + suffix, { force: true });
}
