import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '#main/contract/ask.ts';
import { household, withAttachment } from '../testing/household.ts';
import { type Opened, openHousehold } from '../testing/open-household.ts';
import { substituted } from './substitute.ts';

const files: Readonly<Record<string, string>> = {
  ...household,
  'Mail/floor.eml': withAttachment,
  'Notes/Summer.md':
    '# Summer\n\nGreta recommended the boat yard Sundvik Marina, 12 weeks from May.\n\nPaid so far: 492 € at the yard.\n',
  'Papers/Sundvik Marina.txt': 'Sundvik Marina\n\nThe berth is 41 € a week with water and light.\n',
};

let house: Opened;
beforeAll(async () => {
  house = await openHousehold({ files });
}, 60_000);
afterAll(() => house.close());

/** The answers of one conversation. */
async function talk(...questions: string[]): Promise<Answer[]> {
  const answers: Answer[] = [];
  let conversationId: number | undefined;
  for (const question of questions) {
    const events = await house.events({
      question,
      ...(conversationId === undefined ? {} : { conversationId }),
    });
    for (const event of events) {
      if (event.type === 'started') conversationId = event.conversationId;
      if (event.type === 'done') answers.push(event.answer);
    }
  }
  return answers;
}
const last = async (...questions: string[]): Promise<Answer> => {
  const answer = (await talk(...questions)).at(-1);
  if (answer === undefined) throw new Error('no answer');
  return answer;
};

describe('what was listed or counted is asked for again with other conditions', () => {
  it.each([
    [['How many mails from Rolf?', 'and in April?'], 1],
    [['How many mails from Rolf?', 'and from Greta?'], 2],
    [['How many mails from Rolf?', 'and Greta?'], 2],
    [['How many mails in 2025?', 'only those from May'], 1],
    [['List the mails from Greta', 'how many of them have attachments?'], 1],
    [['List the mails from Greta', 'only the ones with an attachment', 'and how many is that?'], 1],
    [['How many mails from Rolf?', 'which of them mention slate?'], 1],
    [['How many mails did I send?', 'and notes?'], 6],
    [['Wie viele Mails von Rolf?', 'und im April?'], 1],
    [['Wie viele Mails von Rolf?', 'nur die vom April'], 1],
    [['¿Cuántos correos de Rolf?', '¿y de Greta?'], 2],
    [['Combien de mails de Rolf ?', 'et de Greta ?'], 2],
    [['Quante mail da Rolf?', 'e da Greta?'], 2],
    [['Quantos e-mails do Rolf?', 'e da Greta?'], 2],
    [['What does the new roof cost?', 'How many mails did he send?'], 2],
  ] as const)('%j', async (questions, count) =>
    expect((await last(...questions)).computed?.count).toBe(count),
  );
});

describe('one of those shown', () => {
  it('by its place in the list', async () => {
    const [listed, second] = await talk('List the mails from Rolf', 'the second one');
    expect(second?.citations[0]?.documentId).toBe(listed?.computed?.items[1]?.documentId);
  });
  it('also after one of them was opened', async () => {
    const answers = await talk('List the mails from Rolf', 'open the last', 'and the second one');
    expect(answers[1]?.computed?.items[0]?.documentId).toBe(answers[0]?.computed?.items[0]?.documentId);
    expect(answers[2]?.computed?.items[0]?.documentId).toBe(answers[0]?.computed?.items[1]?.documentId);
  });
  it('and what it says is looked up in it', async () => {
    const answer = await last('List the mails from Rolf', 'what does the second one say about the roof?');
    expect(answer.answer).toContain('14,300 euros');
  });
  it('its sender is told', async () =>
    expect((await last('List the mails in March 2025', 'who sent the third one?')).answer).toContain(
      'Ina Holm',
    ));
});

describe('a question goes on from the answer before', () => {
  it.each([
    [['What does the new roof cost?', 'when can he start?'], '19 May'],
    [['When is the cabin ours?', 'what is the door code?'], '4471-B'],
    [['What is the policy number?', 'and the excess for water damage?'], '500 euros'],
    [['Who recommends the ferry?', 'which code did she give?'], '4471-B'],
  ] as const)('%j', async (questions, expected) =>
    expect((await last(...questions)).answer).toContain(expected),
  );
});

describe('a price for a unit is asked of what the answer before named', () => {
  it.each(['How much is it a week?', 'What does it cost per week?'])('%s', async (question) => {
    const [first, second] = await talk('Which boat yard did Greta recommend?', question);
    expect(first?.answer).toContain('Sundvik Marina');
    expect(second?.answer).toContain('41 €');
  });
});

describe('a fragment takes the place of what it corresponds to', () => {
  it.each([
    [
      'What is the excess for water damage in the policy?',
      'for theft?',
      'What is the excess for theft in the policy?',
    ],
    ['How much did the roof cost?', 'the floor?', 'How much did the floor cost?'],
    ['What is the excess for theft?', 'the premium?', 'What is the premium for theft?'],
    ['Was kostet das Dach?', 'die Heizung?', 'Was kostet die Heizung?'],
    ['How much is it?', 'the floor?', null],
  ])('%s %s', (before, fragment, expected) => expect(substituted(before, fragment)).toBe(expected));
});
