import { foldLetters, indexedText, spaceOut } from '#indexer/store/indexed-text.ts';
import type { Answer } from '#main/contract/ask.ts';
import type { ConversationsDb } from './database.ts';

/** Numbers of citations say nothing that is looked for. */
const mark = / \[\d+\]/g;
const word = /[\p{L}\p{N}\p{M}]+/gu;
const mostWords = 32;

/** What an answer says, without its marks. */
export function saidIn(answer: Pick<Answer, 'answer'>): string {
  return answer.answer.replace(mark, '');
}

/** What the full text holds of a question and its answer. */
export function turnText(
  question: string,
  answer: Pick<Answer, 'answer'>,
): [question: string, answer: string] {
  return [indexedText(question), indexedText(saidIn(answer))];
}

/** The words that are looked for, lower case and folded as the full text is. */
export function lookedFor(text: string): string[] {
  const words = foldLetters(text).toLowerCase().match(word) ?? [];
  return [...new Set(words)].slice(0, mostWords);
}

/** The expression that finds turns in which each word begins one; null where there is no word. */
export function findExpression(text: string): string | null {
  const words = lookedFor(text);
  // A word of a script without spaces is a phrase of its characters.
  return words.length === 0 ? null : words.map((each) => `"${spaceOut(each).trim()}" *`).join(' ');
}

/** Writes the full text of every answer anew; part of a migration. */
export function rewriteTurnText(db: ConversationsDb): void {
  const all = db.prepare<[], { answerId: number; question: string; answer: string }>(
    `SELECT answer_id AS answerId, text AS question, CASE WHEN json_valid(answer) THEN answer ELSE '{}' END AS answer
     FROM answer JOIN question USING (question_id)`,
  );
  const insert = db.prepare<[number, string, string]>(
    'INSERT INTO turn_text (rowid, question, answer) VALUES (?, ?, ?)',
  );
  db.exec('DELETE FROM turn_text');
  for (const { answerId, question, answer } of all.all()) {
    const { answer: said = '' } = JSON.parse(answer) as Partial<Answer>;
    insert.run(answerId, ...turnText(question, { answer: said }));
  }
}
