import type { LlamaContextSequence, LlamaModel, Token } from 'node-llama-cpp';
import type { ChatEvent } from '../chat/chat-model.ts';
import { type TurnShape, usualThoughts } from '../chat/templates/template.ts';
import { endsOf, thoughtsEndOf, tokenOf } from './prompt.ts';
import { createReplyEnd } from './reply-end.ts';
import { splitThoughts } from './split-thoughts.ts';
import { createTextStream } from './text-stream.ts';

/** Keeps small models from repeating one sentence for ever; only what they wrote counts, never the passages. */
const repeatPenalty = { penalty: 1.1, lastTokens: 64 };

interface Writing {
  readonly model: LlamaModel;
  readonly sequence: LlamaContextSequence;
  readonly template: TurnShape;
}

interface ReplyWanted {
  /** The prompt's end, which is not evaluated yet. */
  readonly tail: Token[];
  /** The prompt has the model begin with its thoughts. */
  readonly thinks: boolean;
  readonly replyTokens: number;
  readonly thoughtTokens: number;
  /** Thoughts end after this time too. */
  readonly thoughtMs: number;
  readonly temperature: number;
  /** Called before each token; throws where nobody waits any more. */
  readonly step: () => void;
}

/**
 * Writes thoughts, if there are any, and the reply, until the model ends its turn or enough is written; returns how many
 * tokens either took. Thoughts over their bound are closed for the model, which then replies.
 */
export async function* writeReply(
  { model, sequence, template }: Writing,
  { tail, thinks, replyTokens, thoughtTokens, thoughtMs, temperature, step }: ReplyWanted,
): AsyncGenerator<ChatEvent, { readonly said: number; readonly thought: number }, undefined> {
  const ends = endsOf(model, template);
  const marks = marksOf(template);
  const shown = new Map([marks.begin, marks.end].map((mark) => [tokenOf(model, mark), mark]));
  const stream = createTextStream(model);
  const reply = createReplyEnd(ends.texts.filter((end) => end !== marks.end));
  const mind = splitThoughts(marks, thinks);
  const written: Token[] = [];
  const started = performance.now();
  const count = { said: 0, thought: 0 };
  const punishTokens = (): Token[] => written.slice(-repeatPenalty.lastTokens);
  const read = (text: string): { readonly events: ChatEvent[]; readonly isOver: boolean } => {
    const events: ChatEvent[] = [];
    for (const stretch of mind.add(text)) {
      if (stretch.kind === 'thought') events.push({ type: 'thought', text: stretch.text });
      else {
        const { text: said, isOver } = reply.add(stretch.text);
        if (said !== '') events.push({ type: 'text', text: said });
        if (isOver) return { events, isOver };
      }
    }
    return { events, isOver: false };
  };

  /** Returns what the model goes on from after its thoughts, or null at the end of its reply. */
  async function* writeOn(from: Token[]): AsyncGenerator<ChatEvent, Token[] | null, undefined> {
    for await (const token of sequence.evaluate(from, {
      temperature,
      repeatPenalty: { punishTokens, penalty: repeatPenalty.penalty },
    })) {
      const wasThinking = mind.isThinking;
      const mark = shown.get(token);
      if (ends.tokens.has(token) && !(wasThinking && mark === marks.end)) {
        if (!wasThinking) return null;
        yield* read(marks.end).events;
        return thoughtsEndOf(model, template, false);
      }
      written.push(token);
      const { events, isOver } = read(mark ?? stream.add(token));
      yield* events;
      if (wasThinking) count.thought += 1;
      else count.said += 1;
      if (isOver) return null;
      step();
      if (wasThinking && !mind.isThinking) return [token, ...thoughtsEndOf(model, template, true)];
      const isOverdue = performance.now() - started >= thoughtMs;
      if (mind.isThinking && (count.thought >= thoughtTokens || isOverdue)) {
        yield* read(marks.end).events;
        return [token, ...thoughtsEndOf(model, template, false)];
      }
      if (count.said >= replyTokens) return null;
    }
    return null;
  }

  for (let from: Token[] | null = tail; from !== null; ) from = yield* writeOn(from);
  const { events, isOver } = read(stream.end());
  yield* events;
  const rest = isOver ? '' : [...mind.rest().map(({ text }) => reply.add(text).text), reply.rest()].join('');
  if (rest !== '' && !mind.isThinking) yield { type: 'text', text: rest };
  return count;
}

/** What thoughts stand between when a model writes them by itself. */
function marksOf({ thoughts = usualThoughts, reply }: TurnShape): {
  readonly begin: string;
  readonly end: string;
} {
  const begin = thoughts.begin.startsWith(reply) ? thoughts.begin.slice(reply.length) : thoughts.begin;
  return { begin: begin.trim(), end: thoughts.end };
}
