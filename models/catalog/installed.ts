import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { catalogued } from './catalog.ts';
import { modelsFolder } from './folders.ts';

/**
 * The absolute path of a model on this computer: a catalogue id, or the file name of a GGUF file that was put into a
 * models folder by hand or is one of `files`. null where it is in none of them.
 */
export function findModel(
  modelId: string,
  folders: readonly string[] = [modelsFolder()],
  files: readonly string[] = [],
): string | null {
  const file = catalogued(modelId)?.file ?? handPlaced(modelId);
  const placed = file === null ? [] : folders.map((folder) => join(folder, file));
  const brought = files.filter((path) => basename(path) === (file ?? modelId));
  return [...placed, ...brought].find((path) => existsSync(path)) ?? null;
}

/** A name that cannot lead out of the folder. */
function handPlaced(name: string): string | null {
  return /^[^/\\]+\.gguf$/i.test(name) ? name : null;
}
