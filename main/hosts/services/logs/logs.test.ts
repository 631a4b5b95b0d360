import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, it, onTestFinished } from 'vitest';
import { errorFields, openLog } from './logs.ts';
import { recordStderr } from './stderr.ts';

function logFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'quipu-logs-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return join(dir, 'logs');
}

function lines(dir: string): Record<string, unknown>[] {
  const text = readFileSync(join(dir, 'engine.log'), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

it('writes one JSON object a line, for the person alone', async () => {
  const dir = logFolder();
  const log = openLog(dir, 'engine');
  log.info('library-opened', { files: 3 });
  log.error('parser-crashed', { path: '/notes/a.md', again: true });
  await log.close();
  expect(lines(dir)).toMatchObject([
    { level: 30, event: 'library-opened', files: 3, pid: process.pid },
    { level: 50, event: 'parser-crashed', path: '/notes/a.md', again: true },
  ]);
  expect(statSync(dir).mode & 0o777).toBe(0o700);
  expect(statSync(join(dir, 'engine.log')).mode & 0o777).toBe(0o600);
});

it('nothing is made on disk before the first line, and a folder that cannot be made ends nothing', async () => {
  const dir = logFolder();
  await openLog(dir, 'engine').close();
  expect(() => readdirSync(dir)).toThrow();
  const nowhere = openLog(join(import.meta.filename, 'logs'), 'engine');
  nowhere.info('library-opened');
  await nowhere.close();
});

it('an error is logged by its class, code and frames, never by its message', () => {
  const parse = (): unknown => JSON.parse('my secret diary');
  const fields = (() => {
    try {
      return parse();
    } catch (error) {
      return errorFields(new TypeError('my secret diary\n    at my secret diary', { cause: error }));
    }
  })();
  expect(fields).toMatchObject({ error: 'TypeError', cause: 'SyntaxError' });
  expect(JSON.stringify(fields)).toContain('logs.test.ts');
  expect(JSON.stringify(fields)).not.toContain('diary');
});

it('of what a service writes to stderr only frames, error classes and native assertions are kept', async () => {
  const dir = logFolder();
  const log = openLog(dir, 'engine');
  const seen: string[] = [];
  const text = [
    'SyntaxError: Unexpected token in "my secret diary"',
    '    at parse (file:///app/indexer/sources/markdown.ts:10:5)',
    '    at my secret diary',
    'Warning: my secret diary',
    'GGML_ASSERT(n_tokens > 0) failed',
  ];
  await recordStderr(Readable.from(`${text.join('\n')}\n`), 'parser', log, (line) => seen.push(line));
  await log.close();
  expect(seen).toEqual(text);
  expect(lines(dir).map(({ line, lines: withheld }) => line ?? withheld)).toEqual([
    'SyntaxError',
    'at parse (file:///app/indexer/sources/markdown.ts:10:5)',
    'GGML_ASSERT(n_tokens > 0)',
    2,
  ]);
});
