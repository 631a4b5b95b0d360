import type { AskPlace } from '#main/contract/ask.ts';
import type { Act } from './acts.ts';
import { answersTo, branchOf, type Model } from './model.ts';

const vocabulary = ['roof', 'Müller', 'Straße', 'café', 'kitchen', 'rent', 'März', 'offer', 'key', 'naïve'];

/** What a person might do next to what the model holds; most of it asking and answering. */
export function randomAct(model: Model, random: () => number, serial: number): Act {
  const one = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const words = (count: number): string => Array.from({ length: count }, () => one(vocabulary)).join(' ');
  const waiting = model.questions.filter(({ id }) => answersTo(model, id).length === 0);
  const open = model.conversations.filter(
    ({ id, deleted }) => !deleted && model.answers.some((answer) => answer.conversationId === id),
  );
  const conversation = one(open);
  const begin: Act = { verb: 'ask', conversationId: null, question: `${words(3)} ${serial}?` };
  const question = one(waiting);
  if (question !== undefined && random() < 0.5) {
    if (random() < 0.1) return { verb: 'leave', questionId: question.id };
    return {
      verb: 'answer',
      questionId: question.id,
      question: question.text,
      said: `${words(4)} ${serial}.`,
    };
  }
  if (conversation === undefined) return begin;
  const conversationId = conversation.id;
  const branch = branchOf(model, conversationId);
  const turn = one(branch);
  const chance = random();
  if (chance < 0.08) return begin;
  if (chance < 0.4) {
    const place = placeIn(turn, random);
    return {
      verb: 'ask',
      conversationId,
      question: `${words(3)} ${serial}?`,
      ...(place === undefined ? {} : { place }),
    };
  }
  if (chance < 0.5 && turn !== undefined) {
    // Another answer of a question that has some.
    return {
      verb: 'answer',
      questionId: turn.questionId,
      question: turn.question,
      said: `${words(4)} ${serial}.`,
    };
  }
  if (chance < 0.62) {
    const answer = one(model.answers.filter((each) => each.conversationId === conversationId));
    if (answer !== undefined) {
      const at = random() < 0.5 ? { answerId: answer.id } : { questionId: answer.questionId };
      return { verb: 'show', conversationId, at };
    }
  }
  if (chance < 0.7) return { verb: 'change', change: { conversationId, title: `${words(2)} ${serial}` } };
  if (chance < 0.74) return { verb: 'change', change: { conversationId, pinned: random() < 0.5 } };
  if (chance < 0.78) return { verb: 'change', change: { conversationId, archived: random() < 0.4 } };
  if (chance < 0.82) return { verb: 'remove', conversationId };
  const deleted = one(model.conversations.filter((each) => each.deleted));
  if (chance < 0.86 && deleted !== undefined) return { verb: 'restore', conversationId: deleted.id };
  if (chance < 0.88 && deleted !== undefined) return { verb: 'removeForGood', conversationId: deleted.id };
  if (chance < 0.9) return { verb: 'removeForGood', conversationId };
  if (chance < 0.92) return { verb: 'copy', conversationId };
  const where = random() < 0.3 ? null : conversationId;
  return { verb: 'draft', conversationId: where, text: random() < 0.2 ? '' : `${words(5)} ${serial}` };
}

/** Behind an answer, instead of a question, that question again, or wherever the branch ends. */
function placeIn(
  turn: { readonly id: number; readonly questionId: number } | undefined,
  random: () => number,
): AskPlace | undefined {
  const chance = random();
  if (turn === undefined || chance < 0.4) return undefined;
  if (chance < 0.6) return { as: 'follow-up', answerId: turn.id };
  return { as: chance < 0.85 ? 'edit' : 'again', questionId: turn.questionId };
}

/** A word to look for, as a person types it, and how it stands in the texts. */
export function randomSearch(random: () => number): { readonly typed: string; readonly stands: string } {
  const searches = [
    { typed: 'roof', stands: 'roof' },
    { typed: 'muller', stands: 'Müller' },
    { typed: 'MUELLER', stands: 'Müller' },
    { typed: 'strasse', stands: 'Straße' },
    { typed: 'Cafe', stands: 'café' },
    { typed: 'kitch', stands: 'kitchen' },
    { typed: 'naive', stands: 'naïve' },
  ];
  return searches[Math.floor(random() * searches.length)] ?? { typed: '', stands: '' };
}
