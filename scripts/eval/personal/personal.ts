import type { ChatModel } from '#models/chat/chat-model.ts';
import type { Embedder } from '#models/embed/embedder.ts';
import { percentile } from '#scripts/percentile.ts';
import { judge, type Verdict } from './judge.ts';
import { openSample } from './open-sample.ts';
import { askedOn, halfOf, personalSet } from './personal-set.ts';
import type { PersonalQuestion } from './question.ts';

/** How many of so many were right. */
export interface Tally {
  readonly questions: number;
  readonly right: number;
  readonly share: number;
}

interface Figures {
  /** Counted or listed without an error. */
  readonly countsAndLists: Tally;
  readonly firstAndLast: Tally;
  /** The gold answer stands in the answer. */
  readonly facts: Tally;
  /** The first citation is a file that states it. */
  readonly factsRightPlaceFirst: Tally;
  readonly noAnswerSaidNotFound: Tally;
  readonly followUps: Tally;
  readonly otherLanguage: Tally;
  readonly broad: Tally;
  readonly talk: Tally;
  readonly byKind: Readonly<Record<string, Tally>>;
}

export interface PersonalReport {
  readonly set: 'personal';
  readonly model: string | null;
  readonly questions: number;
  readonly all: Figures;
  /** The half whose failures may be looked at, and the other one. */
  readonly dev: Figures;
  readonly heldOut: Figures;
  readonly totalMsP50: number;
}

export interface PersonalOptions {
  readonly embedder: Embedder | null;
  readonly chat: ChatModel | null;
  readonly cacheDir: string;
  readonly signal: AbortSignal;
  /** Is told of each wrong answer of the half `dev`. */
  readonly onFailure?: (verdict: Verdict) => void;
  /** The whole set where absent. */
  readonly questions?: readonly PersonalQuestion[];
}

/** Asks the personal set over the sample library, in a library of its own that is removed again. */
export async function evalPersonal(options: PersonalOptions): Promise<PersonalReport> {
  const questions = options.questions ?? personalSet;
  const sample = await openSample({ ...options, today: askedOn });
  try {
    const verdicts: Verdict[] = [];
    for (const question of questions) {
      const answers = await sample.asking.conversation([...question.before, question.question]);
      const answer = answers.at(-1);
      if (answer === undefined) throw new Error(`no answer to “${question.question}”`);
      const verdict = judge(question, answer, sample.inSample);
      verdicts.push(verdict);
      const failed = !verdict.right || verdict.rightPlace === false;
      if (failed && halfOf(question) === 'dev') options.onFailure?.(verdict);
    }
    return report(options.chat?.name ?? null, verdicts);
  } finally {
    sample.close();
  }
}

function report(model: string | null, verdicts: readonly Verdict[]): PersonalReport {
  const half = (name: 'dev' | 'held-out'): Verdict[] =>
    verdicts.filter(({ question }) => halfOf(question) === name);
  const times = verdicts.map(({ answer }) => answer.timings.totalMs);
  return {
    set: 'personal',
    model,
    questions: verdicts.length,
    all: figuresOf(verdicts),
    dev: figuresOf(half('dev')),
    heldOut: figuresOf(half('held-out')),
    totalMsP50: Number(percentile(times, 0.5).toFixed(1)),
  };
}

const factKinds = new Set('who when amount quantity where which why decision code what'.split(' '));
const broadKinds = new Set(['compare', 'summarise', 'timeline']);

function figuresOf(verdicts: readonly Verdict[]): Figures {
  const first = verdicts.filter(({ question }) => question.before.length === 0);
  const of = (test: (kind: string) => boolean): Verdict[] =>
    first.filter(({ question }) => test(question.kind));
  const facts = of((kind) => factKinds.has(kind));
  const kinds = [...new Set(first.map(({ question }) => question.kind))];
  return {
    countsAndLists: tally(of((kind) => kind === 'count' || kind === 'list')),
    firstAndLast: tally(of((kind) => kind === 'first-last')),
    facts: tally(facts),
    factsRightPlaceFirst: tally(facts, ({ rightPlace }) => rightPlace === true),
    noAnswerSaidNotFound: tally(of((kind) => kind === 'no-answer')),
    followUps: tally(verdicts.filter(({ question }) => question.before.length > 0)),
    otherLanguage: tally(of((kind) => kind === 'language')),
    broad: tally(of((kind) => broadKinds.has(kind))),
    talk: tally(of((kind) => kind === 'talk')),
    byKind: Object.fromEntries(kinds.map((kind) => [kind, tally(of((one) => one === kind))])),
  };
}

function tally(
  verdicts: readonly Verdict[],
  isRight: (verdict: Verdict) => boolean = ({ right }) => right,
): Tally {
  const right = verdicts.filter(isRight).length;
  const share = verdicts.length === 0 ? 0 : Number((right / verdicts.length).toFixed(4));
  return { questions: verdicts.length, right, share };
}

const labels: readonly (readonly [Exclude<keyof Figures, 'byKind'>, string])[] = [
  ['countsAndLists', 'counts and lists exact'],
  ['firstAndLast', 'first and last'],
  ['facts', 'facts in the answer'],
  ['factsRightPlaceFirst', 'facts, right place first'],
  ['noAnswerSaidNotFound', 'no answer, said so'],
  ['followUps', 'follow-ups'],
  ['otherLanguage', 'text in another language'],
  ['broad', 'compare, summarise, timeline'],
  ['talk', 'talk'],
];

/** A table of the whole set and its halves, for a person to read. */
export function personalInWords({ model, questions, all, dev, heldOut, totalMsP50 }: PersonalReport): string {
  const cell = ({ right, questions: of, share }: Tally): string =>
    `${right}/${of} ${(100 * share).toFixed(1)}%`.padEnd(17);
  const rows = labels.map(([key, label]) =>
    `${label.padEnd(30)}${cell(all[key])}${cell(dev[key])}${cell(heldOut[key])}`.trimEnd(),
  );
  return [
    `personal (${model ?? 'no model'}, ${questions} questions, p50 ${totalMsP50} ms)`,
    `${''.padEnd(30)}${'all'.padEnd(17)}${'dev'.padEnd(17)}held out`,
    ...rows,
  ].join('\n');
}

/** One wrong answer, for a person to read. */
export function failureInWords({ question, answer, right, rightPlace }: Verdict): string {
  const { gold } = question;
  const wanted =
    gold.kind === 'told' || gold.kind === 'computed'
      ? gold.expected.map((one) => [one].flat().join(' or ')).join(' and ')
      : gold.kind === 'count'
        ? String(gold.count)
        : gold.kind === 'files'
          ? `${gold.files.length} files`
          : gold.kind;
  const what = [right ? '' : 'wrong', rightPlace === false ? 'other place' : ''].filter(
    (part) => part !== '',
  );
  return [
    `[${question.kind}] ${[...question.before, question.question].join(' / ')}`,
    `  ${what.join(', ')}; wanted: ${wanted}`,
    `  plan: ${JSON.stringify(answer.plan)}`,
    `  ${answer.outcome}: ${answer.answer.replace(/\n/g, ' | ').slice(0, 600)}`,
    ...answer.citations.slice(0, 3).map(({ n, path, member }) => `  [${n}] ${path} ${member ?? ''}`),
  ].join('\n');
}
