import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '#main/contract/ask.ts';
import { household, withAttachment } from '../testing/household.ts';
import { type Opened, openHousehold } from '../testing/open-household.ts';

const eml = (from: string, to: string, date: string, subject: string, text: string): string =>
  [
    `Message-ID: <${subject.replaceAll(' ', '-')}@mail.example>`,
    ...[`From: ${from}`, `To: ${to}`, `Date: ${date}`, `Subject: ${subject}`, '', text],
  ].join('\r\n');
const ina = 'Ina Holm <ina@holm.example>';
const greta = 'Greta Lund <greta@lund.example>';

/** Files with tables and papers, and mails enough to be put together. */
const files: Readonly<Record<string, string>> = {
  ...household,
  'Mail/floor.eml': withAttachment,
  'Mail/june.eml': eml(greta, ina, 'Mon, 2 Jun 2025 10:00:00 +0000', 'Boat', 'The boat is ours on Sunday.'),
  'Mail/copy of june.eml': eml(
    greta,
    ina,
    'Mon, 2 Jun 2025 10:00:00 +0000',
    'Boat',
    'The boat is ours on Sunday.',
  ),
  'Mail/fwd.eml': eml(
    ina,
    greta,
    'Tue, 3 Jun 2025 10:00:00 +0000',
    'Fwd: Seeds',
    'See below.\r\n\r\n---------- Forwarded message ---------\r\nFrom: Otto Brandt <otto@seeds.example>\r\nDate: Sun, 1 Jun 2025 09:00:00 +0000\r\nSubject: Seeds\r\nTo: Ina Holm <ina@holm.example>\r\n\r\nThe seeds are on their way.\r\n',
  ),
  'Money/Expenses 2025.csv':
    'Date,Payee,Category,Amount\n2025-01-03,Corner shop,Food,34.50\n2025-01-20,Market,Food,12.10\n2025-02-03,Filling station,Car,50.00\n2025-03-09,Market,Food,"1,020.40"\n',
  'Money/Expenses 2024.csv':
    'Date,Payee,Category,Amount\n2024-11-03,Corner shop,Food,10.00\n2024-12-24,Market,Food,90.00\n',
  'Notes/Garden.md':
    '---\ntags: [outside, plan]\n---\n# Garden budget\n\n| what | planned | paid |\n|---|---|---|\n| Fence | 900 € | 1.100 € |\n| Shed | 2.400 € | 2.250 € |\n| Together | 3.300 € | 3.350 € |\n',
  'Notes/Bees.md':
    '# Bees\n\n| what | cost | price |\n|---|---|---|\n| Hive | 90 | 120 |\n| Wax | 10 | 14 |\n',
  'Papers/Invoice 17.txt':
    'Invoice 17\n\nFrom: Lund Carpentry\n\nFloor boards €1,800.00\nOil €40.00\nTotal due €1,840.00\n',
  'Papers/Invoice 18.txt': 'Invoice 18\n\nGutter cleaning €95.00\nTotal €95.00\n',
  'Papers/Rechnung Elektro.txt': 'Rechnung\n\nSteckdosen 300,00 €\nGesamtbetrag 1.250,50 €\n',
  'Papers/Invoice from abroad.txt': 'Invoice 9\n\nTotal due £2,000\n',
  'Papers/Invoice blank.txt': 'Invoice without any figure, to be filled in.\n',
};

let house: Opened;
beforeAll(async () => {
  house = await openHousehold({ files });
}, 60_000);
afterAll(() => house.close());

const computedOf = async (question: string): Promise<NonNullable<Answer['computed']>> => {
  const { computed } = await house.answer(question);
  if (computed === null) throw new Error(`nothing was computed for “${question}”`);
  return computed;
};
const groupsOf = async (question: string): Promise<Record<string, number>> =>
  Object.fromEntries((await computedOf(question)).groups?.map(({ label, count }) => [label, count]) ?? []);

describe('documents put together', () => {
  it('by month, each in its place', async () =>
    expect(await groupsOf('How many mails per month in 2025?')).toEqual({
      'March 2025': 4,
      'April 2025': 1,
      'May 2025': 1,
      'June 2025': 2,
    }));
  it('by who sent them, most first, a copy once and no quotation', async () => {
    const computed = await computedOf('How many mails from each sender?');
    expect(computed.groups).toEqual([
      { label: 'Greta Lund', count: 3 },
      { label: 'Ina Holm', count: 2 },
      { label: 'Rolf Becker', count: 2 },
      { label: 'Winner Desk', count: 1 },
    ]);
    expect(computed.count).toBe(8);
  });
  it.each([
    'Who wrote to me most?',
    'Wer hat mir am meisten geschrieben?',
    '¿Quién me ha escrito más?',
    'Qui m’a écrit le plus ?',
    'Chi mi ha scritto di più?',
    'Quem me escreveu mais?',
  ])('and of them the most: %s', async (question) => {
    const answer = await house.answer(question);
    expect(answer.answer).toMatch(/^The sender with most of \d mails and messages .*: Greta Lund 3\./);
  });
  it('by kind, which is no condition then', async () =>
    expect(await groupsOf('How many documents of each kind?')).toEqual({
      mails: 8,
      notes: 11,
      documents: 2,
    }));
  it('says which month had fewest', async () =>
    expect((await house.answer('Which month had the fewest mails in 2025?')).answer).toContain(
      'April 2025 1, May 2025 1',
    ));
});

describe('what is counted besides documents', () => {
  it('attachments', async () =>
    expect(await computedOf('How many attachments did Greta send?')).toMatchObject({
      ...{ count: 1, counted: 'attachment' },
    }));
  it('people', async () =>
    expect(await computedOf('How many different people wrote to me in March 2025?')).toMatchObject({
      ...{ count: 3, counted: 'people' },
    }));
  it('conversations', async () =>
    expect((await computedOf('How many conversations with Rolf Becker?')).count).toBe(1));
});

describe('figures over tables', () => {
  it.each([
    ['What is the sum of amount in Expenses 2025?', 1117],
    ['How much did I spend on food in 2025?', 1067],
    ['How much did I spend on food in January 2025?', 46.6],
    ['How much did I spend on food in total?', 1167],
    ['What is the average amount in Expenses 2024?', 50],
    ['What is the largest amount in Expenses 2025?', 1020.4],
    ['What is the total of the column paid in the garden budget?', 3350],
    ['Wie hoch ist die Summe der Spalte paid im Garden budget?', 3350],
  ])('%s', async (question, amount) => expect((await computedOf(question)).amount).toBe(amount));

  it('the row of a total is in no sum, and is told', async () => {
    const computed = await computedOf('What is the total of the column paid in the garden budget?');
    expect(computed).toMatchObject({ count: 2, unit: 'EUR' });
    expect(computed.method).toContain('1 row with the total of the others was left out');
  });
  it('nothing is computed where the table does not tell which column is meant', async () =>
    expect((await house.answer('What is the total of the hive?')).computed).toBeNull());
});

describe('amounts of papers', () => {
  it('are listed over a bound, in its currency alone, with how they were read', async () => {
    const answer = await house.answer('List all invoices over 1,000 euros');
    expect(answer.computed).toMatchObject({ count: 2, unit: 'EUR' });
    expect(answer.computed?.items.map(({ amount }) => amount).toSorted()).toEqual([1250.5, 1840]);
    expect(answer.answer).toContain('Which documents they are is exact.');
    expect(answer.answer).toContain('1 document is in another currency and was not compared.');
    expect(answer.answer).toContain('names no amount');
  });
  it('add up', async () =>
    expect((await computedOf('What is the sum of all invoices?')).amount).toBe(1840 + 95 + 1250.5));
  it('have an end', async () =>
    expect((await computedOf('What is the most expensive invoice?')).amount).toBe(1840));
});

describe('conditions', () => {
  it.each([
    ['How many notes are tagged outside?', 1],
    ['How many notes with the tag #plan?', 1],
    ['How many notes are in the folder Papers?', 5],
    ['How many mails between Ina Holm and Greta Lund?', 4],
    ['How many invoices are there?', 5],
    ['How many mails in the first half of 2025?', 8],
    ['How many mails this spring?', 6],
    ['Wie viele Mails im ersten Quartal 2025?', 4],
    ['Quante mail ho ricevuto da Greta nel 2025?', 3],
    ['Quantos e-mails recebi da Greta em junho de 2025?', 1],
    ['¿Cuántos correos hace dos semanas?', 2],
    ['Combien de mails au premier semestre 2025 ?', 8],
  ])('%s', async (question, count) => expect((await computedOf(question)).count).toBe(count));

  it('a count that the wording leaves open is looked up, and never generated', async () => {
    const answer = await house.answer('How many quotes did Rolf send?');
    expect(answer.computed).toBeNull();
    expect(answer.model).toBeNull();
  });
});

it('a timeline tells what happened in order of time, each with its day and place', async () => {
  const answer = await house.answer('Timeline of the new roof');
  expect(answer.plan).toMatchObject({ intent: 'timeline', query: 'new roof' });
  const days = answer.citations.map(({ date }) => date?.slice(0, 10));
  expect(days).toEqual(days.toSorted());
  expect(days).toEqual(expect.arrayContaining(['2025-03-03', '2025-03-04', '2025-04-10']));
  expect(answer.sentences[0]?.text).toMatch(/^3 March 2025: /);
  expect(answer.answer).toContain('14,300 euros');
});

it('a quality that nothing says exactly is told apart from what is exact', async () => {
  const answer = await house.answer('How many angry mails did Rolf send?');
  expect(answer.computed?.count).toBe(0);
  expect(answer.answer).toContain(
    'Exact: 2 mails from Rolf Becker. Which of them are “angry” cannot be computed',
  );
});

describe('the same thing said otherwise', () => {
  it.each([
    ['How many mails have "roof" in the subject?', 4],
    ['How many mails did Ina and Rolf send?', 4],
    ['How many people did I write to?', 2],
    ['what’s the number of mails from Greta?', 3],
    ['How many mails have a Markdown file attached?', 0],
  ])('%s', async (question, count) => expect((await computedOf(question)).count).toBe(count));
});
