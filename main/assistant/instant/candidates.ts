import { baseName } from '#indexer/store/file-name.ts';
import type { SentenceRange } from '../language/sentences.ts';
import { stem } from '../language/stems.ts';
import type { Language } from '../language/stop-words.ts';
import { findValues, type Value } from '../language/values.ts';
import { fold, languageOf, type Word, words } from '../language/words.ts';
import type { AnswerPassage } from '../retrieve/passage.ts';
import { passageSentences } from '../retrieve/passage.ts';
import { sensesOf } from '../verify/senses.ts';

/** A sentence that may be shown. Offsets are UTF-16, into its document's text. */
export interface Candidate {
  readonly passage: AnswerPassage;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly language: Language;
  readonly words: readonly Word[];
  readonly stems: ReadonlySet<string>;
  /** Groups of synonyms, in its language, that its words are in. */
  readonly senses: ReadonlySet<number>;
  readonly values: readonly Value[];
  /** The words as written, folded. */
  readonly forms: ReadonlySet<string>;
  /** Stems of the title and the headings above. */
  readonly titles: ReadonlySet<string>;
  /** Stems of the names of the columns, where the sentence is a row of a table. */
  readonly columns: ReadonlySet<string>;
  /** Stems of the sentences right before and after. */
  readonly near: ReadonlySet<string>;
  /** Stems of the whole passage, the people and the file's name. */
  readonly around: ReadonlySet<string>;
  /** Stems of the other mails of the thread. */
  readonly thread: ReadonlySet<string>;
  readonly previous: Candidate | null;
  /** Where the sentence right after it ends; null where it is the last of its passage. */
  readonly nextEnd: number | null;
}

/** Shorter than this in words it says nothing alone, unless it holds a value. */
const leastWords = 3;
const mostChars = 600;

const greeting =
  /^(?:dear|hi|hello|hey|hallo|liebe[rs]?|sehr geehrte|guten (?:tag|morgen)|hola|querid[oa]|estimad[oa]|bonjour|chere?|salut|best(?: regards| wishes)?|kind regards|regards|cheers|thanks(?: a lot| again| so much)?|thank you|many thanks|viele grusse|liebe grusse|mit freundlichen grussen|herzliche grusse|danke|saludos|un abrazo|besos|gracias|cordialement|bien a vous|merci|love|yours(?: sincerely| faithfully)?|sent from my|von meinem)(?:\s+\p{L}+){0,3}\s*[,!.]*$/u;

/** "Kinnaird Plumbing · 1 / 2": what stands at the foot of each page. */
const pageFoot = /(?:^|\s)(?:page\s|seite\s|p[aá]gina\s)?\d{1,4}\s*(?:\/|of|von|de|sur)\s*\d{1,4}$/iu;
const pageFootChars = 80;

/** What a mail program writes above the mail it repeats. */
const attributionLine =
  /(?:wrote|writes|schrieb|escribió|a écrit)\s*:|^-{2,}\s*\p{L}+[ \p{L}]*-{2,}|^(?:from|sent|to|cc|subject|date|von|gesendet|an|betreff|datum|de|para|asunto|enviado|envoyé|objet)\s*:\s/iu;

/** The sentences of the passages, each once, in the passages' order. Headings and greetings are context only. */
export function candidatesOf(passages: readonly AnswerPassage[]): Candidate[] {
  const threads = threadStems(passages);
  const seen = new Set<string>();
  // What is said twice is taken from where it was said first.
  const originalFirst = [...passages].sort((a, b) => copyRank(a) - copyRank(b));
  return originalFirst.flatMap((passage) =>
    sentencesOf(passage, threads.get(subjectOf(passage)) ?? new Set()).filter((candidate) => {
      const place = `${passage.document.documentId}:${candidate.start}`;
      if (!isSayable(candidate) || seen.has(place) || seen.has(saidKey(candidate.text))) return false;
      seen.add(place).add(saidKey(candidate.text));
      return true;
    }),
  );
}

/** A file itself before its copy on a mail, both before what a mail repeats. */
function copyRank(passage: AnswerPassage): number {
  return (passage.quoted ? 2 : 0) + (passage.document.member === null ? 0 : 1);
}

function saidKey(text: string): string {
  return `=${fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()}`;
}

/** A title without what says that it answers or passes on. */
export function withoutReplyMarks(title: string): string {
  return title.replace(/^(?:\s*(?:re|aw|fwd?|wg|rv|tr|antw)\s*:)+/i, '').trim();
}

/** Mails that answer each other bear one subject; other documents none. */
export function subjectOf({ document }: AnswerPassage): string {
  if (document.kind !== 'mail') return `#${document.documentId}`;
  return withoutReplyMarks(document.title).toLowerCase();
}

function threadStems(passages: readonly AnswerPassage[]): Map<string, Set<string>> {
  const stems = new Map<string, Set<string>>();
  for (const passage of passages) {
    if (passage.document.kind !== 'mail') continue;
    const { document, start, end } = passage;
    const own = stemsOf(
      [
        document.text.slice(start, end),
        ...document.people.map((person) => `${person.name} ${person.address ?? ''}`),
      ].join('\n'),
    );
    stems.set(subjectOf(passage), new Set([...(stems.get(subjectOf(passage)) ?? []), ...own]));
  }
  return stems;
}

function isSayable(candidate: Candidate): boolean {
  if (candidate.words.length < leastWords && candidate.values.length === 0) return false;
  if (candidate.text.length > mostChars) return false;
  if (greeting.test(fold(candidate.text)) || attributionLine.test(candidate.text)) return false;
  if (candidate.text.length < pageFootChars && pageFoot.test(candidate.text)) return false;
  return !headingsOf(candidate.passage).includes(candidate.text.trim());
}

function headingsOf(passage: AnswerPassage): string[] {
  return [...passage.heading.split(' › '), passage.document.title];
}

/** The stems of words, and of the parts of hyphenated ones: "go-live" holds "live". */
function stemSet(list: readonly Word[], language: Language): Set<string> {
  const stems = new Set(list.map((word) => word.stem));
  for (const { folded } of list) {
    if (folded.includes('-')) for (const part of folded.split('-')) stems.add(stem(part, language));
  }
  return stems;
}

function stemsOf(text: string): Set<string> {
  const language = languageOf(text);
  return stemSet(words(text, language), language);
}

function sentencesOf(passage: AnswerPassage, thread: ReadonlySet<string>): Candidate[] {
  const { document } = passage;
  const language = languageOf(document.text.slice(passage.start, passage.end));
  const whole = passageSentences(passage);
  // In a PDF the rows of a table are such lines.
  const ranges = document.kind === 'mail' ? joinFragments(whole, document.text) : whole;
  const texts = ranges.map((range) => document.text.slice(range.start, range.end));
  const people = document.people.map((person) => person.name);
  const around = stemsOf([...texts, ...people, document.member ?? '', baseName(document.path)].join('\n'));
  const titles = stemsOf(headingsOf(passage).join('\n'));
  let previous: Candidate | null = null;
  return ranges.map((range, index) => {
    const text = texts[index] ?? '';
    const own = words(text, language);
    const near = new Set([...stemsOf(texts[index - 1] ?? ''), ...stemsOf(texts[index + 1] ?? '')]);
    const candidate: Candidate = {
      passage,
      ...range,
      text,
      language,
      words: own,
      stems: stemSet(own, language),
      senses: sensesOf(own, language),
      values: findValues(text, language),
      forms: new Set(own.map((word) => word.folded)),
      titles,
      columns: columnsAbove(document.text, range),
      near,
      around,
      thread,
      previous,
      nextEnd: ranges[index + 1]?.end ?? null,
    };
    previous = candidate;
    return candidate;
  });
}

/** Stems of the header of the table that a row stands in; none where it is no row. */
function columnsAbove(text: string, { start, end }: SentenceRange): ReadonlySet<string> {
  const header = headerAbove(text, start, end);
  return header === null ? new Set() : stemsOf(text.slice(header.start, header.end));
}

/** Rows farther than this below their header are taken to have none. */
const mostTableChars = 4000;

/** Where the first row of a row's table stands, in the document's offsets; null for what is no row, or the first itself. */
export function headerAbove(text: string, start: number, end: number): SentenceRange | null {
  if (!text.slice(start, end).includes(' | ')) return null;
  let header: SentenceRange | null = null;
  let lineEnd = text.lastIndexOf('\n', start - 1);
  while (lineEnd > 0 && start - lineEnd < mostTableChars) {
    const lineBegin = text.lastIndexOf('\n', lineEnd - 1) + 1;
    if (!text.slice(lineBegin, lineEnd).includes(' | ')) break;
    header = { start: lineBegin, end: lineEnd };
    lineEnd = lineBegin - 1;
  }
  return header;
}

/** Lines no longer than this that end without a mark belong together where they follow one another: a signature, an address. */
const fragmentChars = 50;

function joinFragments(ranges: readonly SentenceRange[], text: string): SentenceRange[] {
  const joined: SentenceRange[] = [];
  for (const range of ranges) {
    const last = joined.at(-1);
    const isFragment = ({ start, end }: SentenceRange): boolean =>
      end - start <= fragmentChars &&
      !/[.!?:;|]["”»)]*$|^[-*+•·|#[]/.test(text.slice(start, end)) &&
      !text.slice(start, end).includes(' | ');
    const follows = last !== undefined && text.slice(last.end, range.start) === '\n';
    const fits = last !== undefined && range.end - last.start <= 4 * fragmentChars;
    if (
      last !== undefined &&
      follows &&
      fits &&
      isFragment(range) &&
      isFragment({ start: lineStart(text, last), end: last.end })
    ) {
      joined[joined.length - 1] = { start: last.start, end: range.end };
    } else joined.push(range);
  }
  return joined;
}

function lineStart(text: string, { start, end }: SentenceRange): number {
  return Math.max(start, text.lastIndexOf('\n', end - 1) + 1);
}
