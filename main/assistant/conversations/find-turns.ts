import { foldLetters, isUnspaced } from '#indexer/store/indexed-text.ts';
import type { Answer } from '#main/contract/ask.ts';
import type { FoundTurn } from '#main/contract/conversations.ts';
import type { ConversationsDb } from './database.ts';
import { findExpression, lookedFor, saidIn } from './turn-text.ts';

/** Turns in which each word of a text begins one, latest first, each question once. */
export type FindTurns = (text: string, limit: number) => FoundTurn[];

interface Row {
  readonly conversationId: number;
  readonly title: string;
  readonly archived: number;
  readonly questionId: number;
  readonly answerId: number;
  readonly shown: number;
  readonly question: string;
  readonly answeredAt: string;
}

/** A word that stands in every answer must not cost a second. */
const mostRows = 1_000;
const excerptChars = 160;
const lead = 50;
const word = /[\p{L}\p{N}\p{M}]+/gu;

export function createFindTurns(db: ConversationsDb): FindTurns {
  const find = db.prepare<[string, number], Row>(
    `SELECT conversation.conversation_id AS conversationId, title, archived, question_id AS questionId,
       answer_id AS answerId, answer.shown, question.text AS question, answered_at AS answeredAt
     FROM turn_text
     JOIN answer ON answer.answer_id = turn_text.rowid
     JOIN question USING (question_id)
     JOIN conversation ON conversation.conversation_id = answer.conversation_id
     WHERE turn_text MATCH ? AND deleted_at IS NULL
     ORDER BY turn_text.rowid DESC LIMIT ?`,
  );
  const answerOf = db.prepare<[number], string>('SELECT answer FROM answer WHERE answer_id = ?').pluck();
  return (text, limit) => {
    const expression = findExpression(text);
    if (expression === null) return [];
    const byQuestion = new Map<number, Row>();
    for (const row of find.all(expression, mostRows)) {
      // Of several answers of a question that have it, the one that is shown.
      if (!byQuestion.has(row.questionId) || row.shown === 1) byQuestion.set(row.questionId, row);
    }
    const words = lookedFor(text).map(plain);
    return [...byQuestion.values()].slice(0, limit).map((row) => {
      // The column is written from an answer alone.
      const answer = JSON.parse(answerOf.get(row.answerId) ?? '{"answer":""}') as Answer;
      return foundIn(row, saidIn(answer), words);
    });
  };
}

function foundIn(row: Row, said: string, words: readonly string[]): FoundTurn {
  const { conversationId, title, archived, answerId, question, answeredAt } = row;
  const inAnswer = marksIn(said, words);
  const { text, marks } =
    inAnswer.length > 0 ? { text: said, marks: inAnswer } : questionOr(row, said, words);
  return {
    ...{ conversationId, title, answerId, question, answeredAt },
    shelf: archived === 1 ? 'archived' : 'current',
    ...excerptOf(text, marks),
  };
}

interface Mark {
  readonly start: number;
  readonly end: number;
}

function questionOr(
  { question }: Row,
  said: string,
  words: readonly string[],
): { text: string; marks: Mark[] } {
  const marks = marksIn(question, words);
  return marks.length > 0 ? { text: question, marks } : { text: said, marks: [] };
}

/** Words that begin with one that is looked for, or hold it where the script has no spaces. */
function marksIn(text: string, words: readonly string[]): Mark[] {
  return [...text.matchAll(word)].flatMap(({ 0: found, index }) => {
    const folded = plain(found);
    const sought = words.find(
      (each) => folded.startsWith(each) || (isUnspaced(each) && folded.includes(each)),
    );
    if (sought === undefined) return [];
    const at = folded.length === found.length ? folded.indexOf(sought) : 0;
    const chars = isUnspaced(sought) ? sought.length : found.length;
    return [{ start: index + at, end: index + at + chars }];
  });
}

function plain(text: string): string {
  return foldLetters(text).toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}

/** A stretch of the text around its first mark, cut between words. */
function excerptOf(text: string, marks: readonly Mark[]): Pick<FoundTurn, 'excerpt' | 'marks'> {
  const line = text.replace(/\s/g, ' ');
  const first = marks[0]?.start ?? 0;
  const from = first <= lead ? 0 : line.lastIndexOf(' ', first - lead) + 1;
  const space = line.lastIndexOf(' ', from + excerptChars);
  const end = line.length <= from + excerptChars ? line.length : Math.max(space, first + 1);
  const before = from > 0 ? '… ' : '';
  const shift = before.length - from;
  return {
    excerpt: `${before}${line.slice(from, end)}${end < line.length ? ' …' : ''}`,
    marks: marks
      .filter((mark) => mark.start >= from && mark.end <= end)
      .map(({ start, end: stop }) => ({ start: start + shift, end: stop + shift })),
  };
}
