import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Indexing, startIndexing, startParsers } from './testing/indexing.ts';

const pool = startParsers();
let at: Indexing;

beforeEach(() => {
  at = startIndexing(pool);
});
afterEach(() => at.close());
afterAll(() => pool.close());

/** Waits until search finds the word in just these files; a deletion that is not believed yet would take 30 s. */
const found = (word: string, ...names: string[]): Promise<void> =>
  expect.poll(() => at.finds(word), { timeout: 10_000, interval: 20 }).toEqual(names);
const rows = (sourceId: number): string[] =>
  at.library.files.list(sourceId).map(({ path }) => path.slice(at.folder.length + 1));

/** The kernel's watches of this process. */
function watches(): number {
  const texts = readdirSync('/proc/self/fdinfo').map((fd) => {
    try {
      return readFileSync(`/proc/self/fdinfo/${fd}`, 'utf8');
    } catch {
      return '';
    }
  });
  return texts.join('').match(/^inotify wd:/gm)?.length ?? 0;
}

describe('what a person chooses', () => {
  it('patterns leave out at once what is indexed, and bring it back when they are taken away', async () => {
    at.write('a.md', 'Hazel');
    at.write('drafts/b.md', 'Hazel');
    at.write('deep/er/drafts/c.md', 'Hazel');
    const sourceId = await at.addFolder();
    await at.indexer.ignore(sourceId, { rulesOff: [], patterns: ['drafts/'] });
    expect(at.finds('hazel')).toEqual(['a.md']);
    expect(rows(sourceId)).toEqual(['a.md']);
    expect(at.library.integrity()).toEqual([]);
    await at.idle();
    at.write('drafts/later.md', 'Hazel');
    at.write('later.md', 'Hazel');
    await found('hazel', 'a.md', 'later.md');
    await at.indexer.ignore(sourceId, { rulesOff: [], patterns: ['/drafts/', '!/drafts/'] });
    await found('hazel', 'a.md', 'deep/er/drafts/c.md', 'drafts/b.md', 'drafts/later.md', 'later.md');
  });

  it('a rule that is switched off lets in what it left out, but no keys', async () => {
    at.write('.notes/a.md', 'Rowan');
    at.write('.git/b.md', 'Rowan');
    at.write('.ssh/config', 'Rowan host');
    const sourceId = await at.addFolder();
    expect(rows(sourceId)).toEqual([]);
    await at.indexer.ignore(sourceId, { rulesOff: ['hidden'], patterns: [] });
    await at.idle();
    await found('rowan', '.notes/a.md');
    expect(at.library.files.get(at.path('.ssh/config'))).toMatchObject({ reason: 'secret-store' });
    expect(rows(sourceId)).toEqual(['.notes/a.md', '.ssh/config']);
    at.write('.notes/b.md', 'Rowan');
    await found('rowan', '.notes/a.md', '.notes/b.md');
  });

  it('holds after a restart, and in a paused source when it goes on', async () => {
    at.write('a.md', 'Aspen');
    at.write('b.log.md', 'Aspen');
    const sourceId = await at.addFolder();
    await at.indexer.pause(sourceId);
    await at.indexer.ignore(sourceId, { rulesOff: [], patterns: ['*.log.md'] });
    expect(at.finds('aspen')).toEqual(['a.md', 'b.log.md']);
    await at.restart(() => undefined);
    await at.indexer.resume(sourceId);
    await found('aspen', 'a.md');
  });

  it('is told as what leaves a file out', async () => {
    at.write('old/a.md', 'A');
    at.write('sub/.quipuignore', '# not these\n*.secret.md\n');
    at.write('sub/b.secret.md', 'B');
    const sourceId = await at.addFolder();
    await at.indexer.ignore(sourceId, { rulesOff: [], patterns: ['old'] });
    expect((await at.indexer.why(at.path('old/a.md'), null)).leftOut).toMatchObject({
      by: 'pattern',
      what: 'old',
      at: at.path('old'),
      file: null,
    });
    expect((await at.indexer.why(at.path('sub/b.secret.md'), null)).leftOut).toMatchObject({
      by: 'pattern',
      file: at.path('sub/.quipuignore'),
      line: 2,
    });
    expect((await at.indexer.why(at.path('sub/.quipuignore'), null)).leftOut?.by).toBe('ignore-file');
    expect(await at.indexer.ignoreFiles(sourceId)).toEqual([at.path('sub/.quipuignore')]);
  });
});

describe('an ignore file', () => {
  it('is obeyed where it is from the beginning, in its folder and below, and the inner one goes before', async () => {
    at.write('.quipuignore', 'private/\n*.draft.md\n/top.md\n');
    at.write('private/a.md', 'Maple');
    at.write('top.md', 'Maple');
    at.write('sub/top.md', 'Maple');
    at.write('sub/x.draft.md', 'Maple');
    at.write('sub/in [1]/.quipuignore', '!*.draft.md\n/secret.md\n');
    at.write('sub/in [1]/y.draft.md', 'Maple');
    at.write('sub/in [1]/secret.md', 'Maple');
    at.write('sub/in [1]/deep/secret.md', 'Maple');
    const sourceId = await at.addFolder();
    expect(rows(sourceId)).toEqual(['sub/in [1]/deep/secret.md', 'sub/in [1]/y.draft.md', 'sub/top.md']);
  });

  it('takes effect at once when it comes, changes and goes', async () => {
    at.write('a.md', 'Linden');
    at.write('sub/b.md', 'Linden');
    at.write('sub/c.txt', 'Linden');
    await at.addFolder();
    await found('linden', 'a.md', 'sub/b.md', 'sub/c.txt');
    at.write('sub/.quipuignore', '*.md');
    await found('linden', 'a.md', 'sub/c.txt');
    at.write('sub/d.md', 'Linden');
    at.write('sub/.quipuignore', '*.txt');
    await found('linden', 'a.md', 'sub/b.md', 'sub/d.md');
    at.write('.quipuignore', 'sub/');
    await found('linden', 'a.md');
    rmSync(at.path('.quipuignore'));
    await found('linden', 'a.md', 'sub/b.md', 'sub/d.md');
    rmSync(at.path('sub/.quipuignore'));
    await found('linden', 'a.md', 'sub/b.md', 'sub/c.txt', 'sub/d.md');
    await at.idle();
    at.write('sub/e.md', 'Linden');
    await found('linden', 'a.md', 'sub/b.md', 'sub/c.txt', 'sub/d.md', 'sub/e.md');
  });

  it('that came while nobody looked takes effect at the next start', async () => {
    at.write('sub/a.md', 'Larch');
    const sourceId = await at.addFolder();
    await at.restart(() => at.write('sub/.quipuignore', '*'));
    await at.idle();
    expect(rows(sourceId)).toEqual([]);
  });

  it('in a folder that is moved in is obeyed', async () => {
    const sourceId = await at.addFolder();
    const outside = join(at.folder, '..', 'outside');
    mkdirSync(join(outside, 'keep'), { recursive: true });
    mkdirSync(join(outside, 'skip'));
    writeFileSync(join(outside, '.quipuignore'), 'skip/\n');
    writeFileSync(join(outside, 'keep/a.md'), 'Poplar');
    writeFileSync(join(outside, 'skip/b.md'), 'Poplar');
    renameSync(outside, at.path('in'));
    await found('poplar', 'in/keep/a.md');
    await at.idle();
    at.write('in/skip/c.md', 'Poplar');
    at.write('in/keep/d.md', 'Poplar');
    await found('poplar', 'in/keep/a.md', 'in/keep/d.md');
    expect(rows(sourceId)).toEqual(['in/keep/a.md', 'in/keep/d.md']);
  });

  it.runIf(process.platform === 'linux')('keeps what it leaves out from being watched', async () => {
    for (let n = 0; n < 20; n++) at.write(`out/${n}/a.md`, 'Willow');
    at.write('in/a.md', 'Willow');
    at.write('.quipuignore', 'out/');
    await at.addFolder();
    // The source, the folder in it and the one around it, which tells when the source itself comes and goes.
    expect(watches()).toBe(3);
    rmSync(at.path('.quipuignore'));
    await expect.poll(watches, { timeout: 10_000 }).toBe(24);
    await at.idle();
    at.write('.quipuignore', 'in/');
    await expect.poll(watches, { timeout: 10_000 }).toBe(23);
  });
});
