import { DocumentText } from '../document-text.ts';
import { tidyTitle, titleOf } from '../document-title.ts';
import { OleContainer } from '../ole/container.ts';
import { readSummary } from '../ole/summary.ts';
import { type Parser, Unreadable } from '../parser.ts';
import { addSlide, presentationTitle } from '../slides/slide.ts';
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
    let firstTitle = '';
    const broken: number[] = [];
    const count = Math.min(slides.count, limits.pages);
    for (let number = 1; number <= count && !text.truncated; number += 1) {
      const slide = slides.slide(number);
      if (slide === null) broken.push(number);
      else {
        if (!slide.isHidden) firstTitle ||= slide.title;
        addSlide(text, slide);
      }
    }
    const { title, date, people } = readSummary(container);
    yield* text.events({
      kind: 'document',
      title: tidyTitle(presentationTitle(title, firstTitle)) || titleOf(meta.name),
      date,
      people,
    });
    for (const number of broken)
      yield { type: 'shortfall', shortfall: { reason: 'corrupt', detail: `slide ${number}` } };
    if (slides.count > limits.pages)
      yield {
        type: 'shortfall',
        shortfall: { reason: 'truncated-text', detail: `${limits.pages.toLocaleString('en')} slides` },
      };
  },
};

/** Throws `Unreadable` encrypted or corrupt. */
function slidesOf(container: OleContainer): Slides {
  const stream = container.stream('PowerPoint Document');
  if (stream === null) throw new Unreadable('failed', 'corrupt', 'its slides are missing');
  const reader = new RecordReader(stream);
  return new Slides(reader, readPersistDirectory(reader, container.stream('Current User')));
}
