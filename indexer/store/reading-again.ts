import type { WritableDb } from './connection.ts';
import { ordinalsOfUnit } from './ordinals.ts';

/** Has a file read again though nothing of it changed: one that is read piece by piece only where the document is. */
export function createReadingAgain(db: WritableDb): (fileId: number, ordinal: number) => void {
  // Without its content's hash it is not taken for what was read last.
  const mark = db.prepare<[number]>('UPDATE file SET dirty = 1, content_hash = NULL WHERE file_id = ?');
  const forget = db.prepare<[{ fileId: number; unit: number }]>(
    `DELETE FROM portion WHERE file_id = :fileId AND before ->> 'units' < :unit AND after ->> 'units' >= :unit`,
  );
  return (fileId, ordinal) => {
    mark.run(fileId);
    forget.run({ fileId, unit: Math.floor(ordinal / ordinalsOfUnit) });
  };
}
