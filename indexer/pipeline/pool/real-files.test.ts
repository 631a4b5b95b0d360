import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentLog } from '#main/hosts/services/logs/logs.ts';
import { createNodeSpawner } from '#main/hosts/services/node-spawner.ts';
import { createParserPool, type FileContent, type ParserPool } from './parser-pool.ts';

/** Sets of real and hostile files that lie beside a checkout on the machines this is developed on. */
const data = new URL('../../../../shared/data/', import.meta.url);
const missing = !existsSync(data);
if (missing) process.stdout.write('skipped: no ../shared/data here\n');

/** Long enough for the slowest honest file on a busy machine; a bomb costs one child this long. */
const wallMs = 8_000;
const { signal } = new AbortController();
let pool: ParserPool;

beforeAll(() => {
  const spawner = createNodeSpawner(silentLog);
  pool = createParserPool({ size: 2, wallMs, spawn: () => spawner.spawn('parser', {}) });
});
afterAll(() => pool.close());

function read(path: string): Promise<FileContent> {
  const name = path.split('/').at(-1) ?? path;
  return pool.read(readFileSync(new URL(encodeURI(path), data)), { name, modifiedMs: 0 }, signal);
}

function filesUnder(folder: string): string[] {
  const root = fileURLToPath(new URL(folder, data));
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(`${root}/${path}`).isFile())
    .map((path) => `${folder}/${path}`);
}

/** As the sets say that texts are compared. */
function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\u00ad/g, '')
    .replace(/\s+/g, ' ');
}

function textOf({ documents }: FileContent): string {
  return comparable(documents.map(({ document }) => `${document.title}\n${document.text}`).join('\n'));
}

interface Expected {
  readonly path: string;
  readonly type: string;
  readonly text: string;
}

function expectations(types: readonly string[]): Expected[] {
  const [, ...rows] = readFileSync(new URL('formats/formats.tsv', data), 'utf8').trim().split('\n');
  return (
    rows
      .map((row) => row.split('\t'))
      // What only recognition finds in a picture is not read yet.
      .filter(([, , , , , tool]) => tool !== 'tesseract')
      .map(([path = '', type = '', , , text = '']) => ({ path: `formats/${path}`, type, text }))
      .filter(({ path, type, text }) => types.includes(type) && text !== 'none' && path !== notShown)
  );
}

/** Its phrase stands in the plain alternative alone, which no mail program shows: the HTML says something else. */
const notShown = 'formats/mbox/testMBOX_complex.mbox';

async function isMet({ path, text }: Expected): Promise<boolean> {
  const content = await read(path);
  if (text.startsWith('error:')) return content.reason === text.slice('error:'.length);
  if (path.endsWith('vertical.pdf'))
    return textOf(content).replace(/ /g, '').includes(text.replace(/ /g, ''));
  return textOf(content).includes(comparable(text));
}

const types =
  'txt md html pdf docx doc odt rtf pptx ppt odp epub csv xlsx xls ods eml mbox msg pst enex ics vcf json xml code subtitle zip 7z rar image audio'.split(
    ' ',
  );

describe.skipIf(missing)('real files', () => {
  it.each(types)('%s: every expected text is found', { timeout: 120_000 }, async (type) => {
    const rows = expectations([type]);
    const met = await Promise.all(rows.map(isMet));
    expect(rows.filter((_row, index) => !met[index]).map(({ path }) => path)).toEqual([]);
  });

  it('reads every note of a vault', async () => {
    const notes = filesUnder('vault').filter((path) => path.endsWith('.md'));
    const contents = await Promise.all(notes.map(read));
    const unread = notes.filter((_note, index) => contents[index]?.state !== 'indexed');
    expect(unread).toEqual([]);
  });

  it('keeps hidden text out of every document', async () => {
    const rows = readFileSync(new URL('injection/hidden.jsonl', data), 'utf8').trim().split('\n');
    for (const row of rows) {
      // The set's own shape: a path, what is seen, what is hidden.
      const { path, visible_text, hidden_text, technique } = JSON.parse(row) as Record<string, string>;
      const text = textOf(await read(`injection/${path}`));
      expect(text, path).toContain(visible_text);
      // Zero-width spaces between letters hide a text from search only; a reader sees it.
      if (!technique?.includes('visible')) expect(text, path).not.toContain(hidden_text);
    }
  });

  it('ends every hostile file in a state, with its neighbours read', { timeout: 120_000 }, async () => {
    const hostile = filesUnder('hostile').filter((path) => !path.endsWith('.tsv'));
    const neighbour = expectations(['txt'])[0];
    if (neighbour === undefined) throw new Error('the set has no text file');
    const reads = hostile.flatMap((path, index) =>
      index % 20 === 0 ? [read(path), read(neighbour.path)] : [read(path)],
    );
    const contents = await Promise.all(reads);
    const neighbours = contents.filter((_content, index) => isNeighbour(index));
    for (const content of neighbours) expect(content.state).toBe('indexed');
    for (const { state, reason } of contents) expect(reason !== null || state === 'indexed').toBe(true);
    expect(contents.filter(({ reason }) => reason === 'parser-crashed')).toEqual([]);
    expect(contents.filter(({ reason }) => reason === 'parser-timeout').length).toBeLessThanOrEqual(2);
  });
});

/** Each twenty-first read, counting from the second, is of the neighbour. */
function isNeighbour(index: number): boolean {
  return index % 21 === 1;
}
