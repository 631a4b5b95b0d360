import { expect, it } from 'vitest';
import type { Answer, AskEvent, Citation } from '#main/contract/ask.ts';
import { Fault } from '#main/contract/fault.ts';
import { copyText } from './copy-text.ts';
import { failed, hear, newTurn, stopped, type Turn } from './turns.ts';

const citation: Citation = {
  n: 1,
  documentId: 7,
  path: '/mail/rent.eml',
  member: null,
  title: 'Rent',
  kind: 'mail',
  date: null,
  place: { line: 4 },
  start: 0,
  end: 20,
  quote: 'The rent is\n 900 euros.',
};

const answer: Answer = {
  question: 'How much is the rent?',
  plan: { query: 'rent', intent: 'fact', filter: {} },
  outcome: 'answered',
  answer: 'The rent is 900 euros. [1]',
  sentences: [{ text: 'The rent is 900 euros.', citations: [1], verified: true }],
  unsupported: [],
  citations: [citation],
  computed: null,
  coverage: { documents: 1, pendingFiles: 0, unreadFiles: 0, embeddedShare: 1 },
  model: null,
  timings: {
    retrieveMs: 1,
    firstTokenMs: null,
    totalMs: 2,
    promptTokens: 0,
    cachedTokens: 0,
    newTokens: 0,
  },
};

function after(...events: readonly AskEvent[]): Turn {
  return events.reduce(hear, newTurn('a', 'How much is the rent?'));
}

const sentence: AskEvent = {
  type: 'sentence',
  sentence: { text: 'The rent is 900 euros.', citations: [1], verified: true },
  citations: [citation],
};

it('a checked sentence takes the place of its draft', () => {
  const writing = after({ type: 'draft', text: 'The rent ' }, { type: 'draft', text: 'is' });
  expect(writing).toMatchObject({ phase: 'asking', heard: { draft: 'The rent is', sentences: [] } });
  expect(hear(writing, sentence)).toMatchObject({
    heard: { draft: '', sentences: [{ verified: true }], citations: [{ n: 1 }] },
  });
});

it('what is begun of the next sentence stays a draft', () => {
  const writing = after({ type: 'draft', text: 'The rent is 900 euros. [1] It is' }, sentence);
  expect(writing).toMatchObject({ heard: { draft: 'It is' } });
});

it('a citation that is told twice stands once', () => {
  expect(after(sentence, sentence)).toMatchObject({ heard: { citations: [{ n: 1 }] } });
});

it('a turn that was stopped keeps what it heard and cannot fail any more', () => {
  const turn = stopped(after(sentence));
  expect(failed(turn, new Fault('engine-unreachable'))).toBe(turn);
  expect(hear(turn, { type: 'done', kept: null, answer })).toBe(turn);
  expect(turn).toMatchObject({ phase: 'stopped', heard: { sentences: [{ verified: true }] } });
});

it('the done event is the answer, and a notice before it is kept', () => {
  const done = after({ type: 'notice', message: 'No model.' }, { type: 'done', kept: null, answer });
  expect(done).toMatchObject({ phase: 'answered', notice: 'No model.', answer: { outcome: 'answered' } });
});

it('a copied answer carries its citations with place and quote', () => {
  expect(copyText(answer)).toBe(
    'How much is the rent?\n\nThe rent is 900 euros. [1]\n\n' +
      '[1] Rent — /mail/rent.eml, line 4: “The rent is 900 euros.”',
  );
});
