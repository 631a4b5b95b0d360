import { relative, sep } from 'node:path';

type Applies = 'folders' | 'files' | 'both';

interface IgnoreRule {
  /** What a person reads where the rules are listed. */
  readonly what: string;
  readonly applies: Applies;
  readonly matches: RegExp;
}

/** What is never looked at below a source, by name alone. The source's own name is not asked: the user chose it. */
const ignoreRules: readonly IgnoreRule[] = [
  // Also version control (.git, .hg, .svn), editors' settings (.obsidian) and .DS_Store.
  { what: 'hidden files and folders', applies: 'both', matches: /^\./ },
  { what: 'version control', applies: 'folders', matches: /^(CVS|_darcs)$/ },
  {
    what: 'packages and caches',
    applies: 'folders',
    matches: /^(node_modules|bower_components|__pycache__|site-packages|__MACOSX|Caches|CachedData)$/,
  },
  {
    what: 'application bundles and media libraries',
    applies: 'folders',
    matches:
      /\.(app|appex|bundle|framework|kext|plugin|xpc|photoslibrary|photolibrary|musiclibrary|tvlibrary|imovielibrary|fcpbundle|lrdata|sparsebundle|xcodeproj)$/i,
  },
  {
    what: 'system folders',
    applies: 'folders',
    matches: /^(\$RECYCLE\.BIN|System Volume Information|lost\+found|@eaDir|#recycle)$/i,
  },
  { what: 'system files', applies: 'files', matches: /^(Thumbs\.db|ehthumbs\.db|desktop\.ini|Icon\r)$/i },
  {
    what: 'lock and swap files of editors',
    applies: 'files',
    // ~$letter.docx (Word), report.odt~ (Emacs, Vim), #draft# (Emacs), letter.swp (Vim), 4913 (Vim's probe).
    matches: /^~\$|~$|^#.*#$|\.(swp|swx|swo)$|^4913$/i,
  },
  {
    what: 'files still being written',
    applies: 'files',
    matches: /\.(tmp|temp|part|partial|crdownload|opdownload|download)$|^~WRL\d+|___jb_(tmp|old)___$/i,
  },
];

/** True where a rule of the table leaves an entry of this name out. */
export function isIgnoredName(name: string, isFolder: boolean): boolean {
  const kind: Applies = isFolder ? 'folders' : 'files';
  return ignoreRules.some(
    (rule) => (rule.applies === 'both' || rule.applies === kind) && rule.matches.test(name),
  );
}

/** True where `path` is `folder` or below it. */
export function isInside(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** Says for one source which paths below it are left out. */
export interface Scope {
  /** Absolute path of the source. */
  readonly root: string;
  /** Left out whole: the library itself, and sources of their own inside this one. */
  readonly excluded: readonly string[];
}

/** As `isIgnored`, for an entry of a folder that is known to be looked at. */
export function isIgnoredEntry(scope: Scope, path: string, name: string, isFolder: boolean): boolean {
  return isIgnoredName(name, isFolder) || scope.excluded.includes(path);
}

/** True where a path below the source's root is left out, by itself or by a folder it lies in. */
export function isIgnored(scope: Scope, path: string, isFolder: boolean): boolean {
  if (path === scope.root) return false;
  if (!isInside(scope.root, path)) return true;
  if (scope.excluded.some((folder) => isInside(folder, path))) return true;
  const names = relative(scope.root, path).split(sep);
  return names.some((name, depth) => isIgnoredName(name, isFolder || depth < names.length - 1));
}
