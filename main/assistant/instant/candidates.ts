import { findValues, type Value } from '../language/values.ts';
import { fold, languageOf, type Word, words } from '../language/words.ts';
import type { AnswerPassage } from '../retrieve/passage.ts';
import { passageSentences } from '../retrieve/passage.ts';

/** A sentence that may be shown. Offsets are UTF-16, into its document's text. */
export interface Candidate {
  readonly passage: AnswerPassage;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly words: readonly Word[];
  readonly values: readonly Value[];
  /** Stems of the sentences right before and after, and of headings and title. */
  readonly near: ReadonlySet<string>;
  /** Stems of the whole passage, the people and the file's name. */
  readonly around: ReadonlySet<string>;
  readonly previous: Candidate | null;
}

/** Shorter than this in words it says nothing alone, unless it holds a value. */
const leastWords = 3;
const mostChars = 600;

const greeting =
  /^(?:dear|hi|hello|hey|hallo|liebe[rs]?|sehr geehrte|guten (?:tag|morgen)|hola|querid[oa]|estimad[oa]|bonjour|chere?|salut|best(?: regards| wishes)?|kind regards|regards|cheers|thanks(?: a lot| again| so much)?|thank you|many thanks|viele grusse|liebe grusse|mit freundlichen grussen|herzliche grusse|danke|saludos|un abrazo|besos|gracias|cordialement|bien a vous|merci|love|yours(?: sincerely| faithfully)?|sent from my|von meinem)(?:\s+\p{L}+){0,3}\s*[,!.]*$/u;

/** The sentences of the passages, each once, in the passages' order. Headings and greetings are context only. */
export function candidatesOf(passages: readonly AnswerPassage[]): Candidate[] {
  const seen = new Set<string>();
  return passages.flatMap((passage) =>
    sentencesOf(passage).filter((candidate) => {
      const key = `${passage.document.documentId}:${candidate.start}`;
      return isSayable(candidate) && !seen.has(key) && seen.add(key);
    }),
  );
}

function isSayable(candidate: Candidate): boolean {
  if (candidate.words.length < leastWords && candidate.values.length === 0) return false;
  if (candidate.text.length > mostChars) return false;
  if (greeting.test(fold(candidate.text))) return false;
  return !headingsOf(candidate.passage).includes(candidate.text.trim());
}

function headingsOf(passage: AnswerPassage): string[] {
  return [...passage.heading.split(' › '), passage.document.title];
}

function stemsOf(text: string): Set<string> {
  return new Set(words(text, languageOf(text)).map((word) => word.stem));
}

function sentencesOf(passage: AnswerPassage): Candidate[] {
  const { document } = passage;
  const language = languageOf(document.text.slice(passage.start, passage.end));
  const ranges = passageSentences(passage);
  const texts = ranges.map((range) => document.text.slice(range.start, range.end));
  const people = document.people.map((person) => person.name);
  const around = stemsOf([...texts, ...people, document.member ?? '', fileName(document.path)].join('\n'));
  const titles = stemsOf(headingsOf(passage).join('\n'));
  let previous: Candidate | null = null;
  return ranges.map((range, index) => {
    const text = texts[index] ?? '';
    const near = new Set([...titles, ...stemsOf(texts[index - 1] ?? ''), ...stemsOf(texts[index + 1] ?? '')]);
    const candidate: Candidate = {
      passage,
      ...range,
      text,
      words: words(text, language),
      values: findValues(text, language),
      near,
      around,
      previous,
    };
    previous = candidate;
    return candidate;
  });
}

function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? '';
}

/** Names in a sentence: capitalised words that do not begin it, and the first names of people of its document. */
export function namesIn(candidate: Candidate): string[] {
  const known = new Set(
    candidate.passage.document.people.flatMap((person) => fold(person.name).split(/[^\p{L}\p{N}]+/u)),
  );
  return candidate.words
    .filter(
      (word, index) =>
        !word.stop && ((word.capital && index > 0) || (word.capital && known.has(word.folded))),
    )
    .map((word) => word.folded);
}
