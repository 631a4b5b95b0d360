const counts = new Intl.NumberFormat('en');
const roughly = new Intl.NumberFormat('en', { maximumSignificantDigits: 2 });
const shares = new Intl.NumberFormat('en', {
  style: 'percent',
  maximumFractionDigits: 0,
  roundingMode: 'trunc',
});

export function countOf(count: number): string {
  return counts.format(count);
}

/** “1 file”, “1,204 files”. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${counts.format(count)} ${count === 1 ? one : many}`;
}

/** Of nothing everything is done; what is not complete never says 100%. */
export function shareOf(done: number, total: number): string {
  return shares.format(total === 0 ? 1 : done / total);
}

export function bytesOf(bytes: number): string {
  if (bytes < 1_000) return counted(bytes, 'byte');
  const units = ['kB', 'MB', 'GB', 'TB'];
  const power = Math.min(Math.floor(Math.log10(bytes) / 3), units.length);
  return `${roughly.format(bytes / 1_000 ** power)} ${units[power - 1] ?? ''}`;
}

/** For a rate per second: “41 files/s”, “0.4 files/s”. */
export function rateOf(perSecond: number, what: string): string {
  return `${roughly.format(perSecond)} ${what}/s`;
}

/** A wait as a person says it: “less than a minute”, “about 12 minutes”. */
export function remainingOf(remainingMs: number): string {
  const minutes = remainingMs / 60_000;
  if (minutes < 1) return 'less than a minute left';
  if (minutes < 90) return `about ${counted(Math.round(minutes), 'minute')} left`;
  return `about ${counted(Math.round(minutes / 60), 'hour')} left`;
}

/** A duration that has been measured: “34 ms”, “1.2 s”. */
export function tookOf(ms: number): string {
  return ms < 1_000 ? `${Math.round(ms)} ms` : `${(ms / 1_000).toFixed(1)} s`;
}
