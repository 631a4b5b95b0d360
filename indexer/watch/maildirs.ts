import { isMaildirName } from '../sources/mail/maildir-name.ts';

/**
 * Folders that are Maildirs: what begins with a dot in one is a folder of mail (Maildir++: `.Sent`, `.Trash`), not a
 * hidden one.
 */
export interface Maildirs {
  /** Takes over what a folder was found to hold. */
  learn(folder: string, entries: readonly string[]): void;
  has(folder: string): boolean;
}

/** Rules that take every name with a dot, or that of a folder for deleted mail. */
const dotRules: ReadonlySet<string> = new Set(['hidden', 'system-folders']);

export function createMaildirs(): Maildirs {
  const known = new Set<string>();
  return {
    learn(folder, entries) {
      if (entries.includes('cur') && entries.includes('new')) known.add(folder);
      else known.delete(folder);
    },
    has: (folder) => known.has(folder),
  };
}

/** True for a name that a rule takes for a hidden one, where it may be that of a mail folder. */
export function mayBeMailFolder(name: string, rule: string): boolean {
  return name.startsWith('.') && dotRules.has(rule);
}

/** True where the names below say that the one at `depth` is a mail folder, also while its Maildir can't be looked at. */
export function holdsMail(names: readonly string[], depth: number): boolean {
  const [box = '', mail = ''] = names.slice(depth + 1);
  return depth === names.length - 3 && (box === 'cur' || box === 'new') && isMaildirName(mail);
}
