import type { MentionedPerson } from '#main/contract/document.ts';
import { isoDate } from '../document-date.ts';
import { DocumentText } from '../document-text.ts';
import { tidyTitle, titleOf } from '../document-title.ts';
import type { FileMeta, Limits, ParseEvent } from '../parser.ts';
import { addLines } from '../text/parse-text.ts';
import { type JsonObject, listOf, objectOf, textOf } from './values.ts';

/** Tags, people and list items that are kept: no note has more. */
const most = 5_000;

/** A note that Google Keep exported (Takeout): one JSON file a note, with a text or a checklist. */
export function keepNote(note: JsonObject, meta: FileMeta, limits: Limits): Iterable<ParseEvent> | null {
  const isNote = 'userEditedTimestampUsec' in note && 'isTrashed' in note;
  if (!isNote) return null;
  const text = new DocumentText(limits.textChars);
  const title = tidyTitle(textOf(note['title']));
  // The lines of the note as it was written; those of the file are Google's.
  addLines(text, textOf(note['textContent']), 1);
  for (const [index, item] of listOf(note['listContent']).slice(0, most).entries()) {
    const { text: entry, isChecked } = objectOf(item);
    if (textOf(entry) === '') continue;
    const shown = `- [${isChecked === true ? 'x' : ' '}] ${textOf(entry)}`;
    text.add(shown, { role: 'list', place: { line: index + 1 }, tight: index > 0 });
  }
  for (const annotation of listOf(note['annotations']).slice(0, most)) {
    const { title: name, url } = objectOf(annotation);
    text.add([textOf(name), textOf(url)].filter(Boolean).join(': '), { role: 'paragraph', place: null });
  }
  if (text.length === 0) text.add(title, { role: 'heading', level: 1, place: { line: 1 } });
  return text.events({
    kind: 'note',
    title: title || titleOf(meta.name),
    date: dateOf(note),
    people: peopleOf(note),
    attachments: listOf(note['attachments'])
      .slice(0, most)
      .map((attachment) => {
        const { filePath, mimetype } = objectOf(attachment);
        return { name: tidyTitle(textOf(filePath)), mimeType: textOf(mimetype), sizeBytes: 0 };
      }),
    tags: listOf(note['labels'])
      .slice(0, most)
      .map((label) => tidyTitle(textOf(objectOf(label)['name'])))
      .filter(Boolean),
  });
}

/** Microseconds since the epoch. */
function dateOf(note: JsonObject): string | null {
  for (const key of ['createdTimestampUsec', 'userEditedTimestampUsec']) {
    const microseconds = Number(note[key]);
    const date = Number.isFinite(microseconds) ? isoDate(new Date(microseconds / 1000)) : null;
    if (date !== null) return date;
  }
  return null;
}

function peopleOf(note: JsonObject): MentionedPerson[] {
  return listOf(note['sharees'])
    .slice(0, most)
    .map((sharee) => textOf(objectOf(sharee)['email']).toLowerCase())
    .filter((email) => /^[^\s@]+@[^\s@]+$/.test(email))
    .map((email) => ({ name: email, address: email, role: 'mentioned' }));
}
