import { expect, test } from 'vitest';
import type { ParsedDocument } from '../sources/parser.ts';
import type { Library } from './library.ts';
import { prepareDocument } from './prepared-document.ts';
import { embedAll, fileWrite, freshLibrary, written } from './testing/written.ts';

const stat = { sizeBytes: 100, modifiedMs: 5, changedMs: 5, inode: '1:9' };
const text = 'The roof is done on Tuesday, the bill follows.';

function mail(given: Partial<ParsedDocument> = {}): ParsedDocument {
  return written({
    kind: 'mail',
    title: 'Roof',
    date: '2024-03-01T10:00:00.000Z',
    people: [{ name: 'Ana', address: 'ana@example.org', role: 'from' }],
    thread: { messageId: 'roof@example.org', references: [], subject: 'Roof' },
    text,
    ...given,
  });
}

function attached(member: string, plan = 'A plan of the roof.'): ParsedDocument {
  return written({ kind: 'document', member, title: 'plan', text: plan });
}

function twoFolders() {
  const library = freshLibrary();
  const { sourceId } = library.sources.add('/mail', '1:1');
  const backup = library.sources.add('/backup', '1:2').sourceId;
  const write = (path: string, ...documents: ParsedDocument[]): void =>
    library.files.replace(fileWrite(path.startsWith('/mail') ? sourceId : backup, path, documents));
  return { library, write, sourceId, backup };
}

function onlyHit({ documents, text: index }: Library) {
  const matches = index.match('"roof"', { kinds: ['mail'] }, 10);
  expect(matches).toHaveLength(1);
  const [hit] = documents.hits(matches);
  if (hit === undefined) throw new Error('nothing was found');
  return hit;
}

test('a mail that lies in two files is found, counted and listed once, in each of its folders', () => {
  const { library, write, sourceId, backup } = twoFolders();
  write('/mail/Inbox/1.eml', mail());
  write('/backup/old.mbox', mail({ member: 'message 7' }));
  expect(library.documents.count({ kinds: ['mail'] })).toBe(1);
  expect(onlyHit(library).copies).toEqual([{ path: '/backup/old.mbox', member: 'message 7' }]);
  for (const filter of [{ folder: 'Inbox' }, { folder: 'backup' }, { sourceId }, { sourceId: backup }])
    expect(library.documents.count(filter)).toBe(1);
  expect(library.documents.count({ folder: '/elsewhere' })).toBe(0);
  expect(library.files.get('/backup/old.mbox')).toMatchObject({ state: 'indexed', documents: 1, chunks: 0 });
  expect(library.documents.folders()).toEqual(['/backup', '/mail/Inbox']);
  const { fileId = 0 } = library.files.get('/backup/old.mbox') ?? {};
  expect(library.contents.of(fileId, null, 5).contents).toMatchObject([
    { member: 'message 7', sameAs: { path: '/mail/Inbox/1.eml', member: null } },
  ]);
  expect(library.integrity()).toEqual([]);
});

test('where the first file is deleted the copy takes its place, under the same id and without a new embedding', () => {
  const { library, write } = twoFolders();
  write('/mail/Inbox/1.eml', mail());
  const places = [{ start: 0, end: text.length, place: { message: 7 }, role: 'paragraph' as const }];
  write('/backup/old.mbox', mail({ member: 'message 7', passages: places }));
  embedAll(library, 'model');
  const before = onlyHit(library);
  expect(library.files.removeAll(['/mail/Inbox/1.eml'])).toBe(0);
  expect(onlyHit(library)).toMatchObject({
    ...{ documentId: before.documentId, chunkId: before.chunkId, copies: [] },
    ...{ path: '/backup/old.mbox', member: 'message 7', place: { message: 7 } },
  });
  expect(library.documents.read(before.documentId)?.places[0]?.place).toEqual({ message: 7 });
  expect(library.embeddings.pending('model', 5)).toEqual([]);
  expect(library.files.get('/backup/old.mbox')).toMatchObject({ state: 'indexed', documents: 1, chunks: 1 });
  expect(library.integrity()).toEqual([]);
  library.files.remove('/backup/old.mbox');
  expect(library.documents.totals()).toEqual({ documents: 0, chunks: 0 });
});

test('forgetting a source leaves the mails that another source has', () => {
  const { library, write, sourceId } = twoFolders();
  write('/mail/1.eml', mail(), attached('plan.pdf'));
  write('/mail/2.eml', mail(), attached('plan.pdf'));
  write('/backup/1.eml', mail(), attached('plan.pdf'));
  expect(library.documents.totals().documents).toBe(2);
  expect(library.sources.forget(sourceId)).toEqual({ documents: 0 });
  expect(onlyHit(library).path).toBe('/backup/1.eml');
  expect(library.documents.attached({})).toHaveLength(1);
  expect(library.integrity()).toEqual([]);
});

test('while a file is missing its mails are found in their copies, and it may come back', () => {
  const { library, write } = twoFolders();
  write('/mail/1.eml', mail());
  write('/backup/1.eml', mail());
  library.files.markMissing('/mail/1.eml');
  expect(onlyHit(library)).toMatchObject({ path: '/backup/1.eml', copies: [] });
  library.files.markMissing('/backup/1.eml');
  expect(library.documents.count({})).toBe(0);
  library.files.touch('/mail/1.eml', stat);
  expect(onlyHit(library)).toMatchObject({ path: '/mail/1.eml', copies: [] });
  library.files.touch('/backup/1.eml', stat);
  expect(onlyHit(library).copies).toHaveLength(1);
  expect(library.integrity()).toEqual([]);
});

test('a copy that is read while the first file is missing is found at once', () => {
  const { library, write } = twoFolders();
  write('/mail/1.eml', mail());
  library.files.markMissing('/mail/1.eml');
  write('/backup/1.eml', mail());
  expect(onlyHit(library).path).toBe('/backup/1.eml');
  expect(library.integrity()).toEqual([]);
});

test('a mail twice in one mailbox is one, and keeps its id where those before it were deleted', () => {
  const { library, write } = twoFolders();
  const other = mail({ text: 'Another.', title: 'Other', thread: null, member: 'message 1' });
  write('/mail/a.mbox', other, mail({ member: 'message 2' }), mail({ member: 'message 3' }));
  const before = onlyHit(library);
  expect(before.copies).toEqual([{ path: '/mail/a.mbox', member: 'message 3' }]);
  write('/mail/a.mbox', mail({ member: 'message 1' }));
  expect(onlyHit(library)).toMatchObject({ documentId: before.documentId, member: 'message 1', copies: [] });
  expect(library.integrity()).toEqual([]);
});

test('reading a file again keeps its mails where they are, also those with copies elsewhere', () => {
  const { library, write } = twoFolders();
  write('/mail/a.mbox', mail({ member: 'message 1' }));
  write('/backup/1.eml', mail());
  const before = onlyHit(library);
  write(
    '/mail/a.mbox',
    mail({ member: 'message 1' }),
    mail({ member: 'message 2', title: 'New', thread: null }),
  );
  expect(onlyHitOf(library, before.documentId)).toMatchObject({
    path: '/mail/a.mbox',
    copies: before.copies,
  });
  expect(library.files.pending(5)).toEqual([]);
  write('/mail/a.mbox');
  expect(onlyHit(library)).toMatchObject({ path: '/backup/1.eml', documentId: before.documentId });
  expect(library.integrity()).toEqual([]);
});

function onlyHitOf(library: Library, documentId: number) {
  const matches = library.text.match('"roof"', {}, 10).filter((match) => match.documentId === documentId);
  return library.documents.hits(matches)[0];
}

test.each<[string, Partial<ParsedDocument>]>([
  ['text', { text: 'The roof is done on Tuesday, pay at once to another account.' }],
  ['more text', { text: `${text}\n\nPay to another account.` }],
  ['sender', { people: [{ name: 'Ana', address: 'ana@elsewhere.org', role: 'from' }] }],
  ['date', { date: '2024-03-02T10:00:00.000Z' }],
  ['subject', { title: 'Roof, urgent' }],
  ['attachments', { attachments: [{ name: 'bill.pdf', mimeType: 'application/pdf', sizeBytes: 1 }] }],
])('a mail that takes the Message-ID of another, with another %s, is a mail of its own', (_what, given) => {
  const { library, write } = twoFolders();
  write('/mail/real.eml', mail());
  write('/mail/false.eml', mail(given));
  const paths = library.documents.list({}, 'oldest', 5).map(({ path }) => path);
  expect(paths.sort()).toEqual(['/mail/false.eml', '/mail/real.eml']);
  write('/mail/copy.eml', mail());
  expect(library.documents.count({})).toBe(2);
});

test('the copy that a mailing list sent is the same mail, and is read once it is all there is', () => {
  const { library, write } = twoFolders();
  const footer = '\n\n_____________\nroof mailing list\nhttps://lists.example.org/listinfo/roof';
  write('/mail/sent.eml', mail());
  write('/mail/list.eml', mail({ title: '[roof] Roof', text: text + footer }));
  expect(library.documents.count({})).toBe(1);
  library.files.remove('/mail/sent.eml');
  expect(onlyHit(library).path).toBe('/mail/list.eml');
  expect(library.files.pending(5).map(({ path }) => path)).toEqual(['/mail/list.eml']);
});

test('a file that changed takes its mail along only where no copy of the old one lies elsewhere', () => {
  const { library, write } = twoFolders();
  write('/mail/1.eml', mail());
  write('/backup/1.eml', mail());
  write('/mail/1.eml', mail({ text: 'Something else under the same Message-ID.' }));
  expect(library.files.pending(5).map(({ path }) => path)).toEqual(['/backup/1.eml']);
  write('/backup/1.eml', mail());
  expect(library.documents.count({})).toBe(2);
  expect(library.integrity()).toEqual([]);
});

test('what is attached to copies is one document; what differs there is its own', () => {
  const { library, write } = twoFolders();
  write('/mail/1.eml', mail(), attached('plan.pdf'), attached('list.txt', 'Nails'));
  write(
    '/backup/a.mbox',
    mail({ member: 'message 1' }),
    attached('message 1 › plan.pdf'),
    attached('message 1 › list.txt', 'Screws'),
  );
  expect(library.documents.count({ kinds: ['mail'] })).toBe(1);
  expect(
    library.documents
      .list({ kinds: ['document'] }, 'oldest', 9)
      .map(({ member }) => member)
      .sort(),
  ).toEqual([...['list.txt', 'message 1 › list.txt', 'plan.pdf']]);
});

test('a mail is found by the labels of all its copies, and by those of a copy that went no more', () => {
  const { library, write } = twoFolders();
  const labelled = (tag: string): ParsedDocument => mail({ member: 'message 1', tags: [tag] });
  const isFound = (expression: string): boolean => library.text.match(expression, {}, 5).length === 1;
  write('/mail/a.mbox', labelled('House'), { ...labelled('Garden'), member: 'message 2' });
  write('/backup/b.mbox', labelled('Taxes'));
  expect(isFound('"house" AND "taxes" AND "garden"')).toBe(true);
  write('/mail/a.mbox', labelled('House'));
  expect(isFound('"house" AND "taxes"')).toBe(true);
  expect(isFound('"garden"')).toBe(false);
  expect(library.files.pending(5)).toEqual([]);
  library.files.remove('/backup/b.mbox');
  expect(library.files.pending(5).map(({ path }) => path)).toEqual(['/mail/a.mbox']);
  write('/mail/a.mbox', labelled('House'));
  expect(isFound('"taxes"')).toBe(false);
  expect(library.integrity()).toEqual([]);
});

test('in a mailbox that is read piece by piece a mail moves from piece to piece as it is', () => {
  const { library, sourceId } = twoFolders();
  const path = '/mail/Inbox';
  library.files.markPending(sourceId, path, stat);
  const end = { at: 20, units: 2, state: '', skipTo: null };
  const rules = { off: [], touched: [] };
  const portion = (units: number, document: ParsedDocument | null): void => {
    const from = { ...end, at: units * 10, units };
    const next = { ...end, at: from.at + 10, units: units + 1 };
    const chunk = {
      start: 0,
      end: document?.text.length ?? 0,
      place: { line: 1 },
      heading: '',
      quoted: false,
    };
    library.portions.write({
      ...{
        path,
        from,
        next,
        isLast: false,
        hash: '00',
        parserVersion: 1,
        rules,
        shortfalls: [],
        ending: null,
      },
      documents: document === null ? [] : [{ unit: units + 1, ...prepareDocument(document, [chunk]) }],
    });
  };
  portion(0, mail({ title: 'First', text: 'The first.', thread: null, member: 'message 1' }));
  portion(1, mail({ member: 'message 2' }));
  const before = onlyHit(library);
  portion(0, mail({ member: 'message 1' }));
  portion(1, null);
  expect(onlyHit(library)).toMatchObject({
    ...{ documentId: before.documentId, chunkId: before.chunkId, member: 'message 1', copies: [] },
  });
  expect(library.files.get(path)).toMatchObject({ documents: 1, chunks: 1 });
  expect(library.integrity()).toEqual([]);
});
