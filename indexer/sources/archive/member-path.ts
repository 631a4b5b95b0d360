import { isIgnoredName } from '../../watch/ignore-rules.ts';
import { tidyTitle } from '../document-title.ts';

/** Where a file lies in its archive, fit to be shown: a label, never a path that anything is written to. */
export interface MemberPath {
  readonly name: string;
  /** '' at the top, else names joined by '/'. */
  readonly folder: string;
}

/** Against paths of a thousand folders: the innermost ones say most. */
const mostFolders = 20;

/**
 * The label of an archive's path: without roots, drives, `..` and characters that nobody sees.
 * null for folders, and for what is left out on a disk too (hidden files, caches, version control).
 */
export function memberPath(raw: string): MemberPath | null {
  const steps = raw.split(/[/\\]/).filter((step) => step !== '.' && step !== '..' && !/^[a-z]:$/i.test(step));
  const last = steps.at(-1);
  if (last === undefined || last === '') return null;
  const folders = steps.slice(0, -1).filter((step) => step !== '');
  if (isIgnoredName(last, false) || folders.some((step) => isIgnoredName(step, true))) return null;
  const shown = folders.map(shownStep).slice(-mostFolders);
  return { name: shownStep(last), folder: shown.join('/') };
}

function shownStep(step: string): string {
  return tidyTitle(step) || '_';
}
