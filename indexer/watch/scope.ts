import { readdir } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { createSourcePatterns, ignoreFileName, type SourcePatterns } from './ignore-files.ts';
import type { Matched } from './ignore-patterns.ts';
import { createNameRules, type IgnoreRule, isInside, type NameRules } from './ignore-rules.ts';
import { createMaildirs, holdsMail, type Maildirs, mayBeMailFolder } from './maildirs.ts';

/** What a person chose to have left out of one source, and what not. */
export interface Ignoring {
  /** Ids of rules that are switched off. */
  readonly rulesOff: readonly string[];
  /** In the syntax of .gitignore, from the source's root. */
  readonly patterns: readonly string[];
}

const nothingChosen: Ignoring = { rulesOff: [], patterns: [] };

/** Says for one source which paths below it are left out. */
export interface Scope {
  /** Absolute path of the source. */
  readonly root: string;
  /** Left out whole: the library itself, and sources of their own inside this one. */
  readonly excluded: readonly string[];
  readonly names: NameRules;
  readonly patterns: SourcePatterns;
  readonly maildirs: Maildirs;
}

export function createScope(
  root: string,
  excluded: readonly string[] = [],
  { rulesOff, patterns }: Ignoring = nothingChosen,
): Scope {
  return {
    ...{ root, excluded, names: createNameRules(rulesOff), maildirs: createMaildirs() },
    patterns: createSourcePatterns(root, patterns),
  };
}

/** What leaves a path out; `at` is the path itself or the outermost folder around it that is left out. */
export type LeftOut = { readonly at: string } & (
  | { readonly kind: 'rule'; readonly rule: IgnoreRule }
  | { readonly kind: 'pattern'; readonly matched: Matched }
  /** A place that is never looked at as a part of this source. */
  | { readonly kind: 'place' }
  /** An ignore file says what is indexed and is not itself. */
  | { readonly kind: 'ignore-file' }
);

/** True for an entry, of a folder that is known to be looked at, that is left out. */
export function isIgnoredEntry(
  scope: Scope,
  path: string,
  folder: string,
  name: string,
  isFolder: boolean,
): boolean {
  return (
    isHiddenName(scope, folder, name, isFolder) ||
    name === ignoreFileName ||
    scope.excluded.includes(path) ||
    scope.patterns.find(path, folder, isFolder) !== null
  );
}

function isHiddenName(scope: Scope, folder: string, name: string, isFolder: boolean): boolean {
  const rule = scope.names.find(name, isFolder);
  if (rule === undefined) return false;
  return !(isFolder && mayBeMailFolder(name, rule.id) && scope.maildirs.has(folder));
}

/** The rule that leaves out the name at a depth below the root. */
function ruleAt(
  scope: Scope,
  names: readonly string[],
  depth: number,
  isFolder: boolean,
): IgnoreRule | undefined {
  const name = names[depth] ?? '';
  const isFolderHere = isFolder || depth < names.length - 1;
  const rule = scope.names.find(name, isFolderHere);
  if (rule === undefined || !isFolderHere || !mayBeMailFolder(name, rule.id)) return rule;
  const folder = join(scope.root, ...names.slice(0, depth));
  return holdsMail(names, depth) || scope.maildirs.has(folder) ? undefined : rule;
}

/** True where a path below the source's root is left out, by itself or by a folder it lies in. */
export function isIgnored(scope: Scope, path: string, isFolder: boolean): boolean {
  if (path === scope.root) return false;
  if (!isInside(scope.root, path) || scope.excluded.some((folder) => isInside(folder, path))) return true;
  const names = relative(scope.root, path).split(sep);
  const isLeftOut = (name: string, depth: number): boolean =>
    name === ignoreFileName || ruleAt(scope, names, depth, isFolder) !== undefined;
  // The patterns that hold where a path lies are asked for each folder above it as well.
  return names.some(isLeftOut) || scope.patterns.find(path, dirname(path), isFolder) !== null;
}

/** Why a path in a source is left out; null where it is looked at. */
export function whatLeavesOut(scope: Scope, path: string, isFolder: boolean): LeftOut | null {
  if (path === scope.root) return null;
  const place = scope.excluded.find((folder) => isInside(folder, path));
  if (place !== undefined) return { kind: 'place', at: place };
  const names = relative(scope.root, path).split(sep);
  let folder = scope.root;
  for (const [depth, name] of names.entries()) {
    const at = folder.endsWith(sep) ? folder + name : folder + sep + name;
    const isFolderHere = isFolder || depth < names.length - 1;
    const rule = ruleAt(scope, names, depth, isFolder);
    if (rule !== undefined && name !== ignoreFileName) return { kind: 'rule', rule, at };
    if (name === ignoreFileName) return { kind: 'ignore-file', at };
    const matched = scope.patterns.find(at, folder, isFolderHere);
    if (matched !== null) return { kind: 'pattern', matched, at };
    folder = at;
  }
  return null;
}

/** Learns the ignore files and Maildirs on the way to a path. */
export async function learnOnTheWay(scope: Scope, path: string): Promise<void> {
  const folders: string[] = [];
  for (let at = path; isInside(scope.root, at); at = dirname(at)) {
    folders.unshift(at);
    if (at === scope.root) break;
  }
  for (const [index, folder] of folders.entries()) {
    await scope.patterns.learn(folder, true);
    const isAsked = basename(folders[index + 1] ?? '').startsWith('.');
    if (isAsked) scope.maildirs.learn(folder, await readdir(folder).catch(() => []));
  }
}
