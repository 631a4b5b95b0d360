/** What a Rich Text file says of itself in its `\info` group. */
export class Info {
  title = '';
  author = '';
  readonly #time = new Map<string, number>();

  time(word: string, value: number | null): void {
    this.#time.set(word, value ?? 0);
  }

  /** When it was written, ISO 8601: local time of somewhere, taken as UTC; empty where it does not say. */
  get created(): string {
    const part = (word: string) => this.#time.get(word) ?? 0;
    if (part('yr') === 0) return '';
    const date = new Date(Date.UTC(part('yr'), part('mo') - 1, part('dy'), part('hr'), part('min')));
    return Number.isNaN(date.getTime()) ? '' : date.toISOString();
  }
}
