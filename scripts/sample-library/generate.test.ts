import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generateSampleLibrary } from './generate.ts';
import { mailFile, notes, papers, threads } from './life/life.ts';
import { demoQuestions, questions } from './questions.ts';
import { pdfPages, textOf } from './testing/read-back.ts';

let dir = '';
let files: string[] = [];

async function list(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function fingerprint(root: string): Promise<string> {
  const hash = createHash('sha256');
  for (const file of await list(root)) {
    const { mtimeMs } = await stat(file);
    hash.update(`${file.slice(root.length)} ${mtimeMs} `).update(await readFile(file));
  }
  return hash.digest('hex');
}

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'quipu-sample-'));
  await generateSampleLibrary(dir);
  files = await list(dir);
});
afterAll(() => rm(dir, { recursive: true, force: true }));

const ending = (end: string): string[] => files.filter((file) => file.endsWith(end));

describe('the sample library', () => {
  test('holds two years of mail, notes and papers, each under its own name', () => {
    expect(threads.length).toBeGreaterThanOrEqual(40);
    expect(ending('.eml').length).toBe(threads.flatMap(({ mails }) => mails).length);
    expect(ending('.eml').length).toBeGreaterThanOrEqual(150);
    expect(ending('.md').length).toBe(notes.length);
    expect(notes.length).toBeGreaterThanOrEqual(60);
    expect([...ending('.pdf'), ...ending('.docx')].length).toBe(papers.length);
    expect(papers.length).toBeGreaterThanOrEqual(25);
    const moments = [...threads.flatMap(({ mails }) => mails), ...notes, ...papers].map(({ at }) => at);
    expect(moments.every((at) => at >= '2024-11' && at < '2026-11')).toBe(true);
  });

  test('is the same in every byte and modification time when it is made again', async () => {
    const again = await mkdtemp(join(tmpdir(), 'quipu-sample-'));
    await generateSampleLibrary(again);
    expect(await fingerprint(again)).toBe(await fingerprint(dir));
    await rm(again, { recursive: true, force: true });
  });

  test('ties the mails of a thread together, oldest first', async () => {
    for (const { id, mails } of threads) {
      const moments = mails.map(({ at }) => at);
      expect(moments, id).toEqual([...moments].sort());
    }
    const read = async (index: number) =>
      PostalMime.parse(await readFile(join(dir, mailFile('kinnaird', index))));
    const [first, second, third] = [await read(0), await read(1), await read(2)];
    expect(second.inReplyTo).toBe(first.messageId);
    expect(third.references).toBe(`${first.messageId} ${second.messageId}`);
    expect(third.attachments.map(({ filename }) => filename)).toEqual(['Kinnaird quote K-2025-041.pdf']);
    expect(third.text).toContain('>> Moira Lennox');
  });

  test('links notes only to notes that exist', () => {
    const names = new Set(notes.map(({ path }) => path.replace(/^.*\/|\.md$/g, '')));
    const links = notes.flatMap(({ text }) => [...text.matchAll(/\[\[([^\]|#]+)/g)].map((link) => link[1]));
    expect(links.filter((link) => link === undefined || !names.has(link))).toEqual([]);
  });

  test('has papers of several pages', async () => {
    for (const file of ending('.pdf')) expect((await pdfPages(file)).length, file).toBeGreaterThanOrEqual(2);
    expect(papers.filter(({ text }) => !text.includes('\n===\n'))).toEqual([]);
  });

  test('states every expected fact in each file that answers the question', async () => {
    for (const { question, expected, cites } of questions)
      for (const path of cites) {
        const text = await textOf(join(dir, path));
        for (const fact of expected) expect(text, `${question}: ${path}`).toContain(fact);
      }
  });
});

test('the mails of the landlord in 2025 are counted without his daughter’s', () => {
  expect(demoQuestions[3]?.count).toBe(11);
});
