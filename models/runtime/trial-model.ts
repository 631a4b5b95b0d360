import { open } from 'node:fs/promises';
import { describeGguf, type GgufTensorShape, type GgufValue } from '../download/convert/write-gguf.ts';

/** The shape of a model that is made up to try a computer with. */
export interface TrialShape {
  readonly layers: number;
  /** Width of a layer; a multiple of 256, as the encoding wants it. */
  readonly width: number;
  readonly innerWidth: number;
  /** `narrow`: 4 bits with some of 6, as Q4_K_M; `wide`: 8 bits, as Q8_0. */
  readonly encoding: 'narrow' | 'wide';
}

export interface TrialModel {
  readonly parameters: number;
  readonly bytes: number;
  readonly layers: number;
}

const vocabulary = 2_048;
const headWidth = 64;
const contextTokens = 512;

/**
 * Writes a model of the llama architecture whose weights are all zero: what it takes to compute does not depend on them,
 * and a file of zeros takes no room on most disks.
 */
export async function writeTrialModel(path: string, shape: TrialShape): Promise<TrialModel> {
  const tensors = tensorsOf(shape);
  const { header, dataBytes } = describeGguf(metadataOf(shape), tensors);
  await using file = await open(path, 'w', 0o600);
  await file.write(header);
  await file.truncate(header.length + dataBytes);
  const parameters = tensors.reduce((sum, { dimensions }) => sum + dimensions.reduce((a, b) => a * b, 1), 0);
  return { parameters, bytes: dataBytes, layers: shape.layers };
}

function tensorsOf({ layers, width, innerWidth, encoding }: TrialShape): GgufTensorShape[] {
  const norm = (name: string): GgufTensorShape => ({ name, dimensions: [width], encoding: 'f32' });
  const matrix = (name: string, from: number, to: number, isFine = false): GgufTensorShape => ({
    ...{ name, dimensions: [from, to] },
    encoding: encoding === 'wide' ? 'q8_0' : isFine ? 'q6_k' : 'q4_k',
  });
  const layer = (number: number): GgufTensorShape[] => {
    const at = (part: string): string => `blk.${number}.${part}.weight`;
    const isFine = number % 2 === 0;
    return [
      ...[norm(at('attn_norm')), norm(at('ffn_norm'))],
      ...['attn_q', 'attn_k', 'attn_output'].map((part) => matrix(at(part), width, width)),
      ...['ffn_gate', 'ffn_up'].map((part) => matrix(at(part), width, innerWidth)),
      ...[matrix(at('attn_v'), width, width, isFine), matrix(at('ffn_down'), innerWidth, width, isFine)],
    ];
  };
  return [
    matrix('token_embd.weight', width, vocabulary, true),
    norm('output_norm.weight'),
    ...Array.from({ length: layers }, (_, number) => layer(number)).flat(),
  ];
}

/** https://github.com/ggml-org/ggml/blob/master/docs/gguf.md#llm */
function metadataOf({ layers, width, innerWidth }: TrialShape): (readonly [string, GgufValue])[] {
  const number = (value: number): GgufValue => ({ type: 'u32', value });
  const bytes = Array.from(
    { length: 256 },
    (_, byte) => `<0x${byte.toString(16).toUpperCase().padStart(2, '0')}>`,
  );
  const named = ['<unk>', '<s>', '</s>', ...bytes];
  const words = Array.from({ length: vocabulary - named.length }, (_, i) => `w${i}`);
  return [
    ['general.architecture', { type: 'string', value: 'llama' }],
    ['general.name', { type: 'string', value: 'trial' }],
    ['llama.context_length', number(contextTokens)],
    ['llama.embedding_length', number(width)],
    ['llama.block_count', number(layers)],
    ['llama.feed_forward_length', number(innerWidth)],
    ['llama.attention.head_count', number(width / headWidth)],
    ['llama.attention.head_count_kv', number(width / headWidth)],
    ['llama.attention.layer_norm_rms_epsilon', { type: 'f32', value: 1e-5 }],
    ['llama.rope.dimension_count', number(headWidth)],
    ['tokenizer.ggml.model', { type: 'string', value: 'llama' }],
    ['tokenizer.ggml.tokens', { type: 'strings', value: [...named, ...words] }],
    ['tokenizer.ggml.scores', { type: 'f32s', value: Array<number>(vocabulary).fill(0) }],
    // Unknown, control, byte and ordinary tokens (llama.h, `llama_token_type`).
    [
      'tokenizer.ggml.token_type',
      { type: 'i32s', value: [2, 3, 3, ...bytes.map(() => 6), ...words.map(() => 1)] },
    ],
    ['tokenizer.ggml.bos_token_id', number(1)],
    ['tokenizer.ggml.eos_token_id', number(2)],
  ];
}
