import type { ConversationsDb, MigrationStep } from './database.ts';
import { rewriteTurnText } from './turn-text.ts';

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

/**
 * A conversation becomes a tree: answers belong to a question, a question follows an answer or opens the conversation.
 * Of what stands in one place exactly one is shown. Until now each answer followed the one before it.
 */
const tree = `
ALTER TABLE conversation ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0;
ALTER TABLE conversation ADD COLUMN archived INTEGER NOT NULL DEFAULT 0;
ALTER TABLE conversation ADD COLUMN deleted_at TEXT;
ALTER TABLE conversation ADD COLUMN imported_at TEXT;
DROP INDEX answer_by_conversation;
ALTER TABLE answer RENAME TO answer_before;
CREATE TABLE question (
  question_id INTEGER PRIMARY KEY AUTOINCREMENT,
  conversation_id INTEGER NOT NULL REFERENCES conversation ON DELETE CASCADE,
  after_answer INTEGER REFERENCES answer ON DELETE CASCADE,
  asked_at TEXT NOT NULL,
  text TEXT NOT NULL,
  shown INTEGER NOT NULL DEFAULT 0
) STRICT;
-- answer: the whole answer as it was shown (contract/ask.ts), JSON.
CREATE TABLE answer (
  answer_id INTEGER PRIMARY KEY AUTOINCREMENT,
  conversation_id INTEGER NOT NULL REFERENCES conversation ON DELETE CASCADE,
  question_id INTEGER NOT NULL REFERENCES question ON DELETE CASCADE,
  answered_at TEXT NOT NULL,
  answer TEXT NOT NULL,
  shown INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO question (question_id, conversation_id, asked_at, text, shown)
  SELECT answer_id, conversation_id, answered_at,
    CASE WHEN json_valid(answer) THEN coalesce(answer ->> '$.question', '') ELSE '' END, 1
  FROM answer_before;
INSERT INTO answer (answer_id, conversation_id, question_id, answered_at, answer, shown)
  SELECT answer_id, conversation_id, answer_id, answered_at, answer, 1 FROM answer_before;
DROP TABLE answer_before;
CREATE INDEX answer_by_conversation ON answer (conversation_id, answer_id);
CREATE INDEX answer_by_question ON answer (question_id);
CREATE INDEX question_by_conversation ON question (conversation_id, question_id);
CREATE INDEX question_by_answer ON question (after_answer);
UPDATE question SET after_answer = (
  SELECT max(earlier.answer_id) FROM answer AS earlier
  WHERE earlier.conversation_id = question.conversation_id AND earlier.answer_id < question.question_id
);
-- What is typed and not yet asked; without a conversation it is what will begin one.
CREATE TABLE draft (
  conversation_id INTEGER UNIQUE REFERENCES conversation ON DELETE CASCADE,
  text TEXT NOT NULL
) STRICT;
-- rowid: the answer's. Both texts as turn-text.ts writes them.
CREATE VIRTUAL TABLE turn_text USING fts5 (question, answer, tokenize = 'unicode61 remove_diacritics 2');
-- What a person removes is gone from the index too.
INSERT INTO turn_text (turn_text, rank) VALUES ('secure-delete', 1);
`;

// comparison: without its vote, as contract/comparisons.ts has it, JSON. vote: JSON.
const comparisons = `
CREATE TABLE comparison (
  comparison_id INTEGER PRIMARY KEY AUTOINCREMENT,
  comparison TEXT NOT NULL,
  vote TEXT
) STRICT;
`;

// persona: as contract/personas.ts has it without its id, JSON. A conversation's may be deleted or gone.
const personas = `
CREATE TABLE persona (
  persona_id INTEGER PRIMARY KEY AUTOINCREMENT,
  persona TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
ALTER TABLE conversation ADD COLUMN persona_id INTEGER;
`;

function growTree(db: ConversationsDb): void {
  db.exec(tree);
  rewriteTurnText(db);
}

export const migrations: readonly MigrationStep[] = [
  (db) => db.exec(firstSchema),
  (db) => db.exec(keptSources),
  (db) => db.exec(keptIgnoring),
  (db) => db.exec(personChoices),
  growTree,
  (db) => db.exec(comparisons),
  (db) => db.exec(personas),
];
