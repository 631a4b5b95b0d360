import { sep } from 'node:path';

type Applies = 'folders' | 'files' | 'both';

export interface IgnoreRule {
  /** What the rule is known by where it is switched on and off; never given to another. */
  readonly id: string;
  /** What a person reads where the rules are listed. */
  readonly what: string;
  readonly applies: Applies;
  readonly matches: RegExp;
}

/**
 * What is never looked at below a source unless a person switches the rule off, by name alone. The source's own name
 * is not asked: the user chose it. The last rule takes every name with a dot; those before it also hold without it.
 */
export const ignoreRules: readonly IgnoreRule[] = [
  {
    id: 'version-control',
    what: 'version control',
    applies: 'folders',
    matches: /^(\.git|\.hg|\.svn|\.bzr|\.jj|CVS|_darcs)$/,
  },
  {
    id: 'packages',
    what: 'packages and caches',
    applies: 'folders',
    matches:
      /^(node_modules|bower_components|__pycache__|site-packages|__MACOSX|Caches|CachedData|\.(cache|npm|venv|tox|gradle|cargo|pnpm-store))$/,
  },
  {
    id: 'bundles',
    what: 'application bundles and media libraries',
    applies: 'folders',
    matches:
      /\.(app|appex|bundle|framework|kext|plugin|xpc|photoslibrary|photolibrary|musiclibrary|tvlibrary|imovielibrary|fcpbundle|lrdata|sparsebundle|xcodeproj)$/i,
  },
  {
    id: 'system-folders',
    what: 'system folders',
    applies: 'folders',
    matches:
      /^(\$RECYCLE\.BIN|System Volume Information|lost\+found|@eaDir|#recycle|\.Trash.*|\.Spotlight-V100|\.fseventsd)$/i,
  },
  {
    id: 'system-files',
    what: 'system files',
    applies: 'files',
    matches:
      /^(Thumbs\.db|ehthumbs\.db|desktop\.ini|Icon\r|\.DS_Store|\._.*|\.directory|\.localized|maildir(folder|size)|dovecot(-(uidlist|uidvalidity.*|keywords|acl-list)|\.((list\.)?index|mailbox\.log).*))$/i,
  },
  {
    id: 'editors',
    what: 'lock and swap files of editors',
    applies: 'files',
    // ~$letter.docx (Word), .~lock.a.odt# (LibreOffice), report.odt~ (Emacs, Vim), #draft# (Emacs), letter.swp, 4913 (Vim).
    matches: /^~\$|~$|^#.*#$|^\.~lock\..*#$|\.(swp|swx|swo)$|^4913$/i,
  },
  {
    id: 'unfinished',
    what: 'files still being written',
    applies: 'files',
    matches:
      /\.(tmp|temp|part|partial|crdownload|opdownload|download)$|^~WRL\d+|___jb_(tmp|old)___$|^\.nfs[0-9a-f]+$/i,
  },
  { id: 'hidden', what: 'hidden files and folders', applies: 'both', matches: /^\./ },
];

/** Says by its name alone whether an entry is left out. */
export interface NameRules {
  /** The rule that leaves it out. */
  find(name: string, isFolder: boolean): IgnoreRule | undefined;
}

/** The rules of the table but those that are switched off. */
export function createNameRules(off: readonly string[]): NameRules {
  const on = ignoreRules.filter(({ id }) => !off.includes(id));
  const forFolders = on.filter(({ applies }) => applies !== 'files');
  const forFiles = on.filter(({ applies }) => applies !== 'folders');
  return {
    find: (name, isFolder) => (isFolder ? forFolders : forFiles).find(({ matches }) => matches.test(name)),
  };
}

const usualRules = createNameRules([]);

/** True where a rule of the table leaves an entry of this name out. */
export function isIgnoredName(name: string, isFolder: boolean): boolean {
  return usualRules.find(name, isFolder) !== undefined;
}

/** True where `path` is `folder` or below it. */
export function isInside(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
