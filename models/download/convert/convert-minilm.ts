import { quantiseQ8 } from './quantise.ts';
import { readSafetensors, type Weights } from './safetensors.ts';
import { type GgufTensor, type GgufValue, writeGguf } from './write-gguf.ts';

/** all-MiniLM-L6-v2, as its config.json says. */
const shape = { blocks: 6, width: 384, feedForward: 1536, heads: 12, positions: 512, tokenTypes: 2 };
const layerNormEpsilon = 1e-12;

const tokenKind = { normal: 1, unknown: 2, control: 3, unused: 5 } as const;

/** Hugging Face's name inside a layer -> llama.cpp's (gguf-py/gguf/tensor_mapping.py). */
const layerNames = [
  ['attention.self.query', 'attn_q'],
  ['attention.self.key', 'attn_k'],
  ['attention.self.value', 'attn_v'],
  ['attention.output.dense', 'attn_output'],
  ['attention.output.LayerNorm', 'attn_output_norm'],
  ['intermediate.dense', 'ffn_up'],
  ['output.dense', 'ffn_down'],
  ['output.LayerNorm', 'layer_output_norm'],
] as const;

/**
 * The published 32-bit weights of all-MiniLM-L6-v2 as a GGUF file in Q8_0: the same bytes on every machine.
 * The pooler is left out: sentence embeddings are means over tokens and never use it.
 */
export function convertMiniLm(safetensors: Uint8Array, vocabulary: string): Uint8Array {
  const weights = readSafetensors(safetensors);
  return writeGguf([...modelMetadata(), ...tokenizerMetadata(vocabulary)], [...tensorsOf(weights)]);
}

function modelMetadata(): [string, GgufValue][] {
  return [
    ['general.architecture', { type: 'string', value: 'bert' }],
    ['general.name', { type: 'string', value: 'all-MiniLM-L6-v2' }],
    ['general.license', { type: 'string', value: 'apache-2.0' }],
    ['general.file_type', { type: 'u32', value: 7 }],
    ['general.quantization_version', { type: 'u32', value: 2 }],
    ['bert.block_count', { type: 'u32', value: shape.blocks }],
    ['bert.context_length', { type: 'u32', value: shape.positions }],
    ['bert.embedding_length', { type: 'u32', value: shape.width }],
    ['bert.feed_forward_length', { type: 'u32', value: shape.feedForward }],
    ['bert.attention.head_count', { type: 'u32', value: shape.heads }],
    ['bert.attention.layer_norm_epsilon', { type: 'f32', value: layerNormEpsilon }],
    ['bert.attention.causal', { type: 'bool', value: false }],
    // 1 = mean over tokens (llama.h, LLAMA_POOLING_TYPE_MEAN).
    ['bert.pooling_type', { type: 'u32', value: 1 }],
  ];
}

function tokenizerMetadata(vocabulary: string): [string, GgufValue][] {
  const tokens = vocabulary.replace(/\n$/, '').split('\n');
  const kinds = tokens.map(kindOf);
  const id = (token: string): GgufValue => ({ type: 'u32', value: tokens.indexOf(token) });
  return [
    ['tokenizer.ggml.model', { type: 'string', value: 'bert' }],
    ['tokenizer.ggml.token_type_count', { type: 'u32', value: shape.tokenTypes }],
    ['tokenizer.ggml.tokens', { type: 'strings', value: tokens.map(phantomSpace) }],
    ['tokenizer.ggml.token_type', { type: 'i32s', value: kinds }],
    ['tokenizer.ggml.unknown_token_id', id('[UNK]')],
    // Misspelt in the format itself.
    ['tokenizer.ggml.seperator_token_id', id('[SEP]')],
    ['tokenizer.ggml.padding_token_id', id('[PAD]')],
    ['tokenizer.ggml.cls_token_id', id('[CLS]')],
    ['tokenizer.ggml.mask_token_id', id('[MASK]')],
  ];
}

function kindOf(token: string): number {
  if (token === '[UNK]') return tokenKind.unknown;
  if (/^\[unused\d+\]$/.test(token)) return tokenKind.unused;
  if (/^\[(PAD|CLS|SEP|MASK)\]$/.test(token)) return tokenKind.control;
  return tokenKind.normal;
}

/** llama.cpp marks where words begin (U+2581) instead of where they go on (`##`). */
function phantomSpace(token: string): string {
  if (kindOf(token) !== tokenKind.normal) return token;
  return token.startsWith('##') ? token.slice(2) : `\u2581${token}`;
}

function* tensorsOf(weights: ReadonlyMap<string, Weights>): Generator<GgufTensor> {
  const exact = (from: string, to: string) => exactTensor(to, named(weights, from));
  yield quantisedTensor('token_embd.weight', named(weights, 'embeddings.word_embeddings.weight'));
  // llama.cpp adds these to activations, for which it wants them exact.
  yield exact('embeddings.position_embeddings.weight', 'position_embd.weight');
  yield exact('embeddings.token_type_embeddings.weight', 'token_types.weight');
  yield exact('embeddings.LayerNorm.weight', 'token_embd_norm.weight');
  yield exact('embeddings.LayerNorm.bias', 'token_embd_norm.bias');
  for (let block = 0; block < shape.blocks; block++) {
    for (const [from, to] of layerNames) {
      const weight = named(weights, `encoder.layer.${block}.${from}.weight`);
      const target = `blk.${block}.${to}.weight`;
      yield weight.shape.length === 1 ? exactTensor(target, weight) : quantisedTensor(target, weight);
      yield exact(`encoder.layer.${block}.${from}.bias`, `blk.${block}.${to}.bias`);
    }
  }
}

function named(weights: ReadonlyMap<string, Weights>, name: string): Weights {
  const found = weights.get(name);
  if (found === undefined) throw new Error(`The file has no tensor ${name}`);
  return found;
}

function exactTensor(name: string, { shape: dimensions, values }: Weights): GgufTensor {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  return { name, dimensions: dimensions.toReversed(), encoding: 'f32', bytes };
}

function quantisedTensor(name: string, { shape: dimensions, values }: Weights): GgufTensor {
  return { name, dimensions: dimensions.toReversed(), encoding: 'q8_0', bytes: quantiseQ8(values) };
}
