import { createSearch } from '#indexer/search/search.ts';
import { type Sign, signsOf } from '#main/assistant/instant/evidence.ts';
import { extractOf } from '#main/assistant/instant/extract.ts';
import { rankSentences } from '#main/assistant/instant/instant-answer.ts';
import type { Weighed } from '#main/assistant/instant/weigh.ts';
import { followDirectory, knownNames } from '#main/assistant/plan/directory.ts';
import { isComputed, planQuestion } from '#main/assistant/plan/plan-question.ts';
import { retrieve } from '#main/assistant/retrieve/retrieve.ts';
import type { Embedder } from '#models/embed/embedder.ts';
import type { Life } from '#scripts/sample-library/generate.ts';
import { openLife } from '../personal/open-sample.ts';
import { askedOn } from '../personal/personal-set.ts';
import type { Choice } from './choice.ts';
import type { Example } from './logistic.ts';
import type { TrainingQuestion } from './training-question.ts';

/** A question's best sentence, as the product finds it, and the others that it was chosen among. */
export interface Gathered extends Example<Sign> {
  readonly answerable: boolean;
  readonly choice: Choice['sentences'];
}

/** A wrong sentence where there is a right one: less certain to be judged rightly than a near miss. */
export const wrongWeight = 0.5;

/** Asks questions over a life and takes down the signs of the best sentence of each, whatever it is worth. */
export async function gather(
  life: Life,
  questions: readonly TrainingQuestion[],
  options: { readonly embedder: Embedder; readonly cacheDir: string; readonly signal: AbortSignal },
): Promise<Gathered[]> {
  const { embedder, signal } = options;
  const opened = await openLife(life, { ...options, chat: null, today: askedOn });
  try {
    const { library } = opened.asking;
    const search = createSearch(library);
    const directory = followDirectory(library)();
    const sources = { library, embedder, people: knownNames(directory) };
    const gathered: Gathered[] = [];
    for (const { question: asked, expected } of questions) {
      const understanding = planQuestion(asked, directory, askedOn);
      const { plan } = understanding;
      if (isComputed(plan)) continue;
      const query = plan.query || understanding.standalone;
      const { passages } = await retrieve(library, search, embedder, { query, filter: plan.filter }, signal);
      const { best, judged, weighed } = await rankSentences(understanding, query, passages, sources, signal);
      const signs = best === undefined ? null : signsOf(best, judged);
      if (best === undefined || signs === null) continue;
      const holds = (scored: Weighed): boolean => {
        const { text } = extractOf(scored, judged.type, judged.question);
        return expected?.some((one) => text.includes(one)) ?? false;
      };
      const right = holds(best);
      const choice = weighed.map((scored) => ({ marks: scored.marks, right: holds(scored) }));
      const weight = expected !== null && !right ? wrongWeight : 1;
      gathered.push({ signs, right, weight, answerable: expected !== null, choice });
    }
    return gathered;
  } finally {
    opened.close();
  }
}
