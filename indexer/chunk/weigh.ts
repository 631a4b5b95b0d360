/** A run of letters counts one more word for each this many letters: compounds and keys cost an embedder more. */
const lettersPerWord = 12;

/** UTF-16 code unit that separates words. */
export function isSpace(unit: number): boolean {
  return (
    unit <= 0x20 ||
    unit === 0xa0 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x3000
  );
}

/**
 * Words that one character of a script without spaces stands for; 0 for a script that has spaces.
 * Chinese and Japanese are near one token a character, Thai, Lao, Khmer and Burmese near one in four.
 */
export function wordsPerCharacter(unit: number): number {
  if (unit < 0x0e00) return 0;
  if (unit <= 0x0eff || (unit >= 0x1000 && unit <= 0x109f) || (unit >= 0x1780 && unit <= 0x17ff)) return 0.25;
  if (unit >= 0xac00 && unit <= 0xd7af) return 0.4;
  if ((unit >= 0x2e80 && unit <= 0x9fff) || (unit >= 0xf900 && unit <= 0xfaff)) return 0.7;
  return unit >= 0xd800 && unit <= 0xdfff ? 0.35 : 0;
}

/** A running estimate of how many words of English a text is worth to an embedder; linear in the text. */
export class WordScale {
  words = 0;
  #run = 0;

  add(unit: number): void {
    if (isSpace(unit)) {
      this.#run = 0;
      return;
    }
    const own = wordsPerCharacter(unit);
    if (own > 0) {
      this.words += own;
      this.#run = 0;
    } else {
      if (this.#run % lettersPerWord === 0) this.words += 1;
      this.#run += 1;
    }
  }
}

/** Words of `text` from `start` to `end`, as a `WordScale` counts them. */
export function weigh(text: string, start: number, end: number): number {
  const scale = new WordScale();
  for (let at = start; at < end; at += 1) scale.add(text.charCodeAt(at));
  return scale.words;
}
