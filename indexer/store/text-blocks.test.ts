import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { firstSchema, placesOfEveryKind, textInBlocks } from './schema.ts';
import { createTextReader, createTextWriter, packText } from './text-blocks.ts';

function stored(text: string) {
  const db = new Database(':memory:');
  for (const step of [firstSchema, placesOfEveryKind, textInBlocks]) db.exec(step);
  db.pragma('foreign_keys = OFF');
  createTextWriter(db).write(7, packText(text));
  return { db, reader: createTextReader(db) };
}

test.each([
  ['nothing', ''],
  ['a short text', 'Grüße aus Łódź, 你好'],
  ['a text of many blocks', 'Sphinx of black quartz, judge my vow. '.repeat(10_000)],
  ['pairs of surrogates at every boundary', `x${'😀'.repeat(70_000)}`],
])('%s is read as it was written, whole and in part', (_what, text) => {
  const { reader } = stored(text);
  expect(reader.whole(7)).toBe(text);
  for (const [start, end] of [
    [0, 5],
    [32_760, 32_780],
    [65_530, 65_600],
    [10, 100_000],
    [5, 5],
  ] as const)
    expect(reader.slice(7, start, end)).toBe(text.slice(start, end));
});

test('a long text takes a fraction of its size, and is given back with its document', () => {
  const { db } = stored('All work and no play makes a long document. '.repeat(20_000));
  const bytes = Number(db.prepare('SELECT sum(length(body)) FROM text_block').pluck().get());
  expect(bytes).toBeLessThan(100_000);
});
