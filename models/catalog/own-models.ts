import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { lookAtModelFile, type ModelLook } from '../runtime/model-file.ts';
import { catalogue } from './catalog.ts';

/** A model file of a person's own: what its header tells. */
export interface OwnModel extends ModelLook {
  /** The file's name. */
  readonly id: string;
  readonly path: string;
}

const published = new Set(catalogue.map(({ file }) => file));

/** Knows files again that it has looked at. */
export interface OwnModels {
  /**
   * The models that lie in these folders, and those of these files that are there, without being the catalogue's by their
   * names. One that cannot be read, or is damaged, is left out.
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
    const look = await lookAtModelFile(path);
    const model = look === null ? null : { id: basename(path), path, ...look };
    seen.set(path, { state, model });
    return model;
  };
  return {
    async list(folders, files) {
      const inFolders = await Promise.all(folders.map(modelFilesIn));
      const paths = [...new Set([...inFolders.flat(), ...files])].filter(
        (path) => !published.has(basename(path)),
      );
      const models = (await Promise.all(paths.map(at))).filter((model) => model !== null);
      return models.filter(({ id }, index) => models.findIndex((other) => other.id === id) === index);
    },
  };
}

async function modelFilesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((name) => /\.gguf$/i.test(name))
    .sort()
    .map((name) => join(folder, name));
}
