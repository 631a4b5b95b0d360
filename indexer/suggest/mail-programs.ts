import { join } from 'node:path';
import { entriesOf } from './look.ts';
import type { Surroundings } from './surroundings.ts';

export interface FoundPlace {
  readonly path: string;
  readonly program: string;
}

/** Folders that Thunderbird keeps its profiles in: its own installer, Snap, Flatpak. */
function profileFolders({ platform, home, env }: Surroundings): string[] {
  if (platform === 'darwin') return [join(home, 'Library', 'Thunderbird', 'Profiles')];
  if (platform === 'win32')
    return [join(env['APPDATA'] || join(home, 'AppData', 'Roaming'), 'Thunderbird', 'Profiles')];
  return [
    join(home, '.thunderbird'),
    join(home, 'snap', 'thunderbird', 'common', '.thunderbird'),
    join(home, '.var', 'app', 'org.mozilla.Thunderbird', '.thunderbird'),
  ];
}

/** Where mail programs keep mail on the disk, whether they are there or not; of Thunderbird those that are. */
export async function mailPlaces(surroundings: Surroundings, signal: AbortSignal): Promise<FoundPlace[]> {
  const { platform, home, env } = surroundings;
  const found: FoundPlace[] = [];
  const at = (program: string, ...path: string[]): void => {
    found.push({ program, path: join(...path) });
  };
  for (const profiles of profileFolders(surroundings)) {
    for (const profile of await entriesOf(profiles)) {
      signal.throwIfAborted();
      if (!profile.isDirectory()) continue;
      at('Thunderbird', profiles, profile.name, 'Mail');
      at('Thunderbird', profiles, profile.name, 'ImapMail');
    }
  }
  if (platform === 'darwin') {
    at('Apple Mail', home, 'Library', 'Mail');
    at('Outlook', home, 'Documents', 'Microsoft User Data');
  } else if (platform === 'win32') {
    at('Outlook', home, 'Documents', 'Outlook Files');
    at('Outlook', env['LOCALAPPDATA'] || join(home, 'AppData', 'Local'), 'Microsoft', 'Outlook');
  } else {
    const data = env['XDG_DATA_HOME'] || join(home, '.local', 'share');
    at('Evolution', data, 'evolution', 'mail');
    at('KMail', data, 'local-mail');
    for (const name of ['Maildir', '.maildir', '.mail', 'Mail']) at('', home, name);
  }
  return found;
}
