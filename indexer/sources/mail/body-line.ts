import type { TableRow } from '../document-text.ts';

/** A line of a mail's body as its writer meant it. */
export interface BodyLine {
  readonly text: string;
  /** How often what it says was quoted: the quotation of a quotation is 2. Where it is not known, 1. */
  readonly depth?: number;
  readonly role: 'paragraph' | 'heading' | 'list' | 'table' | 'code' | 'quoted' | 'signature';
  readonly level?: number | undefined;
  /** True where it follows the line before without a gap. */
  readonly tight: boolean;
  readonly row?: TableRow | undefined;
}
