import type { TableRow } from '../document-text.ts';

/** A line of a mail's body as its writer meant it. */
export interface BodyLine {
  readonly text: string;
  readonly role: 'paragraph' | 'heading' | 'list' | 'table' | 'code' | 'quoted' | 'signature';
  readonly level?: number | undefined;
  /** True where it follows the line before without a gap. */
  readonly tight: boolean;
  readonly row?: TableRow | undefined;
}
