import type { Answer } from '#main/contract/ask.ts';

/** An answer of one sentence, to be kept. */
export function plainAnswer(question: string, said = 'It costs 14,300 euros.'): Answer {
  return {
    question,
    plan: { query: question, intent: 'fact', filter: {} },
    outcome: 'answered',
    answer: `${said} [1]`,
    sentences: [{ text: said, citations: [1], verified: true }],
    unsupported: [],
    citations: [
      {
        ...{ n: 1, documentId: 7, path: '/home/ina/Roof/offer.pdf', member: null, title: 'Offer' },
        ...{ kind: 'document', date: null, place: { page: 2 }, start: 0, end: said.length, quote: said },
      },
    ],
    computed: null,
    coverage: { documents: 3, pendingFiles: 0, unreadFiles: 0, embeddedShare: 1 },
    model: null,
    timings: {
      ...{ retrieveMs: 1, firstTokenMs: null, totalMs: 2 },
      ...{ promptTokens: 0, cachedTokens: 0, newTokens: 0 },
    },
  };
}
