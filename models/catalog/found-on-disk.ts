import type { Dirent } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import * as z from 'zod';
import type { FoundModel } from '#main/contract/models.ts';
import { lookAtModelFile } from '../runtime/model-file.ts';
import type { ModelPlace } from './model-places.ts';

/** Folders inside of a program's folder: a maker, a model, a snapshot and some to spare. */
const deepest = 6;
/** Folders looked into in one place: against a home folder that a variable names by mistake. */
const foldersAtMost = 5_000;
const maybeModel = /\.gguf$/i;
/** Parts of one model behind the first, and the eyes of models that see: neither can be used alone. */
const noModelAlone = /-0*(?!0*1-of-)\d+-of-\d+\.gguf$|mmproj/i;

/**
 * Looks for model files where other programs keep theirs. Nothing is opened but what looks like one, nothing is changed;
 * what is no whole model is left out.
 */
export async function findOnDisk(places: readonly ModelPlace[], signal: AbortSignal): Promise<FoundModel[]> {
  const found: FoundModel[] = [];
  const seen = new Set<string>();
  for (const { program, folder } of places) {
    const files = program === 'Ollama' ? await ollamaFiles(folder) : await modelFilesBelow(folder, signal);
    for (const { path, name } of files) {
      signal.throwIfAborted();
      if (seen.has(path)) continue;
      seen.add(path);
      const look = await lookAtModelFile(path);
      if (look !== null) found.push({ ...look, name: name ?? look.name, path, program });
    }
  }
  return found;
}

interface MaybeModel {
  readonly path: string;
  /** What its program calls it, where the file does not. */
  readonly name?: string;
}

async function modelFilesBelow(top: string, signal: AbortSignal): Promise<MaybeModel[]> {
  const files: MaybeModel[] = [];
  const folders = [top];
  for (let looked = 0; looked < folders.length && looked < foldersAtMost; looked++) {
    signal.throwIfAborted();
    const folder = folders[looked] ?? top;
    for (const entry of await entriesOf(folder)) {
      const path = join(folder, entry.name);
      if (entry.isDirectory() && path.slice(top.length).split(sep).length <= deepest) folders.push(path);
      else if (!entry.isDirectory() && maybeModel.test(entry.name) && !noModelAlone.test(entry.name))
        files.push({ path });
    }
  }
  return files;
}

/** https://github.com/ollama/ollama/blob/main/docs/import.md: a manifest names the blob that holds the model. */
const manifest = z.object({
  layers: z.array(z.object({ mediaType: z.string(), digest: z.string().regex(/^sha256:[0-9a-f]{64}$/) })),
});
const modelLayer = 'application/vnd.ollama.image.model';

async function ollamaFiles(top: string): Promise<MaybeModel[]> {
  const registries = join(top, 'manifests');
  const manifests = (
    await readdir(registries, { recursive: true, withFileTypes: true }).catch(() => [])
  ).filter((entry) => entry.isFile());
  const files = await Promise.all(
    manifests.slice(0, foldersAtMost).map(async ({ parentPath, name: tag }) => {
      const blob = await blobOf(join(parentPath, tag));
      if (blob === null) return [];
      const model = parentPath.slice(registries.length).split(sep).at(-1) ?? '';
      return [{ path: join(top, 'blobs', blob), name: `${model}:${tag}` }];
    }),
  );
  return files.flat().sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function blobOf(file: string): Promise<string | null> {
  try {
    const { layers } = manifest.parse(JSON.parse(await readFile(file, 'utf8')));
    return layers.find(({ mediaType }) => mediaType === modelLayer)?.digest.replace(':', '-') ?? null;
  } catch {
    return null;
  }
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  return readdir(folder, { withFileTypes: true }).catch(() => []);
}
