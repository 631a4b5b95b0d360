import { monthNumber } from '../language/months.ts';
import type { Language } from '../language/stop-words.ts';
import { fold, type Word } from '../language/words.ts';
import type { Candidate } from './candidates.ts';
import { weekday } from './places.ts';

/** A whole name: capitalised words that follow one another. Offsets count in the sentence. */
export interface NameSpan {
  readonly start: number;
  readonly end: number;
  readonly words: readonly Word[];
  /** A title stands before it: "Ms Sutherland". */
  readonly titled: boolean;
}

const title =
  /(?:^|[\s(])(?:mr|mrs|ms|miss|dr|prof|sir|frau|herr|sra?|srta|do[nñ]a?|dona|mme|mlle|monsieur|madame)\.?\s+(?:\p{Lu}\.\s?)*$/iu;
const titleWord = /^(?:mr|mrs|ms|miss|dr|prof|sir|frau|herr|sra?|srta|don|dona|mme|mlle|monsieur|madame)$/;
/** Between the words of one name. */
const joins = /^(?:[ \u00a0]|\.[ \u00a0]|-| (?:de|da|do|del|von|van|of|&|and) )$/u;
/** "& Sons" joins; "Anna and Mateo" are two. */
const joinsPeople = / and $/u;

/** Parts of the names of the people of a candidate's document, folded. */
function peopleParts(candidate: Candidate): Set<string> {
  return new Set(
    candidate.passage.document.people.flatMap((person) => fold(person.name).split(/[^\p{L}\p{N}]+/u)),
  );
}

/** The names in a sentence. Its first word counts only where the document or the library knows it as a name's part. */
export function namesIn(candidate: Candidate, people: ReadonlySet<string> = new Set()): NameSpan[] {
  const own = peopleParts(candidate);
  const isName = (word: Word, index: number): boolean =>
    word.capital && !word.stop && (index > 0 || own.has(word.folded) || people.has(word.folded));
  const groups: Word[][] = [];
  for (const [index, word] of candidate.words.entries()) {
    if (!isName(word, index)) continue;
    const group = groups.at(-1);
    const last = group?.at(-1);
    const between = last === undefined ? '' : candidate.text.slice(last.end, word.start);
    if (group !== undefined && joins.test(between) && !joinsPeople.test(between)) group.push(word);
    else groups.push([word]);
  }
  return groups.flatMap((group): NameSpan[] => {
    // "Dr Nuttall" may be read as one name: the title is none of its words.
    const bears = titleWord.test(group[0]?.folded ?? '');
    const name = bears ? group.slice(1) : group;
    const [first] = name;
    if (first === undefined) return [];
    const { start } = first;
    return [
      {
        start,
        end: name.at(-1)?.end ?? start,
        words: name,
        titled: bears || title.test(candidate.text.slice(0, start)),
      },
    ];
  });
}

/** Whether a name is a person's that the library knows, or that a title makes one. German writes every noun large. */
export function isPerson(name: NameSpan, people: ReadonlySet<string>): boolean {
  return name.titled || name.words.every((word) => people.has(word.folded));
}

/** Whether a capitalised word may be a name at all where the library does not know it. */
export function mayBeName(name: NameSpan, language: Language): boolean {
  return (
    language !== 'de' &&
    name.words.every(
      ({ text, folded }) => !/\d/.test(text) && monthNumber(folded) === null && !weekday.test(folded),
    )
  );
}
