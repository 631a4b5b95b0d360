import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLibrary } from '../store/library.ts';
import { pathsWith } from './testing/indexing.ts';
import { killWhileIndexing } from './testing/kill-while-indexing.ts';

const files = 240;
let base: string;

beforeEach(() => {
  base = realpathSync(mkdtempSync(join(tmpdir(), 'quipu-kill-')));
  for (let n = 0; n < files; n++) {
    mkdirSync(join(base, 'files', String(n % 6)), { recursive: true });
    const text = `# Note ${n}\n\nMulberry ${n}.\n\n${'Words that fill a paragraph of the note. '.repeat(n % 90)}`;
    writeFileSync(join(base, 'files', String(n % 6), `${n}.md`), text);
  }
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

describe('indexing that is killed again and again', () => {
  it('goes on where it was: nothing missing, nothing twice, no file read again', async () => {
    const libraryDir = join(base, 'library');
    const runs = await killWhileIndexing({
      ...{ libraryDir, folder: join(base, 'files'), kills: 3, work: 400 },
      random: Math.random,
    });
    expect(runs.flatMap(({ problems }) => problems)).toEqual([]);
    expect(runs.filter(({ wasKilled }) => wasKilled).length).toBeGreaterThan(0);
    const library = openLibrary(libraryDir);
    expect(library.files.counts()).toMatchObject({ indexed: files, pending: 0 });
    expect(library.documents.totals().documents).toBe(files);
    expect(pathsWith(library, 'mulberry')).toHaveLength(files);
    library.close();
  }, 60_000);

  it('goes on in the middle of a mailbox: every mail once, in its place', async () => {
    const [folder, libraryDir] = [join(base, 'mail'), join(base, 'library')];
    mkdirSync(folder);
    const mail = (n: number) =>
      `From a@example.org Mon Mar  3 10:00:00 2025\nFrom: a@example.org\nSubject: Mail ${n}\nMessage-ID: <${n}@example.org>\nDate: ${new Date(n * 60_000).toUTCString()}\n\nMulberry ${n}.\n\n`;
    const mails = Array.from({ length: 1_500 }, (_, index) => mail(index + 1));
    writeFileSync(join(folder, 'Inbox'), mails.join(''));
    const runs = await killWhileIndexing({
      ...{ libraryDir, folder, kills: 3, work: 1_500 },
      random: Math.random,
    });
    expect(runs.flatMap(({ problems }) => problems)).toEqual([]);
    expect(runs.filter(({ wasKilled }) => wasKilled).length).toBeGreaterThan(0);
    const library = openLibrary(libraryDir);
    const titles = library.documents.list({}, 'oldest', 2_000).map(({ title }) => title);
    expect(titles).toEqual(mails.map((_, index) => `Mail ${index + 1}`));
    library.close();
  }, 60_000);
});
