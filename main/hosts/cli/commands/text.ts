import { basename, resolve } from 'node:path';
import { createParserPool, type FileContent } from '#indexer/pipeline/pool/parser-pool.ts';
import { readFileOnce } from '#indexer/pipeline/read-file.ts';
import { fileBytesLimit } from '#indexer/sources/limits.ts';
import type { ParsedDocument } from '#indexer/sources/parser.ts';
import { realPlace } from '#indexer/watch/real-place.ts';
import { look } from '#indexer/watch/sighting.ts';
import { Fault } from '#main/contract/fault.ts';
import { type FileState, type Reason, reasonSentence } from '#main/contract/ledger.ts';
import { command } from '../command.ts';
import type { Session } from '../session.ts';
import { printable, printableLine, type Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

export const text = command({
  name: 'text',
  words: 'FILE',
  wordCount: [1, 1],
  summary: 'What would be indexed of one file, without a library',
  options: {},
  async run({ words, session, terminal }) {
    const path = await fileAt(resolve(words[0] ?? ''));
    const parsed = await parseOne(path, session);
    if (terminal.json) terminal.object(asJson(path, parsed));
    else print(path, parsed, terminal);
  },
});

type Parsed = Pick<FileContent, 'state' | 'reason' | 'detail'> & {
  readonly documents: readonly ParsedDocument[];
};

/** The file itself where a person names a link to it. Throws realPlace's Faults and UsageError. */
async function fileAt(path: string): Promise<string> {
  const real = await realPlace(path);
  if ((await look(real)).kind !== 'folder') return real;
  throw new UsageError(`text reads one FILE, and ${path} is a folder`, 'text');
}

async function parseOne(path: string, session: Session): Promise<Parsed> {
  const read = await readFileOnce(
    path,
    { acceptChanging: true, opensSecretStores: false, largestBytes: fileBytesLimit },
    session.signal,
  );
  switch (read.kind) {
    case 'gone':
      throw new Fault('path-missing', { path });
    case 'unsteady':
      throw new Fault('path-unreadable', { path });
    case 'unread':
      return { state: read.state, reason: read.reason, detail: read.detail, documents: [] };
    case 'content': {
      const meta = { name: basename(path), modifiedMs: read.stat.modifiedMs };
      const content = await parseInPool(read.bytes, meta, session);
      return { ...content, documents: content.documents.map(({ document }) => document) };
    }
  }
}

async function parseInPool(
  bytes: Uint8Array,
  meta: { readonly name: string; readonly modifiedMs: number },
  session: Session,
): Promise<FileContent> {
  const pool = createParserPool({ size: 1, spawn: () => session.spawner.spawn('parser', {}) });
  try {
    return await pool.read(bytes, meta, session.signal);
  } finally {
    await pool.close();
  }
}

function asJson(path: string, { state, reason, documents }: Parsed): object {
  return {
    path,
    state,
    reason,
    documents: documents.map((document) => ({
      kind: document.kind,
      title: document.title,
      date: document.date,
      people: document.people,
      tags: document.tags,
      text: document.text,
      places: document.passages.map(({ start, end, place }) => ({ start, end, ...place })),
      hidden: document.hidden,
      withheld: document.withheld,
    })),
  };
}

function print(path: string, { state, reason, detail, documents }: Parsed, terminal: Terminal): void {
  terminal.line(`${printableLine(path)}: ${printableLine(stateInWords(state, reason, detail))}`);
  for (const { kind, title, date, text: content, withheld } of documents) {
    const about = [kind, date ?? '', ...withheld.map((part) => `${part.count} × ${part.kind} left out`)];
    terminal.line(
      `\n${terminal.style('bold', printableLine(title))}  ${about.filter((part) => part !== '').join(' · ')}`,
    );
    terminal.line(printable(content));
  }
}

function stateInWords(state: FileState, reason: Reason | null, detail: string | null): string {
  return reason === null ? state : `${state}: ${reasonSentence(reason, detail ?? '')}`;
}
