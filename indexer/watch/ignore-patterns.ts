import ignore, { type Ignore } from 'ignore';

/** Patterns in the syntax of .gitignore that hold in one folder and below it. */
export interface PatternList {
  /** Relative to the source's root, with slashes; empty for the root. */
  readonly folder: string;
  /** The file they stand in; null for those that were set for the source itself. */
  readonly file: string | null;
  readonly lines: readonly string[];
}

/** A pattern that leaves something out. */
export interface Matched {
  readonly pattern: string;
  readonly file: string | null;
  /** From 1; null for a pattern that stands in no file. */
  readonly line: number | null;
}

export interface Patterns {
  /** The last pattern to match decides, as in git: a path relative to the root, with slashes. */
  match(path: string, isFolder: boolean): Matched | null;
}

/** Of one list. A pattern takes about .1 µs for each name (measured): more are no list that a person keeps. */
const patternsAtMost = 1_000;
const patternChars = 500;
/**
 * `**` in one pattern. What comes in an archive is obeyed too, and matching is a regular expression: with four of them
 * one path of 100 folders took 3 s, with two it takes 4 ms (measured).
 */
const globstarsAtMost = 2;
/** Patterns of one list with `**` between folders, for the same reason: a thousand of them would hold up each file. */
const globstarPatternsAtMost = 20;
/** What was decided is remembered by path; without an end that would be the whole tree. */
const rememberedAtMost = 20_000;

/** True for a line that is obeyed as a pattern. */
export function isPattern(line: string): boolean {
  return (
    line.trim() !== '' &&
    !line.startsWith('#') &&
    line.length <= patternChars &&
    globstars(line) <= globstarsAtMost
  );
}

function globstars(line: string): number {
  return line.split(/\*{2,}/).length - 1;
}

/** Lists in the order in which they decide: the outermost first. */
export function createPatterns(lists: readonly PatternList[]): Patterns {
  const given = lists.flatMap(({ folder, file, lines }) => {
    let globbed = 0;
    return lines
      .map((pattern, index) => ({ pattern, file, line: file === null ? null : index + 1, folder }))
      .filter(({ pattern }) => isPattern(pattern))
      .filter(({ pattern }) => globstars(pattern) === 0 || ++globbed <= globstarPatternsAtMost)
      .slice(0, patternsAtMost);
  });
  const compile = (): Ignore =>
    // What is one file to the disk is one to the patterns.
    ignore({ ignorecase: process.platform !== 'linux' }).add(
      given.map(({ pattern, folder }, index) => ({
        pattern: anchored(pattern, folder),
        mark: String(index),
      })),
    );
  let compiled = compile();
  let remembered = 0;
  return {
    match(path, isFolder) {
      if (++remembered > rememberedAtMost) {
        compiled = compile();
        remembered = 0;
      }
      // Names on the disk may have their accents taken apart, patterns as they are typed have not.
      const { ignored, rule } = compiled.test(`${path.normalize('NFC')}${isFolder ? '/' : ''}`);
      const found = ignored ? given[Number(rule?.mark)] : undefined;
      return found === undefined ? null : { pattern: found.pattern, file: found.file, line: found.line };
    },
  };
}

/** The pattern as it reads in the root: one without a slash before its end holds at any depth below its folder. */
function anchored(pattern: string, folder: string): string {
  const composed = pattern.normalize('NFC');
  if (folder === '') return composed;
  const isNegative = composed.startsWith('!');
  const body = isNegative ? composed.slice(1) : composed;
  const isDeep = !body.replace(/\/\s*$/, '').includes('/');
  const place = folder.normalize('NFC').replace(/[\\*?[\]!#]/g, '\\$&');
  return `${isNegative ? '!' : ''}/${place}/${isDeep ? '**/' : ''}${body.replace(/^\//, '')}`;
}
