import type { WritableDb } from './connection.ts';
import {
  archivesInPortions,
  changeTimes,
  chosenIgnoring,
  contentRulesOfFiles,
  copiesOfMails,
  firstSchema,
  leftOutOfDocuments,
  openingsOfQuotations,
  placesOfEveryKind,
  portionsOfFiles,
  purgeOfSources,
  quotationsOfMails,
  shortFileIndexes,
  textFirst,
  textInBlocks,
  textMergedByWrites,
  threadsByKeys,
  unusedEmbeddings,
  withheldOfFiles,
} from './schema.ts';
import { createTextWriter, packText } from './text-blocks.ts';
import { writeFullText } from './write-full-text.ts';

type MigrationStep = (db: WritableDb) => void;

/** Step n brings a library of `user_version` n to n + 1. Steps are only ever added. */
export const librarySteps: readonly MigrationStep[] = [
  (db) => db.exec(firstSchema),
  (db) => db.exec(placesOfEveryKind),
  (db) => moveTextIntoBlocks(db),
  (db) => db.exec(unusedEmbeddings),
  (db) => db.exec(leftOutOfDocuments),
  (db) => db.exec(chosenIgnoring),
  (db) => db.exec(contentRulesOfFiles),
  (db) => db.exec(withheldOfFiles),
  (db) => db.exec(purgeOfSources),
  (db) => db.exec(changeTimes),
  (db) => db.exec(portionsOfFiles),
  (db) => db.exec(copiesOfMails),
  (db) => db.exec(threadsByKeys),
  (db) => db.exec(textFirst),
  (db) => db.exec(archivesInPortions),
  (db) => db.exec(quotationsOfMails),
  (db) => db.exec(shortFileIndexes),
  (db) => writeFullTextAnew(db),
  (db) => db.exec(openingsOfQuotations),
  (db) => db.exec(textMergedByWrites),
];

function moveTextIntoBlocks(db: WritableDb): void {
  db.exec(textInBlocks);
  const texts = db.prepare<[number], { documentId: number; text: string }>(
    'SELECT document_id AS documentId, text FROM document_text WHERE document_id > ? ORDER BY document_id LIMIT 1',
  );
  const writer = createTextWriter(db);
  // One at a time: all of them would fill the memory.
  for (let row = texts.get(0); row !== undefined; row = texts.get(row.documentId))
    writer.write(row.documentId, packText(row.text));
  db.exec('ALTER TABLE document_text DROP COLUMN text; ALTER TABLE document_text RENAME TO document_places');
}

/** Files are found by their names, and letters with strokes, other widths or optional signs by the plain ones. Ten seconds for 100,000 chunks, once. */
function writeFullTextAnew(db: WritableDb): void {
  db.exec(textFirst);
  writeFullText(db);
}

export const latestVersion = librarySteps.length;

/** Runs the missing steps, each in its own transaction with its `user_version`. */
export function migrate(db: WritableDb, steps: readonly MigrationStep[] = librarySteps): void {
  const current = Number(db.pragma('user_version', { simple: true }));
  for (const [version, step] of steps.entries()) {
    if (version < current) continue;
    db.transaction(() => {
      step(db);
      db.pragma(`user_version = ${version + 1}`);
    }).immediate();
  }
}
