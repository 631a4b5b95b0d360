import { describe, expect, it } from 'vitest';
import { defaultLimits } from '../limits.ts';
import { readDocuments } from '../read-documents.ts';
import { dialectOf } from './dialect.ts';

const read = (text: string, limits = defaultLimits) =>
  readDocuments(new TextEncoder().encode(text), { name: 'table.csv', modifiedMs: 0 }, limits);

describe('dialectOf', () => {
  it.each([
    ['commas', 'a,b,c\n1,2,3', ','],
    ['semicolons with decimal commas', 'Name;Price\nTiles;3,50\nGrout;8,00', ';'],
    ['tabs with commas in the text', 'Name\tNote\nAnna\tyes, gladly\nBeth\tno, sorry', '\t'],
    ['bars', 'a|b\n1|2', '|'],
    ['commas inside quotes only', 'a;b\n"1,2,3";4\n"5,6,7";8', ';'],
    ['a quoted line break', 'a,b\n"x;\ny;",2\n3,4', ','],
    ['no delimiter at all', 'one\ntwo', ','],
  ])('sees %s', (_what, text, delimiter) => {
    expect(dialectOf(text, 'table.csv').delimiter).toBe(delimiter);
  });

  it('believes the name of tab separated values', () => {
    expect(dialectOf('a,b\t1\nc,d\t2', 'table.tsv').delimiter).toBe('\t');
  });
});

describe('csvParser', () => {
  it('places a record of an enormous file by its first line', async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => `${index},"two\nlines of grażyna ${index}"`);
    const { documents } = await read(`id,note\n${rows.join('\n')}`);
    const last = documents[0]?.passages.at(-1);
    expect(documents[0]?.text.slice(last?.start, last?.end)).toBe('19999 | two lines of grażyna 19999');
    expect(last?.place).toEqual({ line: 2 + 2 * 19_999 });
  });

  it('reads on after a quote that is never closed', async () => {
    const rows = Array.from({ length: 200_000 }, (_, index) => `row ${index},ok`);
    const { state, documents } = await read(`Name,State\nfirst,"open\n${rows.join('\n')}`);
    expect(state).toBe('indexed');
    const last = documents[0]?.passages.at(-1);
    expect(documents[0]?.text.slice(last?.start, last?.end)).toBe('row 199999 | ok');
    expect(last?.place).toEqual({ line: 200_002 });
  });

  it('says that rows were left out where there are too many', async () => {
    const reading = await read('1\n'.repeat(500_010));
    expect(reading).toMatchObject({ state: 'partly', reason: 'truncated-text', detail: '500,000 rows' });
  });

  it('stops where the text is full', async () => {
    const reading = await read('a,b\n'.repeat(1_000_000), { ...defaultLimits, textChars: 1_000 });
    expect(reading).toMatchObject({ state: 'partly', reason: 'truncated-text' });
    expect(reading.documents[0]?.text.length).toBeLessThanOrEqual(1_000);
  });
});
