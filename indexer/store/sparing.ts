/** What is made of all of the library, and made anew when that has changed. */
export interface Sparing<Made> {
  /** What holds for this version of the library, or for an earlier one while it would be made too often. */
  of(version: unknown): Made;
  /** It is made anew in any case. */
  forget(): void;
}

export interface Sparingly {
  /** Of the time, while the library is written to, making it takes no more than this. */
  readonly share: number;
  /** What takes no longer is always up to date. */
  readonly quickMs: number;
}

export function createSparing<Made>(make: () => Made, { share, quickMs }: Sparingly): Sparing<Made> {
  let kept: { readonly made: Made; readonly version: unknown; readonly freshUntilMs: number } | null = null;
  return {
    of(version) {
      const startMs = performance.now();
      if (kept !== null && (kept.version === version || startMs < kept.freshUntilMs)) return kept.made;
      const made = make();
      const endMs = performance.now();
      const tookMs = endMs - startMs;
      kept = { made, version, freshUntilMs: tookMs < quickMs ? 0 : endMs + tookMs / share };
      return made;
    },
    forget() {
      kept = null;
    },
  };
}
