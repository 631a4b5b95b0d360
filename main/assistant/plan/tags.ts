import { fold, foldInPlace } from '../language/words.ts';
import type { Directory } from './directory.ts';
import type { Span } from './span.ts';

export interface FoundTag extends Span {
  readonly tag: string;
}

const open = '["“„«]?';
const close = '["”“»]?';
const name = '#?([\\p{L}\\p{N}_/-]+(?: [\\p{L}\\p{N}_/-]+)?)';
const words =
  '(?:tags?|labels?|schlagwort(?:ern)?|etiquetas?|etiquettes?|etichett[ae]|marcador(?:es)?|mots?-cles?)';
const forms: readonly RegExp[] = [
  new RegExp(
    `(?:(?:with|having|under|that have|mit|con|avec|com) )?(?:the |dem |der |la |el |le |l[’'’]|a )?${words} ${open}${name}${close}`,
    'u',
  ),
  new RegExp(
    `(?:that are |which are )?(?:tagged|labell?ed|verschlagwortet|getaggt|etiquetad[oa]s?|etiquete(?:e?s)?|etichettat[oaei]|marcad[oa]s?)(?: (?:with|as|mit|als|con|como|avec|comme|come|com))? ${open}${name}${close}`,
    'u',
  ),
  new RegExp(`${open}${name}${close} (?:tag|label)(?!\\p{L})`, 'u'),
];
const hash = /(?<![\p{L}\p{N}#])#([\p{L}\p{N}_/-]*\p{L}[\p{L}\p{N}_/-]*)/u;

/** A tag of the library's own that a question names as such ("tagged garden", "#garden"); null for none. */
export function findTag(question: string, { tags }: Directory): FoundTag | null {
  const folded = foldInPlace(question);
  const known = new Map(tags.map((tag) => [fold(tag), tag]));
  for (const form of [...forms, hash]) {
    const match = form.exec(folded);
    if (match === null) continue;
    const said = match[1] ?? '';
    const whole = known.get(said);
    const first = said.split(' ')[0] ?? '';
    // "Tagged inbox" is a condition also where nothing is; without such a word it may be anything.
    const asked = /^(?:with|having|under|that|which|mit|con|avec|com|tagged|labell?ed)/.test(match[0]);
    const tag =
      whole ??
      known.get(first) ??
      (asked ? question.slice(match.index + match[0].indexOf(said)).slice(0, first.length) : undefined);
    if (tag === undefined) continue;
    const surplus = whole === undefined ? said.length - first.length : 0;
    return { start: match.index, end: match.index + match[0].length - surplus, tag };
  }
  return null;
}
