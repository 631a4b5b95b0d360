import { DocumentText } from '../document-text.ts';
import { titleOf } from '../document-title.ts';
import { type Parser, shortfall } from '../parser.ts';
import { decodeOrRefuse } from '../text/decode.ts';
import { addLines } from '../text/parse-text.ts';
import { parserVersions } from '../versions.ts';
import { keepNote } from './keep-note.ts';
import { addJson } from './render.ts';
import { parseObject } from './values.ts';

/** A note is never longer; a larger file is data, and is not built up in memory to find out. */
const longestNoteChars = 2_000_000;

/** Anything else is text under a wrong name, and read as such. */
const startsJson = /^\s*(?:[[{"/\d-]|true|false|null)/;

/** JSON and JSON Lines, written out a value a line and placed by the lines of the file; notes of Google Keep as notes. */
export const jsonParser: Parser = {
  id: 'json',
  version: parserVersions.json,
  async *parse(bytes, meta, limits) {
    const source = decodeOrRefuse(bytes);
    const object = parseObject(source, longestNoteChars);
    const note = object === null ? null : keepNote(object, meta, limits);
    if (note !== null) return yield* note;
    const text = new DocumentText(limits.textChars);
    const isJson = startsJson.test(source);
    const isWhole = !isJson || addJson(text, source);
    if (!isJson) addLines(text, source, 1);
    yield* text.events({ kind: 'document', title: titleOf(meta.name) });
    if (!isWhole) yield shortfall('corrupt', 'its end is missing');
  },
};
