import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { WritableDb } from './connection.ts';
import { openWriter } from './database.ts';
import { isDamage } from './library-fault.ts';
import { salvageEmbeddings } from './salvage-embeddings.ts';
import { setAside } from './set-aside.ts';

interface Opened {
  readonly writer: WritableDb;
  readonly isNew: boolean;
  /** Where the damaged file lies that was there before. */
  readonly aside: string | null;
}

const suspicionOf = (file: string): string => `${file}.suspect`;
/** Its time is that of the last look through the whole file. */
const stampOf = (file: string): string => `${file}.checked`;
const checkEveryMs = 24 * 60 * 60 * 1000;
/** Looked through in about half a second; a larger library is looked through where damage was met in it. */
const checkedBytesAtMost = 256 * 1024 * 1024;

/** Notes that damage was met in `file`: the next opening looks through all of it, which takes seconds for a large one. */
export function suspect(file: string): void {
  stamp(suspicionOf(file));
}

/** Opens `file` for writing, or a new one in its place where it is damaged. Throws openWriter's other Faults. */
export function openSound(file: string): Opened {
  const isNew = (statSync(file, { throwIfNoEntry: false })?.size ?? 0) === 0;
  const writer = soundWriter(file);
  if (writer !== null) return { writer, isNew, aside: null };
  const aside = setAside(file);
  rmSync(suspicionOf(file), { force: true });
  const fresh = openWriter(file);
  salvageEmbeddings(aside, fresh, Date.now());
  return { writer: fresh, isNew: true, aside };
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
  if (!isCheckDue(file)) return writer;
  if (isSound(writer)) {
    rmSync(suspicionOf(file), { force: true });
    stamp(stampOf(file));
    return writer;
  }
  writer.close();
  return null;
}

/** Bytes change on disks, too, and what is damaged unseen is copied into the next backup: a small library is looked through daily. */
function isCheckDue(file: string): boolean {
  if (existsSync(suspicionOf(file))) return true;
  const isSmall = (statSync(file, { throwIfNoEntry: false })?.size ?? 0) <= checkedBytesAtMost;
  const checkedMs = statSync(stampOf(file), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return isSmall && Date.now() - checkedMs > checkEveryMs;
}

function stamp(file: string): void {
  try {
    writeFileSync(file, '', { mode: 0o600 });
  } catch {
    // A disk that cannot be written tells so at the next write.
  }
}

function isSound(db: WritableDb): boolean {
  try {
    return db.pragma('quick_check(1)', { simple: true }) === 'ok';
  } catch {
    // A check that cannot even run has found damage.
    return false;
  }
}
