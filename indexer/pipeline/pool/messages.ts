import type { Formatted } from '#main/contract/formatted.ts';
import type { FileState, Reason } from '#main/contract/ledger.ts';
import type { RulesApplied } from '../../sources/content-rules.ts';
import type { FileMeta } from '../../sources/parser.ts';
import type { PortionEnd } from '../../sources/portion.ts';
import type { PreparedDocument } from '../../store/prepared-document.ts';

/** What reading one file, or a portion of one, came to; a file that cannot be read has no documents and a reason. */
export interface FileContent {
  readonly parserId: string | null;
  readonly parserVersion: number | null;
  readonly state: FileState;
  readonly reason: Reason | null;
  readonly detail: string | null;
  readonly documents: readonly PreparedDocument[];
  readonly rules: RulesApplied;
  /** How far a portion was read; absent for a whole file, and where a portion's parser ended. */
  readonly portion?: PortionEnd;
  /** What was asked for to be looked at, where it was found. */
  readonly shown?: Shown;
}

export type Shown =
  | { readonly as: 'bytes'; readonly bytes: Uint8Array }
  | { readonly as: 'blocks'; readonly formatted: Formatted };

export interface ParseRequest {
  readonly id: number;
  readonly bytes: Uint8Array;
  readonly meta: FileMeta;
  /** How large the file is of which the parser may ask for stretches; absent where the bytes are all there is. */
  readonly sliceableBytes?: number;
}

/** Bytes that a parser has asked for. */
export interface SliceGiven {
  readonly type: 'slice';
  readonly id: number;
  readonly bytes: Uint8Array;
}

/** `ready` comes once, before anything else; `content` answers a request, in the order of the requests; `want`
 * asks for a stretch of the file of the request in hand, one at a time. */
export type ParserReply =
  | { readonly type: 'ready' }
  | { readonly type: 'want'; readonly id: number; readonly at: number; readonly length: number }
  | {
      readonly type: 'content';
      readonly id: number;
      readonly content: FileContent;
      /** The child's resident size after the file: a large one is replaced before it takes another. */
      readonly rssBytes: number;
    };

/** The child's end of its channel. */
export interface ParserPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
}
