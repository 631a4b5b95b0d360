import type { AskPlace } from '#main/contract/ask.ts';
import type { ShownAt } from '#main/contract/conversations.ts';
import { titleOf } from '../title.ts';
import type { Act, Made } from './acts.ts';
import type { Seen, SeenConversation } from './seen.ts';

interface ModelConversation {
  readonly id: number;
  title: string;
  pinned: boolean;
  archived: boolean;
  deleted: boolean;
  readonly imported: boolean;
  draft: string;
}

export interface ModelQuestion {
  readonly id: number;
  readonly conversationId: number;
  readonly after: number | null;
  readonly text: string;
  shown: boolean;
}

export interface ModelAnswer {
  readonly id: number;
  readonly conversationId: number;
  readonly questionId: number;
  readonly question: string;
  readonly said: string;
  shown: boolean;
}

/** The plainest store of conversations there is: lists in memory, and the rules of each act. */
export interface Model {
  lastConversation: number;
  lastQuestion: number;
  lastAnswer: number;
  newDraft: string;
  conversations: ModelConversation[];
  questions: ModelQuestion[];
  answers: ModelAnswer[];
}

export function emptyModel(): Model {
  return {
    ...{ lastConversation: 0, lastQuestion: 0, lastAnswer: 0, newDraft: '' },
    ...{ conversations: [], questions: [], answers: [] },
  };
}

export function answersTo(model: Model, questionId: number): ModelAnswer[] {
  return model.answers.filter((answer) => answer.questionId === questionId);
}

/** What is seen of a conversation, turn by turn. */
export function branchOf(model: Model, conversationId: number): ModelAnswer[] {
  const branch: ModelAnswer[] = [];
  for (let after: number | null = null; ; ) {
    const question: ModelQuestion | undefined = siblingsOf(model, conversationId, after).find(
      ({ shown }) => shown,
    );
    const answer: ModelAnswer | undefined = answersTo(model, question?.id ?? 0).find(({ shown }) => shown);
    if (answer === undefined) return branch;
    branch.push(answer);
    after = answer.id;
  }
}

/** The answered questions in one place. */
function siblingsOf(model: Model, conversationId: number, after: number | null): ModelQuestion[] {
  return model.questions.filter(
    (question) =>
      question.conversationId === conversationId &&
      question.after === after &&
      answersTo(model, question.id).length > 0,
  );
}

/** Does to the model what the store is to do, and tells the ids that this makes. */
export function actOnModel(model: Model, act: Act): Made {
  switch (act.verb) {
    case 'ask':
      return { asked: ask(model, act.conversationId, act.question, act.place) };
    case 'answer': {
      const question = model.questions.find(({ id }) => id === act.questionId);
      const { conversationId = 0 } = question ?? {};
      const id = ++model.lastAnswer;
      model.answers.push({
        ...{
          id,
          conversationId,
          questionId: act.questionId,
          question: act.question,
          said: act.said,
          shown: false,
        },
      });
      show(model, conversationId, { answerId: id });
      return { answerId: id };
    }
    case 'leave':
      leave(model, act.questionId);
      return {};
    case 'show':
      show(model, act.conversationId, act.at);
      return {};
    case 'change': {
      const { conversationId, ...change } = act.change;
      for (const each of model.conversations) if (each.id === conversationId) Object.assign(each, change);
      return {};
    }
    case 'remove':
    case 'restore':
      for (const each of model.conversations)
        if (each.id === act.conversationId) each.deleted = act.verb === 'remove';
      return {};
    case 'removeForGood':
      model.conversations = model.conversations.filter(({ id }) => id !== act.conversationId);
      model.questions = model.questions.filter((each) => each.conversationId !== act.conversationId);
      model.answers = model.answers.filter((each) => each.conversationId !== act.conversationId);
      return {};
    case 'draft':
      keepDraft(model, act.conversationId, act.text);
      return {};
    case 'copy':
      return { conversationId: copy(model, act.conversationId) };
  }
}

/** What opening the store does: questions without an answer are drafts again, the latest asked first taken back. */
export function reopenModel(model: Model): void {
  const waiting = model.questions.filter(({ id }) => answersTo(model, id).length === 0);
  for (const { id } of waiting.toReversed()) leave(model, id);
}

function ask(model: Model, known: number | null, text: string, place: AskPlace | undefined) {
  if (known !== null && place?.as === 'again') return { conversationId: known, questionId: place.questionId };
  const conversationId = known ?? ++model.lastConversation;
  if (known === null)
    model.conversations.push({
      ...{ id: conversationId, title: titleOf(text), pinned: false, archived: false },
      ...{ deleted: false, imported: false, draft: '' },
    });
  const after =
    place === undefined
      ? (branchOf(model, conversationId).at(-1)?.id ?? null)
      : place.as === 'follow-up'
        ? place.answerId
        : (model.questions.find(({ id }) => id === place.questionId)?.after ?? null);
  const id = ++model.lastQuestion;
  model.questions.push({ id, conversationId, after, text, shown: false });
  return { conversationId, questionId: id };
}

function leave(model: Model, questionId: number): void {
  const question = model.questions.find(({ id }) => id === questionId);
  if (question === undefined || answersTo(model, questionId).length > 0) return;
  const { conversationId, text } = question;
  model.questions = model.questions.filter((each) => each !== question);
  const isEmpty = !model.questions.some((each) => each.conversationId === conversationId);
  const place = isEmpty ? null : conversationId;
  if (isEmpty) model.conversations = model.conversations.filter(({ id }) => id !== conversationId);
  const before =
    place === null ? model.newDraft : (model.conversations.find(({ id }) => id === place)?.draft ?? '');
  keepDraft(model, place, before === '' || before === text ? text : `${text}\n\n${before}`);
}

function show(model: Model, conversationId: number, at: ShownAt): void {
  const answer = 'answerId' in at ? model.answers.find(({ id }) => id === at.answerId) : undefined;
  const questionId = 'questionId' in at ? at.questionId : answer?.questionId;
  const question = model.questions.find(({ id }) => id === questionId);
  if (question === undefined) return;
  if (answer !== undefined)
    for (const each of answersTo(model, question.id)) each.shown = each.id === answer.id;
  for (const each of model.questions)
    if (each.conversationId === conversationId && each.after === question.after)
      each.shown = each.id === question.id;
  if (question.after !== null) show(model, conversationId, { answerId: question.after });
}

function keepDraft(model: Model, conversationId: number | null, text: string): void {
  if (conversationId === null) model.newDraft = text;
  for (const each of model.conversations) if (each.id === conversationId) each.draft = text;
}

/** As an export is read: in the order of its answers, each question before the answers it waits for. */
function copy(model: Model, conversationId: number): number {
  const original = model.conversations.find(({ id }) => id === conversationId);
  const id = ++model.lastConversation;
  if (original !== undefined) model.conversations.push({ ...original, id, deleted: false, imported: true });
  const asked = new Map<number, number>();
  const answered = new Map<number, number>();
  for (const question of model.questions.filter((each) => each.conversationId === conversationId)) {
    if (answersTo(model, question.id).length === 0) continue;
    asked.set(question.id, ++model.lastQuestion);
  }
  for (const answer of model.answers.filter((each) => each.conversationId === conversationId))
    answered.set(answer.id, ++model.lastAnswer);
  for (const question of [...model.questions]) {
    const copied = asked.get(question.id);
    const after = question.after === null ? null : (answered.get(question.after) ?? 0);
    if (copied !== undefined) model.questions.push({ ...question, id: copied, conversationId: id, after });
  }
  for (const answer of [...model.answers]) {
    const copied = answered.get(answer.id);
    const questionId = asked.get(answer.questionId) ?? 0;
    if (copied !== undefined) model.answers.push({ ...answer, id: copied, conversationId: id, questionId });
  }
  return id;
}

/** What the store must show where it is as the model is. */
export function seenOf(model: Model): Seen {
  return {
    newDraft: model.newDraft,
    conversations: model.conversations
      .filter(({ id }) => model.answers.some((answer) => answer.conversationId === id))
      .map((conversation) => seenConversation(model, conversation)),
    disorder: [],
  };
}

function seenConversation(model: Model, conversation: ModelConversation): SeenConversation {
  const { id, title, pinned, archived, deleted, imported, draft } = conversation;
  const questions = model.questions.filter(
    (each) => each.conversationId === id && answersTo(model, each.id).length > 0,
  );
  const answers = model.answers.filter((each) => each.conversationId === id);
  const place = (of: readonly { readonly id: number }[], sought: number | null): number =>
    of.findIndex((each) => each.id === sought) + 1;
  const branch = branchOf(model, id);
  return {
    ...{ conversationId: id, title, pinned, imported, draft },
    shelf: deleted ? 'deleted' : archived ? 'archived' : 'current',
    questions: questions.map(({ text, after, shown }) => ({
      ...{ text, shown },
      after: after === null ? null : place(answers, after),
    })),
    answers: answers.map(({ questionId, said, shown }) => ({
      question: place(questions, questionId),
      shown,
      said,
    })),
    branch: branch.map((answer) => [answer.questionId, answer.id]),
    siblings: branch.map((answer, index) => [
      siblingsOf(model, id, branch[index - 1]?.id ?? null).map((each) => each.id),
      answersTo(model, answer.questionId).map((each) => each.id),
    ]),
  };
}
