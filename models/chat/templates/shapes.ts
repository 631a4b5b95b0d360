import type { TurnShape } from './template.ts';

/**
 * The pinned templates, each as its publisher documents it (sources at the entries). Never the one inside a model's
 * file: that is a program written by whoever made the file, and poisoned ones are in the wild.
 */

/** https://github.com/openai/openai-python/blob/release-v0.28.0/chatml.md: SmolLM2, Qwen 2.5, Hermes, Orca 2 and many others. */
const chatMl: TurnShape = {
  id: 'chatml',
  begin: '',
  system: { before: '<|im_start|>system\n', after: '<|im_end|>\n' },
  user: { before: '<|im_start|>user\n', after: '<|im_end|>\n' },
  assistant: { before: '<|im_start|>assistant\n', after: '<|im_end|>\n' },
  reply: '<|im_start|>assistant\n',
  markers: ['<|im_start|>', '<|im_end|>'],
  needs: ['<|im_start|>', '<|im_end|>'],
  ends: ['<|im_start|>', '<|im_end|>'],
};

/** Qwen 3. https://qwen.readthedocs.io/en/latest/getting_started/quickstart.html: enable_thinking=False closes the thoughts so. */
const chatMlThinking: TurnShape = {
  ...chatMl,
  id: 'chatml-thinking',
  thoughts: { begin: '<|im_start|>assistant\n<think>\n', end: '</think>', after: '\n\n' },
  closedThoughts: '<think>\n\n</think>\n\n',
  markers: [...chatMl.markers, '<think>', '</think>'],
};

/** https://www.llama.com/docs/model-cards-and-prompt-formats/meta-llama-3/: Llama 3, 3.1, 3.2, 3.3. */
const llama3: TurnShape = {
  id: 'llama-3',
  begin: '<|begin_of_text|>',
  system: { before: '<|start_header_id|>system<|end_header_id|>\n\n', after: '<|eot_id|>', trimmed: true },
  user: { before: '<|start_header_id|>user<|end_header_id|>\n\n', after: '<|eot_id|>', trimmed: true },
  assistant: {
    before: '<|start_header_id|>assistant<|end_header_id|>\n\n',
    after: '<|eot_id|>',
    trimmed: true,
  },
  reply: '<|start_header_id|>assistant<|end_header_id|>\n\n',
  markers: ['<|begin_of_text|>', '<|start_header_id|>', '<|end_header_id|>', '<|eot_id|>'],
  needs: ['<|start_header_id|>', '<|end_header_id|>', '<|eot_id|>'],
  ends: ['<|start_header_id|>', '<|eot_id|>', '<|eom_id|>', '<|end_of_text|>'],
};

/** https://huggingface.co/blog/llama2#how-to-prompt-llama-2 */
const llama2: TurnShape = {
  id: 'llama-2',
  begin: '',
  system: { before: '<<SYS>>\n', after: '\n<</SYS>>\n\n', inside: true },
  user: { before: '<s>[INST] ', after: ' [/INST]' },
  assistant: { before: ' ', after: ' </s>' },
  reply: '',
  markers: ['<s>', '</s>', '[INST]', '[/INST]', '<<SYS>>', '<</SYS>>'],
  needs: ['<s>', '</s>'],
  ends: ['</s>', '[INST]'],
};

/**
 * https://github.com/mistralai/cookbook/blob/main/concept-deep-dive/tokenization/templates.md. From the third version on
 * the publisher puts the system prompt before the last question; here it stands before the first, where it stays.
 */
const mistral1: TurnShape = {
  id: 'mistral-1',
  begin: '<s>',
  system: { before: '', after: '\n\n', inside: true },
  user: { before: ' [INST] ', after: ' [/INST]' },
  assistant: { before: ' ', after: '</s>' },
  reply: '',
  markers: ['<s>', '</s>', '[INST]', '[/INST]'],
  needs: ['<s>', '</s>'],
  ends: ['</s>', '[INST]'],
};

const mistral3: TurnShape = {
  ...mistral1,
  id: 'mistral-3',
  user: { before: '[INST] ', after: '[/INST]' },
  assistant: { before: ' ', after: '</s>', trimmed: true },
  needs: ['[INST]', '[/INST]'],
};

const mistral3Tekken: TurnShape = {
  ...mistral3,
  id: 'mistral-3-tekken',
  user: { before: '[INST]', after: '[/INST]' },
  assistant: { before: '', after: '</s>' },
};

/** Mistral Small 3, Magistral, Ministral 3. */
const mistral7Tekken: TurnShape = {
  ...mistral3Tekken,
  id: 'mistral-7-tekken',
  system: { before: '[SYSTEM_PROMPT]', after: '[/SYSTEM_PROMPT]' },
  markers: [...mistral3.markers, '[SYSTEM_PROMPT]', '[/SYSTEM_PROMPT]'],
  needs: ['[SYSTEM_PROMPT]', '[/SYSTEM_PROMPT]', '[INST]', '[/INST]'],
};

/** https://ai.google.dev/gemma/docs/core/prompt-structure: no system role; what it says begins the first question. */
const gemma: TurnShape = {
  id: 'gemma',
  begin: '<bos>',
  system: { before: '', after: '\n\n', trimmed: true, inside: true },
  user: { before: '<start_of_turn>user\n', after: '<end_of_turn>\n', trimmed: true },
  assistant: { before: '<start_of_turn>model\n', after: '<end_of_turn>\n', trimmed: true },
  reply: '<start_of_turn>model\n',
  markers: ['<bos>', '<start_of_turn>', '<end_of_turn>'],
  needs: ['<start_of_turn>', '<end_of_turn>'],
  ends: ['<start_of_turn>', '<end_of_turn>'],
};

/** https://huggingface.co/microsoft/Phi-3.5-mini-instruct#input-formats */
const phi3: TurnShape = {
  id: 'phi-3',
  begin: '',
  system: { before: '<|system|>\n', after: '<|end|>\n' },
  user: { before: '<|user|>\n', after: '<|end|>\n' },
  assistant: { before: '<|assistant|>\n', after: '<|end|>\n' },
  reply: '<|assistant|>\n',
  markers: ['<|system|>', '<|user|>', '<|assistant|>', '<|end|>'],
  needs: ['<|user|>', '<|assistant|>', '<|end|>'],
  ends: ['<|user|>', '<|end|>', '<|endoftext|>'],
};

/** https://huggingface.co/microsoft/Phi-4-mini-instruct#input-formats */
const phi4Mini: TurnShape = {
  ...phi3,
  id: 'phi-4-mini',
  system: { before: '<|system|>', after: '<|end|>' },
  user: { before: '<|user|>', after: '<|end|>' },
  assistant: { before: '<|assistant|>', after: '<|end|>' },
  reply: '<|assistant|>',
};

/** https://huggingface.co/microsoft/phi-4#input-formats */
const phi4: TurnShape = {
  id: 'phi-4',
  begin: '',
  system: { before: '<|im_start|>system<|im_sep|>', after: '<|im_end|>' },
  user: { before: '<|im_start|>user<|im_sep|>', after: '<|im_end|>' },
  assistant: { before: '<|im_start|>assistant<|im_sep|>', after: '<|im_end|>' },
  reply: '<|im_start|>assistant<|im_sep|>',
  markers: ['<|im_start|>', '<|im_sep|>', '<|im_end|>'],
  needs: ['<|im_start|>', '<|im_sep|>', '<|im_end|>'],
  ends: ['<|im_start|>', '<|im_end|>'],
};

/** https://www.ibm.com/granite/docs/models/granite: Granite 3 and 4. */
const granite: TurnShape = {
  id: 'granite',
  begin: '',
  system: { before: '<|start_of_role|>system<|end_of_role|>', after: '<|end_of_text|>\n' },
  user: { before: '<|start_of_role|>user<|end_of_role|>', after: '<|end_of_text|>\n' },
  assistant: { before: '<|start_of_role|>assistant<|end_of_role|>', after: '<|end_of_text|>\n' },
  reply: '<|start_of_role|>assistant<|end_of_role|>',
  markers: ['<|start_of_role|>', '<|end_of_role|>', '<|end_of_text|>'],
  needs: ['<|start_of_role|>', '<|end_of_role|>'],
  ends: ['<|start_of_role|>', '<|end_of_text|>'],
};

/** https://huggingface.co/deepseek-ai/DeepSeek-R1-Distill-Qwen-7B/blob/main/tokenizer_config.json */
const deepSeek: TurnShape = {
  id: 'deepseek',
  begin: '<｜begin▁of▁sentence｜>',
  system: { before: '', after: '' },
  user: { before: '<｜User｜>', after: '' },
  assistant: { before: '<｜Assistant｜>', after: '<｜end▁of▁sentence｜>' },
  reply: '<｜Assistant｜>',
  thoughts: { begin: '<｜Assistant｜><think>\n', end: '</think>', after: '\n\n' },
  closedThoughts: '<think>\n\n</think>\n\n',
  markers: [
    ...['<｜begin▁of▁sentence｜>', '<｜end▁of▁sentence｜>', '<｜User｜>', '<｜Assistant｜>'],
    ...['<think>', '</think>'],
  ],
  needs: ['<｜User｜>', '<｜Assistant｜>'],
  ends: ['<｜User｜>', '<｜end▁of▁sentence｜>'],
};

/** https://cookbook.openai.com/articles/openai-harmony: gpt-oss. The reply begins in its last channel, without thoughts. */
const harmony: TurnShape = {
  id: 'harmony',
  begin:
    '<|start|>system<|message|>You are ChatGPT, a large language model trained by OpenAI.\nKnowledge cutoff: 2024-06\n\n' +
    'Reasoning: low\n\n# Valid channels: analysis, commentary, final. Channel must be included for every message.<|end|>',
  system: { before: '<|start|>developer<|message|># Instructions\n\n', after: '\n\n<|end|>' },
  user: { before: '<|start|>user<|message|>', after: '<|end|>' },
  assistant: { before: '<|start|>assistant<|channel|>final<|message|>', after: '<|end|>' },
  reply: '<|start|>assistant<|channel|>final<|message|>',
  thoughts: {
    begin: '<|start|>assistant<|channel|>analysis<|message|>',
    end: '<|end|>',
    after: '<|start|>assistant<|channel|>final<|message|>',
  },
  markers: ['<|start|>', '<|channel|>', '<|message|>', '<|end|>'],
  needs: ['<|start|>', '<|channel|>', '<|message|>', '<|end|>'],
  ends: ['<|start|>', '<|end|>', '<|return|>', '<|call|>'],
};

/** https://docs.cohere.com/docs/command-r-hf: Command R, Aya. */
const commandR: TurnShape = {
  id: 'command-r',
  begin: '<BOS_TOKEN>',
  system: { before: '<|START_OF_TURN_TOKEN|><|SYSTEM_TOKEN|>', after: '<|END_OF_TURN_TOKEN|>' },
  user: { before: '<|START_OF_TURN_TOKEN|><|USER_TOKEN|>', after: '<|END_OF_TURN_TOKEN|>', trimmed: true },
  assistant: {
    before: '<|START_OF_TURN_TOKEN|><|CHATBOT_TOKEN|>',
    after: '<|END_OF_TURN_TOKEN|>',
    trimmed: true,
  },
  reply: '<|START_OF_TURN_TOKEN|><|CHATBOT_TOKEN|>',
  markers: [
    ...['<BOS_TOKEN>', '<|START_OF_TURN_TOKEN|>', '<|END_OF_TURN_TOKEN|>'],
    ...['<|SYSTEM_TOKEN|>', '<|USER_TOKEN|>', '<|CHATBOT_TOKEN|>'],
  ],
  needs: ['<|START_OF_TURN_TOKEN|>', '<|END_OF_TURN_TOKEN|>'],
  ends: ['<|START_OF_TURN_TOKEN|>', '<|END_OF_TURN_TOKEN|>'],
};

/** https://huggingface.co/HuggingFaceH4/zephyr-7b-beta: also TinyLlama Chat. */
const zephyr: TurnShape = {
  id: 'zephyr',
  begin: '',
  system: { before: '<|system|>\n', after: '</s>\n' },
  user: { before: '<|user|>\n', after: '</s>\n' },
  assistant: { before: '<|assistant|>\n', after: '</s>\n' },
  reply: '<|assistant|>\n',
  markers: ['<|system|>', '<|user|>', '<|assistant|>', '</s>'],
  needs: ['</s>'],
  ends: ['<|user|>', '</s>'],
};

/** https://huggingface.co/tiiuae/Falcon3-7B-Instruct/blob/main/tokenizer_config.json */
const falcon3: TurnShape = {
  id: 'falcon-3',
  begin: '',
  system: { before: '<|system|>\n', after: '\n' },
  user: { before: '<|user|>\n', after: '\n' },
  assistant: { before: '<|assistant|>\n', after: '<|endoftext|>\n' },
  reply: '<|assistant|>\n',
  markers: ['<|system|>', '<|user|>', '<|assistant|>', '<|endoftext|>'],
  needs: ['<|endoftext|>'],
  ends: ['<|user|>', '<|endoftext|>'],
};

/** https://github.com/lm-sys/FastChat/blob/main/docs/vicuna_weights_version.md: versions 1.1 to 1.5. */
const vicuna: TurnShape = {
  id: 'vicuna',
  begin: '<s>',
  system: { before: '', after: ' ' },
  user: { before: 'USER: ', after: ' ' },
  assistant: { before: 'ASSISTANT: ', after: '</s>' },
  reply: 'ASSISTANT:',
  markers: ['<s>', '</s>', 'USER:', 'ASSISTANT:'],
  needs: ['</s>'],
  ends: ['</s>', 'USER:'],
};

/** https://github.com/tatsu-lab/stanford_alpaca#data-release */
const alpaca: TurnShape = {
  id: 'alpaca',
  begin: '',
  system: { before: '', after: '\n\n' },
  user: { before: '### Instruction:\n', after: '\n\n' },
  assistant: { before: '### Response:', after: '</s>' },
  reply: '### Response:',
  markers: ['</s>', '### Instruction:', '### Response:'],
  needs: ['</s>'],
  ends: ['</s>', '### Instruction:'],
};

/** https://gpt4all.io/models/models3.json: what its own models without another template are prompted with. */
const gpt4All: TurnShape = {
  id: 'gpt4all',
  begin: '',
  system: { before: '### System:\n', after: '\n\n' },
  user: { before: '### Human:\n', after: '\n\n' },
  assistant: { before: '### Assistant:\n', after: '\n\n' },
  reply: '### Assistant:\n',
  markers: ['### System:', '### Human:', '### Assistant:'],
  needs: [],
  ends: ['### Human:'],
};

/** https://gpt4all.io/models/models3.json: Alpaca's form, without a word of the system, on Falcon's vocabulary. */
const gpt4AllFalcon: TurnShape = {
  ...alpaca,
  id: 'gpt4all-falcon',
  user: { before: '### Instruction:\n', after: '\n\n' },
  assistant: { before: '### Response:\n', after: '<|endoftext|>' },
  reply: '### Response:\n',
  markers: ['<|endoftext|>', '### Instruction:', '### Response:'],
  needs: ['<|endoftext|>'],
  ends: ['<|endoftext|>', '### Instruction:'],
};

/** https://huggingface.co/pankajmathur/orca_mini_3b */
const orcaMini: TurnShape = {
  id: 'orca-mini',
  begin: '',
  system: { before: '### System:\n', after: '\n\n' },
  user: { before: '### User:\n', after: '\n\n' },
  assistant: { before: '### Response:\n', after: '\n\n' },
  reply: '### Response:\n',
  markers: ['### System:', '### User:', '### Response:'],
  needs: [],
  ends: ['### User:'],
};

/** For models that were never taught to chat: a text that is continued, and ends where the next question would begin. */
export const plain: TurnShape = {
  id: 'plain',
  begin: '',
  system: { before: '', after: '\n\n' },
  user: { before: 'Question: ', after: '\n' },
  assistant: { before: 'Answer: ', after: '\n\n' },
  reply: 'Answer:',
  markers: ['Question:', 'Answer:'],
  needs: [],
  ends: ['Question:'],
};

export const shapes: readonly TurnShape[] = [
  ...[chatMl, chatMlThinking, llama3, llama2, mistral1, mistral3, mistral3Tekken, mistral7Tekken, gemma],
  ...[phi3, phi4Mini, phi4, granite, deepSeek, harmony, commandR, zephyr, falcon3],
  ...[vicuna, alpaca, gpt4All, gpt4AllFalcon, orcaMini, plain],
];
