import { detect } from './detect.ts';
import type { Format } from './formats.ts';
import type { Parser } from './parser.ts';

/** Loaded when the first file of the kind comes: the big ones would double the start of every child. */
const parsers: Readonly<Record<Format, () => Promise<Parser>>> = {
  text: async () => (await import('./text/parse-text.ts')).textParser,
  markdown: async () => (await import('./markdown/parse-markdown.ts')).markdownParser,
  org: async () => (await import('./org/parse-org.ts')).orgParser,
  html: async () => (await import('./html/parse-html.ts')).htmlParser,
  'saved-page': async () => (await import('./html/parse-saved-page.ts')).savedPageParser,
  mail: async () => (await import('./mail/parse-mail.ts')).mailParser,
  mbox: async () => (await import('./mail/parse-mbox.ts')).mboxParser,
  emlx: async () => (await import('./mail/parse-emlx.ts')).emlxParser,
  msg: async () => (await import('./outlook/parse-msg.ts')).msgParser,
  pst: async () => (await import('./outlook/parse-pst.ts')).pstParser,
  pdf: async () => (await import('./pdf/parse-pdf.ts')).pdfParser,
  word: async () => (await import('./word/parse-word.ts')).wordParser,
  doc: async () => (await import('./doc/parse-doc.ts')).docParser,
  rtf: async () => (await import('./rtf/parse-rtf.ts')).rtfParser,
  opendocument: async () => (await import('./opendocument/parse-opendocument.ts')).opendocumentParser,
  powerpoint: async () => (await import('./powerpoint/parse-powerpoint.ts')).powerpointParser,
  ppt: async () => (await import('./ppt/parse-ppt.ts')).pptParser,
  epub: async () => (await import('./epub/parse-epub.ts')).epubParser,
  csv: async () => (await import('./csv/parse-csv.ts')).csvParser,
  workbook: async () => (await import('./workbook/parse-workbook.ts')).workbookParser,
  code: async () => (await import('./code/parse-code.ts')).codeParser,
  json: async () => (await import('./json/parse-json.ts')).jsonParser,
  xml: async () => (await import('./xml/parse-xml.ts')).xmlParser,
  calendar: async () => (await import('./calendar/parse-calendar.ts')).calendarParser,
  contact: async () => (await import('./contact/parse-contact.ts')).contactParser,
  subtitle: async () => (await import('./subtitle/parse-subtitle.ts')).subtitleParser,
  evernote: async () => (await import('./evernote/parse-evernote.ts')).evernoteParser,
  notebook: async () => (await import('./notebook/parse-notebook.ts')).notebookParser,
  zip: async () => (await import('./archive/parse-zip.ts')).zipParser,
  tar: async () => (await import('./archive/parse-tar.ts')).tarParser,
  compressed: async () => (await import('./archive/parse-compressed.ts')).compressedParser,
  'seven-zip': async () => (await import('./archive/parse-seven-zip.ts')).sevenZipParser,
  picture: async () => (await import('./media/parse-picture.ts')).pictureParser,
  sound: async () => (await import('./media/parse-sound.ts')).soundParser,
};

/** An import of what is loaded still takes Node 25 µs, a tenth of a mail. */
const loaded = new Map<Format, Parser>();

/** The parser for a file (see detect). Throws `Unreadable` for what no parser reads. */
export async function parserFor(bytes: Uint8Array, name: string): Promise<Parser> {
  return await parserOf(detect(bytes, name));
}

export async function parserOf(format: Format): Promise<Parser> {
  const parser = loaded.get(format) ?? (await parsers[format]());
  loaded.set(format, parser);
  return parser;
}
