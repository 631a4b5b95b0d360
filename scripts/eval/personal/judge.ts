import { basename } from 'node:path';
import type { Answer, Citation } from '#main/contract/ask.ts';
import { papers } from '#scripts/sample-library/life/life.ts';
import type { Expected, Gold, PersonalQuestion } from './question.ts';

export interface Verdict {
  readonly question: PersonalQuestion;
  readonly answer: Answer;
  readonly right: boolean;
  /** Whether the first citation is a file that states the answer; null where none is wanted. */
  readonly rightPlace: boolean | null;
}

/** Holds one answer against its gold. `inSample` makes a path one of the sample library. */
export function judge(
  question: PersonalQuestion,
  answer: Answer,
  inSample: (path: string) => string,
): Verdict {
  const placeOf = (citation: Citation): string => sampleFile(citation, inSample);
  const { gold } = question;
  const [first] = inOrderOfUse(answer);
  return {
    question,
    answer,
    right: isRight(gold, answer, inSample),
    rightPlace: gold.kind === 'told' ? first !== undefined && gold.cites.includes(placeOf(first)) : null,
  };
}

/** A paper that hangs on a mail is the paper: it states what it states wherever it lies. */
function sampleFile(
  { path, member }: Pick<Citation, 'path' | 'member'>,
  inSample: (path: string) => string,
): string {
  const attached = member === null ? undefined : papers.find((paper) => basename(paper.path) === member);
  return attached?.path ?? inSample(path);
}

function inOrderOfUse({ sentences, citations }: Answer): Citation[] {
  const used = new Set(sentences.flatMap((sentence) => sentence.citations));
  return [...used].flatMap((n) => citations.find((citation) => citation.n === n) ?? []);
}

function isRight(gold: Gold, answer: Answer, inSample: (path: string) => string): boolean {
  const { outcome, computed } = answer;
  switch (gold.kind) {
    case 'talk':
      return outcome === 'talk';
    case 'not-found':
      return outcome === 'not-found';
    case 'count':
      return computed?.count === gold.count;
    case 'computed':
      return outcome === 'answered' && gold.expected.every((expected) => holds(answer, expected));
    case 'files':
      return (
        computed !== null &&
        sameFiles(
          gold,
          computed.items.map(({ path }) => inSample(path)),
          computed.count,
        )
      );
    case 'told':
      return (
        outcome === 'answered' &&
        gold.expected.filter((expected) => holds(answer, expected)).length >= gold.atLeast
      );
  }
}

function sameFiles(
  { files, ordered }: Gold & { kind: 'files' },
  items: readonly string[],
  count: number,
): boolean {
  if (ordered) return files.every((file, index) => items[index] === file);
  return count === files.length && files.every((file) => items.includes(file));
}

/** White space apart, letter for letter; the marks of the citations are not the answer. */
function holds({ answer }: Answer, expected: Expected): boolean {
  const flat = (text: string): string => text.replace(/\s+/g, ' ');
  const said = flat(answer.replace(/ ?\[\d+\]/g, ''));
  return [expected].flat().some((one) => said.includes(flat(one)));
}
