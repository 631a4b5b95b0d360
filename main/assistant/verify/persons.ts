import { firstPersonAt } from '../language/first-person.ts';
import type { Language } from '../language/stop-words.ts';
import { fold, foldInPlace, type Word } from '../language/words.ts';
import type { Claim, Statement } from './claim.ts';

/** Who a sentence of a source is by and to, where that is certain. Folded parts of names. */
export interface Persons {
  /** Who "I" is; empty where it may be one of several. */
  readonly speaker: ReadonlySet<string>;
  /** Who "you" is; empty where it may be one of several. */
  readonly addressee: ReadonlySet<string>;
  /** The names of everyone the document's head names, each in its parts. */
  readonly known: readonly ReadonlySet<string>[];
}

export function nameParts(name: string): Set<string> {
  return new Set(
    fold(name)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((part) => part.length > 1),
  );
}

const secondPerson =
  /(?<!\p{L})(?:you|yours?|yourself|du|dich|dir|dein\p{L}*|euch|euer|eure\p{L}*|tu|te|ti|usted|ustedes|vous|votre|vos)(?!\p{L})/u;

/** Spanish says "I" and "we" by the verb alone. */
const spanishFirst =
  /(?<!\p{L})(?:he|hemos|estoy|estamos|soy|somos|voy|vamos|tengo|tenemos|puedo|podemos|quiero|queremos|hago|hacemos|llego|llegamos|vuelvo|volvemos|salgo|salimos|vengo|venimos|envio|enviamos|mando|mandamos|pago|pagamos|pido|pedimos|recojo|recogemos|reservo|reservamos|confirmo|confirmamos|espero|esperamos|necesito|necesitamos|prefiero|preferimos|creo|creemos|propongo|proponemos|dejo|dejamos)(?!\p{L})/u;

function firstPersonIn({ text, language }: { text: string; language: Language }): number | null {
  const found = firstPersonAt(text);
  if (found !== null || language !== 'es') return found;
  return spanishFirst.exec(foldInPlace(text))?.index ?? null;
}

function secondPersonAt(text: string): number | null {
  return secondPerson.exec(foldInPlace(text))?.index ?? null;
}

/**
 * Where a stretch of the source speaks of a person whom the claim names: as "I" or "you", or by another part of the
 * same name. An offset into the source's text, or null.
 */
export function personAt(
  word: Word,
  source: Statement,
  stretch: { readonly start: number; readonly end: number },
  claim: Claim,
  persons: Persons,
): number | null {
  const { language } = claim;
  const said = source.text.slice(stretch.start, stretch.end);
  const at = (found: number | null): number | null => (found === null ? null : stretch.start + found);
  // A claim in the first person is the source's own words: no name stands for its "I".
  if (persons.speaker.has(word.folded) && firstPersonIn(claim) === null) {
    const found = at(firstPersonIn({ text: said, language }));
    if (found !== null) return found;
  }
  if (persons.addressee.has(word.folded) && secondPersonAt(claim.text) === null) {
    const found = at(secondPersonAt(said));
    if (found !== null) return found;
  }
  const names = persons.known.filter((name) => name.has(word.folded));
  const [name] = names;
  if (names.length !== 1 || name === undefined) return null;
  return (
    source.words.find(
      ({ start, folded }) => start >= stretch.start && start < stretch.end && name.has(folded),
    )?.start ?? null
  );
}
