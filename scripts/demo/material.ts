import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from '#main/app/folders.ts';
import { generateSampleLibrary } from '#scripts/sample-library/generate.ts';

/** What the demonstration runs over, and the library it keeps for that: the next run finds all of it indexed. */
export interface Material {
  readonly folders: readonly string[];
  readonly library: string;
}

/** The sample library, written again only where its generator has changed. */
export async function demoMaterial(show: (doing: string) => void): Promise<Material> {
  const home = cacheFolder('demo');
  const sample = join(home, 'sample');
  const stamp = join(home, 'sample.sha256');
  const version = generatorHash();
  if (stamped(stamp) !== version) {
    show('Writing the sample library…');
    rmSync(sample, { recursive: true, force: true });
    mkdirSync(sample, { recursive: true, mode: 0o700 });
    await generateSampleLibrary(sample);
    writeFileSync(stamp, version);
  }
  return { folders: [sample], library: join(home, 'library') };
}

/** The reader's own folders, with a library for just these. */
export function ownMaterial(given: readonly string[]): Material {
  const folders = [...new Set(given.map((folder) => resolve(folder)))].sort();
  const id = createHash('sha256').update(folders.join('\0')).digest('hex').slice(0, 12);
  return { folders, library: join(cacheFolder('demo'), `library-${id}`) };
}

function generatorHash(): string {
  const dir = fileURLToPath(new URL('../sample-library/', import.meta.url));
  const hash = createHash('sha256');
  for (const path of globSync('**/*.ts', { cwd: dir }).sort())
    hash.update(path).update(readFileSync(join(dir, path)));
  return hash.digest('hex');
}

function stamped(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
