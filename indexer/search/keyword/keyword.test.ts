import { expect, test } from 'vitest';
import { searchInput } from '#main/contract/search.ts';
import type { Library } from '../../store/library.ts';
import { fileWrite, freshLibrary, written } from '../../store/testing/written.ts';
import { createSearch } from '../search.ts';

const signal = new AbortController().signal;

function libraryOf(...texts: string[]): Library {
  const library = freshLibrary();
  const { sourceId } = library.sources.add('/home', '1:1');
  for (const [index, text] of texts.entries())
    library.files.replace(fileWrite(sourceId, `/home/${index}.md`, [written({ text })]));
  return library;
}

async function found(library: Library, query: string): Promise<string[]> {
  const input = searchInput.parse({ query, mode: 'keyword' });
  const hits = await createSearch(library).search(input, null, signal);
  return hits.map(({ text }) => text);
}

// What makes a library one of a language, and holds none of the words asked for.
const german = 'Das ist gut und auch nicht mit dem Auto zu machen.';
const spanish = 'Los dos van por una calle del centro, como siempre, para comer.';
const french = 'Les enfants sont dans une maison avec le chien pour la nuit, il est tard.';
const italian = 'La casa che non era della zia, sono sicuro, per noi e nel centro.';
const portuguese = 'Uma casa com jardim para os dois, mais cara dos que não compraram.';

test('a library that comes to hold another language finds the forms of its words', async () => {
  const library = libraryOf('The bill is on the table.');
  const search = createSearch(library);
  const hits = () => search.search(searchInput.parse({ query: 'Verträge', mode: 'keyword' }), null, signal);
  expect(await hits()).toEqual([]);
  const { sourceId } = library.sources.add('/other', '1:1');
  for (const [index, text] of [german, 'Der Vertrag gilt ab Mai.'].entries())
    library.files.replace(fileWrite(sourceId, `/other/${index}.md`, [written({ text })]));
  expect((await hits()).map(({ text }) => text)).toEqual(['Der Vertrag gilt ab Mai.']);
});

test.each([
  ['Rechnungen', german, 'Die Rechnung liegt bei.'],
  ['Rechnung', german, 'Alle Rechnungen sind bezahlt.'],
  ['Haus', german, 'Zwei Häuser am See.'],
  ['Verträge', german, 'Der Vertrag gilt ab Mai.'],
  ['Museum', german, 'Drei Museen an einem Tag.'],
  ['Freundinnen', german, 'Ihre Freundin kommt.'],
  ['factura', spanish, 'Las facturas de enero.'],
  ['habitaciones', spanish, 'Una habitación doble.'],
  ['luces', spanish, 'La luz del pasillo.'],
  ['journaux', french, 'Le journal du matin.'],
  ['tableau', french, 'Des tableaux anciens.'],
  ['fattura', italian, 'Le fatture di gennaio.'],
  ['banche', italian, 'La banca chiude alle tre.'],
  ['contrato', portuguese, 'Os contratos assinados.'],
  ['reuniões', portuguese, 'A reunião foi adiada.'],
  ['animais', portuguese, 'O animal está bem.'],
])('%j finds the other forms of the word', async (query, language, text) => {
  expect(await found(libraryOf(language, text), query)).toEqual([text]);
});

test('what differs in gender is another word: casa and caso', async () => {
  expect(await found(libraryOf(spanish, 'El caso está cerrado.'), 'casa')).toEqual([]);
});

test.each([
  ['東京', '来週、東京で会議があります。'],
  ['会議はいつですか', '来週、東京で会議があります。'],
  ['北京大学', '他在北京的大学学习。'],
  ['什么时候开会', '星期三开会。'],
  ['ประชุม', 'พรุ่งนี้มีการประชุมที่กรุงเทพ'],
  ['서울', '내일 서울에서 회의가 있습니다.'],
])('%j is found in a text without spaces around it', async (query, text) => {
  expect(await found(libraryOf('天気がいい。今天很冷。', text), query)).toEqual([text]);
});

test('the characters of a word stand together: 京東 is not 東京', async () => {
  expect(await found(libraryOf('京東の店です。'), '東京')).toEqual([]);
});

test.each([
  ['14300', 'The roof is 14,300 euros.'],
  ['14,300', 'The roof is 14300 euros.'],
  ['14.300', 'The roof is 14,300 euros.'],
  ['14 300', 'The roof is 14.300 euros.'],
  ["14'300", 'The roof is 14300 euros.'],
  ['14,300.50', 'Das Dach: 14.300,50 Euro.'],
  ['1250000', 'Sold for 1,250,000 pounds.'],
  ['2025', 'In May 2025.'],
  ['2025-03-14', 'Received 2025-03-14.'],
  ['HV-2041-77', 'Policy HV-2041-77.'],
  ['HV204177', 'Policy HV-2041-77.'],
  ['anna@example.org', 'Write to anna@example.org soon.'],
  ['user_name', 'The field user_name is empty.'],
])('the number or name %j is found however it is written', async (query, text) => {
  expect(await found(libraryOf('The 14 of us paid 300 or 20.', text), query)).toContain(text);
});

test('a number is no two numbers beside other words', async () => {
  expect(await found(libraryOf('14 people and 300 chairs.'), '14,300')).toEqual([]);
});

test.each([
  ['ｂｏｉｌｅｒ ２０２５', 'The boiler of 2025.'],
  ['Lodz', 'A week in Łódź.'],
  ['Søren', 'Soren wrote.'],
  ['ISTANBUL', 'İstanbul is far.'],
  ['Æbler', 'aebler og pærer'],
  ['كتاب', 'كِتَاب جديد'],
  ['ΑΘΗΝΑ', 'στην Αθήνα'],
  ['ΔΡΟΜΟΣ', 'ο δρόμος'],
  ['еще', 'И ещё одно.'],
])('%j is found whatever its case, width and marks', async (query, text) => {
  expect(await found(libraryOf(text), query)).toEqual([text]);
});

test.each([
  ['Heizungsrechnung', 'Die Rechnung für die Heizung kam heute.'],
  ['Rechnung Heizung', 'Die Heizungsrechnung kam heute.'],
  ['die Heizung und die Rechnung', 'Die Heizungsrechnung kam heute.'],
])('%j finds a compound in its parts, and its parts in one', async (query, text) => {
  const others = [german, 'Eine Rechnung.', 'Neue Heizung.', 'Ein Garten.'];
  expect(await found(libraryOf(...others, text), query)).toContain(text);
});

test('a word that the library does not know is taken for the one it was meant to be, and this is told', async () => {
  const library = libraryOf('The boiler was replaced.', 'A fundraiser for the shelter.');
  const search = createSearch(library);
  expect(await found(library, 'bolier')).toEqual(['The boiler was replaced.']);
  expect(search.corrected('Where is the Bolier?')).toBe('Where is the boiler?');
  expect(search.corrected('funraiser')).toBe('fundraiser');
  expect(search.corrected('Where is the boiler?')).toBeNull();
});

test('a word that comes into the library is right from then on', async () => {
  const library = libraryOf('The boiler was replaced.');
  const search = createSearch(library);
  expect(search.corrected('bolier')).toBe('boiler');
  const { sourceId } = library.sources.add('/home', '1:1');
  library.files.replace(fileWrite(sourceId, '/home/new.md', [written({ text: 'Mr Bolier called.' })]));
  expect(search.corrected('bolier')).toBeNull();
});

test.each([
  ['a question in a language the library has not', 'Wann wurde der Boilar ersetst?'],
  ['a short word', 'rood'],
  ['a code', 'boil3r'],
])('nothing is put right in %s', async (_, query) => {
  expect(createSearch(libraryOf('The boiler on the roof.', german)).corrected(query)).toBeNull();
});
