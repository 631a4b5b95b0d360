import type { TableRow } from '../document-text.ts';
import type { PassageRole } from '../parser.ts';
import type { Element } from './tree.ts';

/** A heading, paragraph, list item or table row as a reader sees it. */
export interface HtmlBlock {
  readonly role: PassageRole;
  readonly level?: number;
  readonly text: string;
  /** Line of the source, counting from 1; 0 where lines were not asked for. */
  readonly line: number;
  /** True where it follows the block before without a gap. */
  readonly tight: boolean;
  /** What a row of a table is, where its table has a header. */
  readonly row?: TableRow;
}

export interface HtmlReading {
  readonly blocks: readonly HtmlBlock[];
  /** What the page's own styles keep from being seen. */
  readonly hidden: readonly string[];
  readonly title: string | null;
  /** `<meta>` by lower-case name or property. */
  readonly meta: ReadonlyMap<string, string>;
}

/** A part of a mail that repeats an earlier one or signs it: what an element holds, or all that follows it too. */
export interface ElementRole {
  readonly role: 'quoted' | 'signature';
  readonly reach: 'inside' | 'onwards';
}

export interface HtmlOptions {
  readonly withLines: boolean;
  readonly roleOf?: (element: Element, attributes: ReadonlyMap<string, string>) => ElementRole | null;
}
