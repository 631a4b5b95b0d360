import { describe, expect, it } from 'vitest';
import { defaultLimits } from '../limits.ts';
import { readDocuments } from '../read-documents.ts';

const read = (text: string, limits = defaultLimits) =>
  readDocuments(new TextEncoder().encode(text), { name: 'a.xml', modifiedMs: 0 }, limits);
const textOf = async (text: string) => (await read(text)).documents[0]?.text;

describe('XML', () => {
  it('never expands what a DTD declares', async () => {
    const levels = Array.from({ length: 9 }, (_, n) => `<!ENTITY a${n + 1} "${`&a${n};`.repeat(10)}">`);
    const bomb = `<!DOCTYPE r [<!ENTITY a0 "lol">${levels.join('')}<!ENTITY f SYSTEM "file:///etc/hostname">]><note>&a9; &f;</note>`;
    expect(await textOf(bomb)).toBe('note: &a9; &f;');
  });

  it('is read however deep it nests', async () => {
    const depth = 50_000;
    expect(await textOf(`${'<a>'.repeat(depth)}the bottom${'</a>'.repeat(depth)}`)).toBe('the bottom');
  });

  it('goes on after an ampersand that nobody escaped', async () => {
    expect(
      await textOf('<dish><name>Salt & pepper</name><link>https://example.org/?a=1&b=2</link></dish>'),
    ).toBe('name: Salt & pepper\nlink: https://example.org/?a=1&b=2');
  });

  it('says that its end is missing', async () => {
    expect(await read('<r><p>One</p><p>Two')).toMatchObject({ state: 'partly', reason: 'corrupt' });
  });

  it('gives up what is nothing but faults', async () => {
    expect(await read(`<r><p>First</p>${'< '.repeat(200_000)}</r>`)).toMatchObject({
      state: 'partly',
      reason: 'corrupt',
      documents: [{ text: 'First' }],
    });
  });

  it('stops where there is no more room', async () => {
    const limits = { ...defaultLimits, textChars: 1_000 };
    const reading = await read(`<r>${'<p>many words</p>'.repeat(50_000)}</r>`, limits);
    expect(reading).toMatchObject({ state: 'partly', reason: 'truncated-text' });
  });

  it('writes the runs of a Word 2003 paragraph as one line', async () => {
    const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
    expect(await textOf(`<w:p>${run('The roof ')}${run('is tight')}</w:p>`)).toBe('The roof is tight');
  });
});
