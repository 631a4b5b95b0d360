/**
 * The first schema. Text is stored once, in `document_text`; chunks are offsets into it, and the full-text
 * table is contentless. Ids that leave the library (source, document, chunk) are never given out twice.
 */
export const firstSchema = `
CREATE TABLE source (
  source_id INTEGER PRIMARY KEY AUTOINCREMENT,
  path TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL CHECK (state IN ('watching', 'paused', 'missing')),
  root_id TEXT NOT NULL
) STRICT;

-- The ledger. state, reason and detail are what the last read ended with (null: never read);
-- a dirty row is waiting to be read again and keeps its documents until then.
CREATE TABLE file (
  file_id INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL REFERENCES source,
  path TEXT NOT NULL UNIQUE,
  state TEXT CHECK (state IN ('indexed', 'partly', 'skipped', 'failed')),
  reason TEXT,
  detail TEXT,
  dirty INTEGER NOT NULL,
  size_bytes INTEGER NOT NULL,
  modified_ms REAL NOT NULL,
  inode TEXT NOT NULL,
  content_hash BLOB,
  parser_id TEXT,
  parser_version INTEGER,
  documents INTEGER NOT NULL DEFAULT 0,
  chunks INTEGER NOT NULL DEFAULT 0,
  read_at TEXT,
  missing_since TEXT,
  CHECK (dirty OR state IS NOT NULL)
) STRICT;
CREATE INDEX file_by_source ON file (source_id, path);
CREATE INDEX file_by_content ON file (content_hash) WHERE content_hash IS NOT NULL;
CREATE INDEX file_to_read ON file (modified_ms) WHERE dirty;
CREATE INDEX file_missing ON file (source_id, missing_since) WHERE missing_since IS NOT NULL;

CREATE TABLE thread (
  thread_id INTEGER PRIMARY KEY,
  subject TEXT NOT NULL
) STRICT;
CREATE INDEX thread_by_subject ON thread (subject);
CREATE TABLE thread_message (
  message_id TEXT PRIMARY KEY,
  thread_id INTEGER NOT NULL REFERENCES thread ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX thread_message_by_thread ON thread_message (thread_id);

CREATE TABLE document (
  document_id INTEGER PRIMARY KEY AUTOINCREMENT,
  file_id INTEGER NOT NULL REFERENCES file,
  ordinal INTEGER NOT NULL,
  kind TEXT NOT NULL,
  member TEXT,
  title TEXT NOT NULL,
  date_ms INTEGER,
  thread_id INTEGER REFERENCES thread,
  tags TEXT NOT NULL,
  attachments TEXT NOT NULL
) STRICT;
CREATE INDEX document_by_file ON document (file_id, ordinal);
CREATE INDEX document_by_date ON document (date_ms);
CREATE INDEX document_by_thread ON document (thread_id) WHERE thread_id IS NOT NULL;

CREATE TABLE document_text (
  document_id INTEGER PRIMARY KEY REFERENCES document ON DELETE CASCADE,
  text TEXT NOT NULL,
  passages TEXT NOT NULL
) STRICT;

CREATE TABLE person (
  person_id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  address TEXT NOT NULL,
  UNIQUE (name, address)
) STRICT;
CREATE TABLE document_person (
  document_id INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  person_id INTEGER NOT NULL REFERENCES person,
  role TEXT NOT NULL,
  PRIMARY KEY (document_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX document_person_by_person ON document_person (person_id, role);

-- hash: of the text that is embedded, so equal texts share one embedding.
CREATE TABLE chunk (
  chunk_id INTEGER PRIMARY KEY AUTOINCREMENT,
  document_id INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  place_unit TEXT NOT NULL CHECK (place_unit IN ('page', 'line', 'message', 'time')),
  place_value REAL NOT NULL,
  heading TEXT NOT NULL,
  quoted INTEGER NOT NULL,
  hash BLOB NOT NULL
) STRICT;
CREATE INDEX chunk_by_document ON chunk (document_id);
CREATE INDEX chunk_by_hash ON chunk (hash);

CREATE VIRTUAL TABLE chunk_text USING fts5 (
  title, text, context,
  content = '', contentless_delete = 1, tokenize = 'porter unicode61 remove_diacritics 2'
);

-- vector: int8, one byte a dimension; the embedding is vector * scale.
CREATE TABLE embedding_model (
  model_key INTEGER PRIMARY KEY,
  model_id TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE embedding (
  embedding_id INTEGER PRIMARY KEY,
  model_key INTEGER NOT NULL REFERENCES embedding_model,
  hash BLOB NOT NULL,
  scale REAL NOT NULL,
  vector BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX embedding_by_hash ON embedding (hash, model_key);
`;

/** What parsers left out of a document's text: secrets by kind (`[{"kind":"password","count":2}]`), and what no reader sees. */
export const leftOutOfDocuments = `
ALTER TABLE document ADD COLUMN withheld TEXT NOT NULL DEFAULT '[]';
ALTER TABLE document ADD COLUMN hidden_chars INTEGER NOT NULL DEFAULT 0;
`;

/** What a person chose to have left out of a source: ids of rules that are off, and patterns; JSON arrays. */
export const chosenIgnoring = `
ALTER TABLE source ADD COLUMN rules_off TEXT NOT NULL DEFAULT '[]';
ALTER TABLE source ADD COLUMN patterns TEXT NOT NULL DEFAULT '[]';
`;

/** A chunk's place as a JSON array (`["page",3]`): a cell range is more than a unit and a number. */
export const placesOfEveryKind = `
ALTER TABLE chunk ADD COLUMN place TEXT NOT NULL DEFAULT '["line",1]';
UPDATE chunk SET place = json_array(place_unit, iif(place_unit = 'time', place_value, CAST(place_value AS INTEGER)));
ALTER TABLE chunk DROP COLUMN place_unit;
ALTER TABLE chunk DROP COLUMN place_value;
`;

/** Since when (ms) no chunk uses an embedding; null while one does. */
export const unusedEmbeddings = `
ALTER TABLE embedding ADD COLUMN unused_since INTEGER;
CREATE INDEX embedding_unused ON embedding (unused_since) WHERE unused_since IS NOT NULL;
`;

/**
 * A document's text in blocks: a chunk of a book is read without the book. Ids of blocks are never given out twice.
 * The texts themselves are moved by moveTextIntoBlocks.
 */
export const textInBlocks = `
CREATE TABLE text_block (
  block_id INTEGER PRIMARY KEY AUTOINCREMENT,
  document_id INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  start INTEGER NOT NULL,
  body BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX text_block_by_place ON text_block (document_id, start);
`;

/** How content rules bore on a file's last reading: those that were off, and those with something to leave out; ids with spaces between. */
export const contentRulesOfFiles = `
ALTER TABLE file ADD COLUMN rules_off TEXT NOT NULL DEFAULT '';
ALTER TABLE file ADD COLUMN rules_touched TEXT NOT NULL DEFAULT '';
`;

/** Secrets left out of a file's text, by kind. */
export const withheldOfFiles = `
CREATE TABLE withheld (
  file_id INTEGER NOT NULL REFERENCES file ON DELETE CASCADE,
  kind TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (file_id, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX withheld_by_kind ON withheld (kind, count);
INSERT INTO withheld
  SELECT file_id, json_extract(value, '$.kind'), sum(json_extract(value, '$.count'))
    FROM document, json_each(withheld) GROUP BY 1, 2;
ALTER TABLE document DROP COLUMN withheld;
`;

/** 1 while secrets that were let in and are no more must still be taken out of the library. */
export const purgeOfSources = `
ALTER TABLE source ADD COLUMN purge_due INTEGER NOT NULL DEFAULT 0;
`;

/** When a file's row in the folder, its permissions or its content changed last (ms): its time can be set back, this can't. */
export const changeTimes = `
ALTER TABLE file ADD COLUMN changed_ms REAL;
`;

/**
 * How far files that are read piece by piece were read: each portion with its hash, so that what did not change is not
 * read again, and what the reader knew before and after it. Their documents' ordinals have room for 65,536 documents of
 * each message. What was too large before may be read now.
 */
export const portionsOfFiles = `
CREATE TABLE portion (
  file_id INTEGER NOT NULL REFERENCES file ON DELETE CASCADE,
  start INTEGER NOT NULL,
  before TEXT NOT NULL,
  after TEXT NOT NULL,
  is_last INTEGER NOT NULL,
  hash BLOB NOT NULL,
  parser_version INTEGER NOT NULL,
  rules_off TEXT NOT NULL,
  rules_touched TEXT NOT NULL,
  shortfalls TEXT NOT NULL,
  withheld TEXT NOT NULL,
  PRIMARY KEY (file_id, start)
) STRICT, WITHOUT ROWID;
UPDATE document SET ordinal = CAST(substr(member, 9) AS INTEGER) * 65536 + ordinal % 65536
  WHERE member LIKE 'message %' AND file_id IN (SELECT file_id FROM file WHERE parser_id = 'mbox');
UPDATE file SET dirty = 1 WHERE reason = 'too-large' AND parser_id IS NULL;
`;

/**
 * mail_key: hashes by which mails find each other; a document 'is' what others name. mail_copy: where else a document
 * lies; passages are null where its text differs a little there. A document may be written anew under its id.
 */
export const copiesOfMails = `
CREATE TABLE mail_key (
  document_id INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  role TEXT NOT NULL,
  key INTEGER NOT NULL,
  PRIMARY KEY (document_id, role, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX mail_key_by_key ON mail_key (key, role);
CREATE TABLE mail_copy (
  file_id INTEGER NOT NULL REFERENCES file,
  ordinal INTEGER NOT NULL,
  document_id INTEGER NOT NULL REFERENCES document DEFERRABLE INITIALLY DEFERRED,
  member TEXT,
  tags TEXT NOT NULL,
  passages TEXT,
  PRIMARY KEY (file_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX mail_copy_by_document ON mail_copy (document_id);
`;

/** Mails are tied by mail_key alone, and none of a library's is there before they are all read again. */
export const threadsByKeys = `
DROP TABLE thread_message;
`;

/**
 * The text comes first in the full text: FTS5 spends two bytes on the column of every word that does not stand in the
 * first, a quarter of the index (measured). What it holds is written again by writeFullText, in the last step that needs it.
 */
export const textFirst = `
DROP TABLE chunk_text;
CREATE VIRTUAL TABLE chunk_text USING fts5 (
  text, title, context,
  content = '', contentless_delete = 1, tokenize = 'porter unicode61 remove_diacritics 2'
);
`;

/** Outlook archives are read piece by piece too: their documents keep their ids where they are numbered by item. */
export const archivesInPortions = `
UPDATE document SET ordinal = CAST(substr(member, 9) AS INTEGER) * 65536 + ordinal % 65536
  WHERE member LIKE 'message %' AND ordinal < 65536
    AND file_id IN (SELECT file_id FROM file WHERE parser_id = 'pst');
`;

/** Quotations whose originals are not in the library are documents; of others this says where they stand. */
export const quotationsOfMails = `
ALTER TABLE document ADD COLUMN is_quotation INTEGER NOT NULL DEFAULT 0;
CREATE INDEX document_quotation ON document (file_id) WHERE is_quotation = 1;
CREATE TABLE quoted_mail (
  file_id INTEGER NOT NULL REFERENCES file,
  ordinal INTEGER NOT NULL,
  document_id INTEGER NOT NULL REFERENCES document DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (file_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX quoted_mail_by_document ON quoted_mail (document_id);
`;

/** A path stands in one index only, which orders those of a source too, and a hash's first bytes tell it from the others. */
export const shortFileIndexes = `
DROP INDEX file_by_source;
CREATE INDEX file_by_source ON file (source_id);
DROP INDEX file_by_content;
CREATE INDEX file_by_content ON file (substr(content_hash, 1, 8)) WHERE content_hash IS NOT NULL;
`;

/** Of ten thousand mails that begin alike, quotations are found without a look at each. */
export const openingsOfQuotations = `
UPDATE mail_key SET role = 'quotes' WHERE role = 'opens'
  AND document_id IN (SELECT document_id FROM document WHERE is_quotation = 1);
`;

/**
 * The full text is merged a little with every write (full-text-writer.ts), each time four segments of a size into one.
 * Left to itself FTS5 does as much in one commit out of eight, in which no search has its turn.
 */
export const textMergedByWrites = `
INSERT INTO chunk_text (chunk_text, rank) VALUES ('automerge', 0);
INSERT INTO chunk_text (chunk_text, rank) VALUES ('usermerge', 4);
`;
