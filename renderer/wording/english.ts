import type { Translated } from './message.ts';
import type { english } from './messages/en/all.ts';

/** English decides which messages there are and what each needs. */
export type English = typeof english;
export type Area = keyof English;
/** All messages of one language. */
export type Catalogue = { readonly [Name in Area]: Translated<English[Name]> };
