import { expect, test } from 'vitest';
import { ledgerInput } from '#main/contract/sources.ts';
import { embedAll, fileWrite, freshLibrary, written } from './testing/written.ts';

const stat = { sizeBytes: 7, modifiedMs: 5.25, changedMs: null, inode: '1:9' };

test('a file is pending until it is read, and its ledger row tells what became of it', () => {
  const { files, sources } = freshLibrary();
  const { sourceId } = sources.add('/notes', '1:1');
  files.markPending(sourceId, '/notes/a.md', stat);
  expect(files.get('/notes/a.md')).toMatchObject({
    ...stat,
    state: 'pending',
    reason: 'waiting',
    readAt: null,
  });
  const write = fileWrite(sourceId, '/notes/a.md', [written({ text: 'one' }), written({ text: 'two' })]);
  files.replace({ ...write, state: 'partly', reason: 'pages-without-text', detail: '3, 7' });
  expect(files.get('/notes/a.md')).toMatchObject({
    ...write.stat,
    state: 'partly',
    reason: 'pages-without-text',
    detail: '3, 7',
    contentHash: write.contentHash,
    documents: 2,
    chunks: 2,
  });
  expect(files.pending(10)).toEqual([]);
});

test('a changed file keeps its documents until it was read again', () => {
  const library = freshLibrary();
  const { files, sources, documents } = library;
  const { sourceId } = sources.add('/notes', '1:1');
  files.replace(fileWrite(sourceId, '/notes/a.md', [written({ text: 'the old text' })]));
  files.markPending(sourceId, '/notes/a.md', stat);
  expect(files.get('/notes/a.md')?.state).toBe('pending');
  expect(documents.totals()).toEqual({ documents: 1, chunks: 1 });
  files.replace(fileWrite(sourceId, '/notes/a.md', [written({ text: 'the new text' })]));
  expect(library.text.match('"old"', {}, 10)).toEqual([]);
  expect(library.text.match('"new"', {}, 10)).toHaveLength(1);
  expect(library.integrity()).toEqual([]);
});

test('a file touched without a change has the state of its last read again', () => {
  const { files, sources } = freshLibrary();
  const { sourceId } = sources.add('/notes', '1:1');
  const write = fileWrite(sourceId, '/notes/a.md', []);
  files.replace({ ...write, state: 'failed', reason: 'corrupt', detail: 'no xref' });
  files.markPending(sourceId, '/notes/a.md', stat);
  files.touch('/notes/a.md', { ...stat, modifiedMs: 6 });
  expect(files.get('/notes/a.md')).toMatchObject({ state: 'failed', reason: 'corrupt', modifiedMs: 6 });
});

test('files changed last are read first', () => {
  const { files, sources } = freshLibrary();
  const { sourceId } = sources.add('/notes', '1:1');
  for (const [path, modifiedMs] of [
    ['/a', 2],
    ['/b', 3],
    ['/c', 1],
  ] as const) {
    files.markPending(sourceId, path, { ...stat, modifiedMs });
  }
  expect(files.pending(2).map(({ path }) => path)).toEqual(['/b', '/a']);
});

test('a document keeps its id when its file is read again', () => {
  const { files, sources, documents } = freshLibrary();
  const { sourceId } = sources.add('/mail', '1:1');
  const mail = written({ kind: 'mail', text: 'hello' });
  const invoice = written({ member: 'invoice.pdf', text: 'total 12' });
  files.replace(fileWrite(sourceId, '/mail/a.eml', [mail, invoice]));
  const before = documents.list({}, 'oldest', 10).map(({ documentId, member }) => [member, documentId]);
  const added = written({ member: 'photo.txt', text: 'a photo' });
  files.replace(fileWrite(sourceId, '/mail/a.eml', [mail, added, { ...invoice, text: 'total 13' }]));
  const after = documents.list({}, 'oldest', 10).map(({ documentId, member }) => [member, documentId]);
  expect(after).toEqual(expect.arrayContaining(before));
  expect(after).toHaveLength(3);
});

test('a removed file takes its documents, text, people, threads and embeddings with it', () => {
  const library = freshLibrary();
  const { files, sources } = library;
  const { sourceId } = sources.add('/mail', '1:1');
  const mail = written({
    kind: 'mail',
    text: 'the boiler is mended',
    people: [{ name: 'Ana Ruiz', address: 'ana@example.org', role: 'from' }],
    thread: { messageId: '<1@example.org>', references: [], subject: 'boiler' },
  });
  files.replace(fileWrite(sourceId, '/mail/a.eml', [mail]));
  files.replace(fileWrite(sourceId, '/mail/copy.eml', [mail]));
  embedAll(library, 'model');
  files.remove('/mail/a.eml');
  expect(library.embeddings.progress('model')).toEqual({ embedded: 1, total: 1 });
  expect(library.vectors.step('model', 0, 100).rows).toHaveLength(1);
  files.remove('/mail/copy.eml');
  expect(library.vectors.step('model', 0, 100).rows).toEqual([]);
  expect(library.documents.people()).toEqual([]);
  expect(library.text.match('"boiler"', {}, 10)).toEqual([]);
  expect(files.get('/mail/a.eml')).toBeUndefined();
  expect(library.integrity()).toEqual([]);
});

test('a moved file keeps documents and embeddings, and takes the place of what was there', () => {
  const library = freshLibrary();
  const { files, sources, documents } = library;
  const { sourceId } = sources.add('/notes', '1:1');
  files.replace(fileWrite(sourceId, '/notes/a.md', [written({ text: 'moved text' })]));
  files.replace(fileWrite(sourceId, '/notes/b.md', [written({ text: 'overwritten text' })]));
  embedAll(library, 'model');
  const [before] = documents.list({}, 'oldest', 1);
  files.markPending(sourceId, '/notes/b.md', stat);
  files.move('/notes/a.md', '/notes/b.md', stat, sourceId);
  expect(files.get('/notes/a.md')).toBeUndefined();
  expect(files.get('/notes/b.md')).toMatchObject({ state: 'indexed', documents: 1, ...stat });
  expect(documents.list({}, 'oldest', 9)).toEqual([{ ...before, path: '/notes/b.md' }]);
  expect(library.embeddings.pending('model', 10)).toEqual([]);
  expect(library.integrity()).toEqual([]);
});

test('a missing file keeps its documents and says so', () => {
  const { files, sources, documents } = freshLibrary();
  const { sourceId } = sources.add('/notes', '1:1');
  const write = fileWrite(sourceId, '/notes/a.md', [written({ text: 'text' })]);
  files.replace(write);
  files.markMissing('/notes/a.md');
  expect(files.get('/notes/a.md')).toMatchObject({ state: 'indexed', reason: 'missing' });
  expect(documents.totals().documents).toBe(1);
  files.touch('/notes/a.md', stat);
  expect(files.get('/notes/a.md')).toMatchObject({ reason: null, missingSince: null });
});

test('the ledger pages, counts and sums up reasons', () => {
  const { files, sources } = freshLibrary();
  const notes = sources.add('/notes', '1:1').sourceId;
  const mail = sources.add('/mail', '1:2').sourceId;
  files.replace(fileWrite(notes, '/notes/a.md', [written({ text: 'a' })]));
  files.replace({ ...fileWrite(notes, '/notes/b.md', []), state: 'skipped', reason: 'empty' });
  files.markPending(mail, '/mail/C.eml', stat);
  expect(files.counts()).toEqual({ indexed: 1, partly: 0, skipped: 1, failed: 0, pending: 1 });
  expect(files.counts(mail)).toEqual({ indexed: 0, partly: 0, skipped: 0, failed: 0, pending: 1 });
  expect(files.reasons()).toEqual([
    { reason: 'empty', count: 1 },
    { reason: 'waiting', count: 1 },
  ]);
  expect(files.bytes()).toBe(100);
  const page = files.page(ledgerInput.parse({ states: ['pending', 'skipped'], limit: 1 }));
  expect(page).toMatchObject({ total: 2, rows: [{ path: '/mail/C.eml', state: 'pending' }] });
  expect(files.page(ledgerInput.parse({ contains: 'c.EML' })).total).toBe(1);
  expect(files.page(ledgerInput.parse({ sourceId: notes, offset: 1 })).rows).toMatchObject([
    { path: '/notes/b.md' },
  ]);
});

test('a file whose write fails leaves the library as it was', () => {
  const library = freshLibrary();
  const { files, sources, documents } = library;
  const { sourceId } = sources.add('/notes', '1:1');
  files.replace(fileWrite(sourceId, '/notes/a.md', [written({ text: 'kept' })]));
  const heard: unknown[] = [];
  library.follow((change) => heard.push(change));
  const good = fileWrite(sourceId, '/notes/a.md', [written({ text: 'lost' }), written({ text: 'bad' })]);
  const broken = fileWrite(99, '/notes/a.md', [written({ text: 'no such source' })]);
  expect(() => files.replace(broken)).toThrow();
  expect(heard).toEqual([]);
  expect(library.text.match('"kept"', {}, 10)).toHaveLength(1);
  files.replace(good);
  expect(documents.totals().documents).toBe(2);
  expect(library.integrity()).toEqual([]);
});

test('forgetting a source takes everything of it, and what two sources share stays', () => {
  const library = freshLibrary();
  const { files, sources } = library;
  const one = sources.add('/one', '1:1').sourceId;
  const two = sources.add('/two', '1:2').sourceId;
  expect(sources.add('/one', '1:1').sourceId).toBe(one);
  for (const [sourceId, path] of [
    [one, '/one/a'],
    [one, '/one/b'],
    [two, '/two/a'],
  ] as const) {
    const name = path.endsWith('b') ? 'apart' : 'shared';
    files.replace(fileWrite(sourceId, path, [written({ text: `${name} text` })]));
  }
  embedAll(library, 'model');
  expect(sources.forget(one)).toEqual({ documents: 2 });
  expect(sources.list().map(({ path }) => path)).toEqual(['/two']);
  expect(files.list(one)).toEqual([]);
  expect(library.embeddings.progress('model')).toEqual({ embedded: 1, total: 1 });
  expect(library.integrity()).toEqual([]);
});

test('several files are written in one transaction, also where one is among them twice', () => {
  const library = freshLibrary();
  const { files, sources } = library;
  const { sourceId } = sources.add('/notes', '1:1');
  const write = (path: string, text: string) => fileWrite(sourceId, path, [written({ text })]);
  embedAll(library, 'model');
  files.replaceAll([write('/a', 'first'), write('/b', 'second'), write('/a', 'third')]);
  expect(library.text.match('"first" OR "second" OR "third"', {}, 9)).toHaveLength(2);
  expect(library.embeddings.progress('model')).toEqual({ embedded: 0, total: 2 });
  expect(() =>
    files.replaceAll([write('/c', 'fourth'), { ...write('/d', 'fifth'), sourceId: 99 }]),
  ).toThrow();
  expect(files.get('/c')).toBeUndefined();
  expect(library.integrity()).toEqual([]);
});

test('secrets that were withheld are counted by file and by kind, as of the last read', () => {
  const { files, sources, contents } = freshLibrary();
  const { sourceId } = sources.add('/notes', '1:1');
  const holding = (...withheld: { kind: string; count: number }[]) => written({ text: 'one', withheld });
  files.replaceAll([
    fileWrite(sourceId, '/notes/a.md', [
      holding({ kind: 'PIN', count: 2 }, { kind: 'IBAN', count: 1 }),
      holding({ kind: 'PIN', count: 3 }),
    ]),
    fileWrite(sourceId, '/notes/b.md', [holding({ kind: 'IBAN', count: 1 })]),
    fileWrite(sourceId, '/notes/c.md', [holding()]),
  ]);
  const counts = () => files.page(ledgerInput.parse({})).rows.map(({ withheld }) => withheld);
  const pins = { kind: 'PIN', count: 5 };
  expect(files.withheld()).toEqual({ kinds: [pins, { kind: 'IBAN', count: 2 }], files: 2 });
  expect(counts()).toEqual([6, 1, 0]);
  expect(contents.of(files.get('/notes/a.md')?.fileId ?? 0, null, 9).withheld).toContainEqual(pins);
  files.replace(fileWrite(sourceId, '/notes/a.md', [holding({ kind: 'PIN', count: 1 })]));
  files.remove('/notes/b.md');
  expect(files.withheld()).toEqual({ kinds: [{ kind: 'PIN', count: 1 }], files: 1 });
  expect(counts()).toEqual([1, 0]);
});

test('goes through one source only, in order, also where another lies in it, beside it or is one file', () => {
  const { files, sources } = freshLibrary();
  const placed: Record<string, string[]> = {
    '/notes': ['/notes/a.md', '/notes/sub/b.md', '/notes/z.md'],
    '/notes/inner': ['/notes/inner/c.md'],
    '/notes-old': ['/notes-old/d.md'],
    '/notes.md': ['/notes.md'],
  };
  const ids = new Map(Object.keys(placed).map((root) => [root, sources.add(root, '1:1').sourceId]));
  for (const [root, paths] of Object.entries(placed))
    for (const path of paths.toReversed()) files.markPending(ids.get(root) ?? 0, path, stat);
  for (const [root, paths] of Object.entries(placed)) {
    const walked: string[] = [];
    for (let last = ''; ; last = walked.at(-1) ?? '') {
      const [row] = files.after(ids.get(root) ?? 0, last, 1);
      if (row === undefined) break;
      walked.push(row.path);
    }
    expect(walked).toEqual(paths);
  }
  expect(files.hasBetween('/notes/b', '/notes/c')).toBe(false);
  expect(files.hasBetween('/notes/a.md', '/notes/a.md')).toBe(true);
});
