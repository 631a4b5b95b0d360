import * as z from 'zod';

const identifier = z.string().regex(/^[a-z0-9][a-z0-9.-]*$/);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const sizeBytes = z.int().positive();
/** A path of the hub that cannot lead anywhere else. */
const hubPath = z.string().regex(/^[\w.-]+(\/[\w.-]+)*$/);

const sourceFile = z.strictObject({ path: hubPath, sizeBytes, sha256 });

const shared = {
  id: identifier,
  name: z.string().min(1),
  family: z.string().min(1),
  maker: z.string().min(1),
  /** A key of licences.json. */
  licence: z.string(),
  /** As its maker counts them, rounded. */
  parameters: z.int().positive(),
  quantisation: z.string().min(1),
  /** Name of the GGUF file, on the hub and in a models folder. */
  file: z.string().regex(/^[\w.-]+\.gguf$/),
  sizeBytes,
  /** Whether the size is known to the byte; otherwise the hub is asked. */
  sizeExact: z.boolean(),
  /** Of the GGUF file; null where it is not known for certain: then the hub’s own is read before the download. */
  sha256: sha256.nullable(),
  contextTokens: z.int().positive(),
  layers: z.int().positive(),
  languages: z.string().min(1),
  /** What it is good for, in a sentence. */
  purpose: z.string().regex(/^.{10,140}\.$/),
  /** One of those that a recommendation is chosen from. */
  suggested: z.boolean(),
  repository: z.string().regex(/^[\w.-]+\/[\w.-]+$/),
  /** The commit on the hub; null where it is not known for certain: then the newest is taken and named. */
  revision: z
    .string()
    .regex(/^[0-9a-f]{40}$/)
    .nullable(),
  /** How the GGUF file is made of other published files; absent where it is published as it is. */
  making: z
    .strictObject({ how: z.literal('convert-minilm'), published: z.array(sourceFile).min(1) })
    .optional(),
  /** The same files as a Python package, for scripts and closed networks. */
  package: z.strictObject({ name: z.string(), version: z.string(), folder: z.string() }).optional(),
};

/** One model of the catalogue as it stands in its file. */
export const catalogueEntry = z.discriminatedUnion('role', [
  z.strictObject({
    ...shared,
    role: z.literal('chat'),
    /** Id of its pinned template in chat/templates. */
    template: z.string(),
    /** Of a mixture of experts: those that work on one token. */
    activeParameters: z.int().positive().optional(),
    /** Layers × heads that keep keys and values × their width × 4 bytes (both in 16 bits), as its configuration says. */
    cacheBytesPerToken: z.int().positive(),
    /** Was taught to think before it answers. */
    thinks: z.boolean(),
  }),
  z.strictObject({ ...shared, role: z.literal('embedder'), dimensions: z.int().positive() }),
  z.strictObject({ ...shared, role: z.literal('reranker') }),
]);
export type CatalogueEntry = z.infer<typeof catalogueEntry>;

const licence = z.strictObject({
  name: z.string().min(1),
  /** What it allows, in a sentence. */
  words: z.string().regex(/\.$/),
  forBusiness: z.boolean(),
});
export type Licence = z.infer<typeof licence>;

export const licences = z.record(z.string(), licence);
