import { readlink, realpath } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Why } from '#main/contract/why.ts';
import { newestVersions, parserVersionOf } from '../sources/versions.ts';
import type { FileRow } from '../store/file-row.ts';
import type { Library } from '../store/library.ts';
import type { SourceRow } from '../store/sources.ts';
import { isInside } from '../watch/ignore-rules.ts';
import { placeOnDisk } from '../watch/place-on-disk.ts';
import { isIgnored, learnOnTheWay, type Scope, whatLeavesOut } from '../watch/scope.ts';
import { look, type Sighting } from '../watch/sighting.ts';
import { isSystemPlace } from '../watch/system-folders.ts';

/** Documents and attachments that a story names; a mailbox holds 100,000. */
const listedAtMost = 50;

export interface WhyTools {
  readonly library: Library;
  readonly scopeOf: (source: SourceRow) => Scope;
  readonly isReading: (path: string) => boolean;
  /** The library can't be written at the moment. */
  readonly isStuck: () => boolean;
}

/** Tells everything that decides whether what lies at an absolute path is found; `modelId` is the embedder in use. */
export async function tellWhy(tools: WhyTools, asked: string, modelId: string | null): Promise<Why> {
  const { library } = tools;
  const path = await ledgerPlace(library, asked);
  const sighting = await look(path);
  const row = library.files.get(path);
  const source = innermostSource(library, path);
  const below = library.files.below(path);
  const hasFiles = Object.values(below.files).some((count) => count > 0);
  const isFolder = sighting.kind === 'folder' || (sighting.kind === 'gone' && hasFiles && row === undefined);
  const scope = source === undefined ? null : await scopeAlong(tools, source, path);
  const leftOut = leftOutOf(tools, scope, path, isFolder);
  const story = {
    ...{ asked, path, leftOut },
    onDisk: sighting.kind,
    leadsTo: sighting.kind === 'link' ? await targetOf(path) : null,
    source:
      source === undefined ? null : { sourceId: source.sourceId, path: source.path, state: source.state },
    file: row === undefined ? null : fileOf(library, row, modelId),
    below: isFolder ? below : null,
  };
  const verdict = verdictOf(story, sighting, row, scope !== null && isInScope(scope, story.leadsTo));
  return { ...story, verdict, waitsFor: waitsFor(tools, verdict, row, source, story.file) };
}

/** Where a path that a person named leads, in the Unicode form in which the ledger has it: macOS opens a file under either. */
export async function ledgerPlace(library: Library, asked: string): Promise<string> {
  const path = await placeOnDisk(asked);
  const forms = [path, path.normalize('NFC'), path.normalize('NFD')];
  return forms.find((form) => library.files.get(form) !== undefined) ?? path;
}

/** The innermost source around a path. */
export function innermostSource({ sources }: Library, path: string): SourceRow | undefined {
  return sources
    .list()
    .filter((source) => isInside(source.path, path))
    .sort((a, b) => b.path.length - a.path.length)[0];
}

/** A source's scope with the ignore files on the way to a path. */
export async function scopeAlong(
  { scopeOf }: Pick<WhyTools, 'scopeOf'>,
  source: SourceRow,
  path: string,
): Promise<Scope> {
  const scope = scopeOf(source);
  await learnOnTheWay(scope, path);
  return scope;
}

function leftOutOf(
  { library }: WhyTools,
  scope: Scope | null,
  path: string,
  isFolder: boolean,
): Why['leftOut'] {
  const nowhere = { rule: null, what: '', file: null, line: null };
  if (isInside(library.dir, path)) return { ...nowhere, by: 'library', at: library.dir };
  if (scope === null) return isSystemPlace(path) ? { ...nowhere, by: 'system', at: path } : null;
  const found = whatLeavesOut(scope, path, isFolder);
  if (found === null) return null;
  const { at } = found;
  switch (found.kind) {
    case 'rule':
      return { ...nowhere, by: 'rule', rule: found.rule.id, what: found.rule.what, at };
    case 'pattern': {
      const { pattern, file, line } = found.matched;
      return { by: 'pattern', rule: null, what: pattern, file, line, at };
    }
    case 'ignore-file':
      return { ...nowhere, by: 'ignore-file', at };
    case 'place':
      return { ...nowhere, by: isSystemPlace(at) ? 'system' : 'source', at };
  }
}

function isInScope(scope: Scope, target: string | null): boolean {
  return target !== null && !isIgnored(scope, target, false);
}

/** Where a link leads in the end; where it says to lead, if there is nothing. */
async function targetOf(link: string): Promise<string | null> {
  try {
    return await realpath(link);
  } catch {
    return readlink(link).then(
      (target) => resolve(dirname(link), target),
      () => null,
    );
  }
}

function fileOf(library: Library, row: FileRow, modelId: string | null): Why['file'] {
  const { state, reason, detail, sizeBytes, readAt, missingSince, documents, chunks, parserId } = row;
  const reading = row.parserVersion ?? 0;
  return {
    ...{ state, reason, detail, sizeBytes, readAt, missingSince, documents, chunks },
    modifiedAt: new Date(row.modifiedMs).toISOString(),
    parser:
      parserId === null
        ? null
        : {
            id: parserId,
            version: parserVersionOf(reading),
            newest: parserVersionOf(newestVersions.get(parserId) ?? reading),
          },
    ...library.contents.of(row.fileId, modelId, listedAtMost),
  };
}

function verdictOf(
  { source, leftOut, below }: Pick<Why, 'source' | 'leftOut' | 'below'>,
  sighting: Sighting,
  row: FileRow | undefined,
  leadsInside: boolean,
): Why['verdict'] {
  if (leftOut !== null) return 'left-out';
  if (source === null) return 'outside';
  if (row === undefined) {
    if (below !== null) return 'folder';
    if (sighting.kind === 'gone') return 'gone';
    return sighting.kind === 'link' && leadsInside ? 'link' : 'unseen';
  }
  if (row.missingSince !== null) return 'missing';
  if (row.state === 'pending') return 'waiting';
  return row.state === 'indexed' ? 'found' : row.state;
}

function waitsFor(
  tools: WhyTools,
  verdict: Why['verdict'],
  row: FileRow | undefined,
  source: SourceRow | undefined,
  file: Why['file'],
): Why['waitsFor'] {
  switch (verdict) {
    case 'waiting':
      if (source?.state === 'paused') return 'resume';
      if (row !== undefined && tools.isReading(row.path)) return 'reading';
      return tools.isStuck() ? 'library' : 'turn';
    case 'unseen':
      return source?.state === 'paused' ? 'resume' : 'look';
    case 'missing':
      return 'drive';
    case 'left-out':
      // What was read before it was left out goes when its source is looked at again.
      return row !== undefined && source?.state === 'paused' ? 'resume' : null;
    case 'found':
    case 'partly':
      if (file === null || file.chunks === 0) return null;
      if (file.embedded === null) return 'embedder';
      return file.embedded < file.chunks ? 'embedding' : null;
    default:
      return null;
  }
}
