import { inflateSync } from 'node:zlib';
import type { PDFPageProxy } from 'pdfjs-dist';
import type { OpenPdf } from './open-pdf.ts';

/** Streams are unpacked up to here to look for the operators that hide text. */
const lookedAtBytes = 20_000_000;
/** A stream's dictionary stands within this before it. */
const dictionaryBytes = 1_000;

/** Tells of a page's pieces of text which are drawn invisibly. */
export type HiddenText = (text: string) => boolean;

/**
 * Whether any page may draw text that is not seen (PDF 32000-1 9.3.6: rendering mode 3; white fill). A scan of the
 * file's streams: asking pdf.js for every page's operators would double the time that reading takes.
 * A file with pictures never hides text in this sense: recognised text lies invisibly over a scan, white text on photos.
 */
export function mayHideText(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (file.includes('/Subtype/Image') || file.includes('/Subtype /Image')) return false;
  if (file.includes('/Encrypt')) return true;
  let end = 0;
  for (let at = file.indexOf('stream'); at !== -1; at = file.indexOf('stream', end)) {
    const dictionary = file.toString('latin1', Math.max(end, at - dictionaryBytes), at);
    const start = at + (file[at + 6] === 0x0d ? 8 : 7);
    const next = file.indexOf('endstream', start);
    end = next === -1 ? file.length : next + 9;
    if (/\/FontFile|\/Length1\b|\/Type\s*\/(?:XRef|ObjStm|Metadata)/.test(dictionary)) continue;
    if (hidesText(unpacked(file.subarray(start, next === -1 ? file.length : next), dictionary))) return true;
  }
  return false;
}

/** Operators of a stream; null where its packing is not understood. */
function unpacked(packed: Buffer, dictionary: string): string | null {
  const filter = /\/Filter\s*(\[[^\]]*\]|\/\w+)/.exec(dictionary)?.[1];
  if (filter === undefined) return packed.toString('latin1');
  if (!/^\[?\s*\/FlateDecode\s*\]?$/.test(filter)) return null;
  try {
    return inflateSync(packed, { maxOutputLength: lookedAtBytes }).toString('latin1');
  } catch {
    return null;
  }
}

function hidesText(operators: string | null): boolean {
  if (operators === null) return true;
  return (
    /(?:^|\s)[37]\s+Tr\b/.test(operators) ||
    /(?:^|\s)(?:1(?:\.0*)?\s+g|(?:1(?:\.0*)?\s+){3}(?:rg|scn?)|(?:0(?:\.0*)?\s+){4}(?:k|scn?))(?=\s)/.test(
      operators,
    )
  );
}

interface Drawing {
  readonly white: boolean;
  readonly mode: number;
}

/** Reads a page's operators for text drawn invisibly, or in white on a page that nothing else is filled on. */
export async function hiddenTextOf(page: PDFPageProxy, OPS: OpenPdf['operators']): Promise<HiddenText> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const invisible: string[] = [];
  const white: string[] = [];
  let seen = '';
  let filled = false;
  let now: Drawing = { white: false, mode: 0 };
  const saved: Drawing[] = [];
  for (const [index, operator] of fnArray.entries()) {
    const args: unknown = argsArray[index];
    if (operator === OPS.save || operator === OPS.paintFormXObjectBegin) saved.push(now);
    else if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) now = saved.pop() ?? now;
    else if (operator === OPS.setTextRenderingMode) now = { ...now, mode: Number(first(args)) };
    else if (operator === OPS.setFillRGBColor) now = { ...now, white: /^#f{6}$/i.test(String(first(args))) };
    else if (operator === OPS.constructPath) filled ||= !now.white && isFill(first(args), OPS);
    else if (operator === OPS.shadingFill || operator === OPS.setFillColorN) filled = true;
    else if (operator === OPS.showText) {
      const text = compact(glyphText(first(args)));
      if (now.mode === 3 || now.mode === 7) invisible.push(text);
      else if (now.white) white.push(text);
      else seen += text;
    }
  }
  const hidden = (filled ? invisible : [...invisible, ...white]).join('');
  if (filled) seen += white.join('');
  return (text) => {
    const piece = compact(text);
    return piece !== '' && hidden.includes(piece) && !seen.includes(piece);
  };
}

function first(args: unknown): unknown {
  return Array.isArray(args) ? args[0] : undefined;
}

function isFill(operator: unknown, OPS: OpenPdf['operators']): boolean {
  return operator !== OPS.stroke && operator !== OPS.closeStroke && operator !== OPS.endPath;
}

function glyphText(glyphs: unknown): string {
  if (!Array.isArray(glyphs)) return '';
  return glyphs.map((glyph: unknown) => (hasUnicode(glyph) ? glyph.unicode : '')).join('');
}

function hasUnicode(glyph: unknown): glyph is { unicode: string } {
  return (
    typeof glyph === 'object' && glyph !== null && 'unicode' in glyph && typeof glyph.unicode === 'string'
  );
}

/** Compared without spaces and ligatures, which pdf.js rewrites in the text but not in the operators. */
function compact(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '');
}
