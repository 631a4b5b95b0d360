import type { Place } from '#main/contract/document.ts';

/**
 * What is embedded and ranked: a stretch of a document's text and the context that makes it understood alone.
 * What is cited stays the exact stretch; the context is never shown as a quote.
 */
export interface Chunk {
  /** UTF-16 offsets into the document's text, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** The place of `start`. */
  readonly place: Place;
  /**
   * Heading path inside the document, outermost first, joined by " › ", and for rows of a table that are apart from its
   * header the names of its columns; empty where there is none.
   */
  readonly heading: string;
  /** True for history that a mail repeats: ranked below the mail that said it first. */
  readonly quoted: boolean;
}
