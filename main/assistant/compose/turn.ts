import type { Answer, Citation, Computed, Coverage, Sentence, Timings } from '#main/contract/ask.ts';
import { listedIntents } from '#main/contract/ask-words.ts';
import type { Plan } from '#main/contract/search.ts';
import { type CitationList, createCitations } from './citations.ts';

/** One question while it is being answered: what is settled so far, and the whole answer at any moment of it. */
export interface Turn {
  readonly citations: CitationList;
  plan: Plan;
  outcome: Answer['outcome'];
  /** Computed and instant sentences: they stand whatever a model does. */
  sentences: Sentence[];
  /** The model's sentences that stand in a source and say something new. */
  added: Sentence[];
  unsupported: Sentence[];
  /** Where nothing was found. */
  nearest: Citation[];
  computed: Computed | null;
  coverage: Coverage;
  model: string | null;
  timings: Timings;
}

export function openTurn(plan: Plan, coverage: Coverage): Turn {
  return {
    citations: createCitations(),
    plan,
    outcome: 'answered',
    sentences: [],
    added: [],
    unsupported: [],
    nearest: [],
    computed: null,
    coverage,
    model: null,
    timings: {
      retrieveMs: 0,
      firstTokenMs: null,
      totalMs: 0,
      promptTokens: 0,
      cachedTokens: 0,
      newTokens: 0,
    },
  };
}

/** Sentences in order with their marks: `It costs 900 euros. [1]`; a list's lines each on its own. */
function answerText(sentences: readonly Sentence[], listed: boolean): string {
  return sentences
    .map(({ text, citations }) => [text, ...citations.map((n) => `[${n}]`)].join(' '))
    .join(listed ? '\n' : ' ');
}

export function answerOf(question: string, turn: Turn): Answer {
  const sentences = [...turn.sentences, ...turn.added];
  const used = new Set(sentences.flatMap((sentence) => sentence.citations));
  return {
    question,
    plan: turn.plan,
    outcome: turn.outcome,
    answer: answerText(sentences, turn.computed !== null || listedIntents.has(turn.plan.intent)),
    sentences,
    unsupported: turn.unsupported,
    citations: turn.citations.all().filter((citation) => used.has(citation.n)),
    ...(turn.nearest.length > 0 && { nearest: turn.nearest }),
    computed: turn.computed,
    coverage: turn.coverage,
    model: turn.model,
    timings: turn.timings,
  };
}
