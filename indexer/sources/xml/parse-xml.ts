import { authorsOf } from '../document-authors.ts';
import { isoDate } from '../document-date.ts';
import { DocumentText } from '../document-text.ts';
import { tidyTitle, titleOf } from '../document-title.ts';
import { type Parser, shortfall } from '../parser.ts';
import { decodeOrRefuse } from '../text/decode.ts';
import { addLines } from '../text/parse-text.ts';
import { parserVersions } from '../versions.ts';
import { readXml } from './read-xml.ts';
import { XmlWalk } from './xml-walk.ts';

/** XML of any vocabulary: the text of its elements, placed by line; attributes where they are all there is. */
export const xmlParser: Parser = {
  id: 'xml',
  version: parserVersions.xml,
  async *parse(bytes, meta, limits) {
    const source = decodeOrRefuse(bytes, declaredEncoding(bytes));
    let text = new DocumentText(limits.textChars);
    let walk = new XmlWalk(text, false);
    const isXml = source.trimStart().startsWith('<');
    const isWhole = !isXml || readXml(source, walk);
    walk.finish();
    if (text.length === 0 && isXml) {
      text = new DocumentText(limits.textChars);
      walk = new XmlWalk(text, true);
      readXml(source, walk);
    } else if (text.length === 0) addLines(text, source, 1);
    yield* text.events({
      kind: 'document',
      title: tidyTitle(first(walk, titleNames)) || titleOf(meta.name),
      date: dateOf(walk),
      people: authorsOf(authorNames.flatMap((name) => walk.fields.get(name) ?? [])),
    });
    if (!isWhole) yield shortfall('corrupt', 'its end is missing');
  },
};

const titleNames = ['book-title', 'title', 'Title'];
const dateNames = ['date', 'created', 'Created', 'published', 'pubDate', 'lastBuildDate', 'updated'];
const authorNames = ['creator', 'author', 'Author'];

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  return /^\s*<\?xml[^>]{0,150}?encoding\s*=\s*["']([\w.:-]+)/i.exec(head)?.[1];
}

function first(walk: XmlWalk, names: readonly string[]): string {
  return names.map((name) => walk.fields.get(name)?.[0]).find((value) => value !== undefined) ?? '';
}

function dateOf(walk: XmlWalk): string | null {
  for (const name of dateNames) {
    const date = isoDate(walk.fields.get(name)?.[0]);
    if (date !== null) return date;
  }
  return null;
}
