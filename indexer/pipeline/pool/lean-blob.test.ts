import { expect, test } from 'vitest';
import { LeanBlob } from './lean-blob.ts';

const parts = [
  'grüße\n',
  new TextEncoder().encode('-bytes-').subarray(1, 6),
  new TextEncoder().encode(' buffer ').buffer,
  new Blob(['of a blob']),
];

test('a lean blob holds what a blob of the same parts holds', async () => {
  for (const some of [[], parts.slice(0, 3), parts]) {
    const lean = new LeanBlob(some, { type: 'text/plain' });
    const plain = new Blob(some, { type: 'text/plain' });
    expect(Buffer.from(await lean.arrayBuffer())).toEqual(Buffer.from(await plain.arrayBuffer()));
    expect(await lean.text()).toBe(await plain.text());
    expect(await lean.slice(2, 9).text()).toBe(await plain.slice(2, 9).text());
    expect([lean.size, lean.type]).toEqual([plain.size, plain.type]);
    expect(await new Response(lean.stream()).text()).toBe(await plain.text());
  }
});

test('a lean blob of a lean blob holds what that one holds', async () => {
  const lean = new LeanBlob(['a', new LeanBlob(['b', 'c'])]);
  expect([await lean.text(), lean.size]).toEqual(['abc', 3]);
  expect(Buffer.from(await lean.arrayBuffer()).toString()).toBe('abc');
});

test('a view of a larger buffer gives its own bytes alone', async () => {
  const view = Buffer.from('left middle right').subarray(5, 11);
  expect(Buffer.from(await new LeanBlob([view]).arrayBuffer()).toString()).toBe('middle');
});
