import { authorsOf } from '../document-authors.ts';
import { isoDate } from '../document-date.ts';
import { addParagraphs } from '../document-paragraphs.ts';
import { DocumentText } from '../document-text.ts';
import { tidyTitle, titleOf } from '../document-title.ts';
import { type Parser, shortfall } from '../parser.ts';
import { parserVersions } from '../versions.ts';
import { readRtf } from './read-rtf.ts';

/** A Rich Text file. Its pages exist only once it is laid out, so places are paragraph numbers. */
export const rtfParser: Parser = {
  id: 'rtf',
  version: parserVersions.rtf,
  async *parse(bytes, meta, limits) {
    const { blocks, hidden, info, isWhole } = readRtf(bytes);
    const text = new DocumentText(limits.textChars);
    const heading = addParagraphs(text, blocks, hidden);
    yield* text.events({
      kind: 'document',
      title: tidyTitle(info.title) || tidyTitle(heading) || titleOf(meta.name),
      date: isoDate(info.created),
      people: authorsOf([info.author]),
    });
    if (!isWhole) yield shortfall('corrupt', 'its end is missing');
  },
};
