import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Why } from '#main/contract/why.ts';
import { whyFacts, whySentence } from '#main/contract/why-words.ts';
import { type Indexing, startIndexing, startParsers } from './testing/indexing.ts';

const pool = startParsers();
let at: Indexing;

beforeEach(() => {
  at = startIndexing(pool);
});
afterEach(() => at.close());
afterAll(() => pool.close());

const whyOf = (name: string): Promise<Why> => at.indexer.why(at.path(name), null);

const mail = [
  'From: Ana <ana@example.org>',
  'To: Bo <bo@example.org>',
  'Subject: Plans',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=b',
  '',
  '--b',
  'Content-Type: text/plain',
  '',
  'The plans are attached.',
  '--b',
  'Content-Type: text/plain; name=plans.txt',
  'Content-Disposition: attachment; filename=plans.txt',
  '',
  'First the roof.',
  '--b--',
  '',
].join('\r\n');

describe('the story of a path', () => {
  it('of a file that was read: by what, when, and what came out of it', async () => {
    at.write('plans.eml', mail);
    at.write('page.html', '<p>Seen.</p><p style="display:none">Never seen at all.</p>');
    const sourceId = await at.addFolder();
    const story = await whyOf('plans.eml');
    expect(story).toMatchObject({
      verdict: 'found',
      onDisk: 'file',
      source: { sourceId, path: at.folder },
      waitsFor: 'embedder',
      file: {
        state: 'indexed',
        sizeBytes: mail.length,
        readAt: expect.any(String),
        parser: { id: 'mail' },
        documents: 2,
        chunks: 2,
        embedded: null,
        contents: [
          { kind: 'mail', member: null, chunks: 1 },
          { member: 'plans.txt', chunks: 1 },
        ],
        attachments: ['plans.txt'],
      },
    });
    expect(whySentence(story)).toBe('It is indexed: search finds it.');
    expect(whyFacts(story)).toContainEqual(['Members read', 'plans.txt']);
    expect((await at.indexer.why(at.path('plans.eml'), 'some-model')).file?.embedded).toBe(0);
    expect((await whyOf('page.html')).file?.hiddenChars).toBeGreaterThan(10);
  });

  it('of a file that is not indexed: its reason in a sentence', async () => {
    at.write('data.parquet', 'x');
    at.write('empty.md', '');
    await at.addFolder();
    const story = await whyOf('data.parquet');
    expect(story).toMatchObject({ verdict: 'skipped', file: { reason: 'unsupported-format' } });
    expect(whySentence(story)).toBe('Quipu does not read this kind of file yet.');
    expect(whySentence(await whyOf('empty.md'))).toBe('The file is empty.');
  });

  it('of what is left out: the rule, and the folder that it applies to', async () => {
    at.write('site/node_modules/pkg/readme.md', 'left out');
    at.write('~$letter.docx', 'left out');
    await at.addFolder();
    const deep = await whyOf('site/node_modules/pkg/readme.md');
    expect(deep).toMatchObject({
      verdict: 'left-out',
      leftOut: { by: 'rule', rule: 'packages', at: at.path('site/node_modules') },
    });
    expect(whySentence(deep)).toBe(
      `${at.path('site/node_modules')} is left out by the rule “packages and caches”.`,
    );
    expect((await whyOf('~$letter.docx')).leftOut).toMatchObject({ rule: 'editors' });
    const library = await at.indexer.why(join(at.library.dir, 'library.db'), null);
    expect(library.leftOut).toMatchObject({ by: 'library', at: at.library.dir });
  });

  it('of what no source covers, and of what lies in a source of its own', async () => {
    at.write('inner/a.md', 'A');
    expect(await whyOf('inner/a.md')).toMatchObject({ verdict: 'outside', source: null, onDisk: 'file' });
    const inner = await at.indexer.add(at.path('inner'));
    await at.addFolder();
    expect((await whyOf('inner/a.md')).source?.sourceId).toBe(inner.sourceId);
  });

  it('of a folder: what the ledger has below it', async () => {
    at.write('notes/a.md', 'A');
    at.write('notes/b.xyz', 'B');
    at.write('notes-too/c.md', 'C');
    await at.addFolder();
    const story = await whyOf('notes');
    expect(story).toMatchObject({
      verdict: 'folder',
      below: {
        files: { indexed: 1, skipped: 1 },
        reasons: [{ reason: 'unsupported-format', count: 1 }],
      },
    });
    expect(whyFacts(story)).toContainEqual(['In it', '1 indexed, 1 skipped']);
  });

  it('of what is there no more, and of what never was', async () => {
    at.write('gone/a.md', 'A');
    await at.addFolder();
    rmSync(at.path('gone'), { recursive: true });
    await expect.poll(async () => (await whyOf('gone/a.md')).verdict).toBe('missing');
    expect(await whyOf('gone/a.md')).toMatchObject({ onDisk: 'gone', waitsFor: 'drive' });
    expect(await whyOf('gone')).toMatchObject({ verdict: 'folder', onDisk: 'gone' });
    expect((await whyOf('never.md')).verdict).toBe('gone');
  });

  it('of a file whose source is paused: for what it waits', async () => {
    at.write('a.md', 'A');
    const sourceId = await at.addFolder();
    await at.indexer.pause(sourceId);
    at.write('b.md', 'B');
    expect(await whyOf('b.md')).toMatchObject({ verdict: 'unseen', waitsFor: 'resume' });
    at.library.files.markPending(sourceId, at.path('a.md'), {
      sizeBytes: 1,
      modifiedMs: 1,
      changedMs: null,
      inode: '1',
    });
    expect(await whyOf('a.md')).toMatchObject({ verdict: 'waiting', waitsFor: 'resume' });
  });

  it.skipIf(process.platform === 'win32')('of links: where they lead, also on the way', async () => {
    at.write('real/a.md', 'A');
    symlinkSync('real/a.md', at.path('same'));
    symlinkSync('real', at.path('way'));
    symlinkSync('nowhere', at.path('broken'));
    symlinkSync('/etc/hostname', at.path('outside'));
    await at.addFolder();
    expect(await whyOf('same')).toMatchObject({ verdict: 'link', leadsTo: at.path('real/a.md') });
    expect(await whyOf('way/a.md')).toMatchObject({ verdict: 'found', path: at.path('real/a.md') });
    expect(await whyOf('broken')).toMatchObject({
      verdict: 'skipped',
      file: { reason: 'link-broken' },
      leadsTo: at.path('nowhere'),
    });
    expect(await whyOf('outside')).toMatchObject({ file: { reason: 'link-outside' } });
  });

  it('of a name in either form of its accents', async () => {
    const apart = 'Cafe\u0301';
    const composed = 'Caf\u00e9';
    at.write(`${apart}/men\u00fc.md`, 'Coffee');
    await at.addFolder();
    for (const folder of [apart, composed])
      for (const name of ['men\u00fc.md', 'menu\u0308.md'])
        expect(await whyOf(`${folder}/${name}`)).toMatchObject({
          verdict: 'found',
          path: at.path(`${apart}/men\u00fc.md`),
        });
  });

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'of a closed folder and of what is no file',
    async () => {
      mkdirSync(at.path('closed'));
      at.write('closed/a.md', 'A');
      chmodSync(at.path('closed'), 0);
      execFileSync('sh', ['-c', 'mkfifo "$1"', 'sh', at.path('pipe')]);
      await at.addFolder();
      expect(await whyOf('closed')).toMatchObject({ verdict: 'failed', file: { reason: 'unreadable' } });
      expect(await whyOf('pipe')).toMatchObject({ onDisk: 'special', file: { reason: 'not-regular' } });
      chmodSync(at.path('closed'), 0o700);
    },
  );
});
