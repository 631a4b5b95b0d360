import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import { Fault } from '#main/contract/fault.ts';
import type { ModelRole } from '#main/contract/models.ts';
import { type CatalogueModel, catalogue } from '../catalog/catalog.ts';
import { BadGguf, type GgufHeader, readGgufHeader } from './gguf-header.ts';

/** A GGUF file that was looked at closely enough to be given to llama.cpp. */
export interface ModelFile {
  readonly path: string;
  readonly role: ModelRole;
  /** Its own name, from its metadata where that says one. */
  readonly name: string;
  /** The chat template it brings along, as a text; null for none. */
  readonly ownTemplate: string | null;
  /** Tells its content from any other, hex. */
  readonly fingerprint: string;
  /**
   * Set where the file is one of the catalogue's: by its checksum, or by its name where the catalogue knows none or the
   * file is too large to be hashed at each load. Either was compared when it was downloaded.
   */
  readonly catalogued: CatalogueModel | null;
}

/** What a model file's header says of it. */
export interface ModelLook {
  readonly role: ModelRole;
  readonly name: string;
  /** Empty where it says none. */
  readonly licence: string;
  readonly sizeBytes: number;
}

/** Looks at a file without reading its weights; null where it is no whole model, or cannot be read. */
export async function lookAtModelFile(path: string): Promise<ModelLook | null> {
  try {
    return await lookOf(path);
  } catch (error) {
    if (error instanceof Fault) return null;
    throw error;
  }
}

async function lookOf(path: string): Promise<ModelLook> {
  const file = await openModel(path);
  try {
    const header = await checkedHeader(file, path);
    const licence = header.metadata.get('general.license');
    return {
      role: roleOf(header),
      name: nameOf(header, path),
      licence: typeof licence === 'string' ? licence : '',
      sizeBytes: (await file.stat()).size,
    };
  } finally {
    await file.close();
  }
}

/** Up to here the whole content is hashed (1.4 GB/s measured); of a larger file its size and beginning. */
const wholeHashBytes = 1024 * 1024 * 1024;
const beginningBytes = 64 * 1024 * 1024;

/**
 * Opens, measures and hashes a model file before any native code sees it.
 * Throws Fault `model-missing` or `model-damaged` (not GGUF, cut off, not what the catalogue published).
 */
export async function checkModelFile(path: string): Promise<ModelFile> {
  const file = await openModel(path);
  try {
    const header = await checkedHeader(file, path);
    const fingerprint = await hashOf(file);
    const { size } = await file.stat();
    const known = knownAs(path, size, fingerprint);
    const ownTemplate = templateIn(header);
    return {
      ...{ path, role: roleOf(header), name: nameOf(header, path) },
      ...{ ownTemplate, fingerprint, catalogued: known },
    };
  } finally {
    await file.close();
  }
}

/** The catalogue's entry that a file is; throws Fault `model-damaged` where it should be one and its content differs. */
function knownAs(path: string, size: number, fingerprint: string): CatalogueModel | null {
  const same = catalogue.find((model) => model.sha256 === fingerprint);
  if (same !== undefined) return same;
  const named = catalogue.find((model) => model.file === basename(path));
  if (named === undefined || (named.sizeExact && named.sizeBytes !== size)) return null;
  if (named.sha256 === null || size > wholeHashBytes) return named;
  if (!named.sizeExact) return null;
  throw new Fault('model-damaged', { path, what: 'its checksum is wrong' });
}

async function openModel(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r');
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    if (missing) throw new Fault('model-missing', { model: idOf(path) }, error);
    throw new Fault('path-unreadable', { path }, error);
  }
}

/** What a person types to get the model back: the catalogue's id where the file's name is one of its. */
function idOf(path: string): string {
  return catalogue.find((model) => model.file === basename(path))?.id ?? basename(path);
}

async function checkedHeader(file: FileHandle, path: string): Promise<GgufHeader> {
  try {
    const header = await readGgufHeader(file);
    const { size } = await file.stat();
    if (size < header.neededBytes) throw new BadGguf(`${header.neededBytes - size} bytes are missing`);
    return header;
  } catch (error) {
    if (error instanceof BadGguf) throw new Fault('model-damaged', { path, what: error.message }, error);
    throw error;
  }
}

async function hashOf(file: FileHandle): Promise<string> {
  const { size } = await file.stat();
  const hash = createHash('sha256');
  const whole = size <= wholeHashBytes;
  if (!whole) hash.update(`${size} bytes, of which the first ${beginningBytes}:`);
  const end = (whole ? size : beginningBytes) - 1;
  for await (const part of file.createReadStream({
    start: 0,
    end,
    autoClose: false,
    highWaterMark: 1024 * 1024,
  }))
    hash.update(part as Buffer);
  return hash.digest('hex');
}

/** A model that says how it pools its tokens makes embeddings; the others write. */
function roleOf({ metadata }: GgufHeader): ModelRole {
  const architecture = metadata.get('general.architecture');
  return metadata.has(`${architecture}.pooling_type`) ? 'embedder' : 'chat';
}

function templateIn({ metadata }: GgufHeader): string | null {
  const template = metadata.get('tokenizer.chat_template');
  return typeof template === 'string' ? template : null;
}

function nameOf({ metadata }: GgufHeader, path: string): string {
  const name = metadata.get('general.name');
  return typeof name === 'string' && name !== '' ? name : basename(path, '.gguf');
}
