import type { Sentence } from '#main/contract/ask.ts';
import { findValues } from '../language/values.ts';
import { contentWords } from '../language/words.ts';
import { valueStands } from '../verify/value-match.ts';

/** Share of its words that a model's sentence must bring beyond what is said already. */
const newShare = 0.4;
/** Share of the question's words it must hold: a true sentence about something else is no answer. */
const relevantShare = 0.4;

/** Whether a verified sentence tells the reader something about the question that the answer does not hold yet. */
export function addsSomething(sentence: Sentence, question: string, said: readonly Sentence[]): boolean {
  const own = contentWords(sentence.text);
  const asked = contentWords(question);
  const stems = new Set(own.map((word) => word.stem));
  if (asked.filter((word) => stems.has(word.stem)).length < relevantShare * asked.length) return false;
  const known = said.map(({ text }) => text).join('\n');
  const knownStems = new Set(contentWords(known).map((word) => word.stem));
  const knownValues = findValues(known);
  const newWords = own.filter((word) => !knownStems.has(word.stem));
  const newValues = findValues(sentence.text).filter(
    (value) => !knownValues.some((other) => valueStands(other, value)),
  );
  return newValues.length > 0 || newWords.length >= newShare * own.length;
}
