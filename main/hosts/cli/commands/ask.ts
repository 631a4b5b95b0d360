import type { Answer, AskEvent, Computed } from '#main/contract/ask.ts';
import { progressInWords } from '#main/contract/ask-words.ts';
import { Fault } from '#main/contract/fault.ts';
import type { EngineClient } from '#main/hosts/services/socket/connect.ts';
import { answerLines } from '../answer-lines.ts';
import { askedText, command, wholeNumber } from '../command.ts';
import { personaNamed } from './personas.ts';

export const ask = command({
  name: 'ask',
  words: 'QUESTION',
  wordCount: [1, 1],
  summary: 'Answer a question, each claim with the place it comes from',
  options: {
    'no-model': { type: 'boolean', help: 'the instant answer alone, no text from a model' },
    thorough: { type: 'boolean', help: 'the model reads more, thinks where it can, and may say more' },
    conversation: { type: 'string', value: 'ID', help: 'go on with a conversation' },
    persona: {
      type: 'string',
      value: 'NAME',
      help: 'as this persona answers, from now on in this conversation; none for as usual',
    },
  },
  async run({ values, words, session, terminal }) {
    const [question = ''] = words;
    const { conversation, persona } = values;
    const input = {
      question: askedText('ask', 'QUESTION', question),
      noModel: values['no-model'] === true,
      thorough: values.thorough === true,
      ...(conversation === undefined
        ? {}
        : { conversationId: wholeNumber('ask', 'conversation', conversation, 1, Number.MAX_SAFE_INTEGER) }),
    };
    const { answer, notices } = await session.ask(async (client) =>
      wholeAnswer(
        client,
        { ...input, ...(persona !== undefined && { personaId: await personaIdOf(client, persona) }) },
        (doing) => terminal.progress(doing),
        session.signal,
      ),
    );
    terminal.clearProgress();
    if (terminal.json) terminal.object(answerAsJson(answer));
    else for (const line of answerLines(answer, terminal)) terminal.line(line);
    for (const notice of notices) terminal.error(notice);
  },
});

async function personaIdOf(client: EngineClient, name: string): Promise<number | null> {
  return name === 'none' ? null : (await personaNamed(client, name)).personaId;
}

interface Answered {
  readonly answer: Answer;
  /** Why the model did not write, or not to the end, in words. */
  readonly notices: readonly string[];
}

/** Asks and waits for the end of the answer; `show` is told what is going on. */
export async function wholeAnswer(
  client: EngineClient,
  input: {
    readonly question: string;
    readonly noModel: boolean;
    readonly thorough?: boolean;
    readonly conversationId?: number;
    readonly personaId?: number | null;
  },
  show: (doing: string) => void,
  signal: AbortSignal,
): Promise<Answered> {
  const notices: string[] = [];
  for await (const event of await client.ask(input, { signal })) {
    if (event.type === 'done') return { answer: event.answer, notices };
    if (event.type === 'notice') notices.push(event.message);
    show(doingAt(event));
  }
  throw new Fault('engine-unreachable');
}

function doingAt(event: Exclude<AskEvent, { type: 'done' }>): string {
  switch (event.type) {
    case 'started':
      return 'Understanding the question…';
    case 'plan':
      return 'Searching…';
    case 'hits':
      return `Reading ${event.hits.length} passages…`;
    case 'thought':
      return 'Thinking…';
    case 'instant':
    case 'draft':
      return 'Writing…';
    case 'sentence':
      return 'Checking against the sources…';
    case 'progress':
      return `${progressInWords(event.progress)}…`;
    case 'notice':
      return event.message;
  }
}

/** Unsupported sentences stand among the others, told apart by `verified`. */
function answerAsJson(answer: Answer): object {
  const { question, plan, sentences, unsupported, citations, computed, model, timings } = answer;
  return {
    question,
    plan,
    answer: answer.answer,
    sentences: [...sentences, ...unsupported],
    citations: citations.map(({ n, path, title, kind, date, place, start, end, quote }) => ({
      ...{ n, path, title, kind, date, place, start, end, quote },
    })),
    computed: computed === null ? null : computedAsJson(computed),
    model,
    timings,
  };
}

/** The exact filter is for front ends that show the whole list. */
function computedAsJson({ exactFilter: _, ...computed }: Computed): object {
  return computed;
}
