import { type Answered, createOwnThread } from '../watch/own-thread.ts';
import { type Sighting, type StatValues, sightingOf } from '../watch/sighting.ts';

/** A small file's content, and what it was before and after it was read. */
export interface QuickRead {
  readonly bytes: Uint8Array;
  /** sha256, hex. */
  readonly contentHash: string;
  readonly before: Sighting;
  readonly after: Sighting;
}

/** Reads small files on a thread of its own, where asking the system costs a fifth of asking it for promises. */
export interface QuickReader {
  /**
   * Null for all that is not one small regular file of local text that can simply be read: it is to be looked at in the
   * usual way, which says why. Never opens anything else.
   */
  read(path: string): Promise<QuickRead | null>;
  close(): void;
}

/** A thread that gives no answer for so long hangs on a share that is away. */
const hangsMs = 5_000;
/** So long the usual way is taken then: a thread for each file, of which one source can't have all. */
const restMs = 60_000;
/** It holds one small file at a time. */
const resourceLimits = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 64 };

interface Reply {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly contentHash: string;
  readonly before: StatValues;
  readonly after: StatValues;
}

export function createQuickReader(): QuickReader {
  const thread = createOwnThread<string, Reply | null>(reading, resourceLimits);
  let restsUntil = 0;
  let waiting = 0;
  let timer: NodeJS.Timeout | undefined;

  const hangs = (): void => {
    restsUntil = performance.now() + restMs;
    thread.end(new Error('the thread hangs'));
  };
  const ask = async (path: string): Promise<Reply | null> => {
    waiting++;
    timer ??= setTimeout(hangs, hangsMs).unref();
    try {
      return await thread.ask(path);
    } catch {
      return null;
    } finally {
      waiting--;
      clearTimeout(timer);
      timer = waiting === 0 ? undefined : setTimeout(hangs, hangsMs).unref();
    }
  };

  return {
    async read(path) {
      const reply = performance.now() < restsUntil ? null : await ask(path);
      if (reply === null) return null;
      const { bytes, contentHash, before, after } = reply;
      return { bytes, contentHash, before: sightingOf(before), after: sightingOf(after) };
    },
    close: () => thread.end(new Error('the reader is closed')),
  };
}

/** The thread's program. */
function reading(): (path: string) => Answered<Reply | null> {
  const { closeSync, constants, fstatSync, lstatSync, openSync, readSync } =
    process.getBuiltinModule('node:fs');
  const { hash } = process.getBuiltinModule('node:crypto');
  const largestBytes = 256 * 1024;
  // A name swapped for a link must not lead elsewhere, and opening a pipe must not wait for a writer.
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  const valuesOf = ({ dev, ino, mode, size, blocks, mtimeMs, ctimeMs }: StatValues): StatValues => ({
    ...{ dev, ino, mode, size, blocks, mtimeMs, ctimeMs },
  });
  /** A file without a block may be a cloud drive's stand-in, which is not opened. */
  const isPlain = ({ mode, size, blocks }: StatValues): boolean =>
    (mode & constants.S_IFMT) === constants.S_IFREG && size > 0 && size <= largestBytes && blocks !== 0;

  return (path) => {
    let handle: number | undefined;
    try {
      if (!isPlain(lstatSync(path))) return [null, []];
      handle = openSync(path, flags);
      const before = valuesOf(fstatSync(handle));
      if (!isPlain(before)) return [null, []];
      const bytes = new Uint8Array(before.size);
      let length = 0;
      for (let read = -1; read !== 0 && length < bytes.length; length += read)
        read = readSync(handle, bytes, length, bytes.length - length, length);
      const after = valuesOf(fstatSync(handle));
      // One that shrank meanwhile is read in the usual way.
      if (length < bytes.length) return [null, []];
      return [{ bytes, contentHash: hash('sha256', bytes), before, after }, [bytes.buffer]];
    } catch {
      return [null, []];
    } finally {
      if (handle !== undefined) closeSync(handle);
    }
  };
}
