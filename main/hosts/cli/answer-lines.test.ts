import { expect, test } from 'vitest';
import type { Answer } from '#main/contract/ask.ts';
import { answerLines } from './answer-lines.ts';

const answer: Answer = {
  question: 'What is the excess?',
  plan: { query: 'excess', intent: 'fact', filter: {} },
  outcome: 'answered',
  answer: 'The excess for water damage is 500 euros. [1] It was raised by 50 euros. [1]',
  sentences: [
    {
      text: 'The excess for water damage is 500 euros.',
      citations: [1],
      verified: true,
      asked: { start: 31, end: 40 },
    },
    { text: 'It was raised by 50 euros.', citations: [1], verified: true, asked: { start: 17, end: 25 } },
  ],
  unsupported: [],
  citations: [],
  computed: null,
  coverage: { documents: 1, pendingFiles: 0, unreadFiles: 0, embeddedShare: 1 },
  model: null,
  timings: { retrieveMs: 1, firstTokenMs: null, totalMs: 1, promptTokens: 0, cachedTokens: 0, newTokens: 0 },
};
const bold = (_style: unknown, text: string): string => `<${text}>`;

test('what was asked for is set off, over a line break too', () => {
  expect(answerLines(answer, { style: bold, columns: 100 })[0]).toBe(
    'The excess for water damage is <500 euros>. [1] It was raised by <50 euros>. [1]',
  );
  expect(answerLines(answer, { style: bold, columns: 36 }).slice(0, 3)).toEqual([
    'The excess for water damage is <500>',
    '<euros>. [1] It was raised by <50>',
    '<euros>. [1]',
  ]);
});

test('where nothing is styled the text stands as it is', () => {
  const lines = answerLines(answer, { style: (_, text) => text, columns: 100 });
  expect(lines[0]).toBe(answer.answer);
});

test('a citation tells where else the same stands', () => {
  const citation = {
    ...{
      n: 1,
      documentId: 1,
      path: '/home/policy.pdf',
      member: null,
      title: 'Policy',
      kind: 'document' as const,
    },
    ...{ date: null, place: { page: 2 }, start: 0, end: 10, quote: 'The excess' },
    also: [{ documentId: 2, title: 'Copy', path: '/home/mail.eml', member: 'policy.pdf' }],
  };
  const lines = answerLines({ ...answer, citations: [citation] }, { style: (_, text) => text, columns: 100 });
  expect(lines).toContain('    also in /home/mail.eml › policy.pdf');
});
