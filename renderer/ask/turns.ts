import type {
  Answer,
  AskEvent,
  AskPlace,
  Citation,
  Computed,
  KeptPlace,
  Progress,
  Sentence,
} from '#main/contract/ask.ts';
import type { Conversation } from '#main/contract/conversations.ts';
import type { Fault } from '#main/contract/fault.ts';
import type { Plan } from '#main/contract/search.ts';

/** The instant answer: sentences quoted from the files before any model wrote. */
export interface Instant {
  readonly sentences: Sentence[];
  readonly computed: Computed | null;
}

/** What has arrived of an answer that is not whole. */
export interface Heard {
  readonly plan: Plan | null;
  /** Passages found, null while they are looked for. */
  readonly hits: number | null;
  readonly instant: Instant | null;
  /** Sentences that have been checked. */
  readonly sentences: readonly Sentence[];
  /** What the model has written since the last checked sentence. */
  readonly draft: string;
  /** What the model thinks before it writes. */
  readonly thoughts: string;
  readonly citations: Citation[];
  readonly notice: string | null;
  /** How far a summary is; null where nothing long is read. */
  readonly progress: Progress | null;
}

interface TurnBase {
  readonly key: string;
  readonly question: string;
  /** It stands where another turn stood, which is kept. */
  readonly instead: boolean;
}

/** A question and what has come of it. */
export type Turn =
  | (TurnBase & { readonly phase: 'asking'; readonly heard: Heard })
  | (TurnBase & { readonly phase: 'stopped'; readonly heard: Heard })
  | (TurnBase & { readonly phase: 'failed'; readonly heard: Heard; readonly fault: Fault })
  | (TurnBase & {
      readonly phase: 'answered';
      readonly answer: Answer;
      /** Null where it could not be kept. */
      readonly kept: KeptPlace | null;
      readonly notice: string | null;
    });

const nothing: Heard = {
  plan: null,
  hits: null,
  instant: null,
  sentences: [],
  draft: '',
  thoughts: '',
  citations: [],
  notice: null,
  progress: null,
};

export function newTurn(key: string, question: string, instead = false): Turn {
  return { key, question, instead, phase: 'asking', heard: nothing };
}

/** The turns with a new one: at their end, or in the place of the one that it edits or asks again, and of all behind that. */
export function withAsked(turns: readonly Turn[], turn: Turn, place: AskPlace | undefined): readonly Turn[] {
  if (place === undefined || place.as === 'follow-up') return [...turns, turn];
  const at = turns.findIndex(
    (each) => each.phase === 'answered' && each.kept?.questionId === place.questionId,
  );
  return [...(at < 0 ? turns : turns.slice(0, at)), turn];
}

/** Where a question behind these turns stands; undefined where the last of them is not kept: the engine knows. */
export function placeAfter(turns: readonly Turn[]): AskPlace | undefined {
  const last = turns.at(-1);
  if (last?.phase !== 'answered' || last.kept === null) return undefined;
  return { as: 'follow-up', answerId: last.kept.answerId };
}

/** The turn after one more event of its stream; events that come after the end change nothing. */
export function hear(turn: Turn, event: AskEvent): Turn {
  if (turn.phase !== 'asking') return turn;
  const { key, question, instead, heard } = turn;
  if (event.type === 'done') {
    const { answer, kept } = event;
    return { key, question, instead, phase: 'answered', answer, kept, notice: heard.notice };
  }
  return { ...turn, heard: heardAfter(heard, event) };
}

function heardAfter(heard: Heard, event: Exclude<AskEvent, { type: 'done' }>): Heard {
  switch (event.type) {
    case 'started':
      return heard;
    case 'plan':
      return { ...heard, plan: event.plan };
    case 'hits':
      return { ...heard, hits: event.hits.length };
    case 'instant':
      return {
        ...heard,
        instant: { sentences: event.sentences, computed: event.computed },
        citations: merged(heard.citations, event.citations),
      };
    case 'progress':
      return { ...heard, progress: event.progress };
    case 'thought':
      return { ...heard, thoughts: heard.thoughts + event.text };
    case 'draft':
      return { ...heard, draft: heard.draft + event.text };
    case 'sentence':
      return {
        ...heard,
        draft: draftAfter(heard.draft, event.sentence),
        sentences: [...heard.sentences, event.sentence],
        citations: merged(heard.citations, event.citations),
      };
    case 'notice':
      return { ...heard, notice: event.message };
  }
}

/** The beginning of the next sentence is in the draft already when the one before it has been checked. */
function draftAfter(draft: string, { text }: Sentence): string {
  const at = draft.indexOf(text);
  return at < 0 ? '' : draft.slice(at + text.length).replace(/^(\s*\[[\d\s,;]*\]?[.\s]*)+|^\s+/, '');
}

/** Citations by their number, each once; the later word of two counts. */
function merged(before: readonly Citation[], more: readonly Citation[]): Citation[] {
  const byNumber = new Map([...before, ...more].map((citation) => [citation.n, citation]));
  return [...byNumber.values()].sort((a, b) => a.n - b.n);
}

export function stopped(turn: Turn): Turn {
  return turn.phase === 'asking' ? { ...turn, phase: 'stopped' } : turn;
}

export function failed(turn: Turn, fault: Fault): Turn {
  return turn.phase === 'asking' ? { ...turn, phase: 'failed', fault } : turn;
}

/** The turns of a conversation that was kept. */
export function keptTurns(conversation: Conversation): readonly Turn[] {
  return conversation.branch.map(({ answer, ...kept }) => ({
    key: `kept-${kept.answerId}`,
    question: answer.question,
    instead: false,
    phase: 'answered',
    answer,
    kept,
    notice: null,
  }));
}
