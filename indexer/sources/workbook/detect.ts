import { Unreadable } from '../parser.ts';
import { hasEntry } from '../zip/directory.ts';

/** Whether a zip container is a workbook; a broken one is where its name says so. */
export function isPackedWorkbook(bytes: Uint8Array, named: boolean): boolean {
  if (/mimetypeapplication\/vnd\.oasis\.opendocument\.spreadsheet/.test(headOf(bytes, 200))) return true;
  if (named && hasEntry(bytes, 'content.xml', true)) return true;
  return hasEntry(bytes, 'xl/workbook.xml', named) || hasEntry(bytes, 'xl/workbook.bin', named);
}

/**
 * What a file named as a workbook holds that is no container: a workbook of Excel 2 to 4, OpenDocument in one file, or
 * separated values or a table in HTML, which many programs export under that name.
 */
export function textOfWorkbook(bytes: Uint8Array): 'workbook' | 'csv' | 'html' {
  // BOF of a worksheet (MS-XLS 2.4.21) in its older lengths.
  const [type = 0, version = 0, length = 0] = bytes;
  if (type === 0x09 && [0, 2, 4, 8].includes(version) && length >= 4 && length <= 16) return 'workbook';
  const head = headOf(bytes, 4096);
  if (/^(?:ï»¿)?\s*<\?xml|^\s*<office:/.test(head) && head.includes('office:document')) return 'workbook';
  if (/^\s*<(?:table|div|meta|style)\b/i.test(head)) return 'html';
  const [line = ''] = head.split(/[\r\n]/);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: zeros and control characters betray binary data
  if (/[\t;,]/.test(line) && !/[\x00-\x08]/.test(head)) return 'csv';
  throw new Unreadable('failed', 'mislabelled', 'it is no spreadsheet');
}

function headOf(bytes: Uint8Array, count: number): string {
  return new TextDecoder('latin1').decode(bytes.subarray(0, count));
}
