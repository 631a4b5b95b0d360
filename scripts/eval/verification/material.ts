import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { chunkDocument } from '#indexer/chunk/chunk-document.ts';
import { readContent } from '#indexer/pipeline/pool/read-content.ts';
import type { ParsedDocument } from '#indexer/sources/parser.ts';
import type { AnswerPassage } from '#main/assistant/retrieve/passage.ts';
import { sendersOf } from '#main/assistant/retrieve/passage.ts';
import { type Evidence, evidenceOf } from '#main/assistant/verify/evidence.ts';
import { generateSampleLibrary } from '#scripts/sample-library/generate.ts';
import { type CorpusDocument, readCollection } from '../collection.ts';

/** Passages of one document, as an answer would be written from. */
export interface Source {
  /** Where it comes from: a path of the sample library, or a set and an id. */
  readonly id: string;
  readonly passages: readonly Evidence[];
  readonly isMail: boolean;
  /** Who wrote it. */
  readonly senders: readonly string[];
  /** Everyone its head names. */
  readonly people: readonly string[];
  /** ISO 8601; null where it has none. */
  readonly date: string | null;
}

/** A sentence that a passage states. */
export interface Told {
  /** On one line. */
  readonly text: string;
  /** The sentence after it in its passage, on one line, where there is one. */
  readonly next: string | null;
  readonly source: Source;
  readonly passage: Evidence;
}

/** The sample library's documents, parsed and cut as the app does it; what mails repeat is left out. */
export async function sampleSources(): Promise<Source[]> {
  const dir = await mkdtemp(join(tmpdir(), 'quipu-verification-'));
  try {
    await generateSampleLibrary(dir);
    const files = (await readdir(dir, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
    const sources: Source[] = [];
    for (const path of files) {
      const content = await readContent(await readFile(path), { name: basename(path), modifiedMs: 0 });
      for (const { document } of content.documents)
        if (document.isQuotation !== true && document.member === null)
          sources.push(sourceOf(path.slice(dir.length + 1), document));
    }
    return sources;
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

function sourceOf(id: string, document: ParsedDocument): Source {
  const passages = chunkDocument(document)
    .filter(({ quoted }) => !quoted)
    .map((chunk): AnswerPassage => {
      const view = {
        ...{ documentId: 0, kind: document.kind, title: document.title, path: id, missing: false },
        ...{ member: null, copies: [], isQuotation: false, date: document.date, tags: [] },
        people: [...document.people],
        text: document.text,
        places: document.passages.map(({ start, end, place }) => ({ start, end, place })),
      };
      return { document: view, ...{ chunkId: 0, rank: 1, origin: 'hit' }, ...chunk };
    });
  const first = passages[0]?.document;
  return {
    id,
    passages: passages.map((passage) => evidenceOf(passage, 1)),
    isMail: document.kind === 'mail',
    senders: first === undefined ? [] : sendersOf(first),
    people: document.people.map(({ name }) => name).filter((name) => name !== ''),
    date: document.date,
  };
}

/** Sets of a folder of judged collections that are prose or talk; none where the folder is not there. */
const sets = ['locomo-turn', 'qmsum-val', 'scifact', 'cranfield'];
/** Turns of a talk that are read together. */
const turnsTogether = 8;

export function corpusSources(dir: string): Source[] {
  return sets.flatMap((set) => {
    if (!existsSync(join(dir, set, 'corpus.jsonl'))) return [];
    const { documents } = readCollection(join(dir, set));
    return set === 'locomo-turn' ? talks(set, documents) : documents.map((document) => prose(set, document));
  });
}

function prose(set: string, { id, title, text }: CorpusDocument): Source {
  return textSource(`${set}/${id}`, title, set === 'cranfield' ? text.replace(/\n/g, ' ') : text, []);
}

/** Each turn on a line with its speaker, a few turns a passage, never across two sessions. */
function talks(set: string, turns: readonly CorpusDocument[]): Source[] {
  const sessions = new Map<string, CorpusDocument[]>();
  for (const turn of turns) {
    const session = turn.id.slice(0, turn.id.lastIndexOf(':'));
    sessions.set(session, [...(sessions.get(session) ?? []), turn]);
  }
  return [...sessions].flatMap(([session, all]) => {
    const parts: Source[] = [];
    for (let start = 0; start < all.length; start += turnsTogether) {
      const part = all.slice(start, start + turnsTogether);
      const people = [...new Set(part.flatMap(({ speaker }) => speaker ?? []))];
      const text = part.map(({ text: said }) => said).join('\n\n');
      parts.push(textSource(`${set}/${session}:${start}`, part[0]?.date ?? '', text, people));
    }
    return parts;
  });
}

function textSource(id: string, title: string, text: string, people: readonly string[]): Source {
  const document = {
    ...{ documentId: 0, kind: 'document' as const, title, path: id, missing: false, member: null },
    ...{ copies: [], isQuotation: false, date: null, people: [], tags: [], text, places: [] },
  };
  const passage: AnswerPassage = {
    ...{ document, chunkId: 0, start: 0, end: text.length, heading: '', quoted: false, rank: 1 },
    origin: 'hit',
  };
  return { id, passages: [evidenceOf(passage, 1)], isMail: false, senders: [], people, date: null };
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A whole statement: no heading, greeting, question or scrap of speech. */
function isStatement(text: string): boolean {
  return (
    text.length >= 30 &&
    text.length <= 240 &&
    /^[\p{Lu}\d£€"“¿]/u.test(text) &&
    /[.!]$/.test(text) &&
    !/\{|\b(?:uh|um)\b|https?:|@|\|| \. .* \. /i.test(text) &&
    (text.match(/\p{L}+/gu)?.length ?? 0) >= 5
  );
}

export function toldIn(source: Source): Told[] {
  return source.passages.flatMap((passage) => {
    const texts = passage.sentences.map(({ start, end }) => oneLine(passage.text.slice(start, end)));
    return texts.flatMap((text, index): Told[] =>
      isStatement(text) ? [{ text, next: texts[index + 1] ?? null, source, passage }] : [],
    );
  });
}

/** The sentence of a source that holds a stretch of text; null where none does. */
export function findTold(sources: readonly Source[], fragment: string): Told | null {
  const plain = (text: string): string => oneLine(text).replace(/[’‘]/g, "'");
  for (const source of sources) {
    for (const passage of source.passages) {
      const whole = passage.sentences.map(({ start, end }) => plain(passage.text.slice(start, end)));
      if (whole.join(' ').includes(plain(fragment))) return { text: fragment, next: null, source, passage };
    }
  }
  return null;
}

/** A told sentence's passage and, as numbers two and up, what a search brings beside it. */
export function evidenceFor(passage: Evidence, others: readonly Evidence[]): Evidence[] {
  return [passage, ...others].map((one, index) => ({ ...one, n: index + 1 }));
}
