import { sep } from 'node:path';
import type { Listing } from './folder-lister.ts';
import { ignoreFileName } from './ignore-files.ts';
import { sortEntries } from './path-order.ts';
import { isIgnoredEntry, type Scope } from './scope.ts';
import { isLostName, type Sighting } from './sighting.ts';

export interface Found {
  readonly path: string;
  readonly sighting: Sighting;
}

/** Lists a folder of the source and looks at its entries. */
export type ListFolder = (folder: string) => Promise<Listing>;

/** Handed on at once. */
const batchFiles = 500;
/** Folders that are listed before their turn, so that listing and what is done with it go on side by side. */
const listsAhead = 4;

interface Entry {
  readonly name: string;
  readonly path: string;
  readonly isFolder: boolean;
  readonly sighting: Sighting;
}

/** A folder on the way down. */
interface Frame {
  readonly entries: readonly Entry[];
  next: number;
  /** Its folders that are not asked for yet, and the listings of those before them. */
  readonly folders: Entry[];
  readonly ahead: Promise<Listing>[];
}

/**
 * Walks a source from `start` (its root or a folder below) and yields what is not a folder, in batches, in
 * `comparePaths` order. Memory is bound by the entries of the folders on the way down, never by the tree.
 * Links are reported, not followed, so nothing can loop. A folder that can't be listed is reported itself.
 */
export async function* walk(
  scope: Scope,
  start: string,
  signal: AbortSignal,
  list: ListFolder,
): AsyncGenerator<readonly Found[]> {
  const first = await list(start);
  if ('failed' in first) return yield [{ path: start, sighting: first.failed }];
  const frames = [await open(scope, start, first)];
  let batch: Found[] = [];
  for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
    signal.throwIfAborted();
    const entry = frame.entries[frame.next++];
    if (entry === undefined) frames.pop();
    else if (!entry.isFolder) batch.push({ path: entry.path, sighting: seen(entry) });
    else {
      const listing = await nextListing(frame, list);
      if (!('failed' in listing)) frames.push(await open(scope, entry.path, listing));
      else if (listing.failed.kind !== 'gone') batch.push({ path: entry.path, sighting: listing.failed });
    }
    if (batch.length < batchFiles) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** The listing of the frame's next folder. */
function nextListing({ folders, ahead }: Frame, list: ListFolder): Promise<Listing> {
  for (const { path } of folders.splice(0, listsAhead + 1 - ahead.length)) {
    const listing = list(path);
    // A walk that is left does not ask for what it has ordered.
    listing.catch(() => undefined);
    ahead.push(listing);
  }
  const next = ahead.shift();
  if (next === undefined) throw new Error('a folder was met that is not among its frame’s folders');
  return next;
}

async function open(
  scope: Scope,
  folder: string,
  { names, sightingOf }: Exclude<Listing, { failed: Sighting }>,
): Promise<Frame> {
  await scope.patterns.learn(folder, names.includes(ignoreFileName));
  scope.maildirs.learn(folder, names);
  const entries: Entry[] = [];
  for (const [index, name] of names.entries()) {
    const path = entryPath(folder, name);
    const sighting = sightingOf(index);
    const isFolder = sighting.kind === 'folder';
    if (!isIgnoredEntry(scope, path, folder, name, isFolder))
      entries.push({ name, path, isFolder, sighting });
  }
  const sorted = sortEntries(entries);
  return { entries: sorted, next: 0, folders: sorted.filter(({ isFolder }) => isFolder), ahead: [] };
}

function seen({ name, sighting }: Entry): Sighting {
  return sighting.kind === 'gone' && isLostName(name) ? { kind: 'unknown', code: 'EILSEQ' } : sighting;
}

export function entryPath(folder: string, name: string): string {
  return folder.endsWith(sep) ? folder + name : folder + sep + name;
}
