import type { Bookmark } from '#indexer/sources/portion.ts';
import type { Neighbour, Surroundings } from '#main/contract/original.ts';
import type { ReadableDb } from './connection.ts';
import { ordinalsOfUnit } from './ordinals.ts';

/** Where the original of a document lies. */
export interface DocumentHome {
  readonly path: string;
  readonly sourceId: number;
  readonly member: string | null;
  /** The stretch that holds it, of a file that is read piece by piece; null for a file that is read whole. */
  readonly portion: HomePortion | null;
}

export interface HomePortion {
  readonly from: Bookmark;
  /** Byte of the file, exclusive. */
  readonly end: number;
}

/** Documents as parts of their files, and beside each other. */
export interface DocumentHomes {
  home(documentId: number): DocumentHome | undefined;
  around(documentId: number): Surroundings;
}

interface HomeRow {
  readonly fileId: number;
  readonly sourceId: number;
  readonly path: string;
  readonly member: string | null;
  readonly ordinal: number;
  readonly threadId: number | null;
  readonly attachments: string;
}

interface NeighbourRow extends Omit<Neighbour, 'date'> {
  readonly dateMs: number | null;
}

/** Between what something is called and what it lies in. */
const inside = ' › ';
const mostAttachments = 200;
const columns = 'document_id AS documentId, kind, title, member, date_ms AS dateMs';

export function createDocumentHomes(db: ReadableDb): DocumentHomes {
  const homeOf = db.prepare<[number], HomeRow>(
    `SELECT file_id AS fileId, source_id AS sourceId, path, member, ordinal, thread_id AS threadId, attachments
      FROM document JOIN file USING (file_id) WHERE document_id = ?`,
  );
  const portionOf = db.prepare<[number, number, number], { before: string; end: number }>(
    `SELECT before, json_extract(after, '$.at') AS end FROM portion
      WHERE file_id = ? AND json_extract(before, '$.units') < ? AND json_extract(after, '$.units') >= ?
      ORDER BY start LIMIT 1`,
  );
  const isInPortions = db
    .prepare<[number], number>('SELECT EXISTS (SELECT 1 FROM portion WHERE file_id = ?)')
    .pluck();
  const inThread = db.prepare<[number], NeighbourRow>(
    `SELECT ${columns} FROM document WHERE thread_id = ? AND is_quotation = 0 ORDER BY date_ms, document_id`,
  );
  // What a document holds comes behind it, before the next unit of the file.
  const behind = db.prepare<[number, number, number, number], NeighbourRow>(
    `SELECT ${columns} FROM document WHERE file_id = ? AND ordinal > ? AND ordinal < ? AND member IS NOT NULL
      ORDER BY ordinal LIMIT ?`,
  );
  const named = db.prepare<[number, string | null, number], NeighbourRow>(
    `SELECT ${columns} FROM document WHERE file_id = ? AND member IS ? AND ordinal < ? ORDER BY ordinal DESC LIMIT 1`,
  );

  const holderOf = ({ fileId, member, ordinal }: HomeRow): Neighbour | null => {
    if (member === null) return null;
    const at = member.lastIndexOf(inside);
    const row = named.get(fileId, at < 0 ? null : member.slice(0, at), ordinal);
    return row === undefined ? null : neighbourOf(row);
  };
  const attachmentsOf = ({ fileId, member, ordinal, attachments }: HomeRow): Surroundings['attachments'] => {
    // The document writer wrote it.
    const listed = JSON.parse(attachments) as readonly string[];
    if (listed.length === 0) return [];
    const prefix = member === null ? '' : member + inside;
    const ids = new Map(
      behind
        .all(fileId, ordinal, ordinal + ordinalsOfUnit, mostAttachments)
        .map((row) => [row.member, row.documentId]),
    );
    return listed.slice(0, mostAttachments).map((name) => ({
      name,
      documentId: ids.get(prefix + name) ?? null,
    }));
  };

  return {
    home(documentId) {
      const row = homeOf.get(documentId);
      if (row === undefined) return undefined;
      const { fileId, path, sourceId, member } = row;
      const unit = Number(/^message (\d+)/.exec(member ?? '')?.[1] ?? 0);
      const isPiecewise = isInPortions.get(fileId) === 1;
      const found = isPiecewise ? portionOf.get(fileId, unit, unit) : undefined;
      if (isPiecewise && found === undefined) return undefined;
      // The portions’ own writer wrote it.
      const portion =
        found === undefined ? null : { from: JSON.parse(found.before) as Bookmark, end: found.end };
      return { path, sourceId, member, portion };
    },
    around(documentId) {
      const row = homeOf.get(documentId);
      if (row === undefined) return { thread: null, holder: null, attachments: [] };
      const thread = row.threadId === null ? [] : inThread.all(row.threadId).map(neighbourOf);
      const at = thread.findIndex((one) => one.documentId === documentId);
      return {
        thread:
          at < 0 || thread.length < 2
            ? null
            : {
                ...{ at: at + 1, of: thread.length },
                ...{ previous: thread[at - 1] ?? null, next: thread[at + 1] ?? null },
              },
        holder: holderOf(row),
        attachments: attachmentsOf(row),
      };
    },
  };
}

function neighbourOf({ dateMs, ...row }: NeighbourRow): Neighbour {
  return { ...row, date: dateMs === null ? null : new Date(dateMs).toISOString() };
}
