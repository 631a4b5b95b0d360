/** What `neighbourContext` reads of a document. */
export interface Neighbour {
  readonly kind: string;
  readonly text: string;
}

/** How many messages before and after a short one are its context. */
export const neighbourReach = 2;
// A message this long says what it is about by itself.
const shortChars = 500;
// Of a longer neighbour the near end is enough.
const neighbourChars = 400;

function hasNeighbourContext(document: Neighbour): boolean {
  return document.kind === 'message' && document.text.length <= shortChars;
}

/**
 * The messages around a short one, in order: "Yes, on Friday" is found by what it answers.
 * `before` and `after` are the file's documents next to it, nearest last and nearest first.
 */
export function neighbourContext(
  document: Neighbour,
  before: readonly Neighbour[],
  after: readonly Neighbour[],
): string {
  if (!hasNeighbourContext(document)) return '';
  const ends = before
    .slice(-neighbourReach)
    .filter(isMessage)
    .map(({ text }) => text.slice(-neighbourChars));
  const starts = after
    .slice(0, neighbourReach)
    .filter(isMessage)
    .map(({ text }) => text.slice(0, neighbourChars));
  return [...ends, ...starts].join('\n');
}

function isMessage({ kind }: Neighbour): boolean {
  return kind === 'message';
}
