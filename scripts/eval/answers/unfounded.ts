import type { Answer, Citation, Sentence } from '#main/contract/ask.ts';

/**
 * What a verified sentence states that its sources do not hold. Written without a line of the product's own
 * verification, so that an error there shows here.
 */

const months = 'january february march april may june july august september october november december'.split(
  ' ',
);
const weekdays = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');
/** "One" is left out: it stands for a thing as often as for a number. */
const numberWords =
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Digits of a number without its separators, decimals after a point: "14.300" and "14,300" are one. */
function plainNumber(written: string): string {
  const grouped = written.replace(/[.,](?=\d{3}(?:\D|$))/g, '');
  return grouped
    .replace(',', '.')
    .replace(/\.0+$/, '')
    .replace(/^0+(?=\d)/, '');
}

function numbersOf(text: string): string[] {
  const written = [...text.matchAll(/\d+(?:[.,]\d+)*/g)].map(([number]) => plainNumber(number));
  const spelled = [...fold(text).matchAll(/\p{L}+/gu)].flatMap(([word]) => {
    const at = numberWords.indexOf(word);
    return at === -1 ? [] : [String(at + 2)];
  });
  return [...written, ...spelled];
}

/** "May" counts where it is written as a name is. */
function datesOf(text: string): string[] {
  return [...text.matchAll(/\p{Lu}\p{L}+/gu)]
    .map(([word]) => fold(word))
    .filter((word) => months.includes(word) || weekdays.includes(word));
}

/** Capitalised words that do not begin a sentence. */
function namesOf(text: string): string[] {
  return [...text.matchAll(/(?<=[\p{L}\p{N},;’')]\s)\p{Lu}\p{L}+/gu)].map(([word]) => fold(word));
}

/** The quote and what stands above it in its document: title, date and who it is from. */
function sourceOf(citation: Citation, people: readonly string[]): string {
  const { quote, title, date } = citation;
  const day = date === null ? null : new Date(date);
  const dayInWords =
    day === null
      ? ''
      : `${day.getUTCDate()} ${months[day.getUTCMonth()]?.replace(/^./, (letter) => letter.toUpperCase())} ${day.getUTCFullYear()}`;
  return [quote, title, dayInWords, ...people].join('\n');
}

function monthsInNumbers(text: string): string[] {
  return [...text.matchAll(/\d{4}-(\d{2})-\d{2}/g)].flatMap(([, month]) => months[Number(month) - 1] ?? []);
}

/** Numbers, dates and names of a sentence that do not stand in the sources. */
export function unfoundedIn(sentence: string, sources: readonly string[]): string[] {
  const source = sources.join('\n');
  const numbers = new Set(numbersOf(source));
  const words = new Set([...fold(source).matchAll(/\p{L}+/gu)].map(([word]) => word));
  const dated = new Set([...words, ...monthsInNumbers(source)]);
  const missing = [
    ...numbersOf(sentence).filter((number) => !numbers.has(number)),
    ...[...datesOf(sentence), ...namesOf(sentence)].filter((word) => !dated.has(word)),
  ];
  return [...new Set(missing)];
}

/** Sentences of an answer that are shown as verified and are not, each with what its sources do not hold. */
export function falselyVerifiedIn(
  answer: Answer,
  peopleOf: (documentId: number) => readonly string[],
): { readonly sentence: Sentence; readonly unfounded: readonly string[] }[] {
  return [...answer.sentences, ...answer.unsupported]
    .filter(({ verified }) => verified)
    .map((sentence) => {
      const sources = answer.citations
        .filter(({ n }) => sentence.citations.includes(n))
        .map((citation) => sourceOf(citation, peopleOf(citation.documentId)));
      const unfounded = sources.length === 0 ? ['(no citation)'] : unfoundedIn(sentence.text, sources);
      return { sentence, unfounded };
    })
    .filter(({ unfounded }) => unfounded.length > 0);
}
