import { clockOf, wallTimeOf } from '../calendar/wall-time.ts';
import { authorsOf } from '../document-authors.ts';
import { isoDate } from '../document-date.ts';
import { DocumentText } from '../document-text.ts';
import { tidyTitle } from '../document-title.ts';
import { readHtml } from '../html/read-html.ts';
import { nameByType } from '../mail/attachments.ts';
import { type Limits, type ParseEvent, type Parser, shortfall, Unreadable } from '../parser.ts';
import { decodeOrRefuse } from '../text/decode.ts';
import { parserVersions } from '../versions.ts';
import { readXmlInSlices } from '../xml/read-xml.ts';
import { type ExportedNote, NoteCollector } from './note-collector.ts';

const untitled = 'Untitled note';

/** An Evernote export: a note for each note, with its attachments as embedded files. */
export const evernoteParser: Parser = {
  id: 'evernote',
  version: parserVersions.evernote,
  async *parse(bytes, _meta, limits) {
    const source = decodeOrRefuse(bytes);
    if (!/<(?:en-export|note)\b/.test(source.slice(0, 10_000)))
      throw new Unreadable('failed', 'mislabelled', 'it is no Evernote export');
    yield* notesOf(source, limits);
  },
};

function* notesOf(source: string, limits: Limits): Iterable<ParseEvent> {
  const collector = new NoteCollector();
  const slices = readXmlInSlices(source, collector);
  const isOnly = source.indexOf('<note>') === source.lastIndexOf('<note>');
  let room = limits.textChars;
  let number = 0;
  let isWhole: boolean | null = null;
  while (isWhole === null) {
    const slice = slices.next();
    if (slice.done === true) {
      isWhole = slice.value;
      collector.finish();
    }
    for (const note of collector.take()) {
      number += 1;
      const text = textOf(note, number, room);
      room = Math.max(0, room - text.length);
      yield* noteEvents(note, text, isOnly);
      if (!text.truncated) continue;
      yield* text.shortfalls();
      return;
    }
  }
  if (!isWhole) yield shortfall('corrupt', 'its end is missing');
}

function* noteEvents(note: ExportedNote, text: DocumentText, isOnly: boolean): Iterable<ParseEvent> {
  const title = tidyTitle(note.title) || untitled;
  const files = note.resources.map(({ name, mimeType, data }, index) => ({
    name: tidyTitle(name.replace(/[/\\]/g, '_')) || nameByType(mimeType, index),
    mimeType,
    bytes: Buffer.from(data, 'base64'),
  }));
  const document = text.document({
    kind: 'note',
    member: isOnly ? null : title,
    title,
    date: dateOf(note.created) ?? dateOf(note.updated),
    people: authorsOf([note.author]),
    attachments: files.map(({ name, mimeType, bytes }) => ({ name, mimeType, sizeBytes: bytes.length })),
    tags: note.tags.map(tidyTitle).filter(Boolean),
  });
  yield { type: 'document', document };
  for (const { name, bytes } of files)
    if (bytes.length > 0) yield { type: 'embedded', file: { name, bytes } };
}

/** `20260102T080000Z`. */
function dateOf(written: string): string | null {
  const time = wallTimeOf(written, null);
  return time === null ? null : isoDate(new Date(clockOf(time)));
}

function textOf(note: ExportedNote, number: number, room: number): DocumentText {
  const text = new DocumentText(room);
  const place = { entry: number };
  const page = readHtml(asHtml(note.content), { withLines: false });
  for (const { role, level, text: shown, tight } of page.blocks)
    text.add(shown, { role, level, tight, place });
  for (const piece of page.hidden) text.hide(piece);
  for (const [index, { title, isDone }] of note.tasks.entries())
    text.add(`- [${isDone ? 'x' : ' '}] ${title}`, { role: 'list', place, tight: index > 0 });
  text.add(note.sourceUrl, { role: 'paragraph', place });
  // Its attachments need a note that holds them.
  if (text.length === 0)
    text.add(note.title || (note.resources.length > 0 ? untitled : ''), { role: 'heading', level: 1, place });
  return text;
}

/**
 * ENML as HTML: boxes of to-do lists in words, pictures gone, and passages that Evernote encrypted as templates, which
 * nobody sees.
 */
function asHtml(content: string): string {
  return content
    .replace(/<en-todo\b[^>]{0,200}>/g, (tag) => (tag.includes('checked="true"') ? '[x] ' : '[ ] '))
    .replace(/<\/en-todo>|<\/?en-media\b[^>]{0,500}>/g, '')
    .replace(/<(\/?)en-crypt\b/g, '<$1template');
}
