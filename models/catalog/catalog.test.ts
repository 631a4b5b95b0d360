import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { chooseTemplate } from '../chat/templates/choose-template.ts';
import { shapes } from '../chat/templates/shapes.ts';
import { catalogue, catalogued, licenceOf, starterChat, starterEmbedder } from './catalog.ts';
import { catalogueEntry, licences } from './entry.ts';

const chats = catalogue.filter((model) => model.role === 'chat');
const twice = (values: readonly string[]): string[] =>
  values.filter((value, i) => values.indexOf(value) !== i);

it('offers models of each kind', () => {
  const count = (role: string): number => catalogue.filter((model) => model.role === role).length;
  expect(count('chat')).toBeGreaterThanOrEqual(30);
  expect(count('embedder')).toBeGreaterThanOrEqual(6);
  expect(count('reranker')).toBeGreaterThanOrEqual(3);
});

it('names no model and no file twice', () => {
  expect(twice(catalogue.map(({ id }) => id))).toEqual([]);
  expect(twice(catalogue.map(({ file }) => file.toLowerCase()))).toEqual([]);
});

it('says of each licence what it allows', () => {
  const known = licences.parse(
    JSON.parse(readFileSync(new URL('./entries/licences.json', import.meta.url), 'utf8')),
  );
  expect([...new Set(catalogue.map(({ licence }) => licence))].sort()).toEqual(Object.keys(known).sort());
  for (const model of catalogue) expect(licenceOf(model).words, model.id).not.toBe('');
});

it('pins what it pins whole: a commit with its checksum', () => {
  for (const { id, revision, sha256, sizeExact } of catalogue)
    if (revision !== null)
      expect({ id, isPinned: sha256 !== null && sizeExact }).toEqual({ id, isPinned: true });
  for (const id of [starterChat, starterEmbedder]) expect(catalogued(id)?.revision).not.toBeNull();
});

it.each(chats.map(({ id, template }) => [id, template] as const))(
  '%s has the pinned template %s',
  (id, template) => {
    const shape = shapes.find((known) => known.id === template);
    if (shape === undefined) throw new Error(`no template is called ${template}`);
    // As the runtime finds it: by the entry, in a vocabulary that holds its markers.
    const isToken = (text: string): boolean => shape.needs.includes(text);
    expect(chooseTemplate({ published: template, own: null, names: [id], isToken })).toBe(shape);
  },
);

it('every family that people came by has a model', () => {
  const families = new Set(chats.map(({ family }) => family));
  const expected = [
    ...['LLaMA', 'Alpaca', 'Vicuna', 'GPT4All', 'Llama 2', 'Orca', 'Falcon', 'Mistral', 'Phi', 'Llama 3'],
    ...['Qwen', 'Gemma', 'Ministral', 'SmolLM', 'Granite', 'gpt-oss', 'DeepSeek R1'],
  ];
  expect(expected.filter((family) => !families.has(family))).toEqual([]);
});

it('a size has the order that its parameters and its encoding make', () => {
  for (const { id, sizeBytes, parameters, quantisation } of catalogue) {
    const bits = (8 * sizeBytes) / parameters;
    const [least, most] = quantisation.startsWith('Q8') ? [8, 10] : [4, 8];
    expect(bits, id).toBeGreaterThan(least);
    expect(bits, id).toBeLessThan(most);
  }
});

it.each([
  ['a field that it does not know', { colour: 'blue' }],
  ['a file that leads out of the folder', { file: '../x.gguf' }],
  ['a repository that is no name', { repository: 'https://elsewhere/x' }],
  ['half a checksum', { sha256: 'abc' }],
  ['a branch in the place of a commit', { revision: 'main' }],
  ['a purpose that is no sentence', { purpose: 'good' }],
])('an entry with %s is refused', (_what, change) => {
  const { made: _made, published: _published, sources: _sources, ...entry } = chats[0] ?? {};
  expect(catalogueEntry.safeParse(entry).success).toBe(true);
  expect(catalogueEntry.safeParse({ ...entry, ...change }).success).toBe(false);
});
