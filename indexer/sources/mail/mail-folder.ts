import { tidyTitle } from '../document-title.ts';
import { folderRole } from './folder-roles.ts';
import { isMaildirName } from './maildir-name.ts';

/** Apple Mail's packages and the folders that Thunderbird keeps inside others. */
const keptByProgram = /\.(?:mbox|imapmbox|sbd)$/i;
/** What people call the folder in which a mail program keeps all others. */
const storeName = /^(?:mail|maildir|mails)$/i;

/**
 * The folder of a mail program that a file lies in, by the folders around it: its names from the outermost, as a person
 * sees them; empty where there is none. An ordinary folder counts where it is named as mail programs name theirs.
 */
export function mailFolderOf(folders: readonly string[], name: string): readonly string[] {
  const last = folders.at(-1) ?? '';
  if (isMaildirName(name) && /^(?:cur|new)$/.test(last)) return maildirFolder(folders.slice(0, -1));
  const kept = folders.filter((folder) => keptByProgram.test(folder));
  if (kept.length > 0) return shown(kept.map((folder) => folder.replace(keptByProgram, '')));
  return folderRole(last) === null ? [] : [last];
}

/** The folder that a mailbox in one file is, lying in `folder`: Apple Mail names the package around it, others the file. */
export function mailboxFolder(folder: readonly string[], name: string): readonly string[] {
  if (folder.length > 0 && /^mbox$/i.test(name)) return folder;
  return shown([...folder, name.replace(/\.(?:mbox|mbx)$/i, '')]);
}

/** Maildir++ has `.Archive.2019` beside the inbox; other programs keep folders in each other. */
function maildirFolder(folders: readonly string[]): readonly string[] {
  const last = folders.at(-1) ?? '';
  if (last.startsWith('.')) return shown(last.slice(1).split('.').map(fromModifiedUtf7));
  const names = folders.map(fromModifiedUtf7);
  const first = names.findIndex((name) => folderRole(name) !== null);
  return shown(names.slice(first === -1 ? -1 : first).filter((name) => !storeName.test(name)));
}

/** Without “[Gmail]”, which is a place for folders. */
function shown(names: readonly string[]): string[] {
  return names.map(tidyTitle).filter((name) => name !== '' && !/^\[.*\]$/.test(name));
}

/** Folder names as IMAP has them: `Entw&APw-rfe` (RFC 3501 5.1.3). */
function fromModifiedUtf7(name: string): string {
  return name.replace(/&([A-Za-z0-9+,]*)-/g, (_all, packed: string) => {
    if (packed === '') return '&';
    const bytes = Buffer.from(packed.replaceAll(',', '/'), 'base64');
    return bytes
      .subarray(0, bytes.length & ~1)
      .swap16()
      .toString('utf16le')
      .toWellFormed();
  });
}
