import { statement } from '#main/assistant/compose/statements.ts';
import { answerOf, openTurn } from '#main/assistant/compose/turn.ts';
import { plainly } from '#main/assistant/generate/manner.ts';
import { buildRequest, type NumberedPassage } from '#main/assistant/generate/prompt.ts';
import type { Answer } from '#main/contract/ask.ts';
import type { ChatMessage, ChatModel } from '#models/chat/chat-model.ts';
import { conversationFacts } from './conversation-facts.ts';
import { type CheckedInstruction, checkedInstructions } from './instructions.ts';

/** Where the instructions stand: in every turn that the model sees, as the product has it, or in the system message alone. */
const ways = ['everyTurn', 'systemAlone'] as const;
type Way = (typeof ways)[number];

/** Shares of answers that keep an instruction, over all conversations. */
export interface KeptShares {
  readonly way: Way;
  readonly instruction: string;
  readonly conversations: number;
  readonly turns: number;
  /** Of the first turn of each conversation, the last, and five turns at either end. */
  readonly first: number;
  readonly last: number;
  readonly firstFive: number;
  readonly lastFive: number;
  readonly all: number;
}

export interface PersonasReport {
  readonly set: 'personas';
  readonly model: string;
  readonly kept: readonly KeptShares[];
}

export interface PersonasOptions {
  readonly chat: ChatModel;
  readonly conversations: number;
  readonly turns: number;
  readonly signal: AbortSignal;
}

/** How well instructions that can be checked by program hold over long conversations, with the product's prompts. */
export async function evalPersonas({
  chat,
  conversations,
  turns,
  signal,
}: PersonasOptions): Promise<PersonasReport> {
  const kept: KeptShares[] = [];
  for (const instruction of checkedInstructions) {
    for (const way of ways) {
      const held: boolean[][] = [];
      for (let seed = 0; seed < conversations; seed++)
        held.push(await converse(chat, instruction, way, factsFor(seed, turns), signal));
      kept.push({ way, instruction: instruction.text, conversations, turns, ...sharesOf(held) });
    }
  }
  return { set: 'personas', model: chat.name, kept };
}

type Fact = (typeof conversationFacts)[number];

/** Each conversation asks the same in another order. */
function factsFor(seed: number, turns: number): Fact[] {
  return Array.from({ length: turns }, (_, turn) => {
    const fact = conversationFacts[(seed * 7 + turn * 3) % conversationFacts.length];
    if (fact === undefined) throw new Error('there are no facts to ask for');
    return fact;
  });
}

async function converse(
  chat: ChatModel,
  { text: instructions, isKept }: CheckedInstruction,
  way: Way,
  facts: readonly Fact[],
  signal: AbortSignal,
): Promise<boolean[]> {
  const history: Answer[] = [];
  const held: boolean[] = [];
  for (const { question, passage } of facts) {
    const request = buildRequest(question, [numbered(passage)], history, { ...plainly, instructions });
    const messages = way === 'everyTurn' ? request.messages : inSystemAlone(request.messages, instructions);
    let reply = '';
    for await (const event of chat.generate({ ...request, messages, maxTokens: 80 }, signal))
      if (event.type === 'text') reply += event.text;
    held.push(isKept(reply.trim()));
    history.push(answered(question, reply.trim()));
  }
  return held;
}

/** The same without what repeats it: the system message comes first. */
function inSystemAlone(messages: readonly ChatMessage[], instructions: string): ChatMessage[] {
  return messages.map((message) =>
    message.role === 'system'
      ? message
      : { ...message, text: message.text.replaceAll(`\n(${instructions})`, '') },
  );
}

function numbered(text: string): NumberedPassage {
  const document = {
    ...{ documentId: 1, kind: 'note' as const, title: 'Note', path: '/note.md', member: null, date: null },
    ...{ people: [], text, places: [{ start: 0, end: text.length, place: { line: 1 } }], withheld: [] },
  };
  return {
    n: 1,
    passage: {
      // The prompt reads its title, people, date and text.
      document: document as unknown as NumberedPassage['passage']['document'],
      ...{ chunkId: 1, start: 0, end: text.length, heading: '', quoted: false, rank: 1, origin: 'hit' },
    },
  };
}

function answered(question: string, reply: string): Answer {
  const plan = { query: question, intent: 'fact' as const, filter: {} };
  const turn = openTurn(plan, { documents: 1, pendingFiles: 0, unreadFiles: 0, embeddedShare: 1 });
  turn.sentences = [statement(reply)];
  return answerOf(question, turn);
}

function sharesOf(held: readonly (readonly boolean[])[]) {
  const share = (of: (turns: readonly boolean[]) => readonly boolean[]): number => {
    const all = held.flatMap(of);
    return Number((all.filter(Boolean).length / all.length).toFixed(3));
  };
  return {
    first: share((turns) => turns.slice(0, 1)),
    last: share((turns) => turns.slice(-1)),
    firstFive: share((turns) => turns.slice(0, 5)),
    lastFive: share((turns) => turns.slice(-5)),
    all: share((turns) => turns),
  };
}

export function personasInWords({ model, kept }: PersonasReport): string {
  const percent = (share: number): string => `${Math.round(100 * share)}%`.padStart(5);
  const words: Readonly<Record<Way, string>> = {
    everyTurn: 'in every turn',
    systemAlone: 'in the system message',
  };
  return [
    `personas (${model}): answers that keep an instruction`,
    ...kept.map(
      ({ way, instruction, turns, first, last, firstFive, lastFive, all }) =>
        `  “${instruction}” ${words[way].padEnd(22)} turn 1${percent(first)}, turn ${turns}${percent(last)}, first five${percent(firstFive)}, last five${percent(lastFive)}, all${percent(all)}`,
    ),
  ].join('\n');
}
