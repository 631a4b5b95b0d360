import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { WritableDb } from './connection.ts';
import { openWriter } from './database.ts';
import { isDamage } from './library-fault.ts';
import { setAside } from './set-aside.ts';

interface Opened {
  readonly writer: WritableDb;
  readonly isNew: boolean;
  /** Where the damaged file lies that was there before. */
  readonly aside: string | null;
}

const suspicionOf = (file: string): string => `${file}.suspect`;

/** Notes that damage was met in `file`: the next opening looks through all of it, which takes seconds for a large one. */
export function suspect(file: string): void {
  try {
    writeFileSync(suspicionOf(file), '', { mode: 0o600 });
  } catch {
    // A disk that cannot be written tells so at the next write; the damage is met again after that.
  }
}

/** Opens `file` for writing, or a new one in its place where it is damaged. Throws openWriter's other Faults. */
export function openSound(file: string): Opened {
  const isNew = (statSync(file, { throwIfNoEntry: false })?.size ?? 0) === 0;
  const writer = soundWriter(file);
  const aside = writer === null ? setAside(file) : null;
  rmSync(suspicionOf(file), { force: true });
  return { writer: writer ?? openWriter(file), isNew: isNew || aside !== null, aside };
}

/** null where the file is damaged. */
function soundWriter(file: string): WritableDb | null {
  let writer: WritableDb;
  try {
    writer = openWriter(file);
  } catch (error) {
    if (isDamage(error)) return null;
    throw error;
  }
  if (!existsSync(suspicionOf(file)) || isSound(writer)) return writer;
  writer.close();
  return null;
}

function isSound(db: WritableDb): boolean {
  try {
    return db.pragma('quick_check(1)', { simple: true }) === 'ok';
  } catch {
    // A check that cannot even run has found damage.
    return false;
  }
}
