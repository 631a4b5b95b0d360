import MarkdownIt from 'markdown-it';
import type { MentionedPerson } from '#main/contract/document.ts';
import { DocumentText } from '../document-text.ts';
import { tidyTitle, titleOf } from '../document-title.ts';
import { readHtml } from '../html/read-html.ts';
import { type JsonObject, listOf, objectOf, parseObject, textOf } from '../json/values.ts';
import { NoteWalk } from '../markdown/note-walk.ts';
import { type Parser, Unreadable } from '../parser.ts';
import { decodeOrRefuse } from '../text/decode.ts';
import { parserVersions } from '../versions.ts';

/** Larger notebooks are full of pictures: JSON is built up in memory at several times its size. */
const longestChars = 60_000_000;
/** Cells and outputs that are read: against a notebook of a million empty ones. */
const mostCells = 20_000;
const mostOutputs = 200;
/** What a loop prints would fill the index with nothing that anybody looks for. */
const longestOutput = 5_000;

const markdown = new MarkdownIt({ html: true });

/** A Jupyter notebook (nbformat 3 and 4): notes, code and what the code printed, placed by cell. */
export const notebookParser: Parser = {
  id: 'notebook',
  version: parserVersions.notebook,
  async *parse(bytes, meta, limits) {
    const source = decodeOrRefuse(bytes);
    if (source.length > longestChars)
      throw new Unreadable('skipped', 'too-large', `${Math.round(bytes.length / 1_000_000)} MB`);
    const notebook = parseObject(source, longestChars);
    if (notebook === null) throw new Unreadable('failed', 'corrupt', 'it is no whole notebook');
    const text = new DocumentText(limits.textChars);
    let firstHeading = '';
    for (const [index, cell] of cellsOf(notebook).entries()) {
      const heading = addCell(text, cell, index + 1);
      firstHeading ||= heading;
      if (text.truncated) break;
    }
    const metadata = objectOf(notebook['metadata']);
    yield* text.events({
      kind: 'document',
      title: tidyTitle(textOf(metadata['title'])) || tidyTitle(firstHeading) || titleOf(meta.name),
      people: authorsOf(metadata),
    });
  },
};

/** Version 3 keeps its cells in worksheets. */
function cellsOf(notebook: JsonObject): JsonObject[] {
  const own = listOf(notebook['cells']);
  const cells =
    own.length > 0
      ? own
      : listOf(notebook['worksheets']).flatMap((sheet) => listOf(objectOf(sheet)['cells']));
  return cells.slice(0, mostCells).map(objectOf);
}

/** Adds a cell and returns its heading, where it begins with one. */
function addCell(text: DocumentText, cell: JsonObject, number: number): string {
  const place = { entry: number };
  const source = joined(cell['source'] ?? cell['input']);
  const type = textOf(cell['cell_type']);
  if (type === 'markdown') return addNote(text, source, number);
  if (type === 'heading') text.add(source, { role: 'heading', level: Number(cell['level']) || 1, place });
  else text.add(source, { role: type === 'raw' ? 'paragraph' : 'code', place });
  for (const output of listOf(cell['outputs']).slice(0, mostOutputs))
    text.add(outputText(objectOf(output)), { role: 'paragraph', place });
  return type === 'heading' ? source : '';
}

/** Markdown of one cell, read apart: its lines are the cell's own, its place is the cell. */
function addNote(text: DocumentText, source: string, number: number): string {
  const cell = new DocumentText(source.length + 1);
  const walk = new NoteWalk(cell);
  walk.run(markdown.parse(source, {}));
  const whole = cell.toString();
  let end = 0;
  for (const { start, end: to, role, level } of cell.passages) {
    const tight = end > 0 && start - end === 1;
    text.add(whole.slice(start, to), { role, level, tight, place: { entry: number } });
    end = to;
  }
  for (const piece of cell.hidden) text.hide(piece);
  return walk.firstHeading ?? '';
}

/** What an output shows as text: printed lines, a result, a table, an error without its trace. */
function outputText(output: JsonObject): string {
  if (textOf(output['ename']) !== '') return `${textOf(output['ename'])}: ${textOf(output['evalue'])}`;
  const data = objectOf(output['data']);
  const plain = joined(data['text/plain'] ?? output['text']);
  const table = joined(data['text/html']);
  const shown = /<table\b/i.test(table)
    ? readHtml(table, { withLines: false })
        .blocks.map((block) => block.text)
        .join('\n')
    : plain;
  return withoutColours(shown).slice(0, longestOutput).toWellFormed();
}

/** ANSI escapes (ECMA-48) colour what a program prints. */
function withoutColours(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape is a control character
  return text.replace(/\x1b\[[\d;]{0,20}[A-Za-z]/g, '');
}

/** Multi-line texts are a text or a list of its lines. */
function joined(value: unknown): string {
  return Array.isArray(value) ? value.map(textOf).join('') : textOf(value);
}

function authorsOf(metadata: JsonObject): MentionedPerson[] {
  return listOf(metadata['authors'])
    .slice(0, 50)
    .map((author) => tidyTitle(textOf(objectOf(author)['name']) || textOf(author)))
    .filter(Boolean)
    .map((name): MentionedPerson => ({ name, address: null, role: 'author' }));
}
