import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Fault } from '#main/contract/fault.ts';
import type { ModelRole } from '#main/contract/models.ts';
import { lookAtModelFile } from '../runtime/model-file.ts';
import { catalogue } from './catalog.ts';

/** A model file of a person's own: what its header tells. */
export interface OwnModel {
  /** The file's name. */
  readonly id: string;
  readonly path: string;
  readonly role: ModelRole;
  readonly name: string;
  /** As the file says it; empty where it says none. */
  readonly licence: string;
  readonly sizeBytes: number;
}

/** Knows files again that it has looked at. */
export interface OwnModels {
  /**
   * The models that lie in these folders without being the catalogue's, and those of these files that are there. One that
   * cannot be read, or is damaged, is left out.
   */
  list(folders: readonly string[], files: readonly string[]): Promise<OwnModel[]>;
}

export function createOwnModels(): OwnModels {
  const seen = new Map<string, { readonly state: string; readonly model: OwnModel | null }>();
  const at = async (path: string): Promise<OwnModel | null> => {
    const found = await stat(path).catch(() => null);
    if (found === null) return null;
    const state = `${found.size} ${found.mtimeMs}`;
    const before = seen.get(path);
    if (before?.state === state) return before.model;
    const model = await modelAt(path);
    seen.set(path, { state, model });
    return model;
  };
  return {
    async list(folders, files) {
      const inFolders = await Promise.all(folders.map(modelFilesIn));
      const paths = [...new Set([...inFolders.flat(), ...files])];
      const models = (await Promise.all(paths.map(at))).filter((model) => model !== null);
      return models.filter(({ id }, index) => models.findIndex((other) => other.id === id) === index);
    },
  };
}

async function modelAt(path: string): Promise<OwnModel | null> {
  try {
    return { id: basename(path), path, ...(await lookAtModelFile(path)) };
  } catch (error) {
    if (error instanceof Fault) return null;
    throw error;
  }
}

async function modelFilesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  const published = new Set(catalogue.map(({ file }) => file));
  return names
    .filter((name) => /\.gguf$/i.test(name) && !published.has(name))
    .sort()
    .map((name) => join(folder, name));
}
