import { basename } from 'node:path';
import type { LlamaContextSequence, LlamaModel, Token } from 'node-llama-cpp';
import type { ChatMessage } from '../chat/chat-model.ts';
import { chooseTemplate } from '../chat/templates/choose-template.ts';
import {
  type PromptPart,
  renderPrompt,
  renderThoughtsEnd,
  renderTurns,
  type TurnShape,
} from '../chat/templates/template.ts';
import type { ModelFile } from './model-file.ts';
import { promptTokens } from './prompt-tokens.ts';

/** Tokens of a prompt evaluated between two looks at the signal and at the free cores: fewer would be slower. */
const promptStepTokens = 64;

/** The token that a marker is to this model; null where it is plain text to it. */
export function tokenOf(model: LlamaModel, marker: string): Token | null {
  const [token, ...others] = model.tokenize(marker, true);
  return others.length === 0 ? (token ?? null) : null;
}

/** The pinned template of the model's family. */
export function templateOf(model: LlamaModel, file: ModelFile): TurnShape {
  const isToken = (text: string): boolean => tokenOf(model, text) !== null;
  const published = file.catalogued?.role === 'chat' ? file.catalogued.template : null;
  return chooseTemplate({
    ...{ published, own: file.ownTemplate, names: [file.name, basename(file.path)] },
    isToken,
  });
}

/** The messages as tokens. Only the template's own markers become control tokens. */
export function promptOf(
  model: LlamaModel,
  shape: TurnShape,
  messages: readonly ChatMessage[],
  thinks = false,
): Token[] {
  return tokensOf(model, renderPrompt(shape, messages, thinks));
}

/** What ends the thoughts and begins the reply. */
export function thoughtsEndOf(model: LlamaModel, shape: TurnShape, isClosed: boolean): Token[] {
  return tokensOf(model, renderThoughtsEnd(shape, isClosed));
}

/** What every prompt begins with that begins with these messages. */
export function beginningOf(model: LlamaModel, shape: TurnShape, messages: readonly ChatMessage[]): Token[] {
  return tokensOf(model, renderTurns(shape, messages));
}

function tokensOf(model: LlamaModel, parts: readonly PromptPart[]): Token[] {
  return promptTokens(
    parts,
    (marker) => tokenOf(model, marker),
    (text) => model.tokenize(text),
  );
}

/** A model that writes one of these has ended its turn: tokens where its vocabulary holds them, else texts. */
export function endsOf(
  model: LlamaModel,
  { ends }: TurnShape,
): { readonly tokens: ReadonlySet<Token>; readonly texts: readonly string[] } {
  const written = [model.tokens.eos, model.tokens.eot, ...ends.map((end) => tokenOf(model, end))];
  return {
    tokens: new Set(written.filter((token) => token !== null)),
    texts: ends.filter((end) => tokenOf(model, end) === null),
  };
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

/**
 * Evaluates all but the last step of tokens, which it returns: writing starts with these, so that the few tokens of a
 * follow-up are evaluated at one go.
 */
export async function evaluateAllButLastStep(
  sequence: LlamaContextSequence,
  tokens: readonly Token[],
  step: () => boolean,
): Promise<Token[]> {
  await evaluateInSteps(sequence, tokens.slice(0, -promptStepTokens), step);
  step();
  return tokens.slice(-promptStepTokens);
}

/** In steps, so that leaving a long prompt takes no longer than one: by throwing, or where `step` says to stop. */
export async function evaluateInSteps(
  sequence: LlamaContextSequence,
  tokens: readonly Token[],
  step: () => boolean,
): Promise<void> {
  for (let start = 0; start < tokens.length && step(); start += promptStepTokens)
    await sequence.evaluateWithoutGeneratingNewTokens(tokens.slice(start, start + promptStepTokens));
}
