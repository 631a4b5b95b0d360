import { plain, shapes } from './shapes.ts';
import type { TemplateId, TurnShape } from './template.ts';

/** What is known of a model when its template is chosen. */
export interface TemplateClues {
  /** The id of the one that the catalogue has for it; null for a model that it does not know. */
  readonly published: string | null;
  /** The template in its file. It is read as a text, to see whose markers stand in it, and never run. */
  readonly own: string | null;
  /** What it is called, in its file and by its file. */
  readonly names: readonly string[];
  /** Whether its vocabulary holds this as one token. */
  readonly isToken: (text: string) => boolean;
}

/** A family is known by what stands in its models' own templates, the more special one first. */
const ownSigns: readonly (readonly [TemplateId, readonly string[]])[] = [
  ['harmony', ['<|channel|>', '<|message|>']],
  ['phi-4', ['<|im_start|>', '<|im_sep|>']],
  ['chatml-thinking', ['<|im_start|>', 'enable_thinking']],
  ['chatml', ['<|im_start|>']],
  ['llama-3', ['<|start_header_id|>']],
  ['mistral-7-tekken', ['[SYSTEM_PROMPT]', '[INST]']],
  ['llama-2', ['[INST]', '<<SYS>>']],
  ['mistral-1', [' [INST] ']],
  ['mistral-3-tekken', ['"[INST]"']],
  ['mistral-3', ['[AVAILABLE_TOOLS]', '[INST]']],
  ['mistral-1', ['[INST]']],
  ['gemma', ['<start_of_turn>']],
  ['granite', ['<|start_of_role|>']],
  ['deepseek', ['<｜User｜>', '<｜Assistant｜>']],
  ['command-r', ['<|START_OF_TURN_TOKEN|>']],
  ['phi-3', ['<|assistant|>\\n', '<|end|>']],
  ['phi-3', ['<|assistant|>\n', '<|end|>']],
  ['phi-3', ["'<|assistant|>' + '", '<|end|>']],
  ['phi-4-mini', ['<|end|>', "'<|assistant|>'"]],
  ['phi-3', ['<|assistant|>', '<|end|>']],
  ['zephyr', ['<|user|>', '<|assistant|>', 'eos_token']],
  ['falcon-3', ['<|user|>', '<|assistant|>']],
  ['vicuna', ['USER: ', 'ASSISTANT: ']],
  ['alpaca', ['### Instruction:', '### Response:']],
];

/** Of families from before files brought templates along. */
const nameSigns: readonly (readonly [TemplateId, RegExp])[] = [
  ['llama-2', /llama[-_ ]?2.*chat|codellama.*instruct/i],
  ['mistral-1', /mi[sx]tral.*instruct/i],
  ['vicuna', /vicuna|wizardlm|openhermes-1|airoboros/i],
  ['alpaca', /alpaca|nous-?hermes|wizardcoder|gpt4-x/i],
  ['orca-mini', /orca[-_ ]?mini/i],
  ['gpt4all-falcon', /gpt4all[-_ ]?falcon/i],
  ['gpt4all', /gpt4all|snoozy|groovy/i],
  ['zephyr', /zephyr|tinyllama.*chat/i],
];

/** Whose markers are tokens of no other family: they tell it where nothing else does. */
const byVocabulary: readonly TemplateId[] = [
  ...(['harmony', 'phi-4', 'llama-3', 'mistral-7-tekken', 'gemma', 'granite', 'deepseek'] as const),
  ...(['command-r', 'phi-3', 'chatml'] as const),
];

/** The pinned template that fits a model best; `plain` where it seems never to have been taught to chat. */
export function chooseTemplate({ published, own, names, isToken }: TemplateClues): TurnShape {
  const fitting = shapes.filter(({ needs }) => needs.every(isToken));
  const called = (id: TemplateId | undefined): TurnShape | undefined =>
    fitting.find((shape) => shape.id === id);
  const known = fitting.find(({ id }) => id === published);
  if (known !== undefined) return known;
  for (const [id, signs] of own === null ? [] : ownSigns) {
    const shape = signs.every((sign) => own?.includes(sign)) ? called(id) : undefined;
    if (shape !== undefined) return shape;
  }
  for (const [id, sign] of nameSigns) {
    const shape = names.some((name) => sign.test(name)) ? called(id) : undefined;
    if (shape !== undefined) return shape;
  }
  return called(byVocabulary.find((id) => called(id) !== undefined)) ?? plain;
}
