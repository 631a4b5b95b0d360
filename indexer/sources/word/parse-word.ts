import type mammoth from 'mammoth';
import { DocumentText } from '../document-text.ts';
import { tidyTitle, titleOf } from '../document-title.ts';
import { readHtml } from '../html/read-html.ts';
import type { HtmlReading } from '../html/reading.ts';
import { readCoreProperties } from '../ooxml/core-properties.ts';
import type { Limits, Parser } from '../parser.ts';
import { parserVersions } from '../versions.ts';
import { DocxFile } from './docx-file.ts';

const styleMap = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  'comment-reference => sup',
];

/** A Word document (Office Open XML). Its pages exist only once it is laid out, so places are paragraph numbers. */
export const wordParser: Parser = {
  id: 'word',
  version: parserVersions.word,
  async *parse(bytes, meta, limits) {
    const file = new DocxFile(bytes);
    const page = readHtml(await htmlOfWord(file), { withLines: false });
    const text = textOf(page, file, limits);
    const { title, date, people } = readCoreProperties(
      file.exists('docProps/core.xml') ? file.bytes('docProps/core.xml') : null,
    );
    const heading = page.blocks[0]?.role === 'heading' ? page.blocks[0].text : '';
    yield* text.events({
      kind: 'document',
      title: title || tidyTitle(heading) || titleOf(meta.name),
      date,
      people,
    });
    for (const name of file.names())
      if (/^word\/embeddings\/[^/]+\.docx$/i.test(name))
        yield {
          type: 'embedded',
          file: { name: name.slice('word/embeddings/'.length), bytes: file.bytes(name) },
        };
  },
};

/** Its headings, lists and tables as HTML without pictures, which its readers take apart themselves. */
export async function htmlOfWord(file: DocxFile): Promise<string> {
  const { default: word } = await import('mammoth');
  // mammoth takes an opened archive as `file`, the way its own tests do, but does not say so in its types.
  const input = { file } as unknown as Parameters<typeof mammoth.convertToHtml>[0];
  const { value } = await word.convertToHtml(input, {
    styleMap,
    includeEmbeddedStyleMap: false,
    externalFileAccess: false,
    ignoreEmptyParagraphs: true,
    convertImage: word.images.imgElement(async () => ({ src: '' })),
  });
  // A picture's description is Word's guess more often than its writer's words; mammoth adds the arrows to footnotes.
  return value.replace(/<img\b[^>]*>/g, '').replace(/<a href="#[^"]*">↑<\/a>/g, '');
}

function textOf(page: HtmlReading, file: DocxFile, limits: Limits): DocumentText {
  const text = new DocumentText(limits.textChars);
  for (const [index, { role, level, text: shown, tight, row }] of page.blocks.entries())
    text.add(shown, { role, level, tight, row, place: { line: index + 1 } });
  for (const piece of file.hidden) text.hide(piece);
  return text;
}
