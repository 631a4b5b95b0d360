import { implement } from '@orpc/server';
import type { Answer, AskEvent, AskInput } from '#main/contract/ask.ts';
import type { Completion } from '#main/contract/complete.ts';
import { contract } from '#main/contract/contract.ts';
import type { DocumentView } from '#main/contract/document.ts';
import type { ExampleQuestion } from '#main/contract/examples.ts';
import { Fault } from '#main/contract/fault.ts';
import type { Ignoring } from '#main/contract/ignoring.ts';
import type { FileState, LedgerRow } from '#main/contract/ledger.ts';
import type { SuggestedPlace } from '#main/contract/places.ts';
import type { Privacy } from '#main/contract/privacy.ts';
import type { Settings } from '#main/contract/settings.ts';
import type { Progress, Source, Status } from '#main/contract/sources.ts';
import type { Why } from '#main/contract/why.ts';
import { carried } from './carried.ts';
import { noComparisons, type SampleComparisons, sampleComparisonRoutes } from './sample-comparisons.ts';
import { type SampleConversations, sampleConversations } from './sample-conversations.ts';
import { noModels, type SampleModels, sampleModelRoutes } from './sample-models.ts';
import { type SampleOriginals, sampleOriginals } from './sample-originals.ts';
import { type SamplePeople, samplePeople } from './sample-people.ts';
import { type SamplePersonas, samplePersonaRoutes } from './sample-personas.ts';

/** What the engine knows and does; a test gives what it is about and leaves the rest empty. */
export interface SampleState
  extends SamplePeople,
    SampleConversations,
    SampleModels,
    SampleOriginals,
    SampleComparisons,
    SamplePersonas {
  sources: Source[];
  rows: LedgerRow[];
  documents: DocumentView[];
  settings: Settings;
  progress: Progress;
  notices: string[];
  suggested: SuggestedPlace[];
  examples: ExampleQuestion[];
  privacy: Privacy;
  ignoring: Ignoring;
  ask: (input: AskInput, signal: AbortSignal) => AsyncIterable<AskEvent>;
}

export interface SampleEngine {
  readonly router: ReturnType<typeof sampleRouter>;
  readonly state: SampleState;
  /** Calls that came in, by name and in order. */
  readonly calls: string[];
  /** Tells everyone who follows the progress of a new one. */
  tell(progress: Partial<Progress>): void;
}

export const idle: Progress = {
  phase: 'idle',
  filesDone: 0,
  filesTotal: 0,
  bytesDone: 0,
  bytesTotal: 0,
  filesRead: 0,
  bytesRead: 0,
  filesDropped: 0,
  chunksEmbedded: 0,
  chunksTotal: 0,
  filesPerSecond: null,
  chunksPerSecond: null,
  bytesPerSecond: null,
  searchableInMs: null,
  embeddedInMs: null,
  remainingMs: null,
  current: null,
  notice: null,
};

const plain = { on: true, offMeans: null, onMeans: null } as const;
const nothing: SampleState = {
  personas: [],
  ...noComparisons,
  sources: [],
  rows: [],
  documents: [],
  originals: new Map(),
  conversations: [],
  drafts: new Map(),
  branches: [],
  people: [],
  personChoices: [],
  ...noModels(),
  settings: {
    ...{ theme: 'system', language: 'system', embedder: null, chat: null },
    ...{ onlyWhenIdle: false, notOnBattery: false, pausedUntil: null, modelFiles: [], speed: null },
  },
  progress: idle,
  notices: [],
  suggested: [],
  examples: [],
  privacy: { downloads: [], places: [] },
  ignoring: {
    rules: [
      { id: 'packages', what: 'packages and caches', by: 'name', ...plain },
      { id: 'hidden', what: 'hidden files and folders', by: 'name', ...plain },
      {
        ...{ id: 'secrets', what: 'passwords, keys and recovery codes in texts', by: 'content', on: true },
        offMeans: 'Passwords will be kept in the library. Whoever can read the library can read them.',
        onMeans: 'What the library has of them leaves it for good.',
      },
      { id: 'junk', what: 'junk mail', by: 'content', ...plain },
    ],
    patterns: [],
    files: [],
  },
  ask: async function* () {
    yield { type: 'started', conversationId: 1, questionId: 1 };
  },
};

export function createSampleEngine(given: Partial<SampleState> = {}): SampleEngine {
  const state: SampleState = { ...nothing, ...noModels(), drafts: new Map(), ...given };
  const calls: string[] = [];
  const waiting = new Set<() => void>();
  const tell = (progress: Partial<Progress>) => {
    state.progress = { ...state.progress, ...progress };
    for (const wake of [...waiting]) wake();
  };
  return { state, calls, tell, router: sampleRouter(state, calls, waiting) };
}

function sampleRouter(state: SampleState, calls: string[], waiting: Set<() => void>) {
  const os = implement(contract).use(async ({ next, path }) => {
    calls.push(path.join('.'));
    try {
      return await next();
    } catch (error) {
      throw carried(error);
    }
  });
  const sourceOf = (sourceId: number) => {
    const source = state.sources.find((each) => each.sourceId === sourceId);
    if (source === undefined) throw new Fault('not-found', { what: 'This source' });
    return source;
  };
  const become = (sourceId: number, change: Partial<Source>) => {
    const source = { ...sourceOf(sourceId), ...change };
    state.sources = state.sources.map((each) => (each.sourceId === sourceId ? source : each));
    return source;
  };
  return os.router({
    sources: {
      list: os.sources.list.handler(() => state.sources),
      suggested: os.sources.suggested.handler(async function* () {
        for (const place of state.suggested)
          yield {
            ...place,
            isAdded: state.sources.some(({ path }) => `${place.path}/`.startsWith(`${path}/`)),
          };
      }),
      add: os.sources.add.handler(({ input }) => {
        if (input.path.includes('missing')) throw new Fault('path-missing', { path: input.path });
        const source: Source = {
          sourceId: Math.max(0, ...state.sources.map((each) => each.sourceId)) + 1,
          path: input.path,
          state: 'watching',
          watched: true,
          files: countRows([]),
        };
        const covering = state.sources.find(({ path }) => `${input.path}/`.startsWith(`${path}/`));
        if (covering !== undefined) return { ...covering, isNew: false };
        state.sources = [...state.sources, source];
        return { ...source, isNew: true };
      }),
      pause: os.sources.pause.handler(({ input }) => become(input.sourceId, { state: 'paused' })),
      resume: os.sources.resume.handler(({ input }) => become(input.sourceId, { state: 'watching' })),
      rescan: os.sources.rescan.handler(({ input }) => sourceOf(input.sourceId)),
      forget: os.sources.forget.handler(({ input }) => {
        sourceOf(input.sourceId);
        state.sources = state.sources.filter((each) => each.sourceId !== input.sourceId);
        return { documents: 12 };
      }),
      ignoring: os.sources.ignoring.handler(() => state.ignoring),
      ignore: os.sources.ignore.handler(({ input: { rules, patterns } }) => {
        const { ignoring } = state;
        state.ignoring = {
          ...ignoring,
          rules: ignoring.rules.map((rule) => ({ ...rule, on: rules?.[rule.id] ?? rule.on })),
          patterns: patterns ?? ignoring.patterns,
        };
        return state.ignoring;
      }),
      ledger: os.sources.ledger.handler(({ input }) => {
        const rows = state.rows.filter(
          (row) =>
            (input.states?.includes(row.state) ?? true) &&
            row.path.toLowerCase().includes((input.contains ?? '').toLowerCase()),
        );
        return { total: rows.length, rows: rows.slice(input.offset, input.offset + input.limit) };
      }),
      why: os.sources.why.handler(({ input }) => whyOf(state, input.path)),
      retry: os.sources.retry.handler(({ input: { paths, reason } }) => {
        const isMeant = (row: LedgerRow) => paths?.includes(row.path) ?? row.reason === reason;
        const files = state.rows.filter(isMeant).length;
        state.rows = state.rows.map((row) =>
          isMeant(row) ? { ...row, state: 'pending', reason: 'waiting', detail: null } : row,
        );
        return { files };
      }),
      progress: os.sources.progress.handler(async function* ({ signal }) {
        while (!signal?.aborted) {
          yield state.progress;
          await new Promise<void>((resolve) => {
            const wake = () => {
              waiting.delete(wake);
              resolve();
            };
            waiting.add(wake);
            signal?.addEventListener('abort', wake, { once: true });
          });
        }
      }),
      settle: os.sources.settle.handler(() => statusOf(state)),
    },
    status: os.status.handler(() => statusOf(state)),
    search: os.search.handler(({ input }) => ({
      query: input.query,
      plan: { query: input.query, intent: 'find', filter: input.filter },
      tookMs: 1,
      corrected: null,
      hits: [],
    })),
    complete: os.complete.handler(({ input }) => completionsOf(input.text)),
    ask: os.ask.handler(async function* ({ input, signal }) {
      try {
        yield* state.ask(input, signal ?? new AbortController().signal);
      } catch (error) {
        throw carried(error);
      }
    }),
    preview: os.preview.handler(async function* ({ input, signal }) {
      yield* state.ask({ ...input, noModel: true }, signal ?? new AbortController().signal);
    }),
    examples: os.examples.handler(() => state.examples),
    privacy: os.privacy.handler(() => state.privacy),
    documents: {
      read: os.documents.read.handler(({ input }) => {
        const found = state.documents.find((each) => each.documentId === input.documentId);
        if (found === undefined) throw new Fault('not-found', { what: 'This document' });
        return found;
      }),
      list: os.documents.list.handler(({ input: { offset, limit } }) => {
        const items = state.conversations.flatMap(({ branch }) =>
          branch.flatMap(({ answer }) => answer.computed?.items ?? []),
        );
        return { total: items.length, items: items.slice(offset, offset + limit) };
      }),
      open: os.documents.open.handler(() => ({ opened: true })),
      reveal: os.documents.reveal.handler(() => ({ revealed: true })),
      ...sampleOriginals(os.documents, state),
    },
    people: samplePeople(os.people, state),
    conversations: sampleConversations(os.conversations, state),
    models: sampleModelRoutes(os.models, state),
    personas: samplePersonaRoutes(os.personas, state),
    comparisons: sampleComparisonRoutes(os.comparisons, state),
    settings: {
      read: os.settings.read.handler(() => state.settings),
      change: os.settings.change.handler(({ input }) => {
        const given = Object.entries(input).filter(([, value]) => value !== undefined);
        state.settings = { ...state.settings, ...Object.fromEntries(given) };
        return state.settings;
      }),
      unavailable: os.settings.unavailable.handler(() => ({
        onlyWhenIdle: null,
        notOnBattery: 'This computer has no battery.',
      })),
    },
  });
}

function whyOf({ rows, sources }: SampleState, path: string): Why {
  const row = rows.find((each) => each.path === path);
  const [source = null] = sources;
  const story: Why = {
    ...{ asked: path, path, verdict: 'outside', onDisk: 'file', leadsTo: null },
    ...{ source, leftOut: null, file: null, below: null, waitsFor: null },
  };
  if (row === undefined) return story;
  const { state, reason, detail, documents, chunks } = row;
  return {
    ...story,
    verdict: state === 'indexed' ? 'found' : state === 'pending' ? 'waiting' : state,
    file: {
      ...{ state, reason, detail, documents, chunks, embedded: chunks, missingSince: null },
      ...{ sizeBytes: 4_096, modifiedAt: '2025-02-11T17:42:00.000Z', readAt: '2025-02-12T08:00:00.000Z' },
      parser: { id: 'mail', version: 2, newest: 2 },
      ...{ contents: [], attachments: ['scan.pdf'], withheld: [], hiddenChars: 120 },
    },
  };
}

/** People of the sample whose name begins as what is typed behind "from:". */
function completionsOf(text: string): Completion[] {
  const typed = /(?<!\S)from:(\w*)$/.exec(text)?.[1];
  if (typed === undefined) return [];
  return ['Marta Vidal', 'Martin Weber', 'Ada Winter']
    .filter((name) => name.toLowerCase().startsWith(typed.toLowerCase()))
    .map((name) => ({
      from: text.length - typed.length - 'from:'.length,
      text: `from:"${name}" `,
      label: name,
      detail: `${name.split(' ')[0]?.toLowerCase()}@example.org`,
    }));
}

function countRows(rows: readonly LedgerRow[]): Record<FileState, number> {
  const counts: Record<FileState, number> = { indexed: 0, partly: 0, skipped: 0, failed: 0, pending: 0 };
  for (const row of rows) counts[row.state] += 1;
  return counts;
}

function statusOf(state: SampleState): Status {
  const reasons = new Map<NonNullable<LedgerRow['reason']>, number>();
  for (const { reason } of state.rows) {
    if (reason !== null) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  const withheld = state.rows.filter((row) => row.withheld > 0);
  return {
    sources: state.sources,
    files: countRows(state.rows),
    documents: state.rows.reduce((sum, row) => sum + row.documents, 0),
    chunks: state.rows.reduce((sum, row) => sum + row.chunks, 0),
    embedded: state.progress.chunksEmbedded,
    bytes: state.rows.length * 48_213,
    reasons: [...reasons].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count),
    withheld: withheld.length === 0 ? [] : [{ kind: 'password', count: 2 * withheld.length }],
    withheldFiles: withheld.length,
    waitsFor: null,
    notices: state.notices,
  };
}

/** The stream that a kept answer would have been. */
export async function* streamOf(answer: Answer, conversationId = 1): AsyncGenerator<AskEvent> {
  yield { type: 'started', conversationId, questionId: 90 };
  yield { type: 'plan', plan: answer.plan };
  yield { type: 'hits', hits: [] };
  for (const sentence of answer.sentences) {
    yield { type: 'draft', text: sentence.text };
    yield { type: 'sentence', sentence, citations: answer.citations };
  }
  const kept = { questionId: 90, answerId: 90, questions: [90], answers: [90] };
  yield { type: 'done', answer, kept };
}
