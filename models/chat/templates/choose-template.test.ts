import { describe, expect, it } from 'vitest';
import { chooseTemplate, type TemplateClues } from './choose-template.ts';
import { shapes } from './shapes.ts';
import type { TemplateId } from './template.ts';

/** A vocabulary that holds the markers of these families. */
function vocabularyOf(...ids: TemplateId[]): TemplateClues['isToken'] {
  const tokens = new Set(shapes.filter(({ id }) => ids.includes(id)).flatMap(({ needs }) => needs));
  return (text) => tokens.has(text);
}

const chosen = (clues: Partial<TemplateClues>): TemplateId =>
  chooseTemplate({ published: null, own: null, names: [], isToken: () => false, ...clues }).id;

describe('the template of a model', () => {
  it.each<[TemplateId, string]>([
    ['chatml', "{{ '<|im_start|>' + message['role'] }}"],
    [
      'chatml-thinking',
      "{{ '<|im_start|>assistant' }}{% if enable_thinking is false %}{{ '<think>' }}{% endif %}",
    ],
    ['phi-4', "{{ '<|im_start|>user<|im_sep|>' }}"],
    ['llama-3', "{{ '<|start_header_id|>' + role + '<|end_header_id|>' }}"],
    ['llama-2', "{{ '<<SYS>>' }}{{ bos_token + '[INST] ' + content }}"],
    ['mistral-1', "{{- ' [INST] ' + message['content'] + ' [/INST]' }}"],
    ['mistral-3', '{{- "[AVAILABLE_TOOLS] [" }}{{- "[INST] " + message["content"] + "[/INST]" }}'],
    ['mistral-3-tekken', '{{- "[AVAILABLE_TOOLS][" }}{{- "[INST]" + message["content"] + "[/INST]" }}'],
    ['mistral-7-tekken', "{{ '[SYSTEM_PROMPT]' }}{{ '[INST]' }}"],
    ['gemma', "{{ '<start_of_turn>' + role }}"],
    ['phi-3', "{{ '<|user|>' + '\\n' }}{{ '<|end|>' + '\\n' + '<|assistant|>' + '\\n' }}"],
    ['phi-4-mini', "{{ '<|' + role + '|>' + content + '<|end|>' }}{{ '<|assistant|>' }}"],
    ['granite', "{{ '<|start_of_role|>system<|end_of_role|>' }}"],
    ['deepseek', "{{ '<｜User｜>' + content }}{{ '<｜Assistant｜>' }}"],
    ['harmony', "{{ '<|start|>assistant<|channel|>final<|message|>' }}"],
    ['command-r', "{{ '<|START_OF_TURN_TOKEN|><|USER_TOKEN|>' }}"],
    ['zephyr', "{{ '<|user|>\\n' + content + eos_token }}{{ '<|assistant|>' }}"],
    ['vicuna', "{{ 'USER: ' }}{{ 'ASSISTANT: ' }}"],
    ['alpaca', "{{ '### Instruction:' }}{{ '### Response:' }}"],
  ])('is %s by the markers in its own', (id, own) => {
    expect(chosen({ own, isToken: vocabularyOf(id) })).toBe(id);
  });

  it('is the catalogue’s where it has one, whatever the file brings along', () => {
    const own = "{{ '<|im_start|>' + message['role'] }}";
    const isToken = vocabularyOf('chatml', 'chatml-thinking');
    expect(chosen({ published: 'chatml-thinking', own, isToken })).toBe('chatml-thinking');
    expect(chosen({ published: 'gemma', own, isToken }), 'of another vocabulary').toBe('chatml');
  });

  it('is never one whose markers its vocabulary does not hold', () => {
    expect(chosen({ own: "{{ '<|im_start|>' }}", isToken: vocabularyOf('llama-3') })).toBe('llama-3');
  });

  it.each<[TemplateId, string]>([
    ['llama-2', 'llama-2-7b-chat.Q4_K_M.gguf'],
    ['mistral-1', 'mistral-7b-instruct-v0.1.Q4_0.gguf'],
    ['vicuna', 'vicuna-13b-v1.5.Q4_K_M.gguf'],
    ['alpaca', 'alpaca-7b.gguf'],
    ['alpaca', 'nous-hermes-llama2-13b.Q4_0.gguf'],
    ['orca-mini', 'orca-mini-3b-gguf2-q4_0.gguf'],
    ['gpt4all', 'gpt4all-13b-snoozy-q4_0.gguf'],
    ['gpt4all-falcon', 'gpt4all-falcon-Q4_K_M.gguf'],
    ['zephyr', 'TinyLlama-1.1B-Chat-v1.0'],
  ])('is %s by its name where it brings none', (id, name) => {
    expect(chosen({ names: [name], isToken: vocabularyOf('llama-2', 'gpt4all-falcon') })).toBe(id);
  });

  it('is told by its vocabulary where it has no name either', () => {
    expect(chosen({ isToken: vocabularyOf('gemma') })).toBe('gemma');
    expect(chosen({ isToken: vocabularyOf('phi-4') })).toBe('phi-4');
  });

  it('is a plain text for a model that was never taught to chat', () => {
    expect(chosen({ names: ['some-base-model.gguf'] })).toBe('plain');
  });

  it('is chosen without running what is in the file', () => {
    const own = "{% for i in range(10**9) %}{{ ''.__class__ }}{% endfor %}<start_of_turn>";
    expect(chosen({ own, isToken: vocabularyOf('gemma') })).toBe('gemma');
  });
});
