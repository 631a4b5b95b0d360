import { DocumentText } from '../document-text.ts';
import { tidyTitle } from '../document-title.ts';
import type { Parser } from '../parser.ts';
import { decodeHeadOrRefuse } from '../text/decode.ts';
import { linesOf } from '../text/parse-text.ts';
import { parserVersions } from '../versions.ts';

/** Source code and settings: each line as it stands, comments and code alike; empty lines part the blocks. */
export const codeParser: Parser = {
  id: 'code',
  version: parserVersions.code,
  async *parse(bytes, meta, limits) {
    const text = new DocumentText(limits.textChars);
    const head = decodeHeadOrRefuse(bytes, limits.textChars);
    addCode(text, head.text);
    text.truncated ||= !head.isWhole;
    yield* text.events({
      kind: 'document',
      // The extension is half of a source file's name: `parse.ts` and `parse.py` are not the same thing.
      title: tidyTitle(meta.name),
    });
  },
};

/** A passage a line, so that each is placed exactly; a declaration at the margin begins a block of its own. */
function addCode(text: DocumentText, code: string): void {
  let line = 0;
  let tight = false;
  let before = '';
  for (const raw of linesOf(code)) {
    line += 1;
    if (raw.trim() === '') tight = false;
    else {
      const apart = declaration.test(raw) && /^(?:[\])}]|\s)/.test(before);
      text.add(raw, { role: 'code', place: { line }, tight: tight && !apart });
      tight = true;
    }
    before = raw;
    if (text.truncated) return;
  }
}

/** What begins a function, type or section in the usual languages. */
const declaration =
  /^(?:(?:export|public|private|protected|internal|static|final|abstract|async|pub|default|unsafe|extern|inline|open|override|sealed|data)\s+)*(?:function|class|interface|enum|struct|trait|impl|def|fn|func|fun|type|module|namespace|package|object|record|protocol|extension|sub|procedure|create|alter|insert|select|resource|variable|provider|\[)/i;
