/** An amount of memory or disk as a person says it: “98 MB”, “4.9 GB”, “43 GB”. Powers of 1000, as on the box of a disk. */
export function sizeWords(bytes: number): string {
  if (bytes < 1e9) return `${Math.max(1, Math.round(bytes / 1e6))} MB`;
  return `${(bytes / 1e9).toFixed(bytes < 1e10 ? 1 : 0)} GB`;
}
