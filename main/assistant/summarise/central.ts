import type { Candidate } from '../instant/candidates.ts';
import { tellsChange } from '../instant/change.ts';
import { firstPersonAt } from '../language/first-person.ts';

/** Sentences with fewer content words say too little, with more they enumerate. */
const leastWords = 4;
const mostWords = 45;
/** How much of a sentence that was chosen already costs a further one like it. */
const redundancy = 0.8;
const valueWorth = 0.1;
const plainWorth = 0.05;
/** What was decided or changed is what a thread was for. */
const changeWorth = 0.1;
/** A sentence shorter than this is not made more central by being short. Content words. */
const fullWords = 8;

const social =
  /^(?:dear|hi|hello|hey|thanks?|thank you|many thanks|sorry|best|kind regards|hallo|liebe[rs]?|danke|vielen dank|hola|querid[oa]s?|gracias|bonjour|merci|cher|chere|ciao|grazie|ola|obrigad[oa])(?!\p{L})/iu;

/** A whole statement: no question, greeting, row of a table or scrap of a list. */
function tells(text: string): boolean {
  return /[.!:…]["”»)]*\s*$/.test(text) && !/\?["”»)]*\s*$|\||\t/.test(text) && !social.test(text);
}

interface Weighed {
  readonly candidate: Candidate;
  readonly stems: readonly string[];
  readonly worth: number;
}

/**
 * The sentences that say most of what all of them speak of, in their own order: those nearest to the centre of all, each
 * unlike the ones chosen before it (D. Radev and others: Centroid-based summarization of multiple documents, 2004;
 * J. Carbonell, J. Goldstein: The use of MMR, 1998). Time is linear in the sentences for each one chosen.
 */
export function centralSentences(candidates: readonly Candidate[], count: number): Candidate[] {
  const weighed = weigh(candidates);
  const chosen: Weighed[] = [];
  while (chosen.length < count) {
    let best: Weighed | null = null;
    let bestWorth = 0;
    for (const one of weighed) {
      if (chosen.includes(one)) continue;
      const likest = Math.max(0, ...chosen.map((other) => overlap(one, other)));
      const worth = one.worth * (1 - redundancy * likest);
      if (worth > bestWorth) [best, bestWorth] = [one, worth];
    }
    if (best === null) break;
    chosen.push(best);
  }
  const order = new Map(candidates.map((candidate, index) => [candidate, index]));
  return chosen.map(({ candidate }) => candidate).sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
}

/** How central each sentence is: the mean weight of its words, a word weighing by how many sentences and how few texts hold it. */
function weigh(candidates: readonly Candidate[]): Weighed[] {
  const held = candidates.map((candidate) => contentStems(candidate));
  const frequency = new Map<string, number>();
  for (const stems of held) for (const stem of stems) frequency.set(stem, (frequency.get(stem) ?? 0) + 1);
  const total = Math.max(1, candidates.length);
  const weightOf = (stem: string): number => {
    const share = (frequency.get(stem) ?? 0) / total;
    // A word of a single sentence is no topic; one of nearly all says nothing of any.
    return frequency.get(stem) === 1 && total > 3 ? 0 : share * Math.log(1 + 1 / share);
  };
  const heaviest = Math.max(1e-9, ...[...frequency.keys()].map(weightOf));
  return candidates.flatMap((candidate, index) => {
    const stems = held[index] ?? [];
    if (stems.length < leastWords || stems.length > mostWords || !tells(candidate.text)) return [];
    const mean =
      stems.reduce((sum, stem) => sum + weightOf(stem), 0) / heaviest / Math.max(fullWords, stems.length);
    const facts = Math.min(2, candidate.values.length) * valueWorth;
    const plain = firstPersonAt(candidate.text) === null ? plainWorth : 0;
    const change = tellsChange(candidate) ? changeWorth : 0;
    return [{ candidate, stems, worth: mean + facts + plain + change }];
  });
}

function contentStems({ words }: Candidate): string[] {
  return [...new Set(words.filter(({ stop, text }) => !stop && /\p{L}/u.test(text)).map(({ stem }) => stem))];
}

function overlap(left: Weighed, right: Weighed): number {
  const known = new Set(right.stems);
  const shared = left.stems.filter((stem) => known.has(stem)).length;
  return shared / Math.max(1, Math.min(left.stems.length, right.stems.length));
}
