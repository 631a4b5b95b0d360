import type { ConversationChange, ConversationSummary, Shelf } from '#main/contract/conversations.ts';
import { Fault } from '#main/contract/fault.ts';
import type { ConversationsDb } from './database.ts';

/** How long a deleted conversation can be taken back. */
const keptDeletedDays = 30;
const keptDeletedMs = keptDeletedDays * 24 * 60 * 60 * 1000;

/** The list of conversations, and what a person does with one as a whole. No verb opens a transaction. */
export interface Shelves {
  start(title: string, importedAt: string | null): number;
  list(shelf: Shelf): ConversationSummary[];
  /** Deleted ones too. Throws Fault `not-found`. */
  summary(conversationId: number): ConversationSummary;
  /** Whether it is there and not deleted. */
  isOpen(conversationId: number): boolean;
  /** null where it has none, and where it is gone. */
  personaOf(conversationId: number): number | null;
  change(change: ConversationChange): void;
  /** Deletes it for now; whether it was there to be deleted. */
  remove(conversationId: number): boolean;
  restore(conversationId: number): void;
  /** Deletes it for good; whether it was there at all. */
  purge(conversationId: number): boolean;
  /** Those whose time is over. */
  expired(): number[];
}

interface SummaryRow {
  readonly conversationId: number;
  readonly title: string;
  readonly updatedAt: string;
  readonly turns: number;
  readonly pinned: number;
  readonly archived: number;
  readonly deletedAt: string | null;
  readonly importedAt: string | null;
  readonly personaId: number | null;
}

const conditions: Readonly<Record<Shelf, string>> = {
  current: 'deletedAt IS NULL AND archived = 0',
  archived: 'deletedAt IS NULL AND archived = 1',
  deleted: 'deletedAt IS NOT NULL',
};
const orders: Readonly<Record<Shelf, string>> = {
  current: 'pinned DESC, updatedAt DESC',
  archived: 'pinned DESC, updatedAt DESC',
  deleted: 'deletedAt DESC',
};

export function createShelves(db: ConversationsDb): Shelves {
  const insert = db
    .prepare<[string, string, string, string | null], number>(
      `INSERT INTO conversation (title, created_at, updated_at, imported_at) VALUES (?, ?, ?, ?)
       RETURNING conversation_id`,
    )
    .pluck();
  const summaries = `SELECT conversation_id AS conversationId, title, updated_at AS updatedAt, pinned, archived,
    deleted_at AS deletedAt, imported_at AS importedAt, persona_id AS personaId,
    (SELECT count(*) FROM answer WHERE answer.conversation_id = conversation.conversation_id) AS turns
    FROM conversation`;
  const listOf = (shelf: Shelf) =>
    db.prepare<[], SummaryRow>(
      `SELECT * FROM (${summaries}) WHERE turns > 0 AND ${conditions[shelf]}
       ORDER BY ${orders[shelf]}, conversationId DESC`,
    );
  const lists = { current: listOf('current'), archived: listOf('archived'), deleted: listOf('deleted') };
  const one = db.prepare<[number], SummaryRow>(`${summaries} WHERE conversation_id = ?`);
  const rename = db.prepare<[string, number]>('UPDATE conversation SET title = ? WHERE conversation_id = ?');
  const pin = db.prepare<[number, number]>('UPDATE conversation SET pinned = ? WHERE conversation_id = ?');
  const archive = db.prepare<[number, number]>(
    'UPDATE conversation SET archived = ? WHERE conversation_id = ?',
  );
  const become = db.prepare<[number | null, number]>(
    'UPDATE conversation SET persona_id = ? WHERE conversation_id = ?',
  );
  const remove = db.prepare<[string, number]>(
    'UPDATE conversation SET deleted_at = ? WHERE conversation_id = ? AND deleted_at IS NULL',
  );
  const restore = db.prepare<[number]>('UPDATE conversation SET deleted_at = NULL WHERE conversation_id = ?');
  const forgetText = db.prepare<[number]>(
    'DELETE FROM turn_text WHERE rowid IN (SELECT answer_id FROM answer WHERE conversation_id = ?)',
  );
  const purge = db.prepare<[number]>('DELETE FROM conversation WHERE conversation_id = ?');
  const expired = db
    .prepare<[string], number>('SELECT conversation_id FROM conversation WHERE deleted_at < ?')
    .pluck();
  const known = (conversationId: number): SummaryRow => {
    const row = one.get(conversationId);
    if (row === undefined) throw new Fault('not-found', { what: 'That conversation' });
    return row;
  };
  return {
    start(title, importedAt) {
      const at = new Date().toISOString();
      return insert.get(title, at, at, importedAt) ?? 0;
    },
    list: (shelf) => lists[shelf].all().map(summarise),
    summary: (conversationId) => summarise(known(conversationId)),
    personaOf: (conversationId) => one.get(conversationId)?.personaId ?? null,
    isOpen: (conversationId) => one.get(conversationId)?.deletedAt === null,
    change({ conversationId, title, pinned, archived, personaId }) {
      known(conversationId);
      if (title !== undefined) rename.run(title, conversationId);
      if (pinned !== undefined) pin.run(Number(pinned), conversationId);
      if (archived !== undefined) archive.run(Number(archived), conversationId);
      if (personaId !== undefined) become.run(personaId, conversationId);
    },
    remove: (conversationId) => remove.run(new Date().toISOString(), conversationId).changes > 0,
    restore(conversationId) {
      known(conversationId);
      restore.run(conversationId);
    },
    purge(conversationId) {
      forgetText.run(conversationId);
      return purge.run(conversationId).changes > 0;
    },
    expired: () => expired.all(new Date(Date.now() - keptDeletedMs).toISOString()),
  };
}

function summarise({ pinned, archived, deletedAt, ...row }: SummaryRow): ConversationSummary {
  const rest = archived === 1 ? 'archived' : 'current';
  return {
    ...row,
    pinned: pinned === 1,
    shelf: deletedAt === null ? rest : 'deleted',
    goesAt: deletedAt === null ? null : new Date(Date.parse(deletedAt) + keptDeletedMs).toISOString(),
  };
}
