import { describe, expect, test } from 'vitest';
import type { MentionedPerson } from '#main/contract/document.ts';
import { conversationMark } from '../sources/parser.ts';
import { fileWrite, freshLibrary, written } from './testing/written.ts';

interface Given {
  readonly references?: readonly string[];
  readonly title?: string;
  readonly day?: number;
  readonly people?: readonly MentionedPerson[];
}

const ana: MentionedPerson = { name: 'Ana', address: 'ana@example.org', role: 'from' };
const bob: MentionedPerson = { name: 'Bob', address: 'bob@example.org', role: 'to' };
const eve: MentionedPerson = { name: 'Eve', address: 'eve@example.org', role: 'from' };
const bobToAna = [
  { ...bob, role: 'from' as const },
  { ...ana, role: 'to' as const },
];

function mailbox() {
  const { files, sources, documents, integrity } = freshLibrary();
  const { sourceId } = sources.add('/mail', '1:1');
  const pathOf = (name: string): string => `/mail/${name}.eml`;
  const nameOf = (path: string): string => path.slice('/mail/'.length, -'.eml'.length);
  const write = (
    name: string,
    { references = [], title = name, day = 1, people = [ana, bob] }: Given,
  ): void => {
    const thread = { messageId: name, references, subject: title.replace(/^Re: /, '') };
    const date = new Date(Date.UTC(2024, 0, day)).toISOString();
    const mail = written({ kind: 'mail', text: `${name} ${title}`, title, date, thread, people });
    files.replace(fileWrite(sourceId, pathOf(name), [mail]));
  };
  const threads = (): string[] => {
    const ids = documents.list({}, 'oldest', 500).map(({ documentId }) => documentId);
    const names = ids.map((id) =>
      documents
        .thread(id)
        .map(({ path }) => nameOf(path))
        .sort()
        .join(' '),
    );
    return [...new Set(names)].sort();
  };
  return { write, threads, remove: (name: string) => files.remove(pathOf(name)), integrity };
}

describe('mails that name each other', () => {
  test('are one thread, also where those between are missing', () => {
    const { write, threads } = mailbox();
    write('d', { references: ['a', 'b', 'c'] });
    write('a', {});
    write('e', { references: ['a', 'c'] });
    write('x', {});
    expect(threads()).toEqual(['a d e', 'x']);
  });

  test('come apart where the mail that tied them goes, and come together when it is back', () => {
    const { write, threads, remove, integrity } = mailbox();
    write('a', {});
    write('c', { references: ['b'] });
    write('b', { references: ['a'] });
    expect(threads()).toEqual(['a b c']);
    remove('b');
    expect(threads()).toEqual(['a', 'c']);
    write('b', { references: ['a'] });
    expect(threads()).toEqual(['a b c']);
    write('b', { references: ['other'] });
    expect(threads()).toEqual(['a', 'b c']);
    expect(integrity()).toEqual([]);
  });

  test('are not all tied together by one that names hundreds', () => {
    const { write, threads } = mailbox();
    const names = Array.from({ length: 200 }, (_, index) => `m${index}`);
    for (const name of names) write(name, {});
    write('hostile', { references: names });
    expect(threads().filter((thread) => thread.includes('hostile'))).toEqual(['hostile m0 m199']);
    expect(threads()).toHaveLength(199);
  });

  test('are tied to those that only Exchange numbered by one that has both', () => {
    const { write, threads } = mailbox();
    write('exchange', { references: [`${conversationMark}01db`] });
    write('standard', { references: ['root'] });
    expect(threads()).toEqual(['exchange', 'standard']);
    write('both', { references: ['root', `${conversationMark}01db`] });
    expect(threads()).toEqual(['both exchange standard']);
  });
});

describe('a reply that names no mail', () => {
  test('joins the mail of its subject, whichever comes first', () => {
    const { write, threads } = mailbox();
    write('reply', { title: 'Re: The roof', day: 3, people: bobToAna });
    write('mail', { title: 'The roof' });
    write('late', { title: 'Re: The roof', day: 9, people: bobToAna });
    expect(threads()).toEqual(['late mail reply']);
  });

  test.each<[string, Given]>([
    [
      'other people',
      { title: 'Re: The roof', day: 3, people: [eve, { ...eve, address: 'z@x.org', role: 'to' }] },
    ],
    ['a year later', { title: 'Re: The roof', day: 400, people: bobToAna }],
    ['before', { title: 'Re: The roof', day: -30, people: bobToAna }],
  ])('stays alone: %s', (_why, given) => {
    const { write, threads } = mailbox();
    write('mail', { title: 'The roof' });
    write('reply', given);
    expect(threads()).toEqual(['mail', 'reply']);
  });

  test.each(['Hello', 'Rechnung', '(no subject)'])('stays alone where all are called “%s”', (title) => {
    const { write, threads } = mailbox();
    write('mail', { title });
    write('reply', { title: `Re: ${title}`, day: 2, people: bobToAna });
    expect(threads()).toEqual(['mail', 'reply']);
  });

  test('comes apart from it where it goes', () => {
    const { write, threads, remove } = mailbox();
    write('mail', { title: 'The roof' });
    write('reply', { title: 'Re: The roof', day: 3, people: bobToAna });
    write('answer', { title: 'Re: The roof', day: 4, references: ['reply'] });
    remove('mail');
    expect(threads()).toEqual(['answer reply']);
  });
});
