import * as z from 'zod';
import { documentKind } from './document.ts';

/** Bytes of one stretch: a page of a PDF is a few of them, and a file of 500 MB never comes whole. */
const largestStretchBytes = 256 * 1024;

/** A stretch of a document's own bytes. Which file they are of the engine knows; a front end names no path. */
export const stretchInput = z.object({
  documentId: z.int(),
  at: z.int().min(0),
  length: z.int().min(0).max(largestStretchBytes),
});

export const stretch = z.object({
  /** Of the whole. */
  sizeBytes: z.int(),
  /** Another one means another file: what was read before no longer belongs to it. */
  version: z.string(),
  /** Fewer than asked for only where it ends; base64, since not every line to the engine carries bytes. */
  base64: z.string(),
});
export type Stretch = z.infer<typeof stretch>;

/** A document beside another one, to be opened. */
const neighbour = z.object({
  documentId: z.int(),
  kind: documentKind,
  title: z.string(),
  member: z.string().nullable(),
  date: z.iso.datetime().nullable(),
});
export type Neighbour = z.infer<typeof neighbour>;

const attachment = z.object({
  name: z.string(),
  /** null where it was not read, or holds no text. */
  documentId: z.int().nullable(),
});

/** Where a document stands among others. */
export const surroundings = z.object({
  /** Of a mail that others answer, or that answers one: where it is among them by date, from 1. */
  thread: z
    .object({ at: z.int(), of: z.int(), previous: neighbour.nullable(), next: neighbour.nullable() })
    .nullable(),
  /** What it is attached to. */
  holder: neighbour.nullable(),
  attachments: z.array(attachment),
});
export type Surroundings = z.infer<typeof surroundings>;
