import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Surroundings } from './surroundings.ts';

export interface UsualFolders {
  /** Where a person's papers lie. */
  readonly documents: readonly string[];
  readonly downloads: string;
}

/** The folders that the system itself makes for a person's things, under the names of their language. */
export async function usualFolders({ platform, home, env }: Surroundings): Promise<UsualFolders> {
  const named =
    platform === 'linux' ? await userDirs(env['XDG_CONFIG_HOME'] || join(home, '.config'), home) : null;
  const oneDrive = env['OneDrive'];
  return {
    documents: [
      named?.get('DOCUMENTS') ?? join(home, 'Documents'),
      named?.get('DESKTOP') ?? join(home, 'Desktop'),
      ...(platform === 'win32' && oneDrive ? [join(oneDrive, 'Documents')] : []),
      ...(platform === 'darwin' ? [join(home, 'Library', 'Mobile Documents', 'com~apple~CloudDocs')] : []),
    ].filter((folder) => folder !== home),
    downloads: named?.get('DOWNLOAD') ?? join(home, 'Downloads'),
  };
}

/** https://www.freedesktop.org/wiki/Software/xdg-user-dirs/: `XDG_DOCUMENTS_DIR="$HOME/Dokumente"`; a folder that is not wanted is the home itself. */
async function userDirs(config: string, home: string): Promise<Map<string, string>> {
  const text = await readFile(join(config, 'user-dirs.dirs'), 'utf8').catch(() => '');
  const lines = text.matchAll(/^XDG_([A-Z]+)_DIR="(?:\$HOME\/?|(?=\/))([^"\n]*)"$/gm);
  return new Map(
    [...lines].map(([, name = '', path = '']) => [name, path.startsWith('/') ? path : join(home, path)]),
  );
}
