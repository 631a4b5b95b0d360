import { DocumentText } from '../document-text.ts';
import { tidyTitle, titleOf } from '../document-title.ts';
import { readCoreProperties } from '../ooxml/core-properties.ts';
import { OfficePackage } from '../ooxml/package.ts';
import type { Parser } from '../parser.ts';
import { addSlides, presentationTitle } from '../slides/slide.ts';
import { parserVersions } from '../versions.ts';
import { Presentation } from './presentation.ts';

/** A PowerPoint presentation (Office Open XML), placed by slide. */
export const powerpointParser: Parser = {
  id: 'powerpoint',
  version: parserVersions.powerpoint,
  async *parse(bytes, meta, limits) {
    const file = new OfficePackage(bytes);
    const text = new DocumentText(limits.textChars);
    const { firstTitle, shortfalls } = addSlides(text, new Presentation(file), limits);
    const { title, date, people } = readCoreProperties(file.bytes('docProps/core.xml'));
    yield* text.events({
      kind: 'document',
      title: tidyTitle(presentationTitle(title, firstTitle)) || titleOf(meta.name),
      date,
      people,
    });
    yield* shortfalls;
    for (const name of file.names())
      if (/^ppt\/embeddings\/[^/]+\.(?:docx|pptx)$/i.test(name))
        yield {
          type: 'embedded',
          file: { name: name.slice('ppt/embeddings/'.length), bytes: file.bytes(name) ?? new Uint8Array() },
        };
  },
};
