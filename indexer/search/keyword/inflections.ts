import type { QueryLanguage } from './stop-words.ts';

/** Endings that stand for each other on one stem, without marks, and how long the stem is at least. */
interface EndingGroup {
  readonly stemLetters: number;
  readonly endings: readonly string[];
}

const group = (stemLetters: number, endings: string): EndingGroup => ({
  stemLetters,
  endings: endings.split(' ').map((ending) => (ending === '-' ? '' : ending)),
});

/**
 * Singular and plural, and the cases of German, after J. Savoy's light stemmers (UniNE, 2001) without what they do to
 * gender: casa and caso are two things. Umlauts of a plural are marks, which the index has not.
 */
const groups: Readonly<Record<QueryLanguage, readonly EndingGroup[]>> = {
  en: [],
  de: [group(4, '- e en er ern es n s em'), group(4, 'um a en'), group(5, 'in innen')],
  es: [
    group(3, '- s'),
    group(3, 'on ones'),
    group(2, 'z ces'),
    group(3, 'l les'),
    group(3, 'r res'),
    group(3, 'd des'),
  ],
  fr: [group(3, '- s x'), group(3, 'al aux'), group(3, 'ail aux'), group(3, 'e es')],
  it: [
    ...[group(3, 'o i'), group(3, 'a e'), group(3, 'e i'), group(3, 'co chi ci'), group(3, 'go ghi gi')],
    ...[group(3, 'ca che'), group(3, 'ga ghe'), group(3, 'io i')],
  ],
  pt: [
    ...[group(3, '- s'), group(2, 'ao oes aes aos'), group(2, 'l is'), group(2, 'el eis'), group(2, 'm ns')],
    ...[group(3, 'r res'), group(3, 'z zes')],
  ],
};

/** Other forms that a word may have in the languages given, real or not; lower case, without marks. */
export function inflections(word: string, languages: readonly QueryLanguage[]): string[] {
  const plain = withoutMarks(word);
  const forms = new Set<string>();
  for (const language of languages) {
    for (const { stemLetters, endings } of groups[language]) {
      for (const ending of endings) {
        const stem = plain.slice(0, plain.length - ending.length);
        if (!plain.endsWith(ending) || stem.length < stemLetters) continue;
        for (const other of endings) forms.add(`${stem}${other}`);
      }
    }
  }
  forms.delete(plain);
  return [...forms];
}

/** As the index has it: "Häuser" is "hauser" there, whatever its case. */
export function withoutMarks(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');
}
