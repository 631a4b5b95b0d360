function names(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

/** Local names whose text is no text: pictures, instructions to programs. */
export const unreadElements = names('binary binData instrText fldData script style stylesheet');

/** Elements inside of a line, in the usual vocabularies (Word, TEI, FictionBook, DocBook, HTML). */
export const inlineElements = names(
  'r t b i u em strong emphasis hi span a sub sup smallcaps font br tab proofErr lb',
);

/** Elements that begin a new paragraph even in the middle of text. */
export const blockElements = names('p para li item div section tr row v line title head table list entry');

/** Lists of cells, written in one line. */
export const rowElements = names('Row tr table-row row');

/** Names that say nothing about the text inside of them. */
export const silentElements = names(
  'p para li td th v div span text t r b i em strong cell Cell Data string key integer real date-time body s l ab u a',
);

/** Attributes that hold words for a reader, as outlines (OPML) and labels do. */
export const readableAttributes = names('text title label caption alt summary description desc');
