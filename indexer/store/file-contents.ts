import type { Why } from '#main/contract/why.ts';
import type { ReadableDb } from './connection.ts';
import { createWithheldReader } from './withheld.ts';

type WhyFile = NonNullable<Why['file']>;

/** What came out of one file. */
export interface FileContents extends Pick<WhyFile, 'contents' | 'attachments' | 'withheld' | 'hiddenChars'> {
  /** Chunks with an embedding of the model; null where none was asked for. */
  readonly embedded: number | null;
}

export interface FileContentsStore {
  /** At most `limit` documents and names of attachments are listed; the sums are of all. */
  of(fileId: number, modelId: string | null, limit: number): FileContents;
}

type ContentsRow = Omit<WhyFile['contents'][number], 'sameAs'> & {
  readonly ordinal: number;
  /** Where the document of a copy lies; null for what is no copy. */
  readonly path: string | null;
  readonly within: string | null;
};

export function createFileContentsStore(db: ReadableDb): FileContentsStore {
  const documents = db.prepare<[{ fileId: number; limit: number }], ContentsRow>(
    `SELECT document_id AS documentId, kind, title, member, NULL AS path, NULL AS within, ordinal,
        (SELECT count(*) FROM chunk WHERE chunk.document_id = document.document_id) AS chunks
      FROM document WHERE file_id = :fileId
    UNION ALL
    SELECT document_id, kind, title, mail_copy.member, path, document.member, mail_copy.ordinal, 0
      FROM mail_copy JOIN document USING (document_id) JOIN file ON file.file_id = document.file_id
      WHERE mail_copy.file_id = :fileId
    ORDER BY ordinal LIMIT :limit`,
  );
  const attachments = db
    .prepare<[number, number], string>(
      `SELECT value FROM document, json_each(attachments) WHERE file_id = ? ORDER BY ordinal, key LIMIT ?`,
    )
    .pluck();
  const withheld = createWithheldReader(db);
  const hidden = db
    .prepare<[number], number>('SELECT coalesce(sum(hidden_chars), 0) FROM document WHERE file_id = ?')
    .pluck();
  const embedded = db
    .prepare<[number, string], number>(
      `SELECT count(*) FROM document JOIN chunk USING (document_id)
        JOIN embedding ON embedding.hash = chunk.hash
        WHERE file_id = ? AND model_key = (SELECT model_key FROM embedding_model WHERE model_id = ?)`,
    )
    .pluck();
  return {
    of: (fileId, modelId, limit) => ({
      contents: documents.all({ fileId, limit }).map(({ path, within, ordinal: _ordinal, ...document }) => ({
        ...document,
        sameAs: path === null ? null : { path, member: within },
      })),
      attachments: attachments.all(fileId, limit),
      withheld: withheld.ofFile(fileId),
      hiddenChars: hidden.get(fileId) ?? 0,
      embedded: modelId === null ? null : (embedded.get(fileId, modelId) ?? 0),
    }),
  };
}
