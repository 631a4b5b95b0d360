import type { Answer, Citation } from '#main/contract/ask.ts';
import type { Conversation } from '#main/contract/conversations.ts';
import type { DocumentView } from '#main/contract/document.ts';
import type { LedgerRow } from '#main/contract/ledger.ts';
import type { ModelInfo } from '#main/contract/models.ts';
import type { Person } from '#main/contract/people.ts';
import type { Source } from '#main/contract/sources.ts';

const contractText = [
  'Rental agreement',
  'between Marta Vidal, landlord, and Ada Winter, tenant, for the flat at Carrer de Verdi 41, Barcelona.',
  'The monthly rent is 940 euros, payable in advance by the fifth working day of each month. It includes water but neither electricity nor the internet connection.',
  'The deposit amounts to two monthly rents, 1,880 euros, and is returned within thirty days of the end of the lease, less any damage beyond ordinary wear.',
  'Either side may end the lease with two months’ notice in writing. A notice given by mail counts from the day it arrives.',
];

/** A document whose paragraphs each have a place. */
export function documentOf(
  facts: Omit<
    DocumentView,
    'text' | 'places' | 'people' | 'member' | 'missing' | 'copies' | 'isQuotation' | 'tags'
  >,
  paragraphs: readonly string[],
  placeOf: (index: number) => DocumentView['places'][number]['place'],
): DocumentView {
  let start = 0;
  const places = paragraphs.map((paragraph, index) => {
    const range = { start, end: start + paragraph.length, place: placeOf(index) };
    start = range.end + 2;
    return range;
  });
  return {
    ...facts,
    member: null,
    missing: false,
    tags: facts.kind === 'mail' ? ['Inbox', 'Flat'] : [],
    copies: [],
    isQuotation: false,
    people: [],
    text: paragraphs.join('\n\n'),
    places,
  };
}

export const lease = documentOf(
  {
    documentId: 1,
    kind: 'document',
    title: 'Rental agreement',
    path: '/home/ada/Documents/Flat/rental-agreement.pdf',
    date: '2024-02-26T10:00:00Z',
  },
  contractText,
  (index) => ({ page: index < 3 ? 1 : 2 }),
);

export const reply: DocumentView = {
  ...documentOf(
    {
      documentId: 2,
      kind: 'mail',
      title: 'Re: Rent from March',
      path: '/home/ada/Mail/2025/re-rent-from-march.eml',
      date: '2025-02-11T17:42:00Z',
    },
    [
      'Dear Ada,',
      'as we agreed on the phone, the rent goes up to 965 euros from March on. The deposit stays as it is.',
      'I will have the boiler looked at before the end of the month; Joan will call you about a day.',
      'Kind regards\nMarta',
    ],
    (index) => ({ line: [1, 3, 5, 7][index] ?? 1 }),
  ),
  people: [
    { name: 'Marta Vidal', address: 'marta@vidal.example', role: 'from' },
    { name: 'Ada Winter', address: 'ada@winter.example', role: 'to' },
  ],
};

/** A citation of the stretch of the document that reads `quote`. */
function citationOf(n: number, document: DocumentView, quote: string): Citation {
  const start = document.text.indexOf(quote);
  if (start < 0) throw new Error(`“${quote}” does not stand in ${document.title}`);
  const place = document.places.find((range) => start >= range.start && start < range.end)?.place;
  const { documentId, path, member, title, kind, date } = document;
  return {
    ...{ n, documentId, path, member, title, kind, date, quote },
    place: place ?? { line: 1 },
    start,
    end: start + quote.length,
  };
}

const rentNow = citationOf(1, reply, 'the rent goes up to 965 euros from March on');
const rentThen = citationOf(2, lease, 'The monthly rent is 940 euros');

/** An answer that is nothing but its question; a test fills in what it is about. */
export const plainAnswer: Answer = {
  question: 'How much is the rent?',
  plan: { query: 'rent', intent: 'fact', filter: {} },
  outcome: 'answered',
  answer: '',
  sentences: [],
  unsupported: [],
  citations: [],
  computed: null,
  coverage: { documents: 1_284, pendingFiles: 0, unreadFiles: 6, embeddedShare: 1 },
  model: null,
  timings: {
    retrieveMs: 31,
    firstTokenMs: null,
    totalMs: 44,
    promptTokens: 0,
    cachedTokens: 0,
    newTokens: 0,
  },
};

export const rentAnswer: Answer = {
  ...plainAnswer,
  question: 'How much rent do I pay since the last change, and what was it before?',
  plan: {
    query: 'rent since the last change',
    intent: 'fact',
    filter: { people: ['Marta Vidal'], after: '2024-01-01' },
  },
  answer:
    'Since March 2025 the rent is 965 euros. [1] The rental agreement set it at 940 euros a month, with water included. [2]',
  sentences: [
    { text: 'Since March 2025 the rent is 965 euros.', citations: [1], verified: true },
    {
      text: 'The rental agreement set it at 940 euros a month, with water included.',
      citations: [2],
      verified: true,
    },
  ],
  unsupported: [{ text: 'The rent is due on the first of each month.', citations: [], verified: false }],
  citations: [rentNow, rentThen],
  model: 'SmolLM2-135M-Instruct',
  timings: {
    retrieveMs: 34,
    firstTokenMs: 1_240,
    totalMs: 6_480,
    promptTokens: 812,
    cachedTokens: 340,
    newTokens: 74,
  },
};

const subjects = [
  'Boiler again',
  'Re: Boiler again',
  'Rent from March',
  'Re: Rent from March',
  'Keys for the cellar',
  'Meter readings',
  'Re: Meter readings',
  'Handover on Saturday',
  'Lease, signed',
];

export const countAnswer: Answer = {
  ...plainAnswer,
  question: 'How many mails did Marta send me in 2025?',
  plan: {
    query: '',
    intent: 'count',
    filter: { kinds: ['mail'], from: ['Marta Vidal'], after: '2025-01-01', before: '2026-01-01' },
  },
  answer: `There are ${subjects.length} mails from Marta Vidal in your library.`,
  sentences: [
    {
      text: `There are ${subjects.length} mails from Marta Vidal in your library.`,
      citations: [],
      verified: false,
    },
    { text: '118 files still wait to be read.', citations: [], verified: false },
  ],
  citations: [citationOf(1, reply, 'as we agreed on the phone')],
  computed: {
    count: subjects.length,
    filter: 'mails from Marta Vidal, 1 January to 31 December 2025',
    exactFilter: { kinds: ['mail'], from: ['Marta Vidal'] },
    items: subjects.map((title, index) => ({
      documentId: index === 3 ? 2 : 100 + index,
      title,
      path: `/home/ada/Mail/2025/${index}.eml`,
      date: `2025-0${index + 1}-1${index}T09:00:00Z`,
      people: ['Marta Vidal', 'Ada Winter'],
    })),
  },
};

export const notFoundAnswer: Answer = {
  ...plainAnswer,
  question: 'What is the wifi password of the summer house?',
  plan: { query: 'wifi password summer house', intent: 'fact', filter: {} },
  outcome: 'not-found',
  answer: 'Nothing that answers this was found in your files. 1,284 documents were searched.',
  sentences: [
    { text: 'Nothing that answers this was found in your files.', citations: [], verified: false },
    { text: '1,284 documents were searched.', citations: [], verified: false },
  ],
  citations: [],
  nearest: rentAnswer.citations.slice(0, 1),
  coverage: { documents: 1_284, pendingFiles: 12, unreadFiles: 6, embeddedShare: 0.82 },
};

/** A conversation of one branch; ids of turns are its own times a hundred, and their place. */
export function conversationOf(conversationId: number, ...answers: readonly Answer[]): Conversation {
  return {
    conversationId,
    title: answers[0]?.question ?? '',
    updatedAt: new Date(Date.now() - conversationId * 7_200_000).toISOString(),
    turns: answers.length,
    ...{ pinned: false, shelf: 'current', goesAt: null, importedAt: null, personaId: null },
    branch: answers.map((answer, index) => {
      const id = conversationId * 100 + index;
      return { questionId: id, answerId: id, questions: [id], answers: [id], answer };
    }),
  };
}

const folders = [
  'Mail/2024',
  'Mail/2025',
  'Notes/Projects',
  'Notes/Journal',
  'Documents/Flat',
  'Documents/Tax',
];
const endings = ['eml', 'eml', 'md', 'md', 'pdf', 'docx'];
const troubles: readonly Pick<LedgerRow, 'state' | 'reason' | 'detail'>[] = [
  { state: 'partly', reason: 'pages-without-text', detail: '3, 4' },
  { state: 'skipped', reason: 'unsupported-format', detail: null },
  { state: 'failed', reason: 'encrypted', detail: null },
  { state: 'failed', reason: 'corrupt', detail: 'the end of the file is missing' },
  { state: 'skipped', reason: 'empty', detail: null },
  { state: 'pending', reason: 'waiting', detail: null },
];

/** As many ledger rows as asked for; every eleventh has a trouble of some kind. */
export function ledgerRows(count: number): LedgerRow[] {
  return Array.from({ length: count }, (_, index) => {
    const kind = index % folders.length;
    const path = `/home/ada/${folders[kind] ?? ''}/file-${String(index).padStart(6, '0')}.${endings[kind] ?? 'md'}`;
    const withheld = index % 17 === 5 ? 2 : 0;
    const trouble = index % 11 === 10 ? troubles[index % troubles.length] : undefined;
    if (trouble === undefined) {
      return {
        path,
        state: 'indexed',
        reason: null,
        detail: null,
        documents: 1,
        chunks: 2 + (index % 9),
        withheld,
      };
    }
    const read = trouble.state === 'partly' ? 1 : 0;
    return { path, ...trouble, documents: read, chunks: read * 4, withheld: 0 };
  });
}

export const sampleSources: Source[] = [
  {
    sourceId: 1,
    path: '/home/ada/Mail',
    state: 'watching',
    watched: true,
    files: { indexed: 806, partly: 4, skipped: 0, failed: 2, pending: 118 },
  },
  {
    sourceId: 2,
    path: '/home/ada/Notes',
    state: 'paused',
    watched: true,
    files: { indexed: 312, partly: 0, skipped: 9, failed: 0, pending: 0 },
  },
  {
    sourceId: 3,
    path: '/media/ada/Archive/Documents',
    state: 'missing',
    watched: true,
    files: { indexed: 166, partly: 2, skipped: 21, failed: 4, pending: 0 },
  },
];

export const sampleModels: ModelInfo[] = [
  {
    id: 'all-minilm-l6-v2',
    role: 'embedder',
    name: 'all-MiniLM-L6-v2',
    licence: 'Apache-2.0',
    sizeBytes: 25_279_200,
    languages: 'English',
    own: false,
    path: '/home/ada/.cache/quipu/models/all-minilm-l6-v2.gguf',
    inUse: true,
  },
  {
    id: 'smollm2-135m-instruct',
    role: 'chat',
    name: 'SmolLM2 135M Instruct',
    licence: 'Apache-2.0',
    sizeBytes: 98_362_432,
    languages: 'English',
    own: false,
    path: null,
    inUse: false,
  },
];

export const samplePeople: Person[] = [
  personOf('Anna Berger', 214, ['anna.berger@example.org', 'a.berger@firm.example']),
  personOf('Mum', 41, ['mum@home.example']),
  personOf('Ben Müller', 12, ['ben@example.org']),
];

function personOf(name: string, documents: number, addresses: readonly string[]): Person {
  const ties: Person['parts'][number]['ties'] = addresses.length > 1 ? ['name'] : [];
  return {
    ...{ key: `@${addresses[0]}`, name, names: [name], addresses: [...addresses], documents },
    parts: addresses.map((address) => ({ key: `@${address}`, address, names: [name], ties })),
    choices: [],
  };
}
