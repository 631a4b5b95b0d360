import { foldInPlace } from './words.ts';

const pattern =
  /(?<![\p{L}])(?:i|me|my|mine|we|us|our|ours|ich|mich|mir|mein\p{L}*|wir|uns|unser\p{L}*|yo|mi|mis|nosotros|nuestr\p{L}*|je|j[’']|moi|mon|ma|mes|nous|notre|nos)(?![\p{L}])/u;

/** Where a text speaks of who wrote it; null where it does not. A UTF-16 offset. */
export function firstPersonAt(text: string): number | null {
  return pattern.exec(foldInPlace(text))?.index ?? null;
}
