import { authorsOf } from '../document-authors.ts';
import { isoDate } from '../document-date.ts';
import { addParagraphs } from '../document-paragraphs.ts';
import { DocumentText } from '../document-text.ts';
import { tidyTitle, titleOf } from '../document-title.ts';
import type { Properties } from '../ooxml/core-properties.ts';
import type { Limits, Parser } from '../parser.ts';
import { addSlide, presentationTitle } from '../slides/slide.ts';
import { parserVersions } from '../versions.ts';
import { childOf, innerText, type XmlElement } from '../xml-tree/tree.ts';
import { type OpenDocumentFile, openDocumentFile } from './file.ts';
import { Slides } from './slides.ts';
import { Styles } from './styles.ts';
import { TextWalk } from './text-walk.ts';

/** What was read of a file: its text and the title that it gives itself. */
interface Reading {
  readonly text: DocumentText;
  readonly title: string;
}

/**
 * An OpenDocument text or presentation, zipped or flat. Slides are places; the pages of a text exist only once it is
 * laid out, so its places are paragraph numbers.
 */
export const opendocumentParser: Parser = {
  id: 'opendocument',
  version: parserVersions.opendocument,
  async *parse(bytes, meta, limits) {
    const file = openDocumentFile(bytes);
    const properties = propertiesOf(file.meta);
    const isPresentation = file.body.name === 'office:presentation';
    const { text, title } = isPresentation
      ? readPresentation(file, properties, limits)
      : readText(file, properties, limits);
    yield* text.events({
      kind: 'document',
      title: tidyTitle(title) || titleOf(meta.name),
      date: properties.date,
      people: properties.people,
    });
  },
};

function readText(file: OpenDocumentFile, { title }: Properties, limits: Limits): Reading {
  const walk = new TextWalk(new Styles(file.styleRoots));
  walk.blocks(file.body);
  const text = new DocumentText(limits.textChars);
  const heading = addParagraphs(text, walk.finish(), walk.hidden);
  return { text, title: title || heading };
}

function readPresentation(file: OpenDocumentFile, { title }: Properties, limits: Limits): Reading {
  const text = new DocumentText(limits.textChars);
  let firstTitle = '';
  for (const slide of new Slides(file, new Styles(file.styleRoots)).read()) {
    if (!slide.isHidden) firstTitle ||= slide.title;
    addSlide(text, slide);
  }
  return { text, title: presentationTitle(title, firstTitle) };
}

function propertiesOf(meta: XmlElement | undefined): Properties {
  const value = (name: string) => innerText(childOf(meta, name));
  return {
    title: tidyTitle(value('dc:title')),
    date: dateOf(value('meta:creation-date')) ?? dateOf(value('dc:date')),
    people: authorsOf([value('meta:initial-creator') || value('dc:creator')]),
  };
}

/** Programs write the time without its zone; taken as UTC it is the same on every machine. */
function dateOf(value: string): string | null {
  return isoDate(/T[\d:.]+$/.test(value) ? `${value.replace(/(\.\d{3})\d+$/, '$1')}Z` : value);
}
