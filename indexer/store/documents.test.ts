import { expect, test } from 'vitest';
import type { MentionedPerson } from '#main/contract/document.ts';
import type { Filter } from '#main/contract/search.ts';
import { conversationMark, type ThreadLinks } from '../sources/parser.ts';
import type { Library } from './library.ts';
import { fileWrite, freshLibrary, written } from './testing/written.ts';

const ana: MentionedPerson = { name: 'Ana Müller', address: 'ana@example.org', role: 'from' };
const bob: MentionedPerson = { name: 'Bob Stone', address: 'bob@example.org', role: 'to' };

function library(): Library {
  const made = freshLibrary();
  const mail = made.sources.add('/home/mail', '1:1').sourceId;
  const notes = made.sources.add('/home/notes', '1:2').sourceId;
  const write = (sourceId: number, path: string, given: Parameters<typeof written>[0]): void =>
    made.files.replace(fileWrite(sourceId, path, [written({ title: path, ...given })]));
  write(mail, '/home/mail/1.eml', {
    kind: 'mail',
    text: 'one',
    date: '2024-03-01T00:00:00.000Z',
    people: [ana, bob],
    attachments: [{ name: 'plan.pdf', mimeType: 'application/pdf', sizeBytes: 3 }],
  });
  write(mail, '/home/mail/2.eml', {
    kind: 'mail',
    text: 'two',
    date: '2024-03-31T23:59:59.000Z',
    people: [
      { ...bob, role: 'from' },
      { ...ana, role: 'cc' },
    ],
  });
  write(notes, '/home/notes/House/3.md', { text: 'three', date: '2024-04-01T00:00:00.000Z' });
  write(notes, '/home/notes/4.md', {
    text: 'four',
    people: [{ name: 'Müller, Ana', address: 'ana.work@example.org', role: 'author' }],
  });
  return made;
}

test.each<[Filter, string[]]>([
  [{}, ['1.eml', '2.eml', '3.md', '4.md']],
  [{ kinds: ['mail'] }, ['1.eml', '2.eml']],
  [{ after: '2024-03-01', before: '2024-04-01' }, ['1.eml', '2.eml']],
  [{ weekdays: [1] }, ['3.md']],
  [{ weekdays: [5, 7] }, ['1.eml', '2.eml']],
  [{ after: '2024-03-31T23:59:59Z' }, ['2.eml', '3.md']],
  [{ from: ['ana@example.org'] }, ['1.eml', '4.md']],
  [{ from: ['ana muller'] }, ['1.eml', '4.md']],
  [{ to: ['Ana'] }, ['2.eml']],
  [{ from: ['Ana'], to: ['Bob'] }, ['1.eml']],
  [{ people: ['Ana'] }, ['1.eml', '2.eml', '4.md']],
  [{ people: ['ANA.WORK@example.org'], kinds: ['mail'] }, ['1.eml', '2.eml']],
  [{ hasAttachment: true }, ['1.eml']],
  [{ hasAttachment: false, kinds: ['mail'] }, ['2.eml']],
  [{ from: ['Nobody'] }, []],
  [{ from: ['Bob', 'Ana'] }, ['1.eml', '2.eml', '4.md']],
  [{ folder: 'house' }, ['3.md']],
  [{ folder: '/home/notes' }, ['3.md', '4.md']],
  [{ folder: '/home/not' }, []],
  [{ folder: 'notes/house/' }, ['3.md']],
  [{ sourceId: 1 }, ['1.eml', '2.eml']],
  [{ kinds: [] }, ['1.eml', '2.eml', '3.md', '4.md']],
])('the filter %j lets through exactly its documents', (filter, names) => {
  const { documents, text } = library();
  const found = documents.list(filter, 'oldest', 10).map(({ path }) => path.split('/').at(-1));
  expect(found.sort()).toEqual(names);
  expect(documents.count(filter)).toBe(names.length);
  const matches = text.match('"one" OR "two" OR "three" OR "four"', filter, 10);
  expect(matches).toHaveLength(names.length);
  expect(text.documentsIn(filter)?.length ?? 4).toBe(names.length);
  expect(text.count('"one" OR "two"', 1)).toBe(1);
});

test('lists are ordered by date and can be paged', () => {
  const { documents } = library();
  const newest = documents.list({ kinds: ['mail'] }, 'newest', 1, 0);
  expect(newest).toMatchObject([{ path: '/home/mail/2.eml', date: '2024-03-31T23:59:59.000Z' }]);
  expect(documents.list({ kinds: ['mail'] }, 'newest', 1, 1)).toMatchObject([{ path: '/home/mail/1.eml' }]);
});

test('a file attached to a mail is told from one on disk', () => {
  const made = freshLibrary();
  const { sourceId } = made.sources.add('/mail', '1:1');
  const plan = { kind: 'document', title: 'plan', text: 'the plan' } as const;
  const mail = written({ kind: 'mail', title: 'mail', text: 'see the plan' });
  made.files.replace(fileWrite(sourceId, '/mail/1.eml', [mail, written({ ...plan, member: 'plan.pdf' })]));
  made.files.replace(fileWrite(sourceId, '/mail/plan.pdf', [written(plan)]));
  const attached = made.documents.attached({ kinds: ['document'] });
  expect(attached.map((id) => made.documents.summary(id)?.path)).toEqual(['/mail/1.eml']);
  expect(made.documents.attached({ kinds: ['mail'] })).toEqual([]);
});

test('one human is known by all names and addresses', () => {
  const [first, second] = library().documents.people();
  expect(first).toMatchObject({ documents: 3, addresses: ['ana@example.org', 'ana.work@example.org'] });
  expect(first?.names.toSorted()).toEqual(['Ana Müller', 'Müller, Ana']);
  expect(second).toMatchObject({ name: 'Bob Stone', documents: 2 });
});

test('folders are those that hold documents', () => {
  expect(library().documents.folders()).toEqual(['/home/mail', '/home/notes', '/home/notes/House']);
});

test('a mail is in the folders of its program and under its labels, whatever file it lies in', () => {
  const made = freshLibrary();
  const { sourceId } = made.sources.add('/mail', '1:1');
  const tags = ['Inbox', 'Choir/Concerts', 'sent'];
  made.files.replace(fileWrite(sourceId, '/mail/all.mbox', [written({ kind: 'mail', text: 'one', tags })]));
  made.files.replace(fileWrite(sourceId, '/mail/note.md', [written({ text: 'two', tags: ['choir'] })]));
  const thread = { messageId: 'x@example.org', references: [], subject: '' };
  for (const name of ['Archive', 'Family'])
    made.files.replace(
      fileWrite(sourceId, `/mail/${name}`, [written({ kind: 'mail', text: 'three', thread, tags: [name] })]),
    );
  const count = (folder: string) => made.documents.count({ folder });
  expect(['inbox', 'Choir', 'Concerts', 'choir/concerts', 'Sent', 'mail'].map(count)).toEqual([
    1, 1, 1, 1, 1, 3,
  ]);
  expect(['Archive', 'Family'].map(count)).toEqual([1, 1]);
  expect(['box', 'Con', '/Inbox', '/mail/Inbox', ''].map(count)).toEqual([0, 0, 0, 0, 0]);
  expect(made.documents.labels()).toEqual(['Archive', 'Choir/Concerts', 'Family', 'Inbox', 'sent']);
});

test('a document is read with its people and the places of its passages', () => {
  const made = freshLibrary();
  const { sourceId } = made.sources.add('/pdf', '1:1');
  const text = 'Page one.\nPage two 𝄞 ends.';
  const document = written({
    kind: 'document',
    title: 'Two pages',
    text,
    people: [ana],
    passages: [
      { start: 0, end: 9, place: { page: 1 }, role: 'paragraph' },
      { start: 10, end: text.length, place: { page: 2 }, role: 'paragraph' },
    ],
  });
  const chunk = { start: 10, end: 21, place: { page: 2 }, heading: 'Part › Two', quoted: false };
  made.files.replace(fileWrite(sourceId, '/pdf/a.pdf', [document], () => [chunk]));
  const [summary] = made.documents.list({}, 'newest', 1);
  const read = made.documents.read(summary?.documentId ?? 0);
  expect(read).toMatchObject({ title: 'Two pages', path: '/pdf/a.pdf', text, people: [ana] });
  expect(read?.places).toEqual([
    { start: 0, end: 9, place: { page: 1 } },
    { start: 10, end: text.length, place: { page: 2 } },
  ]);
  const [stored] = made.documents.chunks(summary?.documentId ?? 0);
  expect(stored).toMatchObject({ ...chunk, text: 'Page two 𝄞' });
  expect(
    made.documents.hits([
      { chunkId: stored?.chunkId ?? 0, score: 2 },
      { chunkId: 99, score: 1 },
    ]),
  ).toMatchObject([
    { score: 2, title: 'Two pages', place: { page: 2 }, text: 'Page two 𝄞', people: ['Ana Müller'] },
  ]);
  expect(made.documents.read(99)).toBeUndefined();
  expect(made.documents.chunk(99)).toBeUndefined();
});

function mailWith(links: Partial<ThreadLinks>, title: string, date: string) {
  const thread = { messageId: null, references: [], subject: title.replace(/^(Re|AW): /, ''), ...links };
  return written({ kind: 'mail', text: title, title, date, thread, people: [ana, bob] });
}

test('mails that answer each other are one thread, oldest first, also when they come in any order', () => {
  const { files, sources, documents } = freshLibrary();
  const { sourceId } = sources.add('/mail', '1:1');
  const mails = {
    c: mailWith({ messageId: '<c>', references: ['<b>'] }, 'Re: roof', '2024-01-03T00:00:00.000Z'),
    a: mailWith({ messageId: '<a>' }, 'roof', '2024-01-01T00:00:00.000Z'),
    d: mailWith({ messageId: '<d>' }, 'AW: roof', '2024-01-04T00:00:00.000Z'),
    b: mailWith({ messageId: '<b>', references: ['<a>'] }, 'Re: roof', '2024-01-02T00:00:00.000Z'),
    other: mailWith({ messageId: '<o>' }, 'roof', '2024-01-05T00:00:00.000Z'),
  };
  for (const [name, mail] of Object.entries(mails)) {
    files.replace(fileWrite(sourceId, `/mail/${name}.eml`, [mail]));
  }
  const last = documents.list({}, 'oldest', 9).find(({ path }) => path === '/mail/b.eml');
  const thread = documents.thread(last?.documentId ?? 0).map(({ path }) => path);
  expect(thread).toEqual(['/mail/a.eml', '/mail/b.eml', '/mail/c.eml', '/mail/d.eml']);
});

test('mails that name no other are one thread by the conversation that Exchange gave them', () => {
  const { files, sources, documents } = freshLibrary();
  const { sourceId } = sources.add('/mail', '1:1');
  const references = [`${conversationMark}01db8c`];
  const mails = {
    a: mailWith({ messageId: '<a>', references }, 'roof', '2024-01-01T00:00:00.000Z'),
    b: mailWith({ messageId: '<b>', references }, 'a new subject', '2024-01-02T00:00:00.000Z'),
    c: mailWith(
      { messageId: '<c>', references: [`${conversationMark}02`] },
      'Re: roof',
      '2024-01-03T00:00:00.000Z',
    ),
  };
  for (const [name, mail] of Object.entries(mails))
    files.replace(fileWrite(sourceId, `/mail/${name}.eml`, [mail]));
  const [first] = documents.list({}, 'oldest', 1);
  const thread = documents.thread(first?.documentId ?? 0).map(({ path }) => path);
  expect(thread).toEqual(['/mail/a.eml', '/mail/b.eml', '/mail/c.eml']);
});

test('mails without a subject are no thread', () => {
  const { files, sources, documents } = freshLibrary();
  const { sourceId } = sources.add('/mail', '1:1');
  for (const name of ['a', 'b']) {
    const mail = mailWith({ messageId: `<${name}>`, subject: '' }, 'Re:', '2024-01-01T00:00:00.000Z');
    files.replace(fileWrite(sourceId, `/mail/${name}.eml`, [mail]));
  }
  const [first] = documents.list({}, 'oldest', 1);
  expect(documents.thread(first?.documentId ?? 0)).toHaveLength(1);
});

test('what is no mail has the documents of its file as thread', () => {
  const { files, sources, documents } = freshLibrary();
  const { sourceId } = sources.add('/chat', '1:1');
  const messages = ['one', 'two', 'three'].map((text) => written({ kind: 'message', member: text, text }));
  files.replace(fileWrite(sourceId, '/chat/a.txt', messages));
  const [first] = documents.list({}, 'oldest', 1);
  expect(documents.thread(first?.documentId ?? 0).map(({ member }) => member)).toEqual([
    'one',
    'two',
    'three',
  ]);
});

test('a filter that lets many documents through is as exact as one of few', () => {
  const { files, sources, text } = freshLibrary();
  const { sourceId } = sources.add('/notes', '1:1');
  const many = Array.from({ length: 1200 }, (_, index) =>
    written({
      member: `${index}`,
      kind: index % 12 === 0 ? 'mail' : 'note',
      text: `word${index % 3} common`,
    }),
  );
  files.replace(fileWrite(sourceId, '/notes/all', many));
  expect(text.match('"common"', { kinds: ['note'] }, 2000)).toHaveLength(1100);
  expect(text.match('"word1"', { kinds: ['note'] }, 2000)).toHaveLength(400);
  expect(text.match('"common"', { kinds: ['mail'] }, 2000)).toHaveLength(100);
  expect(text.match('"common"', { kinds: ['note'] }, 7)).toHaveLength(7);
});
