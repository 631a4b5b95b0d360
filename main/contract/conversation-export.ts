import * as z from 'zod';
import { answer } from './ask.ts';

/** Rises with each change that an older Quipu could not read. */
export const exportVersion = 1;

/** A question in the tree; `after` is the answer that it follows, null where it opens the conversation. Ids hold inside the file. */
const exportedQuestion = z.object({
  id: z.int(),
  after: z.int().nullable(),
  text: z.string(),
  askedAt: z.iso.datetime(),
  /** Of the questions in one place the one that was shown. */
  shown: z.boolean(),
});

const exportedAnswer = z.object({
  id: z.int(),
  question: z.int(),
  answeredAt: z.iso.datetime(),
  /** Of the answers of one question the one that was shown. */
  shown: z.boolean(),
  /** With its citations: path, place and quote. */
  answer,
});

const exportedConversation = z.object({
  title: z.string(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  pinned: z.boolean(),
  archived: z.boolean(),
  importedAt: z.iso.datetime().nullable(),
  /** What was typed and not asked. */
  draft: z.string(),
  questions: z.array(exportedQuestion),
  answers: z.array(exportedAnswer),
});
export type ExportedConversation = z.infer<typeof exportedConversation>;

/** A file of conversations, whole, with every branch. */
export const conversationExport = z.object({
  format: z.literal('quipu-conversations'),
  version: z.literal(exportVersion),
  exportedAt: z.iso.datetime(),
  conversations: z.array(exportedConversation),
});

export type ConversationExport = z.infer<typeof conversationExport>;

/** The beginning of any version of it. */
export const exportHead = z.object({ format: z.literal('quipu-conversations'), version: z.int() });

export const exportInput = z.object({
  /** Absent: all that are not deleted. */
  conversationIds: z.array(z.int()).optional(),
  format: z.enum(['json', 'markdown']),
});
export type ExportFormat = z.infer<typeof exportInput>['format'];

export const exported = z.object({
  /** A name for the file. */
  name: z.string(),
  text: z.string(),
});

/** Far beyond a life of questions; a file that would fill the memory is refused before it is read. */
const longestImport = 64_000_000;
export const importInput = z.object({ text: z.string().max(longestImport) });
