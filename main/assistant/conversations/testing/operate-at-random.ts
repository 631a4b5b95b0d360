import { isDeepStrictEqual } from 'node:util';
import type { FoundTurn } from '#main/contract/conversations.ts';
import type { Act, Made } from './acts.ts';
import { actOnModel, emptyModel, type Model, reopenModel, seenOf } from './model.ts';
import { randomAct, randomSearch } from './random-acts.ts';
import type { Seen } from './seen.ts';

/** A store of conversations, here or in another process. */
export interface Subject {
  act(act: Act): Promise<Made>;
  see(): Promise<Seen>;
  find(text: string): Promise<readonly FoundTurn[]>;
  /** Ends it as a crash does, perhaps in the middle of an act, and opens it again. Gives what the act made where it was done before. */
  crash(during: Act | null): Promise<void>;
}

export interface Outcome {
  readonly crashes: number;
  /** Acts that a crash came into, and that were found done. */
  readonly doneInCrash: number;
  readonly conversations: number;
  readonly answers: number;
  readonly problems: readonly string[];
}

interface Options {
  readonly subject: Subject;
  readonly random: () => number;
  readonly operations: number;
  /** About so many of them. */
  readonly crashes: number;
}

const compareEvery = 250;

/** Does the same to a store and to a plain model of it, and compares the two: after each crash, now and then, and at the end. */
export async function operateAtRandom({ subject, random, operations, crashes }: Options): Promise<Outcome> {
  let model = emptyModel();
  const problems: string[] = [];
  const count = { crashes: 0, doneInCrash: 0 };
  const compare = async (when: string): Promise<void> => {
    problems.push(...differences(seenOf(model), await subject.see()).map((what) => `${when}: ${what}`));
    problems.push(...(await searchProblems(model, subject, random)).map((what) => `${when}: ${what}`));
  };
  for (let serial = 1; serial <= operations && problems.length === 0; serial++) {
    const act = randomAct(model, random, serial);
    if (random() < crashes / operations) {
      count.crashes += 1;
      const isDuring = random() < 0.5;
      await subject.crash(isDuring ? act : null);
      const done = structuredClone(model);
      if (isDuring) actOnModel(done, act);
      reopenModel(done);
      reopenModel(model);
      // What was not acknowledged may be done or not, but never half.
      if (isDuring && !isDeepStrictEqual(seenOf(model), await subject.see())) {
        count.doneInCrash += 1;
        model = done;
      }
      await compare(`after crash ${count.crashes} at ${serial}, ${isDuring ? `in ${act.verb}` : 'at rest'}`);
      continue;
    }
    const made = await subject.act(act);
    const expected = actOnModel(model, act);
    if (!isDeepStrictEqual(made, expected))
      problems.push(
        `${serial} ${JSON.stringify(act)}: made ${JSON.stringify(made)}, not ${JSON.stringify(expected)}`,
      );
    if (serial % compareEvery === 0) await compare(`after ${serial}`);
  }
  await compare('at the end');
  const { length: conversations } = model.conversations;
  return { ...count, conversations, answers: model.answers.length, problems };
}

function differences(expected: Seen, seen: Seen): string[] {
  const found = [...seen.disorder];
  if (seen.newDraft !== expected.newDraft)
    found.push(`the draft is ${JSON.stringify(seen.newDraft)}, not ${JSON.stringify(expected.newDraft)}`);
  const byId = new Map(seen.conversations.map((each) => [each.conversationId, each]));
  for (const each of expected.conversations) {
    const there = byId.get(each.conversationId);
    if (!isDeepStrictEqual(there, each))
      found.push(`conversation is ${JSON.stringify(there)}, not ${JSON.stringify(each)}`);
  }
  if (seen.conversations.length > expected.conversations.length)
    found.push(`${seen.conversations.length - expected.conversations.length} conversations too many`);
  return found;
}

/** Each question that has the word, or an answer that has it, is found once. */
async function searchProblems(model: Model, subject: Subject, random: () => number): Promise<string[]> {
  const { typed, stands } = randomSearch(random);
  const deleted = new Set(model.conversations.filter((each) => each.deleted).map(({ id }) => id));
  const texts = new Map(model.questions.map(({ id, text }) => [id, text]));
  const having = model.answers.filter(
    ({ conversationId, questionId, said }) =>
      !deleted.has(conversationId) && `${texts.get(questionId)} ${said}`.includes(stands),
  );
  const expected = new Set(having.map(({ questionId }) => questionId));
  const found = await subject.find(typed);
  const questionOf = new Map(model.answers.map(({ id, questionId }) => [id, questionId]));
  const seen = found.map(({ answerId }) => questionOf.get(answerId));
  if (seen.length === expected.size && seen.every((id) => id !== undefined && expected.has(id))) return [];
  return [`“${typed}” finds ${seen.length} turns, not ${expected.size}`];
}
