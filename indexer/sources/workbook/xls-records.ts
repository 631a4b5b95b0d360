import { Unreadable } from '../parser.ts';
import type { CellBudget } from './bounds.ts';

/** Record types of MS-XLS 2.3.2. */
const filePass = 0x2f;
const font = 0x31;
const columnInfo = 0x7d;
const mergeCells = 0xe5;
const format = 0xe0;
const conditionalFormat = 0x1b0;
const links = new Set([0x1b8, 0x800]);
const cells = new Set([
  0x02, 0x03, 0x04, 0x05, 0x06, 0x203, 0x204, 0x205, 0x206, 0x406, 0x27e, 0xbd, 0xd6, 0xfd,
]);
/** A record that SheetJS steps over. */
const ignored = 0x97;

/** Records of merged ranges, a thousand each: the library copies all it has for each one. */
const mostMergeRecords = 100;
const lastColumn = 255;
/** White in the palette and outside it; the window's own background (MS-XLS 2.5.161). */
const whites = new Set([1, 9, 65]);
const smallestTwips = 20;

/** The fill that stands for "cannot be seen": a pattern of one colour on itself, which nobody chooses. */
const unseenPattern = 18;
const unseenColor = 10;

/**
 * Changes the records of an older workbook in place, so that SheetJS neither loops over links and columns that span
 * everything nor reads more cells than there is room for, and marks formats that show nothing. Throws `Unreadable`
 * encrypted.
 */
export function tidyRecords(stream: Buffer, budget: CellBudget): void {
  const formats: { readonly at: number; readonly font: number }[] = [];
  const unseenFonts = new Map<number, 'white' | 'tiny'>();
  let fonts = 0;
  let merges = 0;
  let conditional = false;
  for (const { type, at, length } of recordsOf(stream)) {
    if (type === filePass) throw new Unreadable('skipped', 'encrypted');
    if (links.has(type) || (type === mergeCells && ++merges > mostMergeRecords)) ignore(stream, at);
    else if (type === columnInfo && length >= 4)
      stream.writeUInt16LE(Math.min(stream.readUInt16LE(at + 2), lastColumn), at + 2);
    else if (cells.has(type) && !budget.take(1)) ignore(stream, at);
    else if (type === conditionalFormat) conditional = true;
    else if (type === font && length >= 6) {
      const unseen = fontOf(stream, at);
      if (unseen !== null) unseenFonts.set(fonts, unseen);
      // Font 4 does not exist (MS-XLS 2.5.129).
      fonts += fonts === 3 ? 2 : 1;
    } else if (type === format && length === 20) formats.push({ at, font: stream.readUInt16LE(at) });
  }
  if (conditional) return;
  for (const { at, font: used } of formats) {
    const unseen = unseenFonts.get(used);
    if (unseen === 'tiny' || (unseen === 'white' && isPlain(stream, at))) markUnseen(stream, at);
  }
}

function* recordsOf(stream: Buffer): Iterable<{ type: number; at: number; length: number }> {
  let at = 0;
  while (at + 4 <= stream.length) {
    const type = stream.readUInt16LE(at);
    const length = stream.readUInt16LE(at + 2);
    if (at + 4 + length > stream.length) return;
    yield { type, at: at + 4, length };
    at += 4 + length;
  }
}

function ignore(stream: Buffer, at: number): void {
  stream.writeUInt16LE(ignored, at - 4);
}

function fontOf(stream: Buffer, at: number): 'white' | 'tiny' | null {
  if (stream.readUInt16LE(at) <= smallestTwips) return 'tiny';
  return whites.has(stream.readUInt16LE(at + 4)) ? 'white' : null;
}

/** Six bits of pattern and seven of each colour, at the end of a cell format (MS-XLS 2.5.20). */
function isPlain(stream: Buffer, at: number): boolean {
  const pattern = stream.readUInt32LE(at + 14) >>> 26;
  return pattern === 0 || (pattern === 1 && whites.has(stream.readUInt16LE(at + 18) & 0x7f));
}

function markUnseen(stream: Buffer, at: number): void {
  const rest = stream.readUInt32LE(at + 14) & 0x03ffffff;
  stream.writeUInt32LE(((unseenPattern << 26) | rest) >>> 0, at + 14);
  stream.writeUInt16LE((unseenColor << 7) | unseenColor, at + 18);
}
