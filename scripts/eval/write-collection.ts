import { createHash } from 'node:crypto';
import { chunkDocument } from '#indexer/chunk/chunk-document.ts';
import { nothingLeftOut } from '#indexer/sources/content-rules.ts';
import type { ParsedDocument } from '#indexer/sources/parser.ts';
import type { Library } from '#indexer/store/library.ts';
import { prepareDocument } from '#indexer/store/prepared-document.ts';
import type { Collection, CorpusDocument } from './collection.ts';

/** Where a collection went: the source of each group, so that a query can be kept to its own. */
export interface WrittenCollection {
  readonly sourceOf: (group: string | undefined) => number | undefined;
}

/**
 * Writes a collection as the app writes files: what has a group is a message of a conversation, and a conversation's
 * messages of one date are one file, in order; all else is a file of its own.
 */
export function writeCollection(library: Library, { documents }: Collection): WrittenCollection {
  const sources = new Map<string, number>();
  for (const [path, members] of asFiles(documents)) {
    const group = members[0]?.group ?? '';
    const sourceId = sources.get(group) ?? library.sources.add(`/eval/${group}`, '0:0').sourceId;
    sources.set(group, sourceId);
    const parsed = members.map(parse);
    library.files.replace({
      sourceId,
      path,
      stat: { sizeBytes: 0, modifiedMs: 0, changedMs: null, inode: '0:0' },
      contentHash: createHash('sha256').update(JSON.stringify(members)).digest('hex'),
      parserId: 'eval',
      parserVersion: 1,
      state: 'indexed',
      reason: null,
      detail: null,
      documents: parsed.map((document) => prepareDocument(document, chunkDocument(document))),
      rules: nothingLeftOut,
    });
  }
  return { sourceOf: (group) => (group === undefined ? undefined : sources.get(group)) };
}

function asFiles(documents: readonly CorpusDocument[]): Map<string, CorpusDocument[]> {
  const files = new Map<string, CorpusDocument[]>();
  for (const document of documents) {
    const { id, group, date = '' } = document;
    const path = group === undefined ? `/eval/${id}` : `/eval/${group}/${date}`;
    const file = files.get(path);
    if (file === undefined) files.set(path, [document]);
    else file.push(document);
  }
  return files;
}

function parse({ id, title, text, group, date, speaker }: CorpusDocument): ParsedDocument {
  const person = speaker === undefined ? [] : [{ name: speaker, address: null }];
  return {
    kind: group === undefined ? 'document' : 'message',
    member: id,
    title,
    date: isoDate(date),
    people: person.map((one) => ({ ...one, role: group === undefined ? 'author' : 'from' })),
    text,
    passages: paragraphs(text),
    thread: null,
    attachments: [],
    tags: [],
    hidden: [],
    withheld: [],
  };
}

function paragraphs(text: string): ParsedDocument['passages'] {
  let line = 1;
  return [...text.matchAll(/(?:.+\n?)+|\n+/g)].flatMap(({ 0: found, index }) => {
    const place = { line };
    line += found.split('\n').length - 1;
    return /\S/.test(found)
      ? [{ start: index, end: index + found.trimEnd().length, place, role: 'paragraph' as const }]
      : [];
  });
}

/** Dates such as "1:56 pm on 8 May, 2023", which is what the conversations have. */
export function isoDate(date: string | undefined): string | null {
  const [time, day] = (date ?? '').split(' on ');
  const found = new Date(`${day ?? time ?? ''} ${day === undefined ? '' : time} UTC`);
  return Number.isNaN(found.getTime()) ? null : found.toISOString();
}
