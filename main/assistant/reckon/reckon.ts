import { reckonDates } from './dates.ts';
import { reckonSum } from './sum.ts';

/**
 * The answer to a question that is nothing but a calculation with numbers or dates ("17% of 2,340", "how many days
 * until 12 July?"), as a sentence with how it was reckoned; null for every other. What is reckoned stands in no file,
 * and no model is asked, for models are bad at it.
 */
export function reckon(question: string, now: Date): string | null {
  return reckonSum(question) ?? reckonDates(question, now);
}
