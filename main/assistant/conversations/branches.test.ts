import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { AskPlace } from '#main/contract/ask.ts';
import { conversationExport, exportVersion } from '#main/contract/conversation-export.ts';
import { type Conversations, openConversations } from './conversations.ts';
import { plainAnswer } from './testing/plain-answer.ts';
import { titleOf } from './title.ts';

let dir: string;
let conversations: Conversations;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'quipu-branches-'));
  conversations = openConversations(dir);
  onTestFinished(() => {
    conversations.close();
    rmSync(dir, { recursive: true, force: true });
  });
});

function reopen(): void {
  conversations.close();
  conversations = openConversations(dir);
}

/** Asks and answers; returns where that is. */
function turn(conversationId: number | null, question: string, said: string, place?: AskPlace) {
  const asked = conversations.ask(conversationId, question, place);
  const kept = conversations.append(asked.questionId, plainAnswer(question, said));
  return { ...asked, answerId: kept?.answerId ?? 0 };
}

function shown(conversationId: number): string[] {
  return conversations
    .read(conversationId)
    .branch.map(({ answer }) => `${answer.question} ${answer.sentences[0]?.text}`);
}

describe('a tree of turns', () => {
  it('another answer stands beside the first; what followed the first is kept and shown again with it', () => {
    const first = turn(null, 'Rent?', '940.');
    const { conversationId } = first;
    turn(conversationId, 'Since when?', 'March.');
    const again = turn(conversationId, 'Rent?', '965.', { as: 'again', questionId: first.questionId });
    expect(again.questionId).toBe(first.questionId);
    expect(shown(conversationId)).toEqual(['Rent? 965.']);
    expect(conversations.read(conversationId).branch[0]).toMatchObject({
      questions: [first.questionId],
      answers: [first.answerId, again.answerId],
    });
    conversations.show(conversationId, { answerId: first.answerId });
    expect(shown(conversationId)).toEqual(['Rent? 940.', 'Since when? March.']);
    reopen();
    expect(shown(conversationId)).toEqual(['Rent? 940.', 'Since when? March.']);
  });

  it('an edited question stands beside the first with answers of its own, and each place remembers what it showed', () => {
    const opening = turn(null, 'Rent?', '940.');
    const { conversationId } = opening;
    const second = turn(conversationId, 'Since when?', 'March.');
    const third = turn(conversationId, 'Who says?', 'Marta.');
    const edited = turn(conversationId, 'Until when?', 'June.', {
      as: 'edit',
      questionId: second.questionId,
    });
    expect(shown(conversationId)).toEqual(['Rent? 940.', 'Until when? June.']);
    const other = turn(conversationId, 'Which rent?', 'Yours.', {
      as: 'edit',
      questionId: opening.questionId,
    });
    expect(shown(conversationId)).toEqual(['Which rent? Yours.']);
    conversations.show(conversationId, { questionId: opening.questionId });
    expect(shown(conversationId)).toEqual(['Rent? 940.', 'Until when? June.']);
    expect(conversations.show(conversationId, { questionId: second.questionId }).branch.at(-1)).toMatchObject(
      {
        answerId: third.answerId,
      },
    );
    expect(conversations.read(conversationId).branch.map(({ questions }) => questions)).toEqual([
      [opening.questionId, other.questionId],
      [second.questionId, edited.questionId],
      [third.questionId],
    ]);
  });

  it('a question goes on from the answers before its place alone', () => {
    const opening = turn(null, 'Rent?', '940.');
    const { conversationId } = opening;
    const second = turn(conversationId, 'Since when?', 'March.');
    const asked = (place?: AskPlace) =>
      conversations.earlier(conversationId, place)?.map(({ question }) => question);
    turn(conversationId, 'Deposit?', '1,880.', { as: 'edit', questionId: opening.questionId });
    expect(asked()).toEqual(['Deposit?']);
    expect(asked({ as: 'follow-up', answerId: second.answerId })).toEqual(['Rent?', 'Since when?']);
    expect(asked({ as: 'edit', questionId: second.questionId })).toEqual(['Rent?']);
    expect(asked({ as: 'again', questionId: opening.questionId })).toEqual([]);
    expect(() => asked({ as: 'follow-up', answerId: 99 })).toThrow(
      expect.objectContaining({ code: 'not-found' }),
    );
    expect(() => conversations.show(conversationId, { answerId: 99 })).toThrow(
      expect.objectContaining({ code: 'not-found' }),
    );
  });

  it('a question that waits for its answer changes nothing of what is shown', () => {
    const { conversationId, questionId } = turn(null, 'Rent?', '940.');
    conversations.ask(conversationId, 'Deposit?', { as: 'edit', questionId });
    expect(shown(conversationId)).toEqual(['Rent? 940.']);
    expect(conversations.read(conversationId).branch[0]?.questions).toEqual([questionId]);
  });
});

describe('what is typed', () => {
  it('is kept for each conversation and for the next one, over a crash', () => {
    const { conversationId } = turn(null, 'Rent?', '940.');
    conversations.drafts.keep(null, 'About the ro');
    conversations.drafts.keep(conversationId, 'and the dep');
    reopen();
    expect(conversations.drafts.read(null)).toBe('About the ro');
    expect(conversations.drafts.read(conversationId)).toBe('and the dep');
    conversations.drafts.keep(null, '');
    expect(conversations.drafts.read(null)).toBe('');
  });

  it('is back in the question box where nobody answered it before the end, with what was typed since', () => {
    const { conversationId } = turn(null, 'Rent?', '940.');
    conversations.ask(conversationId, 'Since when?');
    conversations.drafts.keep(conversationId, 'and who says so');
    conversations.ask(null, 'Where is the key?');
    reopen();
    expect(conversations.drafts.read(conversationId)).toBe('Since when?\n\nand who says so');
    expect(conversations.drafts.read(null)).toBe('Where is the key?');
    expect(conversations.list()).toHaveLength(1);
    reopen();
    expect(conversations.drafts.read(null)).toBe('Where is the key?');
  });
});

describe('the list', () => {
  it('has pinned ones first, archived and deleted ones apart, and takes a deletion back', () => {
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => turn(null, name, '1.').conversationId);
    const ids = (shelf?: 'archived' | 'deleted') =>
      conversations.list(shelf).map(({ conversationId }) => conversationId);
    conversations.change({ conversationId: a ?? 0, pinned: true, title: 'The pinned one' });
    conversations.change({ conversationId: b ?? 0, archived: true });
    expect(conversations.remove(c ?? 0)).toBe(true);
    expect(conversations.remove(c ?? 0)).toBe(false);
    expect([ids(), ids('archived'), ids('deleted')]).toEqual([[a, d], [b], [c]]);
    expect(conversations.list()[0]).toMatchObject({ title: 'The pinned one', pinned: true });
    expect(conversations.earlier(c ?? 0)).toBeNull();
    expect(conversations.restore(c ?? 0)).toMatchObject({ shelf: 'current', goesAt: null });
    expect(ids('deleted')).toEqual([]);
  });

  it('lets a deleted one go after thirty days, and not before', () => {
    const { conversationId } = turn(null, 'Rent?', '940.');
    const start = Date.now();
    conversations.remove(conversationId);
    const goes = Date.parse(conversations.list('deleted')[0]?.goesAt ?? '');
    expect(goes - start).toBeGreaterThanOrEqual(30 * 86_400_000);
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    vi.setSystemTime(goes - 1_000);
    reopen();
    expect(conversations.list('deleted')).toHaveLength(1);
    vi.setSystemTime(goes + 1_000);
    reopen();
    expect(conversations.list('deleted')).toEqual([]);
    expect(() => conversations.restore(conversationId)).toThrow(
      expect.objectContaining({ code: 'not-found' }),
    );
  });

  it.each([
    ['  How much is\n the roof? ', 'How much is the roof?'],
    ['Find the offer. It came in May from Rolf.', 'Find the offer'],
    [
      'what did we decide about the new windows in the kitchen and who was to order them from the shop in town',
      'what did we decide about the new windows in the kitchen and who was to order…',
    ],
    ['屋根の修理はいくらでしたか。', '屋根の修理はいくらでしたか'],
  ])('names one by its question: %j', (question, title) => {
    expect(titleOf(question)).toBe(title);
  });
});

describe('search through conversations', () => {
  it.each([
    ['müller', 'Who is Muller?'],
    ['strasse', 'Straße 12'],
    ['CAFE', 'the café'],
    ['roo', 'The roof'],
    ['修理', '屋根の修理'],
    ['wellbeing', 'on well-being'],
  ])('%s finds %s, in questions and in answers', (text, told) => {
    const asked = turn(null, told, 'Nothing.');
    const said = turn(null, 'What?', `${told}.`);
    turn(null, 'Something else', 'Else.');
    const found = conversations.find(text, 10).map(({ answerId }) => answerId);
    expect(found).toEqual([said.answerId, asked.answerId]);
  });

  it('tells where: the words around, each mark on what was found, once for a question', () => {
    const first = turn(
      null,
      'Roof?',
      `${'First of all '.repeat(30)}the Dachdecker came. ${'And so on '.repeat(30)}`,
    );
    turn(first.conversationId, 'Roof?', 'The dachdecker again.', {
      as: 'again',
      questionId: first.questionId,
    });
    conversations.show(first.conversationId, { answerId: first.answerId });
    const [found, ...more] = conversations.find('DACH', 10);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ conversationId: first.conversationId, answerId: first.answerId });
    expect(found?.marks.map(({ start, end }) => found.excerpt.slice(start, end))).toEqual(['Dachdecker']);
    expect(found?.excerpt).toMatch(/^… .* …$/);
  });

  it('does not look through deleted ones, and takes any text for words', () => {
    const { conversationId } = turn(null, 'Rent?', '940.');
    for (const text of ['"', 'NEAR(', 'a OR', '*', '', 'rent AND', "'; --"]) conversations.find(text, 5);
    expect(conversations.find('rent', 5)).toHaveLength(1);
    conversations.remove(conversationId);
    expect(conversations.find('rent', 5)).toEqual([]);
    conversations.restore(conversationId);
    expect(conversations.find('rent', 5)).toHaveLength(1);
  });
});

describe('an export', () => {
  it('holds the whole tree and comes back as it was, beside what is there', () => {
    const opening = turn(null, 'Rent?', '940.');
    const { conversationId } = opening;
    const second = turn(conversationId, 'Since when?', 'March.');
    turn(conversationId, 'Rent?', '965.', { as: 'again', questionId: opening.questionId });
    turn(conversationId, 'Until when?', 'June.', { as: 'edit', questionId: second.questionId });
    conversations.change({ conversationId, title: 'The flat', pinned: true });
    conversations.drafts.keep(conversationId, 'and who');
    const given = conversations.export();
    const text = JSON.stringify({
      ...{ format: 'quipu-conversations', version: exportVersion, exportedAt: new Date().toISOString() },
      conversations: given,
    });
    const read = conversationExport.parse(JSON.parse(text)).conversations;
    const [imported] = conversations.import(read);
    const id = imported?.conversationId ?? 0;
    expect(id).not.toBe(conversationId);
    expect(imported).toMatchObject({ title: 'The flat', pinned: true, importedAt: expect.any(String) });
    expect(shown(id)).toEqual(shown(conversationId));
    const [back] = conversations.export([id]);
    expect({ ...back, importedAt: null }).toEqual(given[0]);
    expect(conversations.find('june', 5)).toHaveLength(2);
    turn(id, 'And then?', 'August.');
    expect(shown(id)).toEqual([...shown(conversationId), 'And then? August.']);
  });

  it('of which the tree is broken is refused whole', () => {
    turn(null, 'Rent?', '940.');
    const [good] = conversations.export();
    if (good === undefined) throw new Error('nothing was exported');
    const loose = { ...good, questions: good.questions.map((each) => ({ ...each, after: 17 })) };
    const strange = { ...good, answers: good.answers.map((each) => ({ ...each, question: 17 })) };
    for (const broken of [loose, strange]) {
      expect(() => conversations.import([good, broken])).toThrow(
        expect.objectContaining({ code: 'import-unreadable' }),
      );
    }
    expect(conversations.list()).toHaveLength(1);
  });
});
