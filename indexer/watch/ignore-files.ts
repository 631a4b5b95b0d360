import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { createPatterns, type Matched, type PatternList, type Patterns } from './ignore-patterns.ts';
import { isInside } from './ignore-rules.ts';

/** In any folder of a source: what is left out there and below, in the syntax of .gitignore. Never indexed itself. */
export const ignoreFileName = '.quipuignore';

/** Read of one such file: against one that was put there to fill the memory. */
const fileBytes = 64 * 1024;
/** Obeyed in one source: against an archive with one in each of its folders. */
const filesAtMost = 500;
// As users' files are opened: a link must not lead elsewhere, and a pipe must not keep anyone waiting.
const openFlags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** The patterns of a source: its own, and those of the ignore files that were met in it. */
export interface SourcePatterns {
  /** The pattern that leaves out an entry whose folder is looked at. */
  find(path: string, folder: string, isFolder: boolean): Matched | null;
  /** Takes over what a folder was found to hold; `hasFile` where an ignore file is among its entries. */
  learn(folder: string, hasFile: boolean): Promise<void>;
  /** The ignore files that are obeyed. */
  files(): string[];
  /** Folders whose ignore file is another, or none, since the last call. */
  takeChanged(): string[];
}

export function createSourcePatterns(root: string, own: readonly string[]): SourcePatterns {
  const texts = new Map<string, string>();
  const compiled = new Map<string, Patterns>();
  const changed = new Set<string>();
  const fromRoot = (path: string): string => relative(root, path).split(sep).join('/');
  let lastFolder = '';
  let lastPatterns: Patterns | null = null;

  const listOf = (folder: string): PatternList => ({
    folder: fromRoot(folder),
    file: join(folder, ignoreFileName),
    lines: (texts.get(folder) ?? '').replace(/^\ufeff/, '').split(/\r?\n/),
  });
  /** The innermost folder with an ignore file decides which patterns hold. */
  const patternsIn = (folder: string): Patterns | null => {
    if (texts.size === 0 && own.length === 0) return null;
    if (folder === lastFolder) return lastPatterns;
    const chain: string[] = [];
    for (let at = folder; isInside(root, at); at = dirname(at)) {
      if (texts.has(at)) chain.unshift(at);
      if (at === root) break;
    }
    const key = chain.at(-1) ?? '';
    const found =
      chain.length === 0 && own.length === 0
        ? null
        : (compiled.get(key) ??
          createPatterns([{ folder: '', file: null, lines: own }, ...chain.map(listOf)]));
    if (found !== null) compiled.set(key, found);
    lastFolder = folder;
    lastPatterns = found;
    return found;
  };
  const take = (folder: string, text: string | null): void => {
    if ((texts.get(folder) ?? null) === text) return;
    if (text === null) texts.delete(folder);
    else if (texts.has(folder) || texts.size < filesAtMost) texts.set(folder, text);
    else return;
    compiled.clear();
    lastFolder = '';
    changed.add(folder);
  };

  return {
    find: (path, folder, isFolder) => patternsIn(folder)?.match(fromRoot(path), isFolder) ?? null,
    async learn(folder, hasFile) {
      if (!hasFile) return take(folder, null);
      const text = await readText(join(folder, ignoreFileName));
      if (text !== undefined) take(folder, text);
    },
    files: () => [...texts.keys()].map((folder) => join(folder, ignoreFileName)).sort(),
    takeChanged() {
      const folders = [...changed];
      changed.clear();
      return folders;
    },
  };
}

/** What stands in an ignore file; null where there is none, undefined where that can't be told now. */
async function readText(path: string): Promise<string | null | undefined> {
  try {
    const handle = await open(path, openFlags);
    try {
      if (!(await handle.stat()).isFile()) return null;
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(fileBytes), 0, fileBytes, 0);
      return buffer.toString('utf8', 0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' || code === 'ELOOP' ? null : undefined;
  }
}
