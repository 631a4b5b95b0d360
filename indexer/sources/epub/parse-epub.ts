import { DocumentText } from '../document-text.ts';
import { titleOf } from '../document-title.ts';
import { type Parser, shortfall } from '../parser.ts';
import { parserVersions } from '../versions.ts';
import { ZipArchive } from '../zip/archive.ts';
import { readChapter } from './chapter.ts';
import { refuseEncrypted } from './encryption.ts';
import { readPackageDocument } from './package-document.ts';

/** A book (EPUB 2 and 3), placed by chapter: the position in its reading order, cover and contents included. */
export const epubParser: Parser = {
  id: 'epub',
  version: parserVersions.epub,
  async *parse(bytes, meta, limits) {
    const archive = new ZipArchive(bytes);
    const book = readPackageDocument(archive);
    refuseEncrypted(archive, new Set(book.spine.map(({ part }) => part)));
    const text = new DocumentText(limits.textChars);
    const missing: number[] = [];
    for (const [index, { part, isText }] of book.spine.slice(0, limits.pages).entries()) {
      if (!isText || text.truncated) continue;
      const chapter = readChapter(archive, part);
      if (chapter === null) missing.push(index + 1);
      for (const { role, level, text: shown, tight } of chapter?.blocks ?? [])
        text.add(shown, { role, level, tight, place: { chapter: index + 1 } });
      for (const piece of chapter?.hidden ?? []) text.hide(piece);
    }
    yield* text.events({
      kind: 'document',
      title: book.title || titleOf(meta.name),
      date: book.date,
      people: book.people,
    });
    for (const number of missing) yield shortfall('corrupt', `chapter ${number}`);
    if (book.spine.length > limits.pages)
      yield shortfall('truncated-text', `${limits.pages.toLocaleString('en')} chapters`);
  },
};
