import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Library, openLibrary } from '#indexer/store/library.ts';
import { fillEmbeddings } from './corpus/chunks.ts';
import { allRead, peakMegabytes, processorMs, startEngine } from './engine.ts';
import { type Bench, secondsOf } from './measurement.ts';

/** Dimensions of the starter embedder's vectors. */
const dimensions = 384;

export interface ReadByEngine {
  readonly seconds: number;
  /** Processor time of the engine and its parsers: what two runs on a busy machine can be compared by. */
  readonly usedMs: number;
  readonly enginePeakMb?: number;
  readonly parserPeakMb?: number;
  /** Bytes of the closed library against those of the text that was taken out of the files, in UTF-8; without embeddings. */
  readonly indexPerText: number;
  /** The same with an embedding of each chunk. */
  readonly embeddedIndexPerText: number;
}

/** Reads a folder of `files` files to keyword-searchable through the whole engine. */
export async function readByEngine(bench: Bench, dir: string, files: number): Promise<ReadByEngine> {
  const engine = await startEngine(bench, { models: false });
  const before = processorMs();
  const seconds = await secondsOf(async () => {
    await engine.client.sources.add({ path: dir });
    await engine.until((progress) => progress.filesTotal >= files && allRead(progress));
  });
  const used = { usedMs: processorMs() - before, ...peakMegabytes() };
  const { files: states } = await engine.client.status();
  if (states.indexed !== files) throw new Error(`${states.indexed} of ${files} files were indexed`);
  await engine.stop();
  return { seconds, ...used, ...sizes(join(bench.dir, 'library')) };
}

function sizes(dir: string): { indexPerText: number; embeddedIndexPerText: number } {
  const bytes = libraryBytes(dir);
  const library = openLibrary(dir);
  const textBytes = bytesOfTexts(library);
  fillEmbeddings(library, 'bench', dimensions);
  library.close();
  return { indexPerText: bytes / textBytes, embeddedIndexPerText: libraryBytes(dir) / textBytes };
}

function bytesOfTexts({ documents }: Library): number {
  const all = documents.list({}, 'oldest', Number.MAX_SAFE_INTEGER);
  return all.reduce(
    (sum, { documentId }) => sum + Buffer.byteLength(documents.read(documentId)?.text ?? ''),
    0,
  );
}

/** Without conversations and logs. */
function libraryBytes(dir: string): number {
  return readdirSync(dir)
    .filter((name) => name.startsWith('library.db'))
    .reduce((sum, name) => sum + statSync(join(dir, name)).size, 0);
}

/** Reads every file below a folder, and hands its bytes on: what the engine is compared with. */
export async function readAll(dir: string, parse?: (bytes: Buffer) => Promise<unknown>): Promise<void> {
  for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = readFileSync(join(entry.parentPath, entry.name));
    await parse?.(bytes);
  }
}
