import type { LlamaContextSequence, LlamaModel, Token } from 'node-llama-cpp';
import { Fault } from '#main/contract/fault.ts';
import type { ChatMessage } from '../chat/chat-model.ts';
import { type ChatTemplate, templates } from '../chat/templates.ts';

/** Tokens of a prompt evaluated between two looks at the signal and at the free cores: fewer would be slower. */
const promptStepTokens = 64;

/** The pinned template whose control tokens the model knows. Throws Fault `bad-input` where there is none. */
export function templateOf(model: LlamaModel, name: string): ChatTemplate {
  const found = templates.find((template) =>
    template.controlTokens.every((token) => model.tokenize(token, true).length === 1),
  );
  if (found === undefined) throw new Fault('bad-input', { what: `the chat format of ${name} is not known` });
  return found;
}

/** The messages as tokens. Only the template's own control text becomes control tokens. */
export function promptOf(
  model: LlamaModel,
  template: ChatTemplate,
  messages: readonly ChatMessage[],
): Token[] {
  return template.render(messages).flatMap(({ kind, text }) => model.tokenize(text, kind === 'control'));
}

/** A model that writes one of these has ended its turn. */
export function controlTokensOf(model: LlamaModel, template: ChatTemplate): ReadonlySet<Token> {
  return new Set(template.controlTokens.flatMap((token) => model.tokenize(token, true)));
}

/** Drops from the cache what differs from the prompt; returns how many tokens need no evaluation. */
export async function keepCommonBeginning(
  sequence: LlamaContextSequence,
  prompt: readonly Token[],
): Promise<number> {
  // The last token is always evaluated again: its output is where writing starts.
  await sequence.adaptStateToTokens(prompt.slice(0, -1), false);
  return sequence.nextTokenIndex;
}

/** Evaluates in steps, so that leaving a long prompt takes no longer than one; returns the last token. */
export async function evaluateAllButLast(
  sequence: LlamaContextSequence,
  tokens: readonly Token[],
  step: () => void,
): Promise<Token[]> {
  for (let start = 0; start < tokens.length - 1; start += promptStepTokens) {
    const end = Math.min(start + promptStepTokens, tokens.length - 1);
    step();
    await sequence.evaluateWithoutGeneratingNewTokens(tokens.slice(start, end));
  }
  step();
  return tokens.slice(-1);
}
