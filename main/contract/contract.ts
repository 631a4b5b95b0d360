import { eventIterator, oc } from '@orpc/contract';
import * as z from 'zod';
import { askEvent, askInput } from './ask.ts';
import { compareEvent, compareInput, comparison, standing, voteInput } from './comparisons.ts';
import { completeInput, completion } from './complete.ts';
import { exported, exportInput, importInput } from './conversation-export.ts';
import {
  conversation,
  conversationChange,
  conversationSummary,
  draft,
  findInput,
  foundTurn,
  shelf,
  showInput,
} from './conversations.ts';
import { documentView } from './document.ts';
import { exampleQuestion } from './examples.ts';
import { formatted } from './formatted.ts';
import { ignoring, ignoringChange } from './ignoring.ts';
import { documentsInput, documentsPage } from './listing.ts';
import { downloadProgress, foundModel, modelCatalogue, modelInfo, modelRole } from './models.ts';
import { stretch, stretchInput, surroundings } from './original.ts';
import {
  choiceRef,
  joined,
  joinInput,
  peopleInput,
  peoplePage,
  person,
  personChoice,
  personRef,
  splitInput,
  splitResult,
} from './people.ts';
import { persona, personaInput, personaRef } from './personas.ts';
import { suggestedPlace } from './places.ts';
import { privacy } from './privacy.ts';
import { searchInput, searchResult } from './search.ts';
import { settings, settingsChange, unavailable } from './settings.ts';
import { ledgerInput, ledgerPage, progress, retryInput, source, sourceRef, status } from './sources.ts';
import { why } from './why.ts';

const typedPath = z.object({ path: z.string().min(1).max(32_768) });
const documentRef = z.object({ documentId: z.int() });
const conversationRef = z.object({ conversationId: z.int() });

/** Everything a front end may ask of the engine. Failures are Faults, carried as oRPC errors with the fault's code. */
export const contract = {
  sources: {
    list: oc.output(z.array(source)),
    /** Places of this computer that may be worth adding, each as it is found; looked for when this is asked and not before. */
    suggested: oc.output(eventIterator(suggestedPlace)),
    /** A whole path, as typed or pasted. A place that a source already covers gives that source. */
    add: oc.input(typedPath).output(source.extend({ isNew: z.boolean() })),
    pause: oc.input(sourceRef).output(source),
    resume: oc.input(sourceRef).output(source),
    rescan: oc.input(sourceRef).output(source),
    forget: oc.input(sourceRef).output(z.object({ documents: z.int() })),
    /** What is left out of a source. */
    ignoring: oc.input(sourceRef).output(ignoring),
    /** Changes that; what is left out from now on has gone when this is answered. */
    ignore: oc.input(ignoringChange).output(ignoring),
    ledger: oc.input(ledgerInput).output(ledgerPage),
    /** Whether what lies at a path is found, and everything that keeps it from being so. */
    why: oc.input(typedPath).output(why),
    /** Has files read again, though they have not changed; gives how many they are. */
    retry: oc.input(retryInput).output(z.object({ files: z.int() })),
    /** The current value at once, then every change; throttled, the last one always sent. */
    progress: oc.output(eventIterator(progress)),
    /** Waits until everything is read and, where an embedder is there and answers, embedded. */
    settle: oc.output(status),
  },
  status: oc.output(status),
  search: oc.input(searchInput).output(searchResult),
  /** Completes the operator (`from:`, `in:`, `tag:`) that a text ends in, as it is typed. */
  complete: oc.input(completeInput).output(z.array(completion)),
  ask: oc.input(askInput).output(eventIterator(askEvent)),
  /** The instant answer to what is being typed, as `ask` gives it; nothing of it is kept. */
  preview: oc.input(askInput.pick({ question: true })).output(eventIterator(askEvent)),
  /** What this library can be asked, made from what it holds. */
  examples: oc.output(z.array(exampleQuestion)),
  documents: {
    read: oc.input(documentRef).output(documentView),
    /** The document as its reader sees it, read from its file now. */
    formatted: oc.input(documentRef).output(formatted),
    /** Some of the document's own bytes, as they are in its file now. */
    stretch: oc.input(stretchInput).output(stretch),
    /** The thread it is part of, and what is attached to it. */
    around: oc.input(documentRef).output(surroundings),
    /** A page of everything within a filter: the whole list behind a count. */
    list: oc.input(documentsInput).output(documentsPage),
    /** Opens the document's file in its usual program; refused for kinds that can run. */
    open: oc.input(documentRef).output(z.object({ opened: z.boolean() })),
    /** Shows the document's file in its folder, by the desktop's own file manager. */
    reveal: oc.input(documentRef).output(z.object({ revealed: z.boolean() })),
  },
  /** One human over addresses and spellings: found by rules, and put right by the user. */
  people: {
    list: oc.input(peopleInput).output(peoplePage),
    read: oc.input(personRef).output(person),
    join: oc.input(joinInput).output(joined),
    split: oc.input(splitInput).output(splitResult),
    /** Everything that was decided, oldest first. */
    choices: oc.output(z.array(personChoice)),
    undo: oc.input(choiceRef).output(z.object({ undone: z.boolean() })),
  },
  conversations: {
    /** Pinned first, then latest first; deleted ones latest deletion first. */
    list: oc
      .input(z.object({ shelf: shelf.default('current') }).default({ shelf: 'current' }))
      .output(z.array(conversationSummary)),
    read: oc.input(conversationRef).output(conversation),
    /** Shows another branch from now on, in every front end. */
    show: oc.input(showInput).output(conversation),
    change: oc.input(conversationChange).output(conversationSummary),
    /** Deletes it: to be taken back for a while, or for good, at once and with its copies. */
    remove: oc
      .input(conversationRef.extend({ forGood: z.boolean().default(false) }))
      .output(z.object({ removed: z.boolean(), goesAt: z.iso.datetime().nullable() })),
    /** Takes a deletion back. */
    restore: oc.input(conversationRef).output(conversationSummary),
    /** Turns in which every word of a text begins a word, latest first; case and accents do not matter. Deleted ones are not looked through. */
    find: oc.input(findInput).output(z.array(foundTurn)),
    draft: oc.input(draft.pick({ conversationId: true })).output(draft),
    /** Keeps what is typed and not asked; an empty text forgets it. */
    keepDraft: oc.input(draft).output(draft),
    export: oc.input(exportInput).output(exported),
    /** Adds the conversations of a JSON export beside those that are there, to be gone on with. */
    import: oc.input(importInput).output(z.array(conversationSummary)),
  },
  models: {
    /** Those on this computer, and the two to begin with. */
    list: oc.output(z.array(modelInfo)),
    /** All on offer and how each runs here; the first time the computer is measured for it, about 4 s long. */
    catalogue: oc.output(modelCatalogue),
    /** Leaving it keeps what has arrived for the next time. */
    get: oc.input(z.object({ modelId: z.string() })).output(eventIterator(downloadProgress)),
    /** Deletes what has arrived of a model that is not whole. */
    drop: oc.input(z.object({ modelId: z.string() })).output(z.object({ modelId: z.string() })),
    use: oc.input(z.object({ modelId: z.string().nullable(), role: modelRole })).output(z.array(modelInfo)),
    /** Files of other programs on this computer, looked for when this is asked and not before. */
    found: oc.output(z.array(foundModel)),
    /** A GGUF file that is used where it lies; it is never copied or changed. */
    add: oc
      .input(z.object({ path: z.string() }))
      .output(z.object({ modelId: z.string(), models: z.array(modelInfo) })),
    /** A file that was added is let go and stays where it is; one that was fetched is deleted. */
    remove: oc.input(z.object({ modelId: z.string() })).output(z.array(modelInfo)),
  },
  /** Ways of being answered, each of which conversations can have. */
  personas: {
    list: oc.output(z.array(persona)),
    /** Makes one, or changes the one with its id. Throws Fault `not-found`. */
    save: oc.input(personaInput).output(persona),
    /** Deletes it; it can be taken back. */
    remove: oc.input(personaRef).output(z.object({ removed: z.boolean() })),
    restore: oc.input(personaRef).output(persona),
  },
  /** The same question to several chat models over the same passages, and what a person made of their answers. */
  comparisons: {
    /** Leaving the stream stops the models; nothing of it is kept then. Throws Fault `nothing-to-compare`. */
    run: oc.input(compareInput).output(eventIterator(compareEvent)),
    /** Gives the comparison with its models' names. A vote can be changed. */
    vote: oc.input(voteInput).output(comparison),
    /** The latest first. */
    list: oc.output(z.array(comparison)),
    /** Of each model that was compared, the one with the most wins first. */
    standings: oc.output(z.array(standing)),
    /** Forgets all of them, for good; gives how many they were. */
    clear: oc.output(z.object({ removed: z.int() })),
  },
  settings: {
    read: oc.output(settings),
    change: oc.input(settingsChange).output(settings),
    unavailable: oc.output(unavailable),
  },
  /** What used the network, and where everything of Quipu lies. */
  privacy: oc.output(privacy),
};
