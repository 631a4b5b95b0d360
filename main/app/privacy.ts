import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { OwnPlace, Privacy } from '#main/contract/privacy.ts';
import type { KeptDownloads } from '../assistant/conversations/kept-downloads.ts';
import { cacheFolder, type Folders } from './folders.ts';

/** What the desktop's window and the command line make to start faster; see hosts/. */
const programFolders = ['desktop', 'compiled'] as const;

/** What left this computer and what came, and where everything of Quipu lies. Sizes are of the disk at this moment. */
export async function readPrivacy(folders: Folders, downloads: KeptDownloads): Promise<Privacy> {
  const names = await readdir(folders.library).catch((): string[] => []);
  const named = (begins: (name: string) => boolean) =>
    names.filter(begins).map((name) => join(folders.library, name));
  const isAside = (name: string): boolean => name.includes('.damaged-');
  const places: Omit<OwnPlace, 'bytes'>[] = [
    ...placeOf('index', join(folders.library, 'library.db'), names.includes('library.db')),
    ...placeOf(
      'conversations',
      join(folders.library, 'conversations.db'),
      names.includes('conversations.db'),
    ),
    ...named(isAside).map((path) => ({ holds: 'set-aside' as const, path })),
    { holds: 'logs', path: folders.logs },
    ...folders.models.map((path) => ({ holds: 'models' as const, path })),
    ...programFolders.map((name) => ({ holds: 'program' as const, path: cacheFolder(name) })),
  ];
  const sized = await Promise.all(
    places.map(async (place) => ({ ...place, bytes: await bytesOf(place, names, folders.library) })),
  );
  return { downloads: downloads.list(), places: sized.filter(({ bytes }) => bytes > 0) };
}

function placeOf(holds: OwnPlace['holds'], path: string, isThere: boolean): Omit<OwnPlace, 'bytes'>[] {
  return isThere ? [{ holds, path }] : [];
}

/** A database with what SQLite keeps beside it and its copies; a folder with all below it. */
async function bytesOf(
  { holds, path }: Omit<OwnPlace, 'bytes'>,
  names: readonly string[],
  library: string,
): Promise<number> {
  if (holds === 'logs' || holds === 'models' || holds === 'program') return bytesBelow(path);
  const belonging = names
    .map((name) => join(library, name))
    .filter((file) => {
      const isDamaged = file.includes('.damaged-');
      return file.startsWith(path) && (holds === 'set-aside') === isDamaged;
    });
  return sum(await Promise.all(belonging.map(sizeOf)));
}

async function bytesBelow(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile());
  return sum(await Promise.all(files.map(({ parentPath, name }) => sizeOf(join(parentPath, name)))));
}

async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    (found) => (found.isFile() ? found.size : 0),
    () => 0,
  );
}

function sum(sizes: readonly number[]): number {
  return sizes.reduce((total, size) => total + size, 0);
}
