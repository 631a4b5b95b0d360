import { describe, expect, it } from 'vitest';
import type { ChatMessage } from '../chat-model.ts';
import { shapes } from './shapes.ts';
import { renderPrompt, type TemplateId } from './template.ts';

const conversation: readonly ChatMessage[] = [
  { role: 'system', text: 'Answer in one sentence.' },
  { role: 'user', text: 'Where is the key?' },
  { role: 'assistant', text: 'Under the mat.' },
  { role: 'user', text: 'And the spare one?' },
];

/** The conversation as each publisher's documentation writes it (the sources stand in shapes.ts). */
const published: Readonly<Record<TemplateId, string>> = {
  chatml:
    '<|im_start|>system\nAnswer in one sentence.<|im_end|>\n<|im_start|>user\nWhere is the key?<|im_end|>\n' +
    '<|im_start|>assistant\nUnder the mat.<|im_end|>\n<|im_start|>user\nAnd the spare one?<|im_end|>\n<|im_start|>assistant\n',
  'chatml-thinking':
    '<|im_start|>system\nAnswer in one sentence.<|im_end|>\n<|im_start|>user\nWhere is the key?<|im_end|>\n' +
    '<|im_start|>assistant\nUnder the mat.<|im_end|>\n<|im_start|>user\nAnd the spare one?<|im_end|>\n' +
    '<|im_start|>assistant\n<think>\n\n</think>\n\n',
  'llama-3':
    '<|begin_of_text|><|start_header_id|>system<|end_header_id|>\n\nAnswer in one sentence.<|eot_id|>' +
    '<|start_header_id|>user<|end_header_id|>\n\nWhere is the key?<|eot_id|>' +
    '<|start_header_id|>assistant<|end_header_id|>\n\nUnder the mat.<|eot_id|>' +
    '<|start_header_id|>user<|end_header_id|>\n\nAnd the spare one?<|eot_id|><|start_header_id|>assistant<|end_header_id|>\n\n',
  'llama-2':
    '<s>[INST] <<SYS>>\nAnswer in one sentence.\n<</SYS>>\n\nWhere is the key? [/INST] Under the mat. </s>' +
    '<s>[INST] And the spare one? [/INST]',
  'mistral-1':
    '<s> [INST] Answer in one sentence.\n\nWhere is the key? [/INST] Under the mat.</s> [INST] And the spare one? [/INST]',
  'mistral-3':
    '<s>[INST] Answer in one sentence.\n\nWhere is the key?[/INST] Under the mat.</s>[INST] And the spare one?[/INST]',
  'mistral-3-tekken':
    '<s>[INST]Answer in one sentence.\n\nWhere is the key?[/INST]Under the mat.</s>[INST]And the spare one?[/INST]',
  'mistral-7-tekken':
    '<s>[SYSTEM_PROMPT]Answer in one sentence.[/SYSTEM_PROMPT][INST]Where is the key?[/INST]Under the mat.</s>' +
    '[INST]And the spare one?[/INST]',
  gemma:
    '<bos><start_of_turn>user\nAnswer in one sentence.\n\nWhere is the key?<end_of_turn>\n' +
    '<start_of_turn>model\nUnder the mat.<end_of_turn>\n<start_of_turn>user\nAnd the spare one?<end_of_turn>\n<start_of_turn>model\n',
  'phi-3':
    '<|system|>\nAnswer in one sentence.<|end|>\n<|user|>\nWhere is the key?<|end|>\n<|assistant|>\nUnder the mat.<|end|>\n' +
    '<|user|>\nAnd the spare one?<|end|>\n<|assistant|>\n',
  'phi-4-mini':
    '<|system|>Answer in one sentence.<|end|><|user|>Where is the key?<|end|><|assistant|>Under the mat.<|end|>' +
    '<|user|>And the spare one?<|end|><|assistant|>',
  'phi-4':
    '<|im_start|>system<|im_sep|>Answer in one sentence.<|im_end|><|im_start|>user<|im_sep|>Where is the key?<|im_end|>' +
    '<|im_start|>assistant<|im_sep|>Under the mat.<|im_end|><|im_start|>user<|im_sep|>And the spare one?<|im_end|>' +
    '<|im_start|>assistant<|im_sep|>',
  granite:
    '<|start_of_role|>system<|end_of_role|>Answer in one sentence.<|end_of_text|>\n' +
    '<|start_of_role|>user<|end_of_role|>Where is the key?<|end_of_text|>\n' +
    '<|start_of_role|>assistant<|end_of_role|>Under the mat.<|end_of_text|>\n' +
    '<|start_of_role|>user<|end_of_role|>And the spare one?<|end_of_text|>\n<|start_of_role|>assistant<|end_of_role|>',
  deepseek:
    '<｜begin▁of▁sentence｜>Answer in one sentence.<｜User｜>Where is the key?<｜Assistant｜>Under the mat.<｜end▁of▁sentence｜>' +
    '<｜User｜>And the spare one?<｜Assistant｜><think>\n\n</think>\n\n',
  harmony:
    '<|start|>system<|message|>You are ChatGPT, a large language model trained by OpenAI.\nKnowledge cutoff: 2024-06\n\n' +
    'Reasoning: low\n\n# Valid channels: analysis, commentary, final. Channel must be included for every message.<|end|>' +
    '<|start|>developer<|message|># Instructions\n\nAnswer in one sentence.\n\n<|end|>' +
    '<|start|>user<|message|>Where is the key?<|end|><|start|>assistant<|channel|>final<|message|>Under the mat.<|end|>' +
    '<|start|>user<|message|>And the spare one?<|end|><|start|>assistant<|channel|>final<|message|>',
  'command-r':
    '<BOS_TOKEN><|START_OF_TURN_TOKEN|><|SYSTEM_TOKEN|>Answer in one sentence.<|END_OF_TURN_TOKEN|>' +
    '<|START_OF_TURN_TOKEN|><|USER_TOKEN|>Where is the key?<|END_OF_TURN_TOKEN|>' +
    '<|START_OF_TURN_TOKEN|><|CHATBOT_TOKEN|>Under the mat.<|END_OF_TURN_TOKEN|>' +
    '<|START_OF_TURN_TOKEN|><|USER_TOKEN|>And the spare one?<|END_OF_TURN_TOKEN|><|START_OF_TURN_TOKEN|><|CHATBOT_TOKEN|>',
  zephyr:
    '<|system|>\nAnswer in one sentence.</s>\n<|user|>\nWhere is the key?</s>\n<|assistant|>\nUnder the mat.</s>\n' +
    '<|user|>\nAnd the spare one?</s>\n<|assistant|>\n',
  'falcon-3':
    '<|system|>\nAnswer in one sentence.\n<|user|>\nWhere is the key?\n<|assistant|>\nUnder the mat.<|endoftext|>\n' +
    '<|user|>\nAnd the spare one?\n<|assistant|>\n',
  vicuna:
    '<s>Answer in one sentence. USER: Where is the key? ASSISTANT: Under the mat.</s>USER: And the spare one? ASSISTANT:',
  alpaca:
    'Answer in one sentence.\n\n### Instruction:\nWhere is the key?\n\n### Response:Under the mat.</s>' +
    '### Instruction:\nAnd the spare one?\n\n### Response:',
  gpt4all:
    '### System:\nAnswer in one sentence.\n\n### Human:\nWhere is the key?\n\n### Assistant:\nUnder the mat.\n\n' +
    '### Human:\nAnd the spare one?\n\n### Assistant:\n',
  'gpt4all-falcon':
    'Answer in one sentence.\n\n### Instruction:\nWhere is the key?\n\n### Response:\nUnder the mat.<|endoftext|>' +
    '### Instruction:\nAnd the spare one?\n\n### Response:\n',
  'orca-mini':
    '### System:\nAnswer in one sentence.\n\n### User:\nWhere is the key?\n\n### Response:\nUnder the mat.\n\n' +
    '### User:\nAnd the spare one?\n\n### Response:\n',
  plain:
    'Answer in one sentence.\n\nQuestion: Where is the key?\nAnswer: Under the mat.\n\nQuestion: And the spare one?\nAnswer:',
};

describe.each(shapes)('the template $id', (shape) => {
  const rendered = (messages: readonly ChatMessage[]): string =>
    renderPrompt(shape, messages)
      .map(({ text }) => text)
      .join('');

  it('is the published one, letter for letter', () => {
    expect(rendered(conversation)).toBe(published[shape.id]);
  });

  it('does without a system message', () => {
    const [, ...rest] = conversation;
    expect(rendered(rest)).not.toContain('one sentence');
    expect(rendered(rest)).toContain('Where is the key?');
  });

  it('keeps what was evaluated when the conversation goes on', () => {
    const [system, question, reply, next] = conversation as [
      ChatMessage,
      ChatMessage,
      ChatMessage,
      ChatMessage,
    ];
    const first = rendered([system, question]);
    const asked = first.slice(0, first.lastIndexOf(question.text) + question.text.length);
    expect(rendered([system, question, reply, next]).startsWith(asked)).toBe(true);
  });

  it('marks its own words as such, and what was said as data', () => {
    const parts = renderPrompt(shape, conversation);
    expect(parts.filter(({ kind }) => kind === 'data').map(({ text }) => text)).toEqual(
      conversation.map(({ text }) => text),
    );
    const markers = parts.filter(({ kind }) => kind === 'marker').map(({ text }) => text);
    expect(shape.markers).toEqual(expect.arrayContaining(markers));
    for (const { kind, text } of parts)
      if (kind === 'frame') expect(shape.markers.some((marker) => text.includes(marker))).toBe(false);
    expect(shape.markers).toEqual(expect.arrayContaining([...shape.needs]));
  });
});

it('no two templates have one name', () => {
  expect(new Set(shapes.map(({ id }) => id)).size).toBe(shapes.length);
});
