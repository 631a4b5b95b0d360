import type { MigrationStep } from './database.ts';

const firstSchema = `
CREATE TABLE conversation (
  conversation_id INTEGER PRIMARY KEY AUTOINCREMENT,
  title TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
-- answer: the whole answer as it was shown (contract/ask.ts), JSON.
CREATE TABLE answer (
  answer_id INTEGER PRIMARY KEY AUTOINCREMENT,
  conversation_id INTEGER NOT NULL REFERENCES conversation ON DELETE CASCADE,
  answered_at TEXT NOT NULL,
  answer TEXT NOT NULL
) STRICT;
CREATE INDEX answer_by_conversation ON answer (conversation_id, answer_id);
-- value: JSON.
CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;

/** The sources of the library, kept where its damage does not reach them. */
const keptSources = `
CREATE TABLE kept_source (
  position INTEGER PRIMARY KEY,
  path TEXT NOT NULL,
  root_id TEXT NOT NULL,
  state TEXT NOT NULL
) STRICT;
`;

/** What a person chose to have left out of each: `{"rulesOff":[],"patterns":[]}`. */
const keptIgnoring = `ALTER TABLE kept_source ADD COLUMN ignoring TEXT NOT NULL DEFAULT '{}';`;

/** Who is one human, as a person decided it; handles: JSON array (indexer/store/group-people/choices.ts). */
const personChoices = `
CREATE TABLE person_choice (
  choice_id INTEGER PRIMARY KEY AUTOINCREMENT,
  act TEXT NOT NULL CHECK (act IN ('join', 'split')),
  names TEXT NOT NULL,
  handles TEXT NOT NULL,
  made_at TEXT NOT NULL
) STRICT;
`;

export const migrations: readonly MigrationStep[] = [
  (db) => db.exec(firstSchema),
  (db) => db.exec(keptSources),
  (db) => db.exec(keptIgnoring),
  (db) => db.exec(personChoices),
];
