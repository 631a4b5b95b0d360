import { Unreadable } from '../parser.ts';

/** Where the parts of a page of a tree lie, by the version of the file (MS-PST 2.2.2.7.7). */
interface Layout {
  /** Where the header says where the trees of nodes and of blocks begin. */
  readonly roots: readonly number[];
  /** Where it says how long the file is. */
  readonly lengthAt: number;
  readonly pageBytes: number;
  readonly countAt: number;
  readonly levelAt: number;
  readonly entryBytes: number;
  readonly childAt: number;
}

const ansi: Layout = {
  roots: [188, 196],
  lengthAt: 168,
  pageBytes: 512,
  countAt: 496,
  levelAt: 499,
  entryBytes: 12,
  childAt: 8,
};
const unicode: Layout = {
  roots: [224, 240],
  lengthAt: 184,
  pageBytes: 512,
  countAt: 488,
  levelAt: 491,
  entryBytes: 24,
  childAt: 16,
};
const unicode4k: Layout = { ...unicode, pageBytes: 4096, countAt: 4056, levelAt: 4061 };

/** True where an archive is shorter than it says: what stood behind its end is missing from it. */
export function isCutShort(head: Uint8Array, fileBytes: number): boolean {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const layout = layoutOf(view);
  return pointerAt(view, layout, layout.lengthAt) > fileBytes;
}

/**
 * Throws where the trees of an Outlook archive run in circles or out of it: its reader goes down them without end.
 * Each step must lead one level down, as the format says.
 */
export function checkStore(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength < 1024) throw damaged();
  const layout = layoutOf(view);
  for (const root of layout.roots) checkTree(view, layout, pointerAt(view, layout, root));
}

function layoutOf(view: DataView): Layout {
  const version = view.getUint16(10, true);
  return version === 14 || version === 15 ? ansi : version === 36 ? unicode4k : unicode;
}

function checkTree(view: DataView, layout: Layout, root: number): void {
  const seen = new Set<number>();
  const waiting = [{ page: root, below: Number.POSITIVE_INFINITY }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { page, below } = next;
    if (page + layout.pageBytes > view.byteLength || seen.has(page)) throw damaged();
    seen.add(page);
    const level = view.getUint8(page + layout.levelAt);
    if (level >= below) throw damaged();
    if (level === 0) continue;
    const count =
      layout.pageBytes === 512
        ? view.getUint8(page + layout.countAt)
        : view.getUint16(page + layout.countAt, true);
    if (count * layout.entryBytes > layout.countAt) throw damaged();
    for (let entry = 0; entry < count; entry += 1) {
      const at = page + entry * layout.entryBytes + layout.childAt;
      waiting.push({ page: pointerAt(view, layout, at), below: level });
    }
  }
}

function pointerAt(view: DataView, layout: Layout, at: number): number {
  return layout === ansi ? view.getUint32(at, true) : Number(view.getBigUint64(at, true));
}

function damaged(): Unreadable {
  return new Unreadable('failed', 'corrupt', 'its directory is damaged');
}
