import type { EmbeddingPurpose } from './embedder.ts';

/** Part of every embedding's key: raised whenever the same text is given to a model in another form. */
export const inputVersion = 1;

interface PrefixFamily {
  readonly name: RegExp;
  readonly prefixes: Readonly<Record<EmbeddingPurpose, string>>;
}

/** Families trained with a word before every text; without it their similarities mean little. */
const families: readonly PrefixFamily[] = [
  // https://huggingface.co/intfloat/multilingual-e5-small#faq
  { name: /(^|[^a-z0-9])e5([^a-z0-9]|$)/i, prefixes: { query: 'query: ', passage: 'passage: ' } },
];

/** The words that a model, known by its own name, expects before a text; empty for most. */
export function prefixFor(modelName: string, purpose: EmbeddingPurpose): string {
  return families.find((family) => family.name.test(modelName))?.prefixes[purpose] ?? '';
}
