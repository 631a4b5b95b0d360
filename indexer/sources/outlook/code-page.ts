/** Windows code pages by their numbers, as the platform's decoder names them. */
const labels: ReadonlyMap<number, string> = new Map([
  [874, 'windows-874'],
  [932, 'shift_jis'],
  [936, 'gbk'],
  [949, 'euc-kr'],
  [950, 'big5'],
  ...Array.from({ length: 9 }, (_, index): [number, string] => [1250 + index, `windows-${1250 + index}`]),
  [20866, 'koi8-r'],
  [21866, 'koi8-u'],
  ...Array.from({ length: 16 }, (_, index): [number, string] => [28591 + index, `iso-8859-${1 + index}`]),
  [50220, 'iso-2022-jp'],
  [51932, 'euc-jp'],
  [51949, 'euc-kr'],
  [54936, 'gb18030'],
  [65001, 'utf-8'],
]);

/** The label of a code page for TextDecoder; null for one that is unknown or says nothing (US-ASCII). */
export function labelOfCodePage(codePage: number | undefined): string | null {
  const label = codePage === undefined ? undefined : labels.get(codePage);
  // There is no part 12 of ISO 8859.
  return label === undefined || label === 'iso-8859-12' ? null : label;
}
