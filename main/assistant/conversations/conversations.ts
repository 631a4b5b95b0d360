import { join } from 'node:path';
import { tellingFaults } from '#indexer/store/library-fault.ts';
import type { Answer, Conversation, ConversationSummary } from '#main/contract/ask.ts';
import { Fault } from '#main/contract/fault.ts';
import type { Settings } from '#main/contract/settings.ts';
import { starterChat, starterEmbedder } from '#models/catalog/catalog.ts';
import {
  asFault,
  closeDatabase,
  copyConversations,
  dropOlderCopies,
  type Mishap,
  type OpenedDatabase,
  openDatabase,
} from './database.ts';
import { createKeptSources, type KeptSources } from './kept-sources.ts';
import { migrations } from './migrations.ts';
import { createPersonChoices, type PersonChoices } from './person-choices.ts';
import { createSettingsStore, type SettingsStore } from './settings.ts';

/** Everything that was asked and answered, and the settings: the part of a library that no file can bring back. */
export interface Conversations {
  readonly settings: SettingsStore;
  readonly sources: KeptSources;
  readonly people: PersonChoices;
  /** What was wrong when they were opened. */
  readonly mishap: Mishap | null;
  /** Begins a conversation; it is listed from its first answer on. Returns its id. */
  start(question: string): number;
  /** Adds an answer; on disk when this returns. Throws Fault `not-found` where the conversation was removed. */
  append(conversationId: number, answer: Answer): void;
  /** Latest first. */
  list(): ConversationSummary[];
  /** Throws Fault `not-found`. */
  read(conversationId: number): Conversation;
  /** Its answers, oldest first; null where there is no such conversation. */
  answers(conversationId: number): readonly Answer[] | null;
  /** The last answer, or null where there is none yet. Throws Fault `not-found`. */
  last(conversationId: number): Answer | null;
  /** Whether there was such a conversation. */
  remove(conversationId: number): boolean;
  /** Forgets a conversation that never got an answer. */
  discardEmpty(conversationId: number): void;
  close(): void;
}

interface SummaryRow {
  readonly conversationId: number;
  readonly title: string;
  readonly updatedAt: string;
  readonly turns: number;
}

const titleChars = 120;
/** A day of answers must not hang on one file; a copy of some megabytes takes milliseconds. */
const copyEveryMs = 5 * 60 * 1000;
const defaults: Settings = {
  theme: 'system',
  embedder: starterEmbedder,
  chat: starterChat,
  onlyWhenIdle: false,
  notOnBattery: false,
  pausedUntil: null,
  modelFiles: [],
};

/**
 * Opens `conversations.db` in a library's folder, making it where there is none; a damaged one is replaced by its last
 * copy. `onDamage` is called where damage is met later: the engine has to be started anew. Throws Fault
 * `conversations-newer`, `library-unwritable`, `disk-full`; the file is left as it is in each case.
 */
export function openConversations(dir: string, onDamage: () => void = () => undefined): Conversations {
  const file = join(dir, 'conversations.db');
  return conversationsOver(openDatabase(file, migrations), file, onDamage);
}

/** The conversations in a database that is open; closing them closes it. */
export function conversationsOver(
  { db, mishap }: OpenedDatabase,
  file: string,
  onDamage: () => void,
): Conversations {
  const writes = db.prepare<[], number>('SELECT total_changes()').pluck();
  let writesCopied = writes.get();
  let copiedMs = 0;
  const insert = db
    .prepare<[string, string, string], number>(
      'INSERT INTO conversation (title, created_at, updated_at) VALUES (?, ?, ?) RETURNING conversation_id',
    )
    .pluck();
  const touch = db.prepare<[string, number]>(
    'UPDATE conversation SET updated_at = ? WHERE conversation_id = ?',
  );
  const insertAnswer = db.prepare<[number, string, string]>(
    'INSERT INTO answer (conversation_id, answered_at, answer) VALUES (?, ?, ?)',
  );
  const summaries = `SELECT conversation_id AS conversationId, title, updated_at AS updatedAt,
    (SELECT count(*) FROM answer WHERE answer.conversation_id = conversation.conversation_id) AS turns FROM conversation`;
  const listed = db.prepare<[], SummaryRow>(
    `SELECT * FROM (${summaries}) WHERE turns > 0 ORDER BY updatedAt DESC, conversationId DESC`,
  );
  const one = db.prepare<[number], SummaryRow>(`${summaries} WHERE conversation_id = ?`);
  const answersOf = db
    .prepare<[number], string>('SELECT answer FROM answer WHERE conversation_id = ? ORDER BY answer_id')
    .pluck();
  const lastOf = db
    .prepare<[number], string>(
      'SELECT answer FROM answer WHERE conversation_id = ? ORDER BY answer_id DESC LIMIT 1',
    )
    .pluck();
  const remove = db.prepare<[number]>('DELETE FROM conversation WHERE conversation_id = ?');
  const removeEmpty = db.prepare<[number]>(
    `DELETE FROM conversation WHERE conversation_id = ?
      AND NOT EXISTS (SELECT 1 FROM answer WHERE answer.conversation_id = conversation.conversation_id)`,
  );

  const copy = (): void => {
    copyConversations(db, file);
    writesCopied = writes.get();
    copiedMs = Date.now();
  };
  const known = (conversationId: number): SummaryRow => {
    const row = one.get(conversationId);
    if (row === undefined) throw new Fault('not-found', { what: 'That conversation' });
    return row;
  };
  const appendAnswer = db.transaction((conversationId: number, answer: Answer): void => {
    known(conversationId);
    const at = new Date().toISOString();
    insertAnswer.run(conversationId, at, JSON.stringify(answer));
    touch.run(at, conversationId);
  });
  // The column is written by `append` alone.
  const parse = (stored: string): Answer => JSON.parse(stored) as Answer;

  /** An answer reaches the file itself, where no damage of the log can take it back; SQLite would wait for a thousand pages. */
  const settle = (): void => {
    try {
      db.pragma('wal_checkpoint(TRUNCATE)');
    } catch {
      // A full disk: the answer is safe in the log.
    }
    if (Date.now() - copiedMs >= copyEveryMs) copy();
  };
  const damageTold = (error: unknown): unknown => {
    const fault = asFault(error, file);
    if (fault instanceof Fault && fault.code === 'conversations-damaged') onDamage();
    return fault;
  };
  const telling = <Store extends object>(store: Store): Store => tellingFaults(store, damageTold);

  return telling({
    mishap,
    settings: telling(createSettingsStore(db, defaults)),
    sources: telling(createKeptSources(db)),
    people: telling(createPersonChoices(db)),
    start(question: string): number {
      const at = new Date().toISOString();
      return insert.get(question.trim().slice(0, titleChars), at, at) ?? 0;
    },
    append(conversationId: number, answer: Answer): void {
      appendAnswer.immediate(conversationId, answer);
      settle();
    },
    list: () => listed.all(),
    read: (conversationId: number) => ({
      ...known(conversationId),
      answers: answersOf.all(conversationId).map(parse),
    }),
    answers: (conversationId: number) =>
      one.get(conversationId) === undefined ? null : answersOf.all(conversationId).map(parse),
    last(conversationId: number) {
      known(conversationId);
      const stored = lastOf.get(conversationId);
      return stored === undefined ? null : parse(stored);
    },
    remove(conversationId: number) {
      const removed = remove.run(conversationId).changes > 0;
      // What a person removes must not live on in a copy.
      if (removed) {
        copy();
        dropOlderCopies(file);
      }
      return removed;
    },
    discardEmpty: (conversationId: number) => void removeEmpty.run(conversationId),
    close() {
      if (writes.get() !== writesCopied) copy();
      closeDatabase(db);
    },
  });
}
