import { DocumentText } from '../document-text.ts';
import { tidyTitle, titleOf } from '../document-title.ts';
import { readCoreProperties } from '../ooxml/core-properties.ts';
import { OfficePackage } from '../ooxml/package.ts';
import type { Parser } from '../parser.ts';
import { addSlide, presentationTitle } from '../slides/slide.ts';
import { parserVersions } from '../versions.ts';
import { Presentation } from './presentation.ts';

/** A PowerPoint presentation (Office Open XML), placed by slide. */
export const powerpointParser: Parser = {
  id: 'powerpoint',
  version: parserVersions.powerpoint,
  async *parse(bytes, meta, limits) {
    const file = new OfficePackage(bytes);
    const presentation = new Presentation(file);
    const text = new DocumentText(limits.textChars);
    let firstTitle = '';
    const broken: number[] = [];
    const count = Math.min(presentation.slideCount, limits.pages);
    for (let number = 1; number <= count && !text.truncated; number += 1) {
      const slide = presentation.slide(number);
      if (slide === null) broken.push(number);
      else {
        if (!slide.isHidden) firstTitle ||= slide.title;
        addSlide(text, slide);
      }
    }
    const { title, date, people } = readCoreProperties(file.bytes('docProps/core.xml'));
    yield* text.events({
      kind: 'document',
      title: tidyTitle(presentationTitle(title, firstTitle)) || titleOf(meta.name),
      date,
      people,
    });
    for (const number of broken)
      yield { type: 'shortfall', shortfall: { reason: 'corrupt', detail: `slide ${number}` } };
    if (presentation.slideCount > limits.pages)
      yield {
        type: 'shortfall',
        shortfall: { reason: 'truncated-text', detail: `${limits.pages.toLocaleString('en')} slides` },
      };
    for (const name of file.names())
      if (/^ppt\/embeddings\/[^/]+\.(?:docx|pptx)$/i.test(name))
        yield {
          type: 'embedded',
          file: { name: name.slice('ppt/embeddings/'.length), bytes: file.bytes(name) ?? new Uint8Array() },
        };
  },
};
