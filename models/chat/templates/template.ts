import type { ChatMessage } from '../chat-model.ts';

/**
 * A stretch of a prompt. A `marker` is a control token where the model's vocabulary holds it as one, else text; `frame`
 * is the template's own text around; `data` is what was said, which must never become a control token.
 */
export interface PromptPart {
  readonly kind: 'marker' | 'frame' | 'data';
  readonly text: string;
}

/** What stands around one message; the message itself without the white space around it where it is `trimmed`. */
interface Turn {
  readonly before: string;
  readonly after: string;
  readonly trimmed?: true;
}

/** `begin` stands in the place of `reply`. */
export interface Thoughts {
  readonly begin: string;
  readonly end: string;
  readonly after: string;
}

/** How most models mark their thoughts, those too that nobody knows to have any. */
export const usualThoughts: Thoughts = { begin: '<think>', end: '</think>', after: '\n\n' };

/** How a family of chat models marks who speaks, as its publisher wrote it down. */
export interface TurnShape {
  readonly id: TemplateId;
  /** Before everything else. */
  readonly begin: string;
  /** `inside`: the family knows no system role, or has it inside of the first question, before its text. */
  readonly system: Turn & { readonly inside?: true };
  readonly user: Turn;
  readonly assistant: Turn;
  /** What the reply comes after. */
  readonly reply: string;
  /** Of models that think before they write: what their thoughts stand between, and what the reply begins with after them. */
  readonly thoughts?: Thoughts;
  /** Thoughts that are over, so that the reply is written at once, where `reply` alone would have the model think. */
  readonly closedThoughts?: string;
  /** Everything in the shape that marks a turn. */
  readonly markers: readonly string[];
  /** Markers that the vocabulary must hold as one token each, or the model is of another family. */
  readonly needs: readonly string[];
  /** A model that writes one of these has ended its turn, beside its own end of text. */
  readonly ends: readonly string[];
}

export type TemplateId =
  | 'alpaca'
  | 'chatml'
  | 'chatml-thinking'
  | 'command-r'
  | 'deepseek'
  | 'falcon-3'
  | 'gemma'
  | 'gpt4all'
  | 'gpt4all-falcon'
  | 'granite'
  | 'harmony'
  | 'llama-2'
  | 'llama-3'
  | 'mistral-1'
  | 'mistral-3'
  | 'mistral-3-tekken'
  | 'mistral-7-tekken'
  | 'orca-mini'
  | 'phi-3'
  | 'phi-4'
  | 'phi-4-mini'
  | 'plain'
  | 'vicuna'
  | 'zephyr';

/** The prompt for the next reply: the system message first, if there is one, then questions and replies in turn. */
export function renderPrompt(
  shape: TurnShape,
  messages: readonly ChatMessage[],
  thinks = false,
): PromptPart[] {
  const { reply, thoughts, closedThoughts = '', markers } = shape;
  const opening = thinks && thoughts !== undefined ? thoughts.begin : reply + closedThoughts;
  return [...renderTurns(shape, messages), ...framed(opening, markers)];
}

/** What closes the thoughts of such a model and begins its reply; `isClosed` where it closed them itself. */
export function renderThoughtsEnd(
  { thoughts = usualThoughts, markers }: TurnShape,
  isClosed: boolean,
): PromptPart[] {
  const { end, after } = thoughts;
  return framed((isClosed ? '' : end) + after, markers);
}

/** The same as far as the messages go: what every prompt begins with that begins with them. */
export function renderTurns(shape: TurnShape, messages: readonly ChatMessage[]): PromptPart[] {
  const parts: PromptPart[] = [];
  const frame = (text: string): void => {
    parts.push(...framed(text, shape.markers));
  };
  const turn = (
    { before, after, trimmed }: Turn,
    text: string,
    within: () => void = () => undefined,
  ): void => {
    frame(before);
    within();
    parts.push({ kind: 'data', text: trimmed ? text.trim() : text });
    frame(after);
  };
  let inside: ChatMessage | undefined;
  frame(shape.begin);
  for (const message of messages) {
    if (message.role === 'assistant') turn(shape.assistant, message.text);
    else if (message.role === 'user') {
      const told = inside;
      inside = undefined;
      turn(shape.user, message.text, () => told !== undefined && turn(shape.system, told.text));
    } else if (shape.system.inside) inside = message;
    else turn(shape.system, message.text);
  }
  return parts.filter(({ text }) => text !== '');
}

/** Text of the template, cut at its markers; the longest of two that begin at one place. */
function framed(text: string, markers: readonly string[]): PromptPart[] {
  const parts: PromptPart[] = [];
  let start = 0;
  for (let at = 0; at < text.length; ) {
    const marker = markers
      .filter((one) => text.startsWith(one, at))
      .reduce((longest, one) => (one.length > longest.length ? one : longest), '');
    if (marker === '') {
      at += 1;
      continue;
    }
    parts.push({ kind: 'frame', text: text.slice(start, at) }, { kind: 'marker', text: marker });
    at += marker.length;
    start = at;
  }
  parts.push({ kind: 'frame', text: text.slice(start) });
  return parts.filter((part) => part.text !== '');
}
