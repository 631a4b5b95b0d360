import { expect, it } from 'vitest';
import { catalogue } from '../catalog/catalog.ts';
import { textFormOf } from './prefixes.ts';

it.each([
  ['multilingual-e5-small-q8_0.gguf', 'query: ', 'passage: '],
  ['Multilingual E5 Small', 'query: ', 'passage: '],
  ['nomic-embed-text-v1.5', 'search_query: ', 'search_document: '],
  ['bge-small-en-v1.5', 'Represent this sentence for searching relevant passages: ', ''],
  ['bge-m3-Q8_0.gguf', '', ''],
  ['embeddinggemma-300M', 'task: search result | query: ', 'title: none | text: '],
  ['all-MiniLM-L6-v2', '', ''],
  ['some-e55-model', '', ''],
])('%s is asked with “%s” and told with “%s”', (name, query, passage) => {
  expect(textFormOf(['x', name]).prefixes).toEqual({ query, passage });
});

it('every embedder on offer is known by its file as by its id', () => {
  for (const { id, file } of catalogue.filter(({ role }) => role === 'embedder'))
    expect(textFormOf([file]), id).toBe(textFormOf([id]));
});
