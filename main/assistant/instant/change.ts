import { foldInPlace } from '../language/words.ts';
import type { Candidate } from './candidates.ts';

const change =
  /(?<!\p{L})(?:instead of|changed|moved|moves|new price|revised|updated?|final(?:ly)?|replaces?|from now on|after all|no longer|settled|not .{3,40} but|statt|geandert|verschoben|neue[rsn]?|endgultig|doch|en (?:vez|lugar) de|cambi\p{L}+|nuev[oa]|definitiv\p{L}+|au lieu|change\p{L}*|nouve\p{L}+|finale?ment)(?!\p{L})/u;

/** Whether a sentence says that something is otherwise than before. */
export function tellsChange(candidate: Candidate): boolean {
  return change.test(foldInPlace(candidate.text));
}
