import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import type { Answer } from '#main/contract/ask.ts';
import { answerOf, openTurn } from './compose/turn.ts';
import { type Conversations, conversationsOver } from './conversations/conversations.ts';
import { openDatabase } from './conversations/database.ts';
import { migrations } from './conversations/migrations.ts';
import { keepAnswer } from './keep-answer.ts';

const plan = { query: 'rent', intent: 'fact', filter: {} } as const;
const coverage = { documents: 1, pendingFiles: 0, unreadFiles: 0, embeddedShare: 1 };
const answer: Answer = answerOf(`rent ${'and more '.repeat(2_000)}`, openTurn(plan, coverage));

let conversations: Conversations;
let fill: () => void;

beforeEach(() => {
  const dir = mkdtempSync(join(tmpdir(), 'quipu-keep-'));
  const file = join(dir, 'conversations.db');
  const opened = openDatabase(file, migrations);
  conversations = conversationsOver(opened, file, () => undefined);
  fill = () => {
    opened.db.exec('CREATE TABLE filler (x); INSERT INTO filler VALUES (zeroblob(5000))');
    opened.db.pragma(`max_page_count = ${Number(opened.db.pragma('page_count', { simple: true }))}`);
  };
  onTestFinished(() => {
    conversations.close();
    rmSync(dir, { recursive: true });
  });
});

it('an answer that a full disk keeps from being kept says why, and one that is left says nothing', () => {
  const keeping = keepAnswer(conversations, null, 'rent');
  fill();
  expect(keeping.keep(answer)).toMatchObject({
    code: 'answer-not-kept',
    message: expect.stringMatching(/not kept among your conversations. The disk .* is full/),
  });
  expect(() => keepAnswer(conversations, null, 'rent').leave(answer)).not.toThrow();
  expect(conversations.list()).toEqual([]);
});

it('a whole answer is kept once, whatever comes after it', () => {
  const keeping = keepAnswer(conversations, null, 'rent');
  expect(keeping.keep(answer)).toMatchObject({ questionId: keeping.asked?.questionId });
  keeping.leave(answer);
  expect(conversations.earlier(keeping.asked?.conversationId ?? 0)).toHaveLength(1);
});

it('a question that was left before anything was found leaves no conversation, and can be asked again', () => {
  const keeping = keepAnswer(conversations, null, 'rent');
  keeping.leave(null);
  expect(conversations.earlier(keeping.asked?.conversationId ?? 0)).toBeNull();
  expect(conversations.drafts.read(null)).toBe('rent');
});
