import { DocumentText } from '../document-text.ts';
import { tidyTitle, titleOf } from '../document-title.ts';
import { OleContainer } from '../ole/container.ts';
import { readSummary } from '../ole/summary.ts';
import { type Parser, Unreadable } from '../parser.ts';
import { addSlides, presentationTitle } from '../slides/slide.ts';
import { parserVersions } from '../versions.ts';
import { readPersistDirectory } from './persist.ts';
import { RecordReader } from './records.ts';
import { Slides } from './slides.ts';

/** A presentation of PowerPoint 97 to 2003, placed by slide. */
export const pptParser: Parser = {
  id: 'ppt',
  version: parserVersions.ppt,
  async *parse(bytes, meta, limits) {
    const container = new OleContainer(bytes);
    const slides = slidesOf(container);
    const text = new DocumentText(limits.textChars);
    const { firstTitle, shortfalls } = addSlides(text, slides, limits);
    const { title, date, people } = readSummary(container);
    yield* text.events({
      kind: 'document',
      title: tidyTitle(presentationTitle(title, firstTitle)) || titleOf(meta.name),
      date,
      people,
    });
    yield* shortfalls;
  },
};

/** Throws `Unreadable` encrypted or corrupt. */
function slidesOf(container: OleContainer): Slides {
  const stream = container.stream('PowerPoint Document');
  if (stream === null) throw new Unreadable('failed', 'corrupt', 'its slides are missing');
  const reader = new RecordReader(stream);
  return new Slides(reader, readPersistDirectory(reader, container.stream('Current User')));
}
