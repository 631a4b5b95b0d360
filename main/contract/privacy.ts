import * as z from 'zod';

/** One use of the network: a model that a person had fetched. Nothing else uses it. */
export const keptDownload = z.object({
  modelId: z.string(),
  /** What was asked for it, first to last: an address of the hub, or a package of pip. */
  from: z.array(z.string()),
  /** What came, without what was there from an earlier try. */
  bytes: z.int(),
  startedAt: z.iso.datetime(),
  outcome: z.enum(['whole', 'stopped', 'failed']),
});
export type KeptDownload = z.infer<typeof keptDownload>;

/** Where something of Quipu lies on the disk. */
export const ownPlace = z.object({
  holds: z.enum(['index', 'conversations', 'logs', 'models', 'set-aside', 'program']),
  /** Absolute. */
  path: z.string(),
  bytes: z.int(),
});
export type OwnPlace = z.infer<typeof ownPlace>;

export const privacy = z.object({
  /** Latest first. */
  downloads: z.array(keptDownload),
  places: z.array(ownPlace),
});
export type Privacy = z.infer<typeof privacy>;
