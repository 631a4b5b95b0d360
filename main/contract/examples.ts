import * as z from 'zod';
import { documentKind } from './document.ts';

/** Something the library can be asked, with what it holds of it; a front end puts it into words of its language. */
export const exampleQuestion = z.discriminatedUnion('about', [
  /** How many mails a person sent; it is more than one. */
  z.object({ about: z.literal('mails-of'), person: z.string(), mails: z.int() }),
  /** The last mail of a person. */
  z.object({ about: z.literal('last-mail'), person: z.string() }),
  /** What lies in a folder, by the last part of its path. */
  z.object({ about: z.literal('folder'), folder: z.string(), documents: z.int() }),
  /** How many documents of a kind a year has. */
  z.object({ about: z.literal('year'), kind: documentKind, year: z.int(), documents: z.int() }),
  /** What a document is about, by its title. */
  z.object({ about: z.literal('title'), title: z.string() }),
]);
export type ExampleQuestion = z.infer<typeof exampleQuestion>;
