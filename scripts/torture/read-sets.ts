import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import { createParserPool, type FileContent, type ParserPool } from '#indexer/pipeline/pool/parser-pool.ts';
import { silentLog } from '#main/hosts/services/logs/logs.ts';
import { createNodeSpawner } from '#main/hosts/services/node-spawner.ts';

/** Files of expected texts that must hold them. */
const leastFound = 0.98;

interface Expectation {
  readonly path: string;
  readonly type: string;
  /** A phrase, `none`, or `error:` and a reason. */
  readonly text: string;
}

/** Reads every file of DIR/formats.tsv (path, type, …, expected text) and compares. */
export async function tortureByFormats([dir]: readonly string[]): Promise<boolean> {
  if (dir === undefined) {
    console.error('Say where the files are: formats DIR');
    return false;
  }
  const [, ...rows] = readFileSync(join(dir, 'formats.tsv'), 'utf8').trim().split('\n');
  const expected = rows.map((row): Expectation => {
    const [path = '', type = '', , , text = ''] = row.split('\t');
    return { path, type, text };
  });
  const contents = await inPool((read) => Promise.all(expected.map(({ path }) => read(join(dir, path)))));
  const judged = expected.map((one, index) => ({ ...one, verdict: judge(one, contents[index]) }));
  const types = [...new Set(judged.map(({ type }) => type))].sort();
  for (const type of types) {
    const own = judged.filter((one) => one.type === type && one.text !== 'none');
    console.log(`${type.padEnd(9)} ${own.filter(({ verdict }) => verdict === null).length} of ${own.length}`);
  }
  const missed = judged.filter(({ verdict }) => verdict !== null);
  for (const { path, verdict } of missed) console.log(`  ${path}: ${verdict}`);
  const texts = judged.filter(({ text }) => text !== 'none' && !text.startsWith('error:'));
  const found = texts.filter(({ verdict }) => verdict === null).length;
  // The ledger says so of each: what it shows is a picture.
  const waiting = texts.filter(({ verdict }) => verdict?.includes('waiting-recognition') === true).length;
  const readable = texts.length - waiting;
  const share = ((100 * found) / readable).toFixed(1);
  console.log(`${found} of ${readable} texts found (${share}%); ${waiting} more wait for text recognition`);
  return found >= leastFound * readable && missed.every(({ text }) => !text.startsWith('error:'));
}

/** Why an expectation is not met, in words; null where it is. */
function judge({ path, text }: Expectation, content: FileContent | undefined): string | null {
  if (content === undefined) return 'not read';
  const state = `${content.state}${content.reason === null ? '' : ` ${content.reason}`}`;
  if (text === 'none') return content.state === 'indexed' || content.reason !== null ? null : state;
  if (text.startsWith('error:')) return content.reason === text.slice('error:'.length) ? null : state;
  const said = content.documents.map(({ document }) => `${document.title}\n${document.text}`).join('\n');
  const [held, wanted] = [comparable(said), comparable(text)];
  const vertical = path.endsWith('vertical.pdf');
  const isThere = vertical
    ? held.replaceAll(' ', '').includes(wanted.replaceAll(' ', ''))
    : held.includes(wanted);
  return isThere ? null : `${state}, without “${text}”`;
}

function comparable(text: string): string {
  return text.normalize('NFKC').replaceAll('\u00ad', '').replace(/\s+/g, ' ');
}

async function inPool<T>(work: (read: (path: string) => Promise<FileContent>) => Promise<T>): Promise<T> {
  const spawner = createNodeSpawner(silentLog);
  const pool: ParserPool = createParserPool({
    size: availableParallelism(),
    spawn: () => spawner.spawn('parser', {}),
  });
  const { signal } = new AbortController();
  try {
    return await work((path) =>
      pool.read(readFileSync(path), { name: basename(path), modifiedMs: 0 }, signal),
    );
  } finally {
    await pool.close();
  }
}
