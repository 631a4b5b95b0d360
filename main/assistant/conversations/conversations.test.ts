import { fork } from 'node:child_process';
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Conversations, conversationsOver, openConversations } from './conversations.ts';
import { openDatabase } from './database.ts';
import { migrations } from './migrations.ts';
import { plainAnswer } from './testing/plain-answer.ts';

/** A conversation of these questions, each a follow-up of the one before. */
function keepTurns(conversations: Conversations, ...questions: readonly string[]): number {
  let id: number | null = null;
  for (const question of questions) {
    const asked = conversations.ask(id, question);
    conversations.append(asked.questionId, plainAnswer(question));
    id = asked.conversationId;
  }
  return id ?? 0;
}

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'quipu-conversations-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

describe('conversations', () => {
  it('keep every answer, in order, over a restart', () => {
    const first = openConversations(dir);
    const id = keepTurns(first, 'How much is the roof?', 'and the kitchen?');
    first.close();
    const again = openConversations(dir);
    expect(again.list()).toMatchObject([{ conversationId: id, title: 'How much is the roof?', turns: 2 }]);
    expect(again.read(id).branch.map((turn) => turn.answer.question)).toEqual([
      'How much is the roof?',
      'and the kitchen?',
    ]);
    again.close();
  });

  it('are listed from their first answer on; a question that was left before it is a draft again', () => {
    const conversations = openConversations(dir);
    const { conversationId, questionId } = conversations.ask(null, 'left before it was answered');
    expect(conversations.list()).toEqual([]);
    conversations.leave(questionId);
    expect(() => conversations.read(conversationId)).toThrow(expect.objectContaining({ code: 'not-found' }));
    expect(conversations.drafts.read(null)).toBe('left before it was answered');
    const kept = conversations.ask(null, 'answered');
    conversations.append(kept.questionId, plainAnswer('answered'));
    conversations.leave(kept.questionId);
    expect(conversations.list()).toHaveLength(1);
    conversations.close();
  });

  it('are removed for good whole, and only on request', () => {
    const conversations = openConversations(dir);
    const { conversationId, questionId } = conversations.ask(null, 'secret');
    conversations.append(questionId, plainAnswer('secret'));
    conversations.drafts.keep(conversationId, 'more about the secret');
    expect(conversations.removeForGood(conversationId)).toBe(true);
    expect(conversations.removeForGood(conversationId)).toBe(false);
    expect(() => conversations.append(questionId, plainAnswer('too late'))).toThrow(
      expect.objectContaining({ code: 'not-found' }),
    );
    conversations.close();
    expect(readFileSync(join(dir, 'conversations.db')).includes('secret')).toBe(false);
  });

  it('are on disk when append returns: a process killed right after loses nothing', async () => {
    const script = join(dir, 'write.mjs');
    const module = new URL('./conversations.ts', import.meta.url).href;
    writeFileSync(
      script,
      `import { openConversations } from ${JSON.stringify(module)};
       const conversations = openConversations(${JSON.stringify(dir)});
       conversations.append(conversations.ask(null, 'q').questionId, ${JSON.stringify(plainAnswer('q'))});
       process.kill(process.pid, 'SIGKILL');`,
    );
    const child = fork(script, { execArgv: ['--no-warnings'] });
    await new Promise((resolve) => child.once('exit', resolve));
    const conversations = openConversations(dir);
    expect(conversations.list()).toHaveLength(1);
    conversations.close();
  });
});

describe('settings', () => {
  it('hold their defaults until changed, and keep what was chosen', () => {
    const first = openConversations(dir);
    const before = first.settings.read();
    expect(before.theme).toBe('system');
    expect(first.settings.change({ theme: 'dark', chat: null })).toEqual({
      ...before,
      theme: 'dark',
      chat: null,
    });
    first.close();
    const again = openConversations(dir);
    expect(again.settings.read()).toEqual({ ...before, theme: 'dark', chat: null });
    again.close();
  });
});

describe('the file', () => {
  it('is private and writes through to the disk', () => {
    const conversations = openConversations(dir);
    expect(statSync(join(dir, 'conversations.db')).mode & 0o777).toBe(0o600);
    conversations.close();
    const { db } = openDatabase(join(dir, 'conversations.db'), migrations);
    expect(db.pragma('synchronous', { simple: true })).toBe(2);
    db.close();
  });

  it('of a newer Quipu is refused and left alone', () => {
    openConversations(dir).close();
    const db = new Database(join(dir, 'conversations.db'));
    db.pragma('user_version = 99');
    db.close();
    const before = readFileSync(join(dir, 'conversations.db'));
    expect(() => openConversations(dir)).toThrow(expect.objectContaining({ code: 'conversations-newer' }));
    expect(readFileSync(join(dir, 'conversations.db')).equals(before)).toBe(true);
  });

  it('that is damaged is moved aside as it is, and its last copy takes its place', () => {
    const file = join(dir, 'conversations.db');
    const conversations = openConversations(dir);
    const id = keepTurns(conversations, 'kept');
    conversations.settings.change({ theme: 'dark' });
    conversations.close();
    const garbage = readFileSync(file).fill(0x5a, 4096);
    writeFileSync(file, garbage);
    const restored = openConversations(dir);
    expect(restored.read(id).branch).toHaveLength(1);
    expect(restored.settings.read().theme).toBe('dark');
    expect(restored.mishap?.copiedAt).toBeInstanceOf(Date);
    expect(readFileSync(restored.mishap?.aside ?? '').equals(garbage)).toBe(true);
    restored.close();
    const again = openConversations(dir);
    expect(again.mishap).toBeNull();
    again.close();
  });

  it('that is damaged before there was a copy is moved aside, and nothing is made up', () => {
    const file = join(dir, 'conversations.db');
    writeFileSync(file, 'these are not conversations, and long enough to look at '.repeat(200));
    const before = readFileSync(file);
    const fresh = openConversations(dir);
    expect(fresh.list()).toEqual([]);
    expect(fresh.mishap?.copiedAt).toBeNull();
    expect(readFileSync(fresh.mishap?.aside ?? '').equals(before)).toBe(true);
    fresh.close();
  });

  it('leaves nothing of a removed conversation in its copy', () => {
    const conversations = openConversations(dir);
    const id = keepTurns(conversations, 'about the vasectomy');
    conversations.close();
    const again = openConversations(dir);
    again.removeForGood(id);
    again.close();
    for (const name of readdirSync(dir))
      expect(readFileSync(join(dir, name)).includes('vasectomy'), name).toBe(false);
  });

  it('is copied before a migration; a step that fails changes nothing', () => {
    const conversations = openConversations(dir);
    const id = keepTurns(conversations, 'kept');
    conversations.close();
    const file = join(dir, 'conversations.db');
    const broken = [
      ...migrations,
      (db: Database.Database) => {
        db.exec('DELETE FROM answer');
        throw new Error('half way');
      },
    ];
    expect(() => openDatabase(file, broken)).toThrow('half way');
    const copy = new Database(join(dir, `conversations.db.v${migrations.length}.backup`), { readonly: true });
    expect(copy.prepare('SELECT count(*) FROM answer').pluck().get()).toBe(1);
    copy.close();
    const again = openConversations(dir);
    expect(again.read(id).branch).toHaveLength(1);
    again.close();
  });
});

describe('damage to the file', () => {
  const file = (): string => join(dir, 'conversations.db');
  const keep = (): number => {
    const conversations = openConversations(dir);
    const id = keepTurns(conversations, ...Array.from({ length: 30 }, (_, turn) => `kept ${turn}`));
    conversations.close();
    return id;
  };
  const damages: readonly [string, (bytes: Buffer) => Buffer][] = [
    ['in its header', (bytes) => bytes.fill(0xff, 0, 100)],
    ['in a page in the middle', (bytes) => bytes.fill(0, 8192, 12_288)],
    ['that cut it short', (bytes) => bytes.subarray(0, 9_000)],
    ['that left nothing of it', () => Buffer.alloc(0)],
    ['that put a text in its place', () => Buffer.from('not conversations '.repeat(500))],
  ];

  it.each(damages)('%s: the copy takes its place, the damaged file is kept', (_what, damaged) => {
    const id = keep();
    const bytes = damaged(readFileSync(file()));
    writeFileSync(file(), bytes);
    const restored = openConversations(dir);
    expect(restored.read(id).branch).toHaveLength(30);
    expect(readFileSync(restored.mishap?.aside ?? '').equals(bytes)).toBe(true);
    expect(restored.mishap).toMatchObject({ copiedAt: expect.any(Date), badCopies: 0 });
    restored.close();
  });

  it('its loss is told too', () => {
    const id = keep();
    rmSync(file());
    const restored = openConversations(dir);
    expect(restored.read(id).branch).toHaveLength(30);
    expect(restored.mishap).toMatchObject({ aside: null, copiedAt: expect.any(Date) });
    restored.close();
  });

  it('with a copy that is damaged too: an older copy is taken, and all of them are kept', () => {
    const id = keep();
    copyFileSync(`${file()}.backup`, `${file()}.v1.backup`);
    writeFileSync(file(), 'nothing');
    writeFileSync(`${file()}.backup`, 'nothing either');
    const restored = openConversations(dir);
    expect(restored.read(id).branch).toHaveLength(30);
    expect(restored.mishap).toMatchObject({ copiedAt: expect.any(Date), badCopies: 1 });
    restored.close();
    const aside = readdirSync(dir).filter((name) => name.includes('.damaged-'));
    expect(aside.map((name) => readFileSync(join(dir, name), 'utf8')).sort()).toEqual([
      'nothing',
      'nothing either',
    ]);
  });

  it('with no sound copy at all: Quipu begins anew and says so', () => {
    keep();
    for (const name of [file(), `${file()}.backup`]) writeFileSync(name, 'nothing');
    const anew = openConversations(dir);
    expect(anew.list()).toEqual([]);
    expect(anew.mishap).toMatchObject({ copiedAt: null, badCopies: 1 });
    anew.close();
  });

  it('to its log loses no answer: each has reached the file', () => {
    const conversations = openConversations(dir);
    const id = keepTurns(conversations, 'kept');
    const copied = mkdtempSync(join(tmpdir(), 'quipu-cut-'));
    copyFileSync(file(), join(copied, 'conversations.db'));
    conversations.close();
    const again = openConversations(copied);
    expect(again.read(id).branch).toHaveLength(1);
    again.close();
    rmSync(copied, { recursive: true });
  });
});

it('a disk that is full keeps what there is, tells of what cannot be kept, and goes on once there is room', () => {
  const conversations = openConversations(dir);
  const id = keepTurns(conversations, 'kept');
  conversations.close();
  const file = join(dir, 'conversations.db');
  const opened = openDatabase(file, migrations);
  const { db } = opened;
  const full = conversationsOver(opened, file, () => undefined);
  const pages = Number(db.pragma('page_count', { simple: true }));
  db.pragma(`max_page_count = ${pages}`);
  const long = plainAnswer('too long for a full disk '.repeat(2_000));
  expect(() => full.append(full.ask(id, 'long').questionId, long)).toThrow(
    expect.objectContaining({ code: 'disk-full' }),
  );
  expect(full.read(id).branch).toHaveLength(1);
  db.pragma(`max_page_count = ${pages + 1000}`);
  full.append(full.ask(id, 'long').questionId, long);
  expect(full.read(id).branch).toHaveLength(2);
  full.close();
});
