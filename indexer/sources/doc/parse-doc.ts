import { addParagraphs } from '../document-paragraphs.ts';
import { DocumentText } from '../document-text.ts';
import { tidyTitle, titleOf } from '../document-title.ts';
import { OleContainer } from '../ole/container.ts';
import { readSummary } from '../ole/summary.ts';
import type { Parser } from '../parser.ts';
import { parserVersions } from '../versions.ts';
import { readWordText } from './word-text.ts';

/** A document of Word 6 to 2003. Its pages exist only once it is laid out, so places are paragraph numbers. */
export const docParser: Parser = {
  id: 'doc',
  version: parserVersions.doc,
  async *parse(bytes, meta, limits) {
    const container = new OleContainer(bytes);
    const { blocks, hidden } = readWordText(container, limits.textChars);
    const { title, date, people } = readSummary(container);
    const text = new DocumentText(limits.textChars);
    const heading = addParagraphs(text, blocks, hidden);
    yield* text.events({
      kind: 'document',
      title: title || tidyTitle(heading) || titleOf(meta.name),
      date,
      people,
    });
  },
};
