import { DocumentText } from '../document-text.ts';
import { titleOf } from '../document-title.ts';
import type { Parser } from '../parser.ts';
import { parserVersions } from '../versions.ts';
import { decodeHeadOrRefuse } from './decode.ts';
import { unwrapped } from './lines.ts';

/** Plain text of any common encoding: a passage for each line that its writer ended, placed by line. */
export const textParser: Parser = {
  id: 'text',
  version: parserVersions.text,
  async *parse(bytes, meta, limits) {
    const text = new DocumentText(limits.textChars);
    const head = decodeHeadOrRefuse(bytes, limits.textChars);
    addLines(text, head.text, 1);
    text.truncated ||= !head.isWhole;
    yield* text.events({ kind: 'note', title: titleOf(meta.name) });
  },
};

/** Adds plain lines; an empty line ends a paragraph. `firstLine` is the place of the first one. */
export function addLines(text: DocumentText, plain: string, firstLine: number): void {
  let paragraph: string[] = [];
  let line = firstLine;
  const flush = () => {
    let tight = false;
    for (const logical of unwrapped(paragraph, line - paragraph.length)) {
      text.add(logical.text, { role: 'paragraph', place: { line: logical.line }, tight });
      tight = true;
    }
    paragraph = [];
  };
  for (const raw of linesOf(plain)) {
    if (raw.trim() === '') flush();
    else paragraph.push(raw);
    line += 1;
    if (text.truncated) return;
  }
  flush();
}

/** The lines of a text, one at a time: an array of all of a long file's would double its memory. */
export function* linesOf(text: string): Iterable<string> {
  let start = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', start)) {
    yield text.slice(start, at);
    start = at + 1;
  }
  yield text.slice(start);
}
