import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  linkSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FileRow } from '../store/file-row.ts';
import { type Indexing, startIndexing, startParsers } from './testing/indexing.ts';

const pool = startParsers();
let at: Indexing;

beforeEach(() => {
  at = startIndexing(pool);
});
afterEach(() => at.close());
afterAll(() => pool.close());

/** Waits until search finds the word in just these files. */
const found = (word: string, ...names: string[]): Promise<void> =>
  expect.poll(() => at.finds(word), { timeout: 10_000, interval: 20 }).toEqual(names);

describe('while it runs', () => {
  it('a file that is added, changed and deleted is seen in search', async () => {
    at.write('notes/first.md', '# First\n\nThe heron stood in the reeds.');
    await at.addFolder();
    await found('heron', 'notes/first.md');
    at.write('notes/second.md', 'A second heron flew over.');
    await found('heron', 'notes/first.md', 'notes/second.md');
    at.write('notes/second.md', 'It was a bittern after all.');
    await found('bittern', 'notes/second.md');
    await found('heron', 'notes/first.md');
    unlinkSync(at.path('notes/first.md'));
    await found('heron');
  });

  it('an atomic save, by a temporary file renamed over the old one, is a change of that file', async () => {
    at.write('plan.md', 'Paint the boat in April.');
    await at.addFolder();
    const before = at.library.files.get(at.path('plan.md'));
    at.write('plan.md.tmp', 'Paint the boat in June.');
    renameSync(at.path('plan.md.tmp'), at.path('plan.md'));
    await found('june', 'plan.md');
    await found('april');
    expect(at.library.files.get(at.path('plan.md'))?.fileId).toBe(before?.fileId);
  });

  it('a renamed file keeps its document and is found by its new name', async () => {
    at.write('a/crow.md', 'Corvids remember faces.');
    const sourceId = await at.addFolder();
    const [before] = at.library.documents.list({}, 'newest', 10);
    renameSync(at.path('a/crow.md'), at.path('raven.md'));
    await found('corvids', 'raven.md');
    await expect.poll(() => at.library.documents.list({}, 'newest', 10)[0]?.title).toBe('raven');
    expect(at.library.documents.list({}, 'newest', 10)[0]?.documentId).toBe(before?.documentId);
    await at.idle();
    expect(at.library.files.list(sourceId)).toHaveLength(1);
  });

  it('a mail whose flags change in a Maildir keeps its document, until it is trashed', async () => {
    const mail =
      'From: ana@example.org\nSubject: Quinces\nMessage-ID: <q@example.org>\n\nThe quinces are ripe.\n';
    at.write('new/1700000000.M1P2.host', mail);
    await at.addFolder();
    const [before] = at.library.documents.list({}, 'newest', 10);
    mkdirSync(at.path('cur'));
    renameSync(at.path('new/1700000000.M1P2.host'), at.path('cur/1700000000.M1P2.host;2,S'));
    await found('quinces', 'cur/1700000000.M1P2.host;2,S');
    await at.idle();
    expect(at.library.documents.list({}, 'newest', 10)[0]?.documentId).toBe(before?.documentId);
    renameSync(at.path('cur/1700000000.M1P2.host;2,S'), at.path('cur/1700000000.M1P2.host;2,ST'));
    await found('quinces');
    await at.idle();
    const row = at.library.files.get(at.path('cur/1700000000.M1P2.host;2,ST'));
    expect(row).toMatchObject({ state: 'skipped', reason: 'left-out' });
    renameSync(at.path('cur/1700000000.M1P2.host;2,ST'), at.path('cur/1700000000.M1P2.host;2,S'));
    await found('quinces', 'cur/1700000000.M1P2.host;2,S');
  });

  it('a folder that is moved inside the source takes its files with it, unread', async () => {
    for (let n = 0; n < 30; n++) at.write(`inbox/mail-${n}.txt`, `Letter number ${n} about quinces.`);
    const sourceId = await at.addFolder();
    const readAt = new Map(at.library.files.list(sourceId).map((row) => [row.fileId, row.readAt]));
    mkdirSync(at.path('archive'));
    renameSync(at.path('inbox'), at.path('archive/inbox'));
    await expect
      .poll(() => at.finds('quinces').filter((name) => name.startsWith('archive/')), { timeout: 10_000 })
      .toHaveLength(30);
    await at.idle();
    const rows = at.library.files.list(sourceId);
    expect(rows).toHaveLength(30);
    expect(rows.every((row) => row.readAt === readAt.get(row.fileId))).toBe(true);
  });

  it('a folder that is moved in is read, and one that is moved out is no longer found', async () => {
    await at.addFolder();
    const outside = join(at.folder, '..', 'outside');
    mkdirSync(join(outside, 'deep/er'), { recursive: true });
    writeFileSync(join(outside, 'deep/er/otter.txt'), 'An otter under the bridge.');
    renameSync(outside, at.path('in'));
    await found('otter', 'in/deep/er/otter.txt');
    at.write('in/deep/er/otter.txt', 'Two otters under the bridge, wet.');
    await found('wet', 'in/deep/er/otter.txt');
    renameSync(at.path('in'), outside);
    await found('bridge');
  });

  it('files in folders made at the same moment are found', async () => {
    await at.addFolder();
    for (let n = 0; n < 20; n++) at.write(`y/${n}/m/${n}/note.txt`, 'Marzipan for everyone.');
    await expect.poll(() => at.finds('marzipan'), { timeout: 10_000 }).toHaveLength(20);
  });

  it('a burst of files is read to the last one', async () => {
    await at.addFolder();
    for (let n = 0; n < 400; n++) at.write(`burst/${n % 7}/${n}.txt`, `Walnut ${n}`);
    await expect.poll(() => at.finds('walnut'), { timeout: 20_000 }).toHaveLength(400);
  });

  it('ignored files and folders are never looked at', async () => {
    for (const name of [
      '.git/config.txt',
      'node_modules/a/readme.md',
      '~$letter.txt',
      '.hidden.md',
      'a.txt.part',
    ])
      at.write(name, 'persimmon');
    at.write('kept.txt', 'persimmon');
    const sourceId = await at.addFolder();
    at.write('.git/later.txt', 'persimmon');
    at.write('later.txt', 'persimmon');
    await found('persimmon', 'kept.txt', 'later.txt');
    expect(at.library.files.list(sourceId)).toHaveLength(2);
  });
});

describe('while it was shut', () => {
  it('what was added, changed, renamed and deleted is seen after the next start', async () => {
    for (const name of ['stays', 'changes', 'goes', 'moves'])
      at.write(`${name}.txt`, `The ${name} of juniper.`);
    const sourceId = await at.addFolder();
    const ids = new Map(at.library.files.list(sourceId).map((row) => [row.path, row.fileId]));
    await at.restart(() => {
      at.write('changes.txt', 'Now about hawthorn.');
      at.write('new.txt', 'More juniper.');
      unlinkSync(at.path('goes.txt'));
      mkdirSync(at.path('sub'));
      renameSync(at.path('moves.txt'), at.path('sub/moves.txt'));
    });
    await at.idle();
    await found('juniper', 'new.txt', 'stays.txt', 'sub/moves.txt');
    await found('hawthorn', 'changes.txt');
    expect(at.library.files.get(at.path('sub/moves.txt'))?.fileId).toBe(ids.get(at.path('moves.txt')));
  });

  it('what did not change is not read again, even where only its time or inode is new', async () => {
    at.write('a.txt', 'Untouched elder.');
    at.write('b.txt', 'Copied elder.');
    const sourceId = await at.addFolder();
    const readAt = () => at.library.files.list(sourceId).map((row) => row.readAt);
    const before = readAt();
    await at.restart(() => {
      cpSync(at.path('b.txt'), at.path('c'));
      rmSync(at.path('b.txt'));
      renameSync(at.path('c'), at.path('b.txt'));
    });
    await at.idle();
    expect(readAt()).toEqual(before);
    expect(at.library.files.counts(sourceId)).toMatchObject({ indexed: 2, pending: 0 });
  });
});

describe('a file whose size, time and inode stay', () => {
  const keepingItsTime = (path: string, change: () => void): void => {
    const { atime, mtime } = statSync(path);
    change();
    utimesSync(path, atime, mtime);
  };

  it('is read again where its content is another, at once and after a start', async () => {
    const path = at.write('a.txt', 'Written by heron.');
    const inode = statSync(path).ino;
    await at.addFolder();
    keepingItsTime(path, () => writeFileSync(path, 'Written by egret.'));
    await found('egret', 'a.txt');
    await at.restart(() => keepingItsTime(path, () => writeFileSync(path, 'Written by stork.')));
    await found('stork', 'a.txt');
    expect(statSync(path).ino).toBe(inode);
  });

  it('costs no parsing where only permissions or links of it changed, for many files at once too', async () => {
    for (let n = 0; n < 60; n++) at.write(`${n}.txt`, `Hazel number ${n}.`);
    const sourceId = await at.addFolder();
    const rows = () => at.library.files.list(sourceId);
    const before = rows();
    for (let n = 0; n < 60; n++) chmodSync(at.path(`${n}.txt`), 0o640);
    await at.restart(() => linkSync(at.path('1.txt'), `${at.folder}-linked`));
    await at.idle();
    const after = rows();
    expect(after.map(({ readAt }) => readAt)).toEqual(before.map(({ readAt }) => readAt));
    const isLater = ({ changedMs }: FileRow, n: number) => (changedMs ?? 0) > (before[n]?.changedMs ?? 0);
    expect(after.every(isLater)).toBe(true);
  });
});

describe('a single file', () => {
  it('is a source, through atomic saves and without its neighbours', async () => {
    const path = at.write('diary.md', 'Monday: rain and sorrel.');
    at.write('neighbour.md', 'Sorrel too.');
    await at.indexer.add(path);
    await at.idle();
    await found('sorrel', 'diary.md');
    at.write('diary.tmp', 'Tuesday: sun and tansy.');
    renameSync(at.path('diary.tmp'), path);
    await found('tansy', 'diary.md');
    at.write('diary.md', 'Wednesday: fog and yarrow.');
    await found('yarrow', 'diary.md');
    unlinkSync(path);
    await found('yarrow');
    at.write('diary.md', 'Thursday: thistle.');
    await found('thistle', 'diary.md');
  });
});

describe('sources', () => {
  it('progress goes from looking to reading to the end, and says what it is doing', async () => {
    // More than are read between two words of progress.
    const count = 1_500;
    for (let n = 0; n < count; n++) at.write(`${n}.txt`, `Whortleberry ${n}`);
    const phases = new Set<string>();
    const read = (async () => {
      for await (const { phase, filesDone, filesTotal, current } of at.indexer.progress()) {
        phases.add(phase);
        if (phase === 'reading' && current !== null) expect(current.startsWith(at.folder)).toBe(true);
        if (filesTotal === count && filesDone === count && phase === 'idle') return;
        expect(filesDone).toBeLessThanOrEqual(filesTotal);
      }
    })();
    await at.addFolder();
    await read;
    expect([...phases]).toContain('reading');
  });

  it('a place inside a source is that source; a place around one leaves it its files', async () => {
    at.write('inner/a.txt', 'Plum');
    at.write('b.txt', 'Plum');
    const inner = await at.indexer.add(at.path('inner'));
    const outer = await at.indexer.add(at.folder);
    expect((await at.indexer.add(at.path('inner/a.txt'))).sourceId).toBe(inner.sourceId);
    await at.idle();
    expect(at.library.files.list(inner.sourceId).map((row) => row.path)).toEqual([at.path('inner/a.txt')]);
    expect(at.library.files.list(outer.sourceId).map((row) => row.path)).toEqual([at.path('b.txt')]);
    expect(await at.indexer.forget(outer.sourceId)).toEqual({ documents: 1 });
    await found('plum', 'inner/a.txt');
  });

  it('what is forgotten stays with the source around it, unread, but for what that leaves out', async () => {
    at.write('inner/a.txt', 'Plum');
    at.write('inner/b.bak', 'Plum');
    const inner = await at.indexer.add(at.path('inner'));
    const outer = await at.indexer.add(at.folder);
    await at.indexer.ignore(outer.sourceId, { rulesOff: [], patterns: ['*.bak'] });
    await at.idle();
    const before = at.library.files.get(at.path('inner/a.txt'));
    expect(await at.indexer.forget(inner.sourceId)).toEqual({ documents: 0 });
    await found('plum', 'inner/a.txt');
    await at.idle();
    const after = at.library.files.get(at.path('inner/a.txt'));
    expect(after).toEqual({ ...before, sourceId: outer.sourceId });
    at.write('inner/c.txt', 'Plum');
    await found('plum', 'inner/a.txt', 'inner/c.txt');
  });

  it('the library’s own folder is no source and is left out of one around it', async () => {
    await expect(at.indexer.add(at.library.dir)).rejects.toMatchObject({ code: 'path-is-library' });
    await expect(at.indexer.add(join(at.folder, 'nowhere'))).rejects.toMatchObject({ code: 'path-missing' });
    const around = await at.indexer.add(join(at.folder, '..'));
    await at.idle();
    expect(readdirSync(at.library.dir)).toContain('library.db');
    expect(at.library.files.list(around.sourceId)).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')(
    'a device, a pipe, a socket and the system’s folders are no sources',
    async () => {
      const pipe = at.path('pipe');
      execFileSync('sh', ['-c', 'mkfifo "$1"', 'sh', pipe]);
      const server = createServer().listen(at.path('socket'));
      for (const path of [pipe, at.path('socket'), '/dev/null'])
        await expect(at.indexer.add(path)).rejects.toMatchObject({ code: 'path-not-regular' });
      server.close();
      const system = process.platform === 'linux' ? ['/proc', '/sys', '/dev', '/run'] : ['/dev'];
      for (const path of system)
        await expect(at.indexer.add(path)).rejects.toMatchObject({ code: 'path-is-system' });
      expect(at.library.sources.list()).toEqual([]);
    },
  );

  it('a paused source is not followed, and is brought up to date when it goes on', async () => {
    at.write('a.txt', 'Gooseberry');
    const sourceId = await at.addFolder();
    await at.indexer.pause(sourceId);
    at.write('b.txt', 'Gooseberry');
    await at.restart(() => at.write('c.txt', 'Gooseberry'));
    await at.idle();
    await found('gooseberry', 'a.txt');
    expect(at.indexer.current().phase).toBe('paused');
    await at.indexer.resume(sourceId);
    await found('gooseberry', 'a.txt', 'b.txt', 'c.txt');
  });

  it('forgetting a source while it is read takes everything of it out', async () => {
    for (let n = 0; n < 300; n++) at.write(`${n}.txt`, `Medlar ${n}`);
    const { sourceId } = await at.indexer.add(at.folder);
    await expect.poll(() => at.finds('medlar').length, { timeout: 10_000 }).toBeGreaterThan(0);
    await at.indexer.forget(sourceId);
    expect(at.finds('medlar')).toEqual([]);
    expect(at.library.files.counts()).toMatchObject({ indexed: 0, pending: 0 });
    expect(at.library.integrity()).toEqual([]);
    await expect(at.indexer.rescan(sourceId)).rejects.toMatchObject({ code: 'not-found' });
  });
});
