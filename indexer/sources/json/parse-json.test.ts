import { describe, expect, it } from 'vitest';
import { defaultLimits } from '../limits.ts';
import { readDocuments } from '../read-documents.ts';

const read = (text: string) =>
  readDocuments(new TextEncoder().encode(text), { name: 'a.json', modifiedMs: 0 }, defaultLimits);
const textOf = async (text: string) => (await read(text)).documents[0]?.text;

describe('JSON', () => {
  it('is read to the bottom, however deep it nests', async () => {
    const depth = 100_000;
    const text = `${'['.repeat(depth)}"the bottom"${']'.repeat(depth)}`;
    expect(await textOf(text)).toContain('- the bottom');
  });

  it('is one record after the other where a file holds several values', async () => {
    expect(await textOf('{"a":1}{"a":2} [3]')).toBe('a: 1\n\na: 2\n\n- 3');
  });

  it('leaves out encoded data and what is empty', async () => {
    expect(await textOf(`{"picture":"${'QUJD'.repeat(100)}","note":"","none":null,"name":"Ada"}`)).toBe(
      'name: Ada',
    );
  });

  it('is read as plain text where it is none', async () => {
    expect(await read('Not data, only words.')).toMatchObject({
      state: 'indexed',
      documents: [{ text: 'Not data, only words.' }],
    });
  });

  it.each(['{"a":"b', '[1,', '{"a":{"b":1}'])('%s is partly read and said to be cut', async (text) => {
    expect(await read(`${text}`)).toMatchObject({ state: 'partly', reason: 'corrupt' });
  });

  it('takes names of built-in properties for what they are', async () => {
    expect(await textOf('{"__proto__":{"polluted":true},"constructor":"x"}')).toContain('__proto__:');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
