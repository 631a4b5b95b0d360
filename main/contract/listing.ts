import * as z from 'zod';
import { computedItem } from './ask.ts';
import { filter } from './search.ts';

export const documentsInput = z.object({
  filter,
  order: z.enum(['newest', 'oldest']).default('newest'),
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(500).default(100),
});

export const documentsPage = z.object({
  /** All within the filter; a mail with copies once, and no quotations. */
  total: z.int(),
  items: z.array(computedItem),
});
