import type { ChatMessage } from './chat-model.ts';

/** A stretch of a prompt: control text of the template, or text that is data and must never become control tokens. */
interface PromptPart {
  readonly kind: 'control' | 'text';
  readonly text: string;
}

/** How a family of chat models marks who speaks. */
export interface ChatTemplate {
  /** Begin and end a turn; a model's vocabulary must hold them for the template to fit. */
  readonly controlTokens: readonly string[];
  render(messages: readonly ChatMessage[]): PromptPart[];
}

/** https://github.com/openai/openai-python/blob/release-v0.28.0/chatml.md: SmolLM2, Qwen, Hermes and many others. */
const chatMl: ChatTemplate = {
  controlTokens: ['<|im_start|>', '<|im_end|>'],
  render: (messages) => [
    ...messages.flatMap(({ role, text }) => [
      { kind: 'control', text: '<|im_start|>' } as const,
      { kind: 'text', text: `${role}\n${text}` } as const,
      { kind: 'control', text: '<|im_end|>' } as const,
      { kind: 'text', text: '\n' } as const,
    ]),
    { kind: 'control', text: '<|im_start|>' },
    { kind: 'text', text: 'assistant\n' },
  ],
};

/**
 * The pinned templates. Never the one inside a model's file: that is a program written by whoever made the file,
 * and poisoned ones are in the wild.
 */
export const templates: readonly ChatTemplate[] = [chatMl];
