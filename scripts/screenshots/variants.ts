/** The ways in which every scene is taken. */
export interface Variant {
  readonly name: string;
  /** BCP 47; the page takes it from the browser. */
  readonly locale: string;
  readonly colorScheme: 'light' | 'dark';
  readonly width: number;
  readonly height: number;
}

const locales = ['en-GB', 'de-DE'] as const;
const sizes = [
  { width: 1280, height: 860 },
  { width: 400, height: 800 },
] as const;

export const variants: readonly Variant[] = locales.flatMap((locale) =>
  sizes.flatMap((size) =>
    (['light', 'dark'] as const).map((colorScheme) => ({
      name: `${locale.slice(0, 2)}-${size.width}-${colorScheme}`,
      ...{ locale, colorScheme },
      ...size,
    })),
  ),
);
