import { contentRulesIn } from '../sources/content-rules.ts';
import type { SourceRow } from '../store/sources.ts';
import { isInside } from '../watch/ignore-rules.ts';
import { isFolderRoot } from '../watch/root.ts';
import { createScope, isIgnored, learnOnTheWay } from '../watch/scope.ts';
import { systemFoldersBelow } from '../watch/system-folders.ts';

/** The source that has this place among what it looks at. */
export async function coveringSource(
  sources: readonly SourceRow[],
  path: string,
  isFolder: boolean,
): Promise<SourceRow | undefined> {
  for (const source of sources) {
    if (source.path === path) return source;
    if (!isFolderRoot(source.rootId) || !isInside(source.path, path)) continue;
    const scope = createScope(source.path, systemFoldersBelow(source.path), source);
    await learnOnTheWay(scope, path);
    if (!isIgnored(scope, path, isFolder)) return source;
  }
  return undefined;
}

/** The innermost source around another that will look at its files once it is forgotten, and reads them as it did. */
export async function heirOf(
  sources: readonly SourceRow[],
  { sourceId, path, rootId, rulesOff }: SourceRow,
): Promise<SourceRow | undefined> {
  const others = sources
    .filter((other) => other.sourceId !== sourceId)
    .sort((a, b) => b.path.length - a.path.length);
  const heir = await coveringSource(others, path, isFolderRoot(rootId));
  const rulesOf = (off: readonly string[]): string => contentRulesIn(off).toSorted().join();
  return heir !== undefined && rulesOf(heir.rulesOff) === rulesOf(rulesOff) ? heir : undefined;
}
