import { contentWords } from '../language/words.ts';
import { withoutSpans } from './span.ts';

/** "How often", "wie lange": they ask, and no answer need hold them. */
const askingDegree = new Set(
  `often long far old big large high late early soon oft lange weit alt gross hoch spat bald menudo lejos grande alto
  tarde souvent longtemps loin grand haut tard spesso lontano alto tardi frequencia longe`.split(/\s+/),
);

/** “What does it cost a night?”: the price of a night answers it, whatever verb it has. */
export const askingPrice = new Set(
  `cost costs price charge charged kostet kosten kostete preis cuesta cuestan costo coste precio coute coutent prix costa
  costano prezzo custa custam preco`.split(/\s+/),
);

/** The question without the word that only says what sort of answer it wants. */
export function withoutDegree(question: string): string {
  const spans = contentWords(question).filter(({ folded }) => askingDegree.has(folded));
  return spans.length === 0 ? question : withoutSpans(question, spans);
}
