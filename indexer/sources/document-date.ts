/** ISO 8601 in UTC of what a document says about its date; null where that is no sensible date. */
export function isoDate(value: string | Date | null | undefined): string | null {
  if (value === null || value === undefined || value === '') return null;
  const date = typeof value === 'string' ? new Date(value) : value;
  const year = date.getUTCFullYear();
  // Scanners and mailers with empty clocks write 1970 and 2106.
  return Number.isNaN(year) || year <= 1970 || year > 2100 ? null : date.toISOString();
}

/** Daily notes carry their date in their name: 2024-05-01, and 2024_05_01 in Logseq. */
export function dateInName(name: string): string | null {
  const day = /(?<!\d)\d{4}([-_])\d{2}\1\d{2}(?!\d)/.exec(name)?.[0].replaceAll('_', '-');
  return day === undefined ? null : isoDate(`${day}T00:00:00Z`);
}
