import type { SlideBlock } from '../slides/slide.ts';
import { type PptRecord, placeholderMarks, type RecordReader, recordType } from './records.ts';

/** A text of a slide and what it is for ([MS-PPT] 2.13.33 TextTypeEnum). */
export interface SlideText {
  readonly kind: number;
  readonly text: string;
}

/** A shape's text, or the number of the text in the outline that it shows. */
export interface ShapeText {
  readonly text: SlideText | null;
  readonly outlineIndex: number | null;
  readonly isPlaceholder: boolean;
  readonly isHidden: boolean;
}

const titleKinds = new Set([0, 6]);
const bodyKinds = new Set([1, 7, 8]);
export const notesKind = 2;

export function isTitle({ kind }: SlideText): boolean {
  return titleKinds.has(kind);
}

/** Several paragraphs in the body of a slide are a list. */
export function blocksOf({ kind, text }: SlideText): SlideBlock[] {
  const paragraphs = text
    .split('\r')
    .map((paragraph) => paragraph.replace(/\v/g, '\n'))
    .filter((paragraph) => paragraph.trim() !== '');
  if (!bodyKinds.has(kind) || paragraphs.length < 2)
    return paragraphs.map((paragraph) => ({ role: 'paragraph', text: paragraph, tight: false }));
  return paragraphs.map((paragraph, index) => ({
    role: 'list',
    text: `- ${paragraph.trim()}`,
    tight: index > 0,
  }));
}

/** The texts that follow each other in a text box or an outline. */
export function* textsIn(reader: RecordReader, records: Iterable<PptRecord>): Iterable<SlideText> {
  let kind = 4;
  let open: SlideText | null = null;
  for (const record of records) {
    if (record.type === recordType.textHeader) {
      if (open !== null) yield open;
      kind = reader.bytes.u32(record.start);
      open = { kind, text: '' };
    } else if (record.type === recordType.textChars || record.type === recordType.textBytes)
      open = { kind, text: reader.text(record) };
    else if (placeholderMarks.has(record.type) && open !== null)
      open = { kind, text: open.text.replace(/\*/g, '') };
  }
  if (open !== null) yield open;
}

/** The shapes of a slide, master or notes page that hold text, in their order. */
export function* shapeTexts(reader: RecordReader, page: PptRecord): Iterable<ShapeText> {
  for (const shape of reader.descendants(page, recordType.shape)) {
    const parts = [...reader.children(shape)];
    const box = parts.find(({ type }) => type === 0xf00d);
    if (box === undefined) continue;
    const records = [...reader.children(box)];
    const reference = records.find(({ type }) => type === recordType.outlineReference);
    const [text = null] = textsIn(reader, records);
    const data = parts.find(({ type }) => type === 0xf011);
    yield {
      text,
      outlineIndex: reference === undefined ? null : reader.bytes.u32(reference.start),
      isPlaceholder: data !== undefined && reader.child(data, recordType.placeholder) !== null,
      isHidden: parts.some((part) => part.type === recordType.shapeProperties && switchesOff(reader, part)),
    };
  }
}

/** Group shape properties, `fHidden` ([MS-ODRAW] 2.3.4.44). */
const groupProperties = 0x03bf;
const hiddenBits = 0x00020002;

function switchesOff({ bytes }: RecordReader, { start, end, instance }: PptRecord): boolean {
  for (let index = 0, at = start; index < instance && at + 6 <= end; index += 1, at += 6)
    if ((bytes.u16(at) & 0x3fff) === groupProperties) return (bytes.u32(at + 2) & hiddenBits) === hiddenBits;
  return false;
}
