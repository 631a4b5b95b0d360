import { expect, test } from 'vitest';
import { chunkDocument } from '../chunk/chunk-document.ts';
import { read } from '../sources/testing/read.ts';
import { fileWrite, freshLibrary } from './testing/written.ts';

const said = 'The boat lies at the pier until Sunday, the key hangs behind the kitchen door.';

function mail(name: string, from: string, body: string, references = ''): string {
  return `From: ${from}@example.org\nTo: all@example.org\nSubject: Re: Boat\nMessage-ID: <${name}@x>\n${
    references === '' ? '' : `References: ${references}\n`
  }Date: Tue, 4 Mar 2025 10:00:00 +0000\n\n${body}\n`;
}

const original = mail('jonas1', 'jonas', `Hello,\n\n${said}\n\nJonas`);
const head = 'On Mon, 3 Mar 2025 18:02:00 +0000, Jonas <jonas@example.org> wrote:';
const quoting = (name: string, own: string) =>
  mail(name, 'eva', `${own}\n\n${head}\n> Hello,\n> ${said}\n> Jonas`);

function library() {
  const made = freshLibrary();
  const { sourceId } = made.sources.add('/mail', '1:1');
  const write = async (path: string, content: string): Promise<void> => {
    const { documents } = await read(path.slice('/mail/'.length), content);
    made.files.replace(fileWrite(sourceId, path, documents, chunkDocument));
  };
  const found = (filter = {}) =>
    made.documents
      .hits(made.text.match('"pier"', filter, 9))
      .map(({ path, member }) => [path, member].join(' '));
  const waiting = () =>
    made.files
      .pending(9)
      .map(({ path }) => path)
      .sort();
  const again = async (contents: Readonly<Record<string, string>>): Promise<void> => {
    for (const path of waiting()) await write(path, contents[path] ?? '');
  };
  return { ...made, write, found, waiting, again };
}

test('a quotation whose original is there is not indexed again', async () => {
  const { write, found, documents, integrity } = library();
  await write('/mail/1.eml', original);
  await write('/mail/2.eml', quoting('eva1', 'I will look.'));
  expect(found()).toEqual(['/mail/1.eml ']);
  expect(documents.totals()).toEqual({ documents: 2, chunks: 2 });
  expect(integrity()).toEqual([]);
});

test('a quotation without its original has its own sender and date, and is no mail to be counted', async () => {
  const { write, found, documents, text, files } = library();
  await write('/mail/2.eml', quoting('eva1', 'I will look.'));
  const jonas = { from: ['jonas@example.org'], kinds: ['mail' as const] };
  expect(found(jonas)).toEqual(['/mail/2.eml quotation 1']);
  expect(found({ ...jonas, after: '2025-03-03', before: '2025-03-04' })).toHaveLength(1);
  expect(documents.count(jonas)).toBe(0);
  expect(documents.count({ kinds: ['mail'] })).toBe(1);
  expect(documents.list({}, 'newest', 9)).toHaveLength(1);
  expect(documents.totals().documents).toBe(1);
  expect(files.get('/mail/2.eml')).toMatchObject({ documents: 1, chunks: 2 });
  const [hit] = documents.hits(text.match('"pier"', jonas, 1));
  expect(hit).toMatchObject({ date: '2025-03-03T18:02:00.000Z', people: ['Jonas'], place: { line: 5 } });
  expect(documents.read(hit?.documentId ?? 0)?.isQuotation).toBe(true);
});

test('the original takes the place of quotations that came before it, and they come back where it goes', async () => {
  const { write, found, again, waiting, files, text, documents, integrity } = library();
  const contents = {
    '/mail/2.eml': quoting('eva1', 'I will look.'),
    '/mail/3.eml': quoting('eva2', 'So will I, but later.'),
  };
  for (const [path, content] of Object.entries(contents)) await write(path, content);
  expect(found()).toEqual(['/mail/2.eml quotation 1']);
  const before = text.match('"pier"', {}, 1)[0]?.documentId;
  await write('/mail/1.eml', original);
  expect(found()).toEqual(['/mail/1.eml ']);
  expect(text.match('"pier"', {}, 1)[0]?.documentId).toBe(before);
  expect(files.get('/mail/2.eml')).toMatchObject({ documents: 1, chunks: 1 });
  expect(waiting()).toEqual([]);
  expect(integrity()).toEqual([]);
  files.remove('/mail/1.eml');
  expect(waiting()).toEqual(Object.keys(contents));
  await again(contents);
  expect(found()).toHaveLength(1);
  expect(documents.count({})).toBe(2);
  expect(integrity()).toEqual([]);
});

test('in one mailbox the order does not matter', async () => {
  const { write, found, files, integrity } = library();
  const separator = 'From x@example.org Tue Mar  4 10:00:00 2025\n';
  const mails = [quoting('eva1', 'I will look.'), original, quoting('eva2', 'So will I, but later.')];
  await write('/mail/Inbox.mbox', mails.map((one) => `${separator}${one}\n`).join(''));
  expect(found()).toEqual(['/mail/Inbox.mbox message 2']);
  expect(files.get('/mail/Inbox.mbox')).toMatchObject({ documents: 3, chunks: 3 });
  expect(integrity()).toEqual([]);
});

test('a quotation that lost its beginning is known by the mails that its mail answers', async () => {
  const { write, found } = library();
  await write('/mail/1.eml', original);
  await write('/mail/2.eml', mail('eva1', 'eva', `I will look.\n\n${head}\n> ${said}`, '<jonas1@x>'));
  expect(found()).toEqual(['/mail/1.eml ']);
});

test('words that another sent do not hide what is quoted of one', async () => {
  const { write, found } = library();
  await write('/mail/false.eml', mail('false', 'mallory', `Hello,\n\n${said}\n\nJonas`));
  await write('/mail/2.eml', quoting('eva1', 'I will look.'));
  expect(found().sort()).toEqual(['/mail/2.eml quotation 1', '/mail/false.eml ']);
});

test('a quotation in a copy of a mail lies in both', async () => {
  const { write, found, files, integrity } = library();
  await write('/mail/2.eml', quoting('eva1', 'I will look.'));
  await write('/mail/copy.eml', quoting('eva1', 'I will look.'));
  expect(found()).toHaveLength(1);
  files.remove('/mail/2.eml');
  expect(found()).toEqual(['/mail/copy.eml quotation 1']);
  await write('/mail/2.eml', quoting('eva1', 'I will look.'));
  await write('/mail/1.eml', original);
  expect(found()).toEqual(['/mail/1.eml ']);
  expect(files.get('/mail/copy.eml')).toMatchObject({ documents: 1, chunks: 1 });
  expect(integrity()).toEqual([]);
});
