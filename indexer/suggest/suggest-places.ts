import { realpath, stat } from 'node:fs/promises';
import type { PlaceKind, SuggestedPlace } from '#main/contract/places.ts';
import { findExports } from './exports.ts';
import { measure } from './look.ts';
import { type FoundPlace, mailPlaces } from './mail-programs.ts';
import type { Surroundings } from './surroundings.ts';
import { usualFolders } from './usual-folders.ts';
import { findVaults } from './vaults.ts';

/** The look in general, with places still to be counted: a person waits for it. */
const atMostMs = 30_000;

/**
 * Places of this computer that may be worth adding, each as soon as it is counted: papers, mail, notes, exports.
 * Lists names and asks sizes, within bounds; opens no file of the person's and follows no link below a place. What
 * holds nothing that may be read is left out. Ends early, without a fault, where it takes too long.
 */
export async function* suggestPlaces(
  surroundings: Surroundings,
  signal: AbortSignal,
): AsyncGenerator<Omit<SuggestedPlace, 'isAdded'>> {
  const late = AbortSignal.timeout(atMostMs);
  const until = AbortSignal.any([signal, late]);
  const seen = new Set<string>();
  try {
    for await (const { kind, places } of inOrder(surroundings, until)) {
      for (const { path: named, program } of places) {
        const path = await realpath(named).catch(() => null);
        if (path === null || seen.has(path)) continue;
        seen.add(path);
        const measured = await measurePlace(path, until);
        if (measured.files > 0) yield { path, kind, program, ...measured };
      }
    }
  } catch (error) {
    if (!late.aborted || signal.aborted) throw error;
  }
}

interface Found {
  readonly kind: PlaceKind;
  readonly places: readonly FoundPlace[];
}

async function* inOrder(surroundings: Surroundings, signal: AbortSignal): AsyncGenerator<Found> {
  const { documents, downloads } = await usualFolders(surroundings);
  yield { kind: 'documents', places: documents.map((path) => ({ path, program: '' })) };
  yield { kind: 'mail', places: await mailPlaces(surroundings, signal) };
  yield { kind: 'export', places: await findExports(downloads) };
  const { notes, mail } = await findVaults(surroundings, signal);
  yield { kind: 'notes', places: notes };
  yield { kind: 'mail', places: mail };
}

async function measurePlace(path: string, signal: AbortSignal) {
  const file = await stat(path).catch(() => null);
  if (file?.isFile() === true) return { files: 1, bytes: file.size, isAtLeast: false };
  return measure(path, signal);
}
