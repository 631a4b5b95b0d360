import { join } from 'node:path';
import { isDiskFull, tellingFaults } from '#indexer/store/library-fault.ts';
import type { Answer, AskPlace, KeptPlace } from '#main/contract/ask.ts';
import type { ExportedConversation } from '#main/contract/conversation-export.ts';
import type {
  Conversation,
  ConversationChange,
  ConversationSummary,
  Shelf,
  ShownAt,
} from '#main/contract/conversations.ts';
import { Fault } from '#main/contract/fault.ts';
import type { Settings } from '#main/contract/settings.ts';
import { starterChat, starterEmbedder } from '#models/catalog/catalog.ts';
import { type Comparisons, createComparisons } from './comparisons.ts';
import {
  asFault,
  closeDatabase,
  copyConversations,
  dropOlderCopies,
  type Mishap,
  type OpenedDatabase,
  openDatabase,
} from './database.ts';
import { createDrafts, type Drafts } from './drafts.ts';
import { createExchange } from './exchange.ts';
import { createFindTurns, type FindTurns } from './find-turns.ts';
import { createKeptDownloads, type KeptDownloads } from './kept-downloads.ts';
import { createKeptSources, type KeptSources } from './kept-sources.ts';
import { migrations } from './migrations.ts';
import { createPersonChoices, type PersonChoices } from './person-choices.ts';
import { createPersonas, type Personas } from './personas.ts';
import { createSettingsStore, type SettingsStore } from './settings.ts';
import { createShelves } from './shelves.ts';
import { titleOf } from './title.ts';
import { shownBranch } from './tree.ts';
import { createTurns } from './turns.ts';
import { createUnanswered } from './unanswered.ts';

/** A question that waits for its answer. */
export interface Asked {
  readonly conversationId: number;
  readonly questionId: number;
}

/** Everything that was asked and answered, and the settings: the part of a library that no file can bring back. */
export interface Conversations {
  readonly settings: SettingsStore;
  readonly downloads: KeptDownloads;
  readonly sources: KeptSources;
  readonly people: PersonChoices;
  readonly drafts: Drafts;
  readonly comparisons: Comparisons;
  readonly personas: Personas;
  /** What was wrong when they were opened. */
  readonly mishap: Mishap | null;
  /**
   * Keeps a question before it is answered, in a conversation that is there or, with null, in a new one; that is listed
   * from its first answer on. Throws Fault `not-found` for a place that is not in it.
   */
  ask(conversationId: number | null, question: string, place?: AskPlace): Asked;
  /** The answers a question in that place goes on from, oldest first; null where the conversation is deleted or was never there. */
  earlier(conversationId: number, place?: AskPlace): readonly Answer[] | null;
  /** Adds an answer and shows it; on disk when this returns. Throws Fault `not-found` where the conversation was removed for good. */
  append(questionId: number, answer: Answer): KeptPlace | null;
  /** Takes back a question that got no answer: it becomes a draft. */
  leave(questionId: number): void;
  /** Pinned first, then latest first. */
  list(shelf?: Shelf): ConversationSummary[];
  /** Its branch that is shown. Throws Fault `not-found`. */
  read(conversationId: number): Conversation;
  /** The persona of a conversation; null where it has none, and where it is gone. */
  personaOf(conversationId: number): number | null;
  /** Shows another branch. Throws Fault `not-found`. */
  show(conversationId: number, at: ShownAt): Conversation;
  /** Throws Fault `not-found`. */
  change(change: ConversationChange): ConversationSummary;
  /** Deletes it for a while; whether it was there. */
  remove(conversationId: number): boolean;
  /** Deletes it with everything that holds it; whether it was there. */
  removeForGood(conversationId: number): boolean;
  /** Takes a deletion back. Throws Fault `not-found`. */
  restore(conversationId: number): ConversationSummary;
  readonly find: FindTurns;
  /** Whole conversations; without ids all that are not deleted. Throws Fault `not-found`. */
  export(conversationIds?: readonly number[]): ExportedConversation[];
  /** All of them or none. Throws Fault `import-unreadable`. */
  import(conversations: readonly ExportedConversation[]): ConversationSummary[];
  close(): void;
}

/** A day of answers must not hang on one file; a copy of some megabytes takes milliseconds. */
const copyEveryMs = 5 * 60 * 1000;
const defaults: Settings = {
  theme: 'system',
  language: 'system',
  embedder: starterEmbedder,
  chat: starterChat,
  onlyWhenIdle: false,
  notOnBattery: false,
  pausedUntil: null,
  modelFiles: [],
  speed: null,
};

/**
 * Opens `conversations.db` in a library's folder, making it where there is none; a damaged one is replaced by its last
 * copy. `onDamage` is called where damage is met later: the engine has to be started anew. Throws Fault
 * `conversations-newer`, `library-unwritable`, `disk-full`; the file is left as it is in each case.
 */
export function openConversations(dir: string, onDamage: () => void = () => undefined): Conversations {
  const file = join(dir, 'conversations.db');
  return conversationsOver(openDatabase(file, migrations), file, onDamage);
}

/** The conversations in a database that is open; closing them closes it. */
export function conversationsOver(
  { db, mishap }: OpenedDatabase,
  file: string,
  onDamage: () => void,
): Conversations {
  const writes = db.prepare<[], number>('SELECT total_changes()').pluck();
  let writesCopied = writes.get();
  let copiedMs = 0;
  const shelves = createShelves(db);
  const turns = createTurns(db);
  const drafts = createDrafts(db);
  const exchange = createExchange(db, drafts);
  const unanswered = createUnanswered(db, drafts);

  const copy = (): void => {
    copyConversations(db, file);
    writesCopied = writes.get();
    copiedMs = Date.now();
  };
  const keepQuestion = db.transaction((known: number | null, question: string, place?: AskPlace): Asked => {
    const conversationId = known ?? shelves.start(titleOf(question), null);
    return {
      conversationId,
      questionId: turns.ask(conversationId, known === null ? undefined : place, question),
    };
  });
  const appendAnswer = db.transaction((questionId: number, answer: Answer): KeptPlace | null => {
    const { conversationId, answerId } = turns.append(questionId, answer);
    return turns.placeOf(conversationId, answerId);
  });
  const leaveQuestion = db.transaction(unanswered.leave);
  const recoverUnanswered = db.transaction(unanswered.recover);
  const showBranch = db.transaction(turns.show);
  const changeConversation = db.transaction(shelves.change);
  const purgeConversations = db.transaction(
    (ids: readonly number[]): boolean => ids.map(shelves.purge).filter(Boolean).length > 0,
  );
  const importConversations = db.transaction((given: readonly ExportedConversation[]): number[] =>
    given.flatMap((conversation) => exchange.put(conversation) ?? []),
  );
  const exportConversations = db.transaction((ids: readonly number[]) => ids.map(exchange.take));

  const purge = (ids: readonly number[]): boolean => {
    if (ids.length === 0 || !purgeConversations.immediate(ids)) return false;
    // What a person removes must not live on in a copy.
    copy();
    dropOlderCopies(file);
    return true;
  };
  /** A write reaches the file itself, where no damage of the log can take it back; SQLite would wait for a thousand pages. */
  const settle = (): void => {
    try {
      db.pragma('wal_checkpoint(TRUNCATE)');
    } catch {
      // A full disk: the answer is safe in the log.
    }
    if (Date.now() - copiedMs >= copyEveryMs) copy();
  };
  /** What can wait for the next opening: a full disk must not keep anyone from their conversations. */
  const tidy = (): void => {
    try {
      recoverUnanswered.immediate();
      purge(shelves.expired());
    } catch (error) {
      if (!isDiskFull(asFault(error, file))) throw error;
    }
  };
  const read = (conversationId: number): Conversation => ({
    ...shelves.summary(conversationId),
    branch: shownBranch(turns.tree(conversationId)).map((place) => ({
      ...place,
      answer: turns.answer(place.answerId),
    })),
  });
  const damageTold = (error: unknown): unknown => {
    const fault = asFault(error, file);
    if (fault instanceof Fault && fault.code === 'conversations-damaged') onDamage();
    return fault;
  };
  const telling = <Store extends object>(store: Store): Store => tellingFaults(store, damageTold);

  tidy();
  return telling({
    mishap,
    settings: telling(createSettingsStore(db, defaults)),
    downloads: telling(createKeptDownloads(db)),
    sources: telling(createKeptSources(db)),
    people: telling(createPersonChoices(db)),
    drafts: telling(drafts),
    comparisons: telling(createComparisons(db)),
    personas: telling(createPersonas(db)),
    ask: (known: number | null, question: string, place?: AskPlace) =>
      keepQuestion.immediate(known, question, place),
    earlier: (conversationId: number, place?: AskPlace) =>
      shelves.isOpen(conversationId)
        ? turns.answers(conversationId, turns.answerBefore(conversationId, place))
        : null,
    append(questionId: number, answer: Answer) {
      const place = appendAnswer.immediate(questionId, answer);
      settle();
      purge(shelves.expired());
      return place;
    },
    personaOf: (conversationId: number) => shelves.personaOf(conversationId),
    leave: (questionId: number) => leaveQuestion.immediate(questionId),
    list: (shelf: Shelf = 'current') => shelves.list(shelf),
    read,
    show(conversationId: number, at: ShownAt) {
      showBranch.immediate(conversationId, at);
      return read(conversationId);
    },
    change(change: ConversationChange) {
      changeConversation.immediate(change);
      return shelves.summary(change.conversationId);
    },
    remove: (conversationId: number) => shelves.remove(conversationId),
    removeForGood: (conversationId: number) => purge([conversationId]),
    restore(conversationId: number) {
      shelves.restore(conversationId);
      return shelves.summary(conversationId);
    },
    find: createFindTurns(db),
    export: (ids?: readonly number[]) =>
      exportConversations(
        ids ?? [...shelves.list('current'), ...shelves.list('archived')].map((each) => each.conversationId),
      ),
    import(given: readonly ExportedConversation[]) {
      const ids = importConversations.immediate(given);
      settle();
      return ids.map(shelves.summary);
    },
    close() {
      if (writes.get() !== writesCopied) copy();
      closeDatabase(db);
    },
  });
}
