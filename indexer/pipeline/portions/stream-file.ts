import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { StreamedFormat } from '../../sources/formats.ts';
import { type Bookmark, beginning } from '../../sources/portion.ts';
import { newestVersions } from '../../sources/versions.ts';
import type { FileRow } from '../../store/file-row.ts';
import type { Library } from '../../store/library.ts';
import type { PortionRow } from '../../store/portion-rows.ts';
import type { PortionWrite, StreamEnding } from '../../store/portions.ts';
import { type FileStanding, isSameMailFolder, standingOf } from '../file-standing.ts';
import type { Log } from '../log.ts';
import { movedFrom } from '../moved-from.ts';
import type { ParserPool } from '../pool/parser-pool.ts';
import { type FileUnread, type FileUnsteady, type OpenFile, unread } from '../read-file.ts';
import type { WriteTurns } from '../write-turns.ts';
import { archivePieces } from './archive-pieces.ts';
import { isKnownWhole, type KnownSearch, knownPortion } from './known-portions.ts';
import { mailboxPieces } from './mailbox-pieces.ts';
import { type Pieces, type PieceTools, PortionUnread } from './pieces.ts';

export interface StreamTools {
  readonly library: Library;
  readonly pool: ParserPool;
  readonly writes: WriteTurns;
  readonly log: Log;
}

export interface StreamedFile {
  readonly row: FileRow;
  readonly file: OpenFile;
  readonly standing: FileStanding;
  /** Takes a file that never holds still as it is in the end, rather than ask for another try. */
  readonly acceptChanging: boolean;
  readonly signal: AbortSignal;
  /** Told how far it is read. */
  readonly onReached: (bytes: number) => void;
}

/** What became of it: all that was to be done is done, or why not. */
export type Streamed = { readonly kind: 'streamed' } | FileUnread | FileUnsteady;

/**
 * Reads a file of any size piece by piece, and writes each piece with how far it goes, so that it is found while the
 * rest is read. No piece is parsed twice: after a kill, where the file has grown, or where it changed somewhere, only
 * those are parsed whose bytes, or what came before them, are not what they were. Their hashes tell.
 */
export async function streamFile(tools: StreamTools, streamed: StreamedFile): Promise<Streamed> {
  try {
    return await new FileStream(tools, streamed).run();
  } catch (error) {
    if (!(error instanceof PortionUnread)) throw error;
    return { ...unread(error.state, error.reason, streamed.file.stat), parserId: streamed.file.format };
  }
}

const piecesOf: Readonly<Record<StreamedFormat, (tools: PieceTools) => Pieces>> = {
  mbox: mailboxPieces,
  pst: archivePieces,
};

class FileStream {
  readonly #tools: StreamTools;
  readonly #streamed: StreamedFile;
  readonly #pieces: Pieces;
  readonly #search: KnownSearch;
  /** Over the hashes of the portions: the same content has the same portions. */
  readonly #hash = createHash('sha256');
  /** The last portion is written while the next one is parsed; no more than that is held. */
  #writing: Promise<void> = Promise.resolve();
  #isWritten = false;
  #carefulUntil = 0;

  constructor(tools: StreamTools, streamed: StreamedFile) {
    this.#tools = tools;
    this.#streamed = streamed;
    const { row, file, standing } = streamed;
    this.#pieces = piecesOf[file.format]({ ...tools, ...streamed, path: row.path });
    this.#search = {
      ...{ portions: tools.library.portions, format: file.format },
      ...{ pieces: this.#pieces, rulesOff: standing.rulesOff },
    };
  }

  async run(): Promise<Streamed> {
    const { row, onReached } = this.#streamed;
    onReached(0);
    if (await this.#isMoved()) return { kind: 'streamed' };
    for (let from = beginning; ; ) {
      const known = await knownPortion(this.#search, row.fileId, from);
      const { piece, read } = known === null ? await this.#read(from) : { piece: known, read: null };
      this.#hash.update(piece.hash, 'hex');
      if (piece.isLast) return this.#end(piece.next, read);
      if (read !== null) await this.#write(read);
      onReached(this.#pieces.bytesBefore(piece.next));
      from = piece.next;
    }
  }

  /** `read` is what is to be written of the piece. */
  async #read(from: Bookmark): Promise<{ readonly piece: PortionRow; readonly read: PortionWrite }> {
    const piece = await this.#pieces.read(from, from.at < this.#carefulUntil);
    this.#carefulUntil = Math.max(this.#carefulUntil, piece.carefulUntil);
    const { content, end, hash, isLast } = piece;
    const documents = content.documents.map((one, index) => ({ ...one, unit: end.units[index] ?? 0 }));
    const read = {
      ...{ path: this.#streamed.row.path, from, next: end.next, isLast, hash, documents, ending: null },
      ...{ rules: content.rules, shortfalls: end.shortfalls, parserVersion: content.parserVersion ?? 0 },
    };
    return { piece: read, read };
  }

  async #write(portion: PortionWrite): Promise<void> {
    const { library, writes } = this.#tools;
    await this.#writing;
    this.#isWritten = true;
    this.#writing = writes.run(() => {
      this.#streamed.signal.throwIfAborted();
      library.portions.write(portion);
    });
    // Whoever waits for it hears of it.
    this.#writing.catch(() => undefined);
  }

  /** `portion` is the last one, where it had to be read. */
  async #end(next: Bookmark, portion: PortionWrite | null): Promise<Streamed> {
    const { row, file, acceptChanging } = this.#streamed;
    const isSettled = acceptChanging || (await file.isSteady());
    const ending = isSettled ? this.#ending(next) : null;
    if (portion !== null) await this.#write({ ...portion, ending });
    await this.#writing;
    if (ending === null) return { kind: 'unsteady', code: 'changed', stat: file.stat };
    if (portion === null) await this.#finish(ending, !this.#isWritten && row.readAt !== null);
    return { kind: 'streamed' };
  }

  #finish(ending: StreamEnding, isSame: boolean): Promise<void> {
    const { library, writes } = this.#tools;
    return writes.run(() => {
      this.#streamed.signal.throwIfAborted();
      if (isSame) library.files.touch(ending.path, ending.stat);
      else library.portions.finish(ending);
    });
  }

  #ending(next: Bookmark): StreamEnding {
    const { row, file, standing } = this.#streamed;
    const { rulesOff } = standing;
    return {
      ...{ path: row.path, stat: file.stat, rulesOff, next, parserId: file.format },
      contentHash: this.#hash.digest('hex'),
      parserVersion: newestVersions.get(file.format) ?? 0,
    };
  }

  /** True where all of it was read at another path, at which nothing is any more, to the same: then that row is its own now. */
  async #isMoved(): Promise<boolean> {
    const { library, writes } = this.#tools;
    const { row, file, signal } = this.#streamed;
    if (library.portions.at(row.fileId, beginning) !== undefined) return false;
    const ofSize = library.portions.ofSize(file.stat.sizeBytes, row.path);
    for await (const origin of movedFrom(library, row, ofSize, file.stat)) {
      if (!(await isKnownWhole(this.#search, origin.fileId))) continue;
      const isSame = this.#isReadAlike(origin);
      await writes.run(() => {
        signal.throwIfAborted();
        library.files.move(origin.path, row.path, file.stat, row.sourceId);
        if (!isSame) library.files.markAll([{ kind: 'again', path: row.path }]);
      });
      return isSame;
    }
    return false;
  }

  /** A mailbox's name is that of a folder, which each of its mails is found by, or left out. */
  #isReadAlike(origin: FileRow): boolean {
    const { row, standing } = this.#streamed;
    const isSameName = basename(origin.path) === basename(row.path);
    return isSameName && isSameMailFolder(standingOf(this.#tools.library, origin), standing);
  }
}
