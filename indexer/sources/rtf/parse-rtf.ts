import { isoDate } from '../document-date.ts';
import { DocumentText } from '../document-text.ts';
import { tidyTitle, titleOf } from '../document-title.ts';
import { authorsOf } from '../ooxml/core-properties.ts';
import type { Parser } from '../parser.ts';
import { parserVersions } from '../versions.ts';
import { readRtf } from './read-rtf.ts';

/** A Rich Text file. Its pages exist only once it is laid out, so places are paragraph numbers. */
export const rtfParser: Parser = {
  id: 'rtf',
  version: parserVersions.rtf,
  async *parse(bytes, meta, limits) {
    const { blocks, hidden, info, isWhole } = readRtf(bytes);
    const text = new DocumentText(limits.textChars);
    for (const [index, { role, level, text: shown, tight }] of blocks.entries())
      text.add(shown, { role, level, tight, place: { line: index + 1 } });
    for (const piece of hidden) text.hide(piece);
    const heading = blocks[0]?.role === 'heading' ? blocks[0].text : '';
    yield* text.events({
      kind: 'document',
      title: tidyTitle(info.title) || tidyTitle(heading) || titleOf(meta.name),
      date: isoDate(info.created),
      people: authorsOf([info.author]),
    });
    if (!isWhole) yield { type: 'shortfall', shortfall: { reason: 'corrupt', detail: 'its end is missing' } };
  },
};
