import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { openConversations } from './conversations.ts';
import { openDatabase } from './database.ts';
import { migrations } from './migrations.ts';
import { plainAnswer } from './testing/plain-answer.ts';

let dir: string;
let file: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'quipu-migrations-'));
  file = join(dir, 'conversations.db');
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
});

/** A database as the version before the tree wrote it: answers one behind the other, two conversations mixed. */
function writeListOfAnswers(): void {
  const { db } = openDatabase(file, migrations.slice(0, 4));
  const insert = db.prepare('INSERT INTO conversation (title, created_at, updated_at) VALUES (?, ?, ?)');
  const at = '2026-03-01T10:00:00.000Z';
  for (const title of ['first', 'second', 'never answered']) insert.run(title, at, at);
  const append = db.prepare('INSERT INTO answer (conversation_id, answered_at, answer) VALUES (?, ?, ?)');
  const turns: readonly [number, string][] = [
    ...([1, 2, 1, 1] as const).map((id, index): [number, string] => [id, `question ${index}`]),
  ];
  for (const [id, question] of turns)
    append.run(id, at, JSON.stringify(plainAnswer(question, `Über ${question}.`)));
  db.exec(`INSERT INTO setting VALUES ('theme', '"dark"')`);
  db.close();
}

it('answers kept one behind the other become the only branch of their conversation, and are found', () => {
  writeListOfAnswers();
  const conversations = openConversations(dir);
  const asked = (id: number) => conversations.read(id).branch.map(({ answer }) => answer.question);
  expect(asked(1)).toEqual(['question 0', 'question 2', 'question 3']);
  expect(asked(2)).toEqual(['question 1']);
  expect(
    conversations.read(1).branch.every(({ questions, answers }) => questions.length * answers.length === 1),
  ).toBe(true);
  expect(conversations.list().map(({ title, updatedAt }) => [title, updatedAt])).toEqual([
    ['second', '2026-03-01T10:00:00.000Z'],
    ['first', '2026-03-01T10:00:00.000Z'],
  ]);
  expect(conversations.find('uber', 10)).toHaveLength(4);
  expect(conversations.settings.read().theme).toBe('dark');
  const { conversationId, questionId } = conversations.ask(1, 'and now?');
  conversations.append(questionId, plainAnswer('and now?'));
  expect(asked(conversationId)).toEqual(['question 0', 'question 2', 'question 3', 'and now?']);
  conversations.close();
});

it('what was there before the tree lies beside it, whole', () => {
  writeListOfAnswers();
  openConversations(dir).close();
  const copy = `${file}.v4.backup`;
  expect(existsSync(copy)).toBe(true);
  const { db } = openDatabase(copy, migrations.slice(0, 4));
  expect(db.prepare('SELECT count(*) FROM answer').pluck().get()).toBe(4);
  db.close();
});

it('an answer that cannot be read keeps nobody from the others', () => {
  writeListOfAnswers();
  const { db } = openDatabase(file, migrations.slice(0, 4));
  db.exec(`UPDATE answer SET answer = '{"question":' WHERE answer_id = 2`);
  db.close();
  const conversations = openConversations(dir);
  expect(conversations.read(1).branch).toHaveLength(3);
  expect(conversations.list()).toHaveLength(2);
  conversations.close();
});

it('a database of every version before is brought to the present one', () => {
  for (let version = 1; version < migrations.length; version++) {
    rmSync(file, { force: true });
    openDatabase(file, migrations.slice(0, version)).db.close();
    const { db } = openDatabase(file, migrations);
    expect(db.pragma('user_version', { simple: true })).toBe(migrations.length);
    expect(db.pragma('foreign_key_check')).toEqual([]);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    db.close();
  }
});
