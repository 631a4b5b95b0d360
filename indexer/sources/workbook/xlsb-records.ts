import type { CellBudget } from './bounds.ts';

/** Record types of MS-XLSB 2.3.2. */
const columnInfo = 0x3c;
const link = 0x1ee;
const richText = 0x3e;
const lastCellType = 0x12;
const lastColumn = 16_383;

/** A binary sheet without links, which SheetJS would expand cell by cell, with columns inside the sheet and no more cells than there is room for. */
export function tidyBinarySheet(bytes: Uint8Array, budget: CellBudget): Uint8Array {
  const sheet = Buffer.from(bytes);
  const parts: Uint8Array[] = [];
  let copied = 0;
  for (const { type, start, at, end } of recordsOf(sheet)) {
    const isCell = (type > 0 && type <= lastCellType) || type === richText;
    if (type === link || (isCell && !budget.take(1))) {
      parts.push(sheet.subarray(copied, start));
      copied = end;
    } else if (type === columnInfo && end - at >= 8)
      sheet.writeUInt32LE(Math.min(sheet.readUInt32LE(at + 4), lastColumn), at + 4);
  }
  parts.push(sheet.subarray(copied));
  return Buffer.concat(parts);
}

/** Type and length are numbers of seven bits a byte, least first (MS-XLSB 2.1.4). */
function* recordsOf(sheet: Buffer): Iterable<{ type: number; start: number; at: number; end: number }> {
  let start = 0;
  while (start < sheet.length) {
    let at = start;
    let type = sheet[at++] ?? 0;
    if (type & 0x80) type = (type & 0x7f) + (((sheet[at++] ?? 0) & 0x7f) << 7);
    let length = 0;
    for (let count = 0; count < 4; count += 1) {
      const byte = sheet[at++] ?? 0;
      length += (byte & 0x7f) << (7 * count);
      if ((byte & 0x80) === 0) break;
    }
    if (at + length > sheet.length) return;
    yield { type, start, at, end: at + length };
    start = at + length;
  }
}
