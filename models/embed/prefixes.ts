import type { TextRole } from './embedder.ts';

interface PrefixFamily {
  readonly name: RegExp;
  readonly prefixes: Readonly<Record<TextRole, string>>;
  /** Raised when the same text is given to its models in another form: part of every embedding's key. */
  readonly version: number;
}

/** Families trained with words before every text; without them their similarities mean little. */
const families: readonly PrefixFamily[] = [
  {
    // https://huggingface.co/intfloat/multilingual-e5-small#faq
    name: /(^|[^a-z0-9])e5([^a-z0-9]|$)/i,
    prefixes: { query: 'query: ', passage: 'passage: ' },
    version: 1,
  },
  {
    // https://huggingface.co/nomic-ai/nomic-embed-text-v1.5#task-instruction-prefixes
    name: /nomic[-_ ]embed/i,
    prefixes: { query: 'search_query: ', passage: 'search_document: ' },
    version: 2,
  },
  {
    // https://huggingface.co/BAAI/bge-small-en-v1.5#model-list: for short queries, and not for M3.
    name: /bge[-_ ](small|base|large)[-_ ]en/i,
    prefixes: { query: 'Represent this sentence for searching relevant passages: ', passage: '' },
    version: 2,
  },
  {
    // https://ai.google.dev/gemma/docs/embeddinggemma/model_card#prompt_instructions
    name: /embedding[-_ ]?gemma/i,
    prefixes: { query: 'task: search result | query: ', passage: 'title: none | text: ' },
    version: 2,
  },
  {
    // https://huggingface.co/Qwen/Qwen3-Embedding-0.6B#usage
    name: /qwen3[-_ ]embedding/i,
    prefixes: {
      query: 'Instruct: Given a web search query, retrieve relevant passages that answer the query\nQuery:',
      passage: '',
    },
    version: 2,
  },
];

/** How a model that goes by these names is given its texts. */
export interface TextForm {
  /** Stands before a text; empty for most. */
  readonly prefixes: Readonly<Record<TextRole, string>>;
  readonly version: number;
}

const plain: TextForm = { prefixes: { query: '', passage: '' }, version: 1 };

export function textFormOf(names: readonly string[]): TextForm {
  return families.find((family) => names.some((name) => family.name.test(name))) ?? plain;
}
