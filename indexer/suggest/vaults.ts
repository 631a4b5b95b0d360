import { join } from 'node:path';
import { isIgnoredName } from '../watch/ignore-rules.ts';
import { entriesOf } from './look.ts';
import type { FoundPlace } from './mail-programs.ts';
import type { Surroundings } from './surroundings.ts';

/** Home, Documents, Notes, a vault: nobody keeps one much deeper. */
const deepest = 4;
const foldersAtMost = 10_000;
/** Folders of programs, not of a person. */
const ofPrograms = /^(Library|AppData|Applications|snap|go|miniconda3|anaconda3)$/;

export interface Vaults {
  readonly notes: readonly FoundPlace[];
  readonly mail: readonly FoundPlace[];
}

/** Folders below the home that are a notes program's vault or a Maildir, by the names of what is in them. */
export async function findVaults(surroundings: Surroundings, signal: AbortSignal): Promise<Vaults> {
  const { platform, home } = surroundings;
  const notes: FoundPlace[] = [];
  const mail: FoundPlace[] = [];
  const folders = [
    { path: home, depth: 0 },
    ...(platform === 'darwin'
      ? [{ path: join(home, 'Library', 'Mobile Documents', 'iCloud~md~obsidian', 'Documents'), depth: 2 }]
      : []),
  ];
  for (let at = 0; at < folders.length && at < foldersAtMost; at++) {
    signal.throwIfAborted();
    const { path, depth } = folders[at] ?? { path: home, depth: 0 };
    const entries = (await entriesOf(path)).filter((entry) => entry.isDirectory());
    const names = new Set(entries.map(({ name }) => name));
    const program = depth === 0 ? null : programOf(names);
    if (program !== null) notes.push({ path, program });
    else if (names.has('cur') && names.has('new') && names.has('tmp')) mail.push({ path, program: '' });
    else if (depth < deepest)
      for (const name of names)
        if (!isIgnoredName(name, true) && !(depth === 0 && ofPrograms.test(name)))
          folders.push({ path: join(path, name), depth: depth + 1 });
  }
  return { notes, mail };
}

/** https://help.obsidian.md/data-storage and https://docs.logseq.com: a folder of settings within the notes. */
function programOf(names: ReadonlySet<string>): string | null {
  if (names.has('.obsidian')) return 'Obsidian';
  if (names.has('logseq') && (names.has('pages') || names.has('journals'))) return 'Logseq';
  return null;
}
