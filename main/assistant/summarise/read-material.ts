import { setImmediate } from 'node:timers/promises';
import type { Library } from '#indexer/store/library.ts';
import type { Progress } from '#main/contract/ask.ts';
import type { DocumentView } from '#main/contract/document.ts';
import { type Candidate, candidatesOf } from '../instant/candidates.ts';
import type { AnswerPassage } from '../retrieve/passage.ts';
import type { Material } from './choose-material.ts';

/** Material as it was read. */
export interface ReadMaterial {
  readonly passages: readonly AnswerPassage[];
  /** Its sentences, each once, in order. */
  readonly candidates: readonly Candidate[];
  readonly read: number;
  readonly total: number;
  readonly unit: Progress['unit'];
  /** ISO 8601 of the first and the last document; null where none has a date. */
  readonly dates: readonly [string, string] | null;
}

/** Documents read between two looks at the clock and at whether anybody still waits. */
const stride = 10;
const throttleMs = 150;
/** What all the material may hold: about 2,000 pages. Beyond it the oldest is left unread, and that is said. */
const mostChars = 6_000_000;

/** Reads all of the material, the newest first where it is too much; leaving the iteration stops it. */
export async function* readMaterial(
  library: Library,
  { documents, total }: Material,
  signal: AbortSignal,
): AsyncGenerator<Progress, ReadMaterial> {
  const single = documents.length === 1 && total === 1;
  const unit: Progress['unit'] = single
    ? 'pages'
    : documents.every(({ kind }) => kind === 'mail')
      ? 'mails'
      : 'documents';
  const passages: AnswerPassage[][] = [];
  const candidates: Candidate[][] = [];
  const views: DocumentView[] = [];
  let chars = 0;
  let told = 0;
  for (const [index, { documentId }] of documents.toReversed().entries()) {
    if (chars > mostChars) break;
    const view = library.documents.read(documentId);
    if (view !== undefined) {
      views.push(view);
      chars += view.text.length;
      const own = passagesOf(library, view);
      passages.push(own);
      candidates.push(candidatesOf(own).sort((a, b) => a.start - b.start));
    }
    if (index % stride !== stride - 1) continue;
    await setImmediate();
    signal.throwIfAborted();
    if (!single && performance.now() - told >= throttleMs) {
      told = performance.now();
      yield { phase: 'reading', done: views.length, total, unit };
    }
  }
  const counted = single ? pagesOf(views[0]) : { read: views.length, total, unit };
  yield { phase: 'reading', done: counted.read, total: counted.total, unit: counted.unit };
  const dates = views.flatMap(({ date }) => date ?? []).sort();
  const [first, last] = [dates[0], dates.at(-1)];
  return {
    ...counted,
    passages: passages.toReversed().flat(),
    candidates: eachOnce(candidates.toReversed().flat()),
    dates: first === undefined || last === undefined ? null : [first, last],
  };
}

function passagesOf(library: Library, document: DocumentView): AnswerPassage[] {
  return library.documents
    .chunks(document.documentId)
    .filter(({ quoted }) => !quoted)
    .map(({ chunkId, start, end, heading, quoted }) => ({
      ...{ document, chunkId, start, end, heading, quoted, rank: 1 },
      origin: 'hit',
    }));
}

/** Of one document its pages are counted, or its parts where it has no pages. */
function pagesOf(document: DocumentView | undefined): Pick<ReadMaterial, 'read' | 'total' | 'unit'> {
  const pages = document?.places.flatMap(({ place }) => ('page' in place ? [place.page] : [])) ?? [];
  if (document === undefined || pages.length === 0) return { read: 1, total: 1, unit: 'documents' };
  const count = Math.max(...pages);
  return { read: count, total: count, unit: 'pages' };
}

/** What one mail says and another repeats stands where it was said first. */
function eachOnce(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Set<string>();
  return candidates.filter(({ text }) => {
    const said = text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    return !seen.has(said) && seen.add(said);
  });
}
