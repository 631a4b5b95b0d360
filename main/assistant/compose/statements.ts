import type { Coverage, Sentence } from '#main/contract/ask.ts';
import { describeCondition } from '../plan/describe-filter.ts';
import type { Understanding } from '../plan/plan-question.ts';

/** A sentence that code itself says: it cites nothing, so by the contract it is not "verified". */
export function statement(text: string): Sentence {
  return { text, citations: [], verified: false };
}

const files = (count: number): string => `${count} ${count === 1 ? 'file' : 'files'}`;

/** What the search could not see, in sentences; empty where it saw everything. */
export function coverageStatements(coverage: Coverage): Sentence[] {
  const said: string[] = [];
  if (coverage.pendingFiles > 0) said.push(`${files(coverage.pendingFiles)} still wait to be read.`);
  if (coverage.unreadFiles > 0) {
    said.push(
      `${files(coverage.unreadFiles)} were skipped or could not be read; the library screen says why.`,
    );
  }
  return said.map(statement);
}

export function emptyLibraryStatements(coverage: Coverage): Sentence[] {
  const first =
    coverage.pendingFiles > 0
      ? 'Nothing is indexed yet: your files are still being read. Ask again in a moment.'
      : coverage.unreadFiles > 0
        ? 'Nothing is indexed: none of your files could be read.'
        : 'Your library is empty. Add a folder with your mail, notes or documents first.';
  return [statement(first), ...coverageStatements(coverage)];
}

function hasConditions({ plan }: Understanding): boolean {
  return Object.keys(plan.filter).length > 0;
}

function searched(understanding: Understanding): string {
  return describeCondition({ filter: understanding.plan.filter, you: understanding.you }, 2);
}

export function notFoundStatements(
  understanding: Understanding,
  alsoWithout: boolean,
  coverage: Coverage,
): Sentence[] {
  const where = hasConditions(understanding)
    ? `Nothing that answers this was found in ${searched(understanding)}${alsoWithout ? ', nor anywhere else in your files' : ''}.`
    : 'Nothing that answers this was found in your files.';
  return [
    statement(where),
    statement(
      `${coverage.documents} ${coverage.documents === 1 ? 'document was' : 'documents were'} searched.`,
    ),
    ...coverageStatements(coverage),
    ...meaningStatements(coverage),
  ];
}

/** Until all is embedded only words can find the rest. */
function meaningStatements({ embeddedShare }: Coverage): Sentence[] {
  if (embeddedShare === 0 || embeddedShare === 1) return [];
  const percent = Math.min(99, Math.max(1, Math.round(100 * embeddedShare)));
  return [
    statement(`By meaning ${percent}% of the passages could be searched so far, by words all of them.`),
  ];
}

/** Said before an answer that the asked-for conditions did not give. */
export function outsideStatement(understanding: Understanding): Sentence {
  return statement(
    `Nothing that answers this was found in ${searched(understanding)}; this is from your other files:`,
  );
}

export function uncountedStatement(): Sentence {
  return statement(
    'This was not counted: it is what your files say. Quipu counts mails, notes and documents exactly.',
  );
}

export function talkStatement(): Sentence {
  return statement(
    'I answer questions from your own files and show where each answer stands. Ask who, when, how much, what was decided, or how many mails someone sent.',
  );
}

export function moreStatement(left: number): Sentence {
  return statement(`${left} more ${left === 1 ? 'is' : 'are'} in the list.`);
}
