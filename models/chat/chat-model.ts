/** The context that a model's need of memory is judged by; it is opened with more where there is room (runtime/open-context.ts). */
export const usualContextTokens = 4096;

export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly text: string;
}

export interface ChatRequest {
  /** The stable prefix first (system, history), the new question last: what stands at the same place is not evaluated again. */
  readonly messages: readonly ChatMessage[];
  readonly maxTokens: number;
  readonly temperature: number;
  /** Lets a model that can think do so before it replies, within these bounds; absent has it reply at once. */
  readonly thinking?: { readonly maxTokens: number; readonly maxMs: number };
}

export type ChatEvent =
  /** What it thinks, which is no part of the reply. */
  | { readonly type: 'thought'; readonly text: string }
  | { readonly type: 'text'; readonly text: string }
  | {
      readonly type: 'end';
      readonly stop: 'finished' | 'max-tokens';
      readonly promptTokens: number;
      readonly cachedTokens: number;
      /** Of thoughts and reply. */
      readonly newTokens: number;
    };

/** How much of a prompt's beginning was evaluated, and how much of it was in the cache before. */
export interface Prepared {
  readonly promptTokens: number;
  readonly cachedTokens: number;
}

/** A local chat model. Text in messages is data: control tokens of the model's template in it are neutralised. */
export interface ChatModel {
  readonly modelId: string;
  readonly name: string;
  /** Tokens that prompt and reply may fill together. */
  readonly contextTokens: number;
  /** It was taught to think before it replies. */
  readonly thinks: boolean;
  /** Leaving the iteration, or aborting, stops the model at the next token. Throws Fault `service-stopped`. */
  generate(request: ChatRequest, signal: AbortSignal): AsyncIterable<ChatEvent>;
  /**
   * Evaluates what the next prompt will begin with while nobody waits, so that only what is new is left to do then. Gives
   * way to `generate`, also in the middle. Throws Fault `service-stopped`.
   */
  prepare(messages: readonly ChatMessage[], signal: AbortSignal): Promise<Prepared>;
}
