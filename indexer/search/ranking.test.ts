import { expect, test } from 'vitest';
import type { MentionedPerson } from '#main/contract/document.ts';
import { type Hit, searchInput } from '#main/contract/search.ts';
import type { Embedder } from '#models/embed/embedder.ts';
import type { ParsedDocument } from '../sources/parser.ts';
import type { Library } from '../store/library.ts';
import { embedAll, fileWrite, freshLibrary, written } from '../store/testing/written.ts';
import { createSearch } from './search.ts';

const signal = new AbortController().signal;

function add(library: Library, path: string, ...documents: ParsedDocument[]): void {
  const { sourceId } = library.sources.add('/home', '1:1');
  library.files.replace(fileWrite(sourceId, path, documents));
}

async function hitsOf(library: Library, query: string, using: Embedder | null = null): Promise<Hit[]> {
  return createSearch(library).search(searchInput.parse({ query }), using, signal);
}

const from = (name: string): MentionedPerson[] => [{ name, address: null, role: 'from' }];
const mail = (name: string, title: string, text: string, date: string | null = null) =>
  written({ kind: 'mail', title, text, date, people: from(name) });

test('who is named in a question stands first among those who wrote of it', async () => {
  const library = freshLibrary();
  add(
    library,
    '/home/1.eml',
    mail('Tom Reed', 'Roof', 'The roof, the roof: new tiles for the roof in June.'),
  );
  add(library, '/home/2.eml', mail('Ana Ruiz', 'House', 'We should wait with the roof until it is dry.'));
  expect((await hitsOf(library, 'what did Tom say about the roof'))[0]?.title).toBe('Roof');
  expect((await hitsOf(library, 'what did Ana say about the roof'))[0]?.title).toBe('House');
});

test('a day or month that is named brings forward what is of it', async () => {
  const library = freshLibrary();
  const text = 'The boiler was serviced and the valve replaced.';
  add(library, '/home/1.eml', mail('A', 'First', `${text} All of it went well.`, '2023-03-02T10:00:00Z'));
  add(library, '/home/2.eml', mail('B', 'Second', `${text} Nobody was at home.`, '2024-06-10T10:00:00Z'));
  add(library, '/home/3.eml', mail('C', 'Third', `${text} It took an hour.`, '2025-03-02T10:00:00Z'));
  for (const [query, title] of [
    ['boiler service in March 2023', 'First'],
    ['Was wurde am 10. Juni 2024 am boiler gemacht?', 'Second'],
    ['boiler valve 2025-03-02', 'Third'],
  ] as const)
    expect((await hitsOf(library, query))[0]?.title).toBe(title);
});

test('the newest comes first only where it is asked for', async () => {
  const library = freshLibrary();
  add(
    library,
    '/home/1.eml',
    mail('A', 'Old', 'The rent is due, the rent of the flat.', '2021-01-01T10:00:00Z'),
  );
  add(
    library,
    '/home/2.eml',
    mail('A', 'New', 'About the rent of the flat in town.', '2024-01-01T10:00:00Z'),
  );
  expect((await hitsOf(library, 'rent of the flat'))[0]?.title).toBe('Old');
  for (const query of ['latest rent of the flat', 'the most recent rent flat', 'neuester rent flat'])
    expect((await hitsOf(library, query))[0]?.title).toBe('New');
  expect((await hitsOf(library, 'rent of the flat last year'))[0]?.title).toBe('Old');
});

test('a document whose title or file name is said stands first', async () => {
  const library = freshLibrary();
  const often = 'House rules, house rules: the house has rules, and the rules of the house hold.';
  add(library, '/home/a.md', written({ title: 'Minutes', text: often }));
  add(library, '/home/b.md', written({ title: 'House rules', text: 'No noise after ten.' }));
  add(library, '/home/House plan.pdf', written({ title: 'Scan', text: 'Ground floor and loft.' }));
  expect((await hitsOf(library, 'house rules'))[0]?.title).toBe('House rules');
  expect((await hitsOf(library, 'house plan'))[0]?.title).toBe('Scan');
});

test('copies and quotations are one hit that tells where else it stands', async () => {
  const library = freshLibrary();
  const said =
    'The larch battens for the terrace come to 340 euros with delivery, and we can bring them on Friday or Monday.';
  add(library, '/home/1.eml', mail('Tom', 'Battens', said));
  add(
    library,
    '/home/2.eml',
    mail('Ana', 'Re: Battens', `> ${said.replace('terrace come', 'terrace\n> come')}`),
  );
  add(library, '/home/note.md', written({ title: 'Copied', text: `${said}\n` }));
  add(library, '/home/other.md', written({ title: 'Other sum', text: said.replace('340', '430') }));
  const hits = await hitsOf(library, 'larch battens terrace');
  expect(hits).toHaveLength(2);
  const shown = hits.flatMap(({ title, also }) => [title, ...also.map((place) => place.title)]);
  expect(shown.toSorted()).toEqual(['Battens', 'Copied', 'Other sum', 'Re: Battens']);
  expect(hits.find(({ text }) => text.includes('430'))?.also).toEqual([]);
});

const topics = ['garden', 'money', 'hedge'];
const embedder: Embedder = {
  modelId: 'topics',
  dimensions: 16,
  embed: async (texts) => texts.map(topicVector),
};
function topicVector(text: string): Float32Array {
  const vector = new Float32Array(16).fill(0.05);
  for (const [index, topic] of topics.entries()) if (text.toLowerCase().includes(topic)) vector[index] = 1;
  return vector.map((component) => component / Math.hypot(...vector));
}

test('what is like the best answers ranks above what is not', async () => {
  const library = freshLibrary();
  add(library, '/home/1.md', written({ title: 'One', text: 'The garden in spring: a hedge of beech.' }));
  add(library, '/home/2.md', written({ title: 'Two', text: 'A beech is cut twice: so is any hedge.' }));
  add(library, '/home/3.md', written({ title: 'Three', text: 'The beech table cost money: too much.' }));
  embedAll(library, 'topics', topicVector);
  const titles = (await hitsOf(library, 'beech in the garden', embedder)).map(({ title }) => title);
  expect(titles).toEqual(['One', 'Two', 'Three']);
});

test('words are weighed by how rare they are in what is searched, not in the library', async () => {
  const library = freshLibrary();
  const { sourceId } = library.sources.add('/work', '1:1');
  const inWork = (path: string, title: string, text: string) =>
    library.files.replace(fileWrite(sourceId, path, [written({ title, text })]));
  for (let index = 0; index < 30; index++)
    add(library, `/home/${index}.md`, written({ text: `Invoice ${index} paid` }));
  for (let index = 0; index < 9; index++)
    inWork(`/work/${index}.md`, `Antenna ${index}`, `The antenna is tested, part ${index}.`);
  inWork('/work/invoice.md', 'Bill', 'An invoice for the parts came today.');
  const input = searchInput.parse({ query: 'antenna invoice', filter: { sourceId } });
  const hits = await createSearch(library).search(input, null, signal);
  expect(hits[0]?.title).toBe('Bill');
});
