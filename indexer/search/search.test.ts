import { expect, test } from 'vitest';
import { searchInput } from '#main/contract/search.ts';
import type { Embedder } from '#models/embed/embedder.ts';
import type { Chunk } from '../chunk/chunk.ts';
import type { ParsedDocument } from '../sources/parser.ts';
import type { Library } from '../store/library.ts';
import { embedAll, fileWrite, freshLibrary, written } from '../store/testing/written.ts';
import { createSearch, type Search } from './search.ts';

const signal = new AbortController().signal;

/** Stands for a model where only the plumbing matters: texts with the same topic word point the same way. */
const topics = ['garden', 'money', 'journey', 'music'];
function topicVector(text: string): Float32Array {
  const vector = new Float32Array(16).fill(0.05);
  for (const [index, topic] of topics.entries()) if (text.toLowerCase().includes(topic)) vector[index] = 1;
  return vector.map((component) => component / Math.hypot(...vector));
}
const embedder: Embedder = {
  modelId: 'topics',
  dimensions: 16,
  embed: async (texts) => texts.map(topicVector),
};

function add(library: Library, path: string, ...documents: ParsedDocument[]): void {
  const { sourceId } = library.sources.add('/home', '1:1');
  library.files.replace(fileWrite(sourceId, path, documents));
}

/** Titles of the hits, best first. */
async function titles(
  search: Search,
  query: string,
  more: Partial<Parameters<Search['search']>[0]> = {},
  using: Embedder | null = null,
): Promise<string[]> {
  const hits = await search.search(searchInput.parse({ query, ...more }), using, signal);
  return hits.map(({ title }) => title);
}

const notes: readonly [title: string, text: string][] = [
  ['Boiler', 'The boiler shows error E-4012 when the pressure drops.'],
  ['Codes', 'Error codes of the washing machine: 4011, 4013 and 4014.'],
  ['Health', 'Notes on well-being and sleep.'],
  ['Straße', 'Frau Müller wohnt in der Goethestraße.'],
  ['Visit', 'Mr Mueller came to see the roof in Paris; the café was closed.'],
  ['Talk', 'What is this about? It is about nothing.'],
  ['Tokyo', '来週、東京で会議があります。'],
];

function notesLibrary(): Library {
  const library = freshLibrary();
  for (const [title, text] of notes) add(library, `/home/${title}.md`, written({ title, text }));
  return library;
}

test.each([
  ['E-4012', 'Boiler'],
  ['E4012', 'Boiler'],
  ['error e 4012', 'Boiler'],
  ['well-being', 'Health'],
  ['wellbeing', 'Health'],
  ['well being', 'Health'],
  ['Müller', 'Straße'],
  ['muller', 'Straße'],
  ['goethestrasse', 'Straße'],
  ['cafe', 'Visit'],
  ['東京', 'Tokyo'],
  ['boilers showing errors', 'Boiler'],
  ['what is it about', 'Talk'],
])('the words %j find %s first', async (query, title) => {
  expect((await titles(createSearch(notesLibrary()), query))[0]).toBe(title);
});

test('a name written with ue finds the one written with ü, and the other way round', async () => {
  const search = createSearch(notesLibrary());
  expect((await titles(search, 'Mueller')).toSorted()).toEqual(['Straße', 'Visit']);
  expect((await titles(search, 'Müller')).toSorted()).toEqual(['Straße', 'Visit']);
});

test.each([
  ['an open quotation mark', '"unbalanced'],
  ['operators', 'a AND OR NOT ('],
  ['a column', 'title:boiler'],
  ['a prefix', 'col:x*'],
  ['an anchor', '^boiler'],
  ['SQL', "'; DROP TABLE chunk; --"],
  ['signs', '-boiler +x NEAR(a b)'],
  ['braces', '{a b}: c'],
  ['stars', '***'],
  ['a picture', '🙂'],
  ['NUL', '\u0000boiler'],
  ['one endless word', 'x'.repeat(10_000)],
  ['a thousand words', Array.from({ length: 1000 }, (_, index) => `word${index}`).join(' ')],
])('whatever a person types is a query and never a mistake: %s', async (_, query) => {
  await expect(titles(createSearch(notesLibrary()), query)).resolves.toBeInstanceOf(Array);
});

test('a query without a word finds nothing, and an empty library is searched in peace', async () => {
  expect(await titles(createSearch(notesLibrary()), '?!')).toEqual([]);
  const empty = createSearch(freshLibrary());
  expect(await titles(empty, 'boiler')).toEqual([]);
  expect(await titles(empty, 'boiler', { mode: 'vector' }, embedder)).toEqual([]);
});

function topicLibrary(): Library {
  const library = freshLibrary();
  add(library, '/home/a.md', written({ title: 'Roses', text: 'Roses like sun. (garden)' }));
  add(library, '/home/b.md', written({ title: 'Taxes', text: 'The tax office wrote. (money)' }));
  add(library, '/home/c.md', written({ title: 'Train', text: 'The train leaves at nine. (journey)' }));
  embedAll(library, 'topics', topicVector);
  return library;
}

test('hybrid finds by words and by meaning, and each mode alone by its own', async () => {
  const search = createSearch(topicLibrary());
  expect((await titles(search, 'my garden', {}, embedder))[0]).toBe('Roses');
  expect((await titles(search, 'train journey money', { mode: 'keyword' }, embedder))[0]).toBe('Train');
  expect(await titles(search, 'plants of the garden', { mode: 'vector', limit: 1 }, embedder)).toEqual([
    'Roses',
  ]);
});

test('without an embedder hybrid searches words, and vectors alone say what is missing', async () => {
  const search = createSearch(topicLibrary());
  expect(await titles(search, 'tax')).toEqual(['Taxes']);
  await expect(titles(search, 'tax', { mode: 'vector' })).rejects.toMatchObject({ code: 'model-missing' });
});

test('search follows every write at once', async () => {
  const library = topicLibrary();
  const search = createSearch(library);
  const byMeaning = (query: string) => titles(search, query, { mode: 'vector', limit: 1 }, embedder);
  expect(await byMeaning('music')).not.toEqual(['Concert']);
  add(library, '/home/d.md', written({ title: 'Concert', text: 'Tickets for Friday. (music)' }));
  expect(await titles(search, 'tickets', {}, embedder)).toContain('Concert');
  embedAll(library, 'topics', topicVector);
  expect(await byMeaning('music')).toEqual(['Concert']);
  library.files.move(
    '/home/d.md',
    '/home/e.md',
    { sizeBytes: 1, modifiedMs: 1, changedMs: null, inode: '1:1' },
    1,
  );
  expect(await byMeaning('music')).toEqual(['Concert']);
  add(library, '/home/e.md', written({ title: 'Flat', text: 'The rent is due. (money)' }));
  expect(await byMeaning('music')).not.toEqual(['Concert']);
  library.files.remove('/home/e.md');
  expect(await titles(search, 'rent tickets', {}, embedder)).not.toContain('Flat');
});

test('another embedder is searched by its own vectors', async () => {
  const library = topicLibrary();
  const search = createSearch(library);
  await titles(search, 'garden', { mode: 'vector' }, embedder);
  const other = { ...embedder, modelId: 'other' };
  expect(await titles(search, 'garden', { mode: 'vector' }, other)).toEqual([]);
  embedAll(library, 'other', topicVector);
  expect(await titles(search, 'garden', { mode: 'vector', limit: 1 }, other)).toEqual(['Roses']);
});

test('a filter holds in both arms', async () => {
  const library = freshLibrary();
  const mail = written({
    kind: 'mail',
    title: 'Mail',
    text: 'garden garden',
    date: '2024-05-01T00:00:00.000Z',
  });
  add(library, '/home/m.eml', mail);
  add(library, '/home/n.md', written({ title: 'Note', text: 'a garden and much else' }));
  embedAll(library, 'topics', topicVector);
  const search = createSearch(library);
  for (const mode of ['hybrid', 'keyword', 'vector'] as const) {
    expect(await titles(search, 'garden', { mode, filter: { kinds: ['note'] } }, embedder)).toEqual(['Note']);
    expect(await titles(search, 'garden', { mode, filter: { after: '2024-05-01' } }, embedder)).toEqual([
      'Mail',
    ]);
    expect(await titles(search, 'garden', { mode, filter: { people: ['Nobody'] } }, embedder)).toEqual([]);
  }
});

test('a short message is found by what was said around it', async () => {
  const library = freshLibrary();
  const chat = [
    'Shall we see the opera?',
    'Yes, on Friday at eight.',
    'The dentist called.',
    'Milk and bread, please.',
  ];
  const messages = chat.map((text, index) =>
    written({ kind: 'message', member: `${index}`, title: text, text }),
  );
  add(library, '/home/chat.txt', ...messages);
  const found = await titles(createSearch(library), 'when is the opera');
  expect(found[0]).toBe('Shall we see the opera?');
  expect(found).toContain('Yes, on Friday at eight.');
  expect(found).not.toContain('Milk and bread, please.');
});

test('a message means what those around it mean', async () => {
  const library = freshLibrary();
  const chat = [
    'About the garden.',
    'Yes.',
    'Fine by me.',
    'Then money.',
    'Music.',
    'Journey.',
    'Well.',
    'No.',
  ];
  add(
    library,
    '/home/chat.txt',
    ...chat.map((text) => written({ kind: 'message', member: text, title: text, text })),
  );
  add(library, '/home/note.md', written({ title: 'Alone', text: 'Yes and no.' }));
  embedAll(library, 'topics', topicVector);
  const search = createSearch(library);
  const found = await titles(search, 'garden', { mode: 'vector' }, embedder);
  expect(found[0]).toBe('About the garden.');
  expect(found.indexOf('Yes.')).toBeLessThan(found.indexOf('No.'));
  expect(found.indexOf('Yes.')).toBeLessThan(found.indexOf('Alone'));
});

test('a mail is found by who wrote it and by what is attached', async () => {
  const library = freshLibrary();
  const mail = written({
    kind: 'mail',
    title: 'Hello',
    text: 'See below.',
    people: [{ name: 'Ana Ruiz', address: 'ana@example.org', role: 'from' }],
    attachments: [{ name: 'Offer_2024.pdf', mimeType: 'application/pdf', sizeBytes: 1 }],
  });
  add(library, '/home/a.eml', mail);
  add(library, '/home/b.eml', written({ kind: 'mail', title: 'Other', text: 'Nothing to see.' }));
  const search = createSearch(library);
  expect(await titles(search, 'Ana Ruiz')).toEqual(['Hello']);
  expect(await titles(search, 'offer 2024 pdf')).toEqual(['Hello']);
});

test('what a mail repeats ranks below the mail that said it', async () => {
  const library = freshLibrary();
  const { sourceId } = library.sources.add('/home', '1:1');
  const said = 'The kitchen is painted in sage green.';
  const parts: Chunk[] = [
    { start: 0, end: 7, place: { line: 1 }, heading: '', quoted: false },
    { start: 8, end: 8 + said.length, place: { line: 2 }, heading: '', quoted: true },
  ];
  const answer = written({ kind: 'mail', title: 'Re: Kitchen', text: `Thanks!\n${said}` });
  library.files.replace(fileWrite(sourceId, '/home/2.eml', [answer], () => parts));
  add(library, '/home/1.eml', written({ kind: 'mail', title: 'Kitchen', text: `${said} It took two days.` }));
  expect(await titles(createSearch(library), 'kitchen sage green')).toEqual([
    'Kitchen',
    'Re: Kitchen',
    'Re: Kitchen',
  ]);
});

test('one long document does not fill the list, and copies are shown once', async () => {
  const library = freshLibrary();
  const { sourceId } = library.sources.add('/home', '1:1');
  const lines = Array.from({ length: 20 }, (_, index) => `apple harvest ${index}\n`);
  const text = lines.join('');
  let at = 0;
  const parts = lines.map((line): Chunk => {
    const start = at;
    at += line.length;
    return { start, end: at, place: { line: 1 }, heading: '', quoted: false };
  });
  library.files.replace(
    fileWrite(sourceId, '/home/long.md', [written({ title: 'Long', text })], () => parts),
  );
  const short = written({ title: 'Short', text: 'An apple harvest, long ago, in another place.' });
  add(library, '/home/short.md', short);
  add(library, '/home/copy.md', short);
  const found = await titles(createSearch(library), 'apple harvest', { limit: 4 });
  expect(found.toSorted()).toEqual(['Long', 'Long', 'Long', 'Short']);
});

test('a paper that also hangs on a mail is shown where it lies by itself', async () => {
  const library = freshLibrary();
  const paper = written({ title: 'Offer', text: 'The larch battens come to 340 euros.' });
  const mail = written({ kind: 'mail', title: 'Your offer', text: 'Dear Anna, see below.' });
  add(library, '/home/a.eml', mail, { ...paper, member: 'offer.pdf' });
  add(library, '/home/z.pdf', { ...paper, member: null });
  const hits = await createSearch(library).search(
    searchInput.parse({ query: 'larch battens' }),
    null,
    signal,
  );
  expect(hits.map(({ path }) => path)).toEqual(['/home/z.pdf']);
});

test('a file is found by its name, and once it was renamed by the new one', async () => {
  const library = notesLibrary();
  add(
    library,
    '/home/Kinnaird_Angebot-2024.pdf',
    written({ title: 'Bathroom', text: 'For tiles and taps.' }),
  );
  const search = createSearch(library);
  for (const query of ['Kinnaird Angebot 2024', 'kinnaird_angebot-2024.pdf', 'angebot kinnaird'])
    expect((await titles(search, query))[0]).toBe('Bathroom');
  const stat = { sizeBytes: 1, modifiedMs: 1, changedMs: null, inode: '1:1' };
  const { sourceId } = library.sources.add('/home', '1:1');
  library.files.move('/home/Kinnaird_Angebot-2024.pdf', '/home/Offer (plumber).pdf', stat, sourceId);
  expect(await titles(search, 'Kinnaird')).toEqual([]);
  expect(await titles(search, 'plumber offer')).toEqual(['Bathroom']);
});

test('a search that is no longer wanted stops', async () => {
  const stopped = AbortSignal.abort();
  const search = createSearch(topicLibrary());
  await expect(search.search(searchInput.parse({ query: 'tax' }), null, stopped)).rejects.toThrow();
});
