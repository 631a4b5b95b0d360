import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { readContent } from '#indexer/pipeline/pool/read-content.ts';
import type { Library } from '#indexer/store/library.ts';
import { type Life, writeLife } from '#scripts/sample-library/generate.ts';
import { notes, papers, threads } from '#scripts/sample-library/life/life.ts';
import { type Asking, type AskingOptions, openAsking } from '../asking.ts';
import { embedAll, openEmbeddingCache } from '../embedding-cache.ts';

export interface OpenSample {
  readonly asking: Asking;
  /** A path below the sample library's root, with slashes. */
  inSample(path: string): string;
  close(): void;
}

type OpenOptions = AskingOptions & { readonly cacheDir: string };

/** Writes the sample library, reads it as the app reads files, and opens the assistant over it. */
export function openSample(options: OpenOptions): Promise<OpenSample> {
  return openLife({ threads, notes, papers }, options);
}

/** The same with another life. */
export async function openLife(life: Life, options: OpenOptions): Promise<OpenSample> {
  const root = mkdtempSync(join(tmpdir(), 'quipu-personal-'));
  await writeLife(root, life);
  const asking = openAsking(options);
  await readAll(asking.library, root);
  const { embedder, cacheDir, signal } = options;
  if (embedder !== null) {
    await embedAll(asking.library, embedder, openEmbeddingCache(cacheDir, embedder), signal);
  }
  return {
    asking,
    inSample: (path) => relative(root, path).split(sep).join('/'),
    close() {
      asking.close();
      rmSync(root, { recursive: true });
    },
  };
}

async function readAll(library: Library, root: string): Promise<void> {
  const { sourceId } = library.sources.add(root, '1:1');
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path);
    const { size, mtimeMs } = await stat(path);
    const content = await readContent(bytes, { name: entry.name, modifiedMs: mtimeMs });
    const contentHash = createHash('sha256').update(bytes).digest('hex');
    const state = { sizeBytes: size, modifiedMs: mtimeMs, changedMs: null, inode: path };
    library.files.replace({ sourceId, path, stat: state, contentHash, ...content });
  }
}
