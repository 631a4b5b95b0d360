import { describe, expect, it } from 'vitest';
import type { Answer } from '#main/contract/ask.ts';
import { openHousehold } from '../testing/open-household.ts';
import { answerTypeOf } from './answer-type.ts';
import { measureOf, quantitiesIn } from './measure.ts';
import { placesIn } from './places.ts';

describe('what a question wants to hear', () => {
  it.each([
    ['How much does the dog weigh?', 'quantity'],
    ['How much is the rent?', 'amount'],
    ['What did they estimate for the fence?', 'amount'],
    ['What was the reading of the meter?', 'quantity'],
    ['How much notice do we have to give?', 'quantity'],
    ['Where are the spare keys?', 'place'],
    ['What is the number of the claim?', 'code'],
    ['What is the number of our Harrow quote?', 'code'],
    ['What did the roofer want for everything?', 'amount'],
    ['What does the display show when it freezes?', 'open'],
    ['Do you know when the ferry leaves?', 'date'],
  ])('%s', (question, type) => {
    expect(answerTypeOf(question)).toBe(type);
  });

  it.each([
    ['How long is the guarantee?', 'duration'],
    ['How often is it serviced?', 'frequency'],
    ['Wie schwer ist das Paket?', 'weight'],
    ['¿Cuántas veces al año?', 'frequency'],
    ['How many chairs?', null],
    ['How big is the garden?', 'area'],
    ['How big is the discount?', null],
  ])('%s', (question, measure) => {
    expect(measureOf(question)).toBe(measure);
  });
});

describe('quantities and places in a text', () => {
  it.each([
    ['duration', 'It takes 250 g of flour and bakes for 20 minutes.', ['20 minutes']],
    ['frequency', 'Give her 0.4 ml twice a day.', ['twice a day']],
    ['frequency', 'Oil it every six months.', ['every six months']],
    ['weight', 'She weighs 4.7 kg, at 13 years.', ['4.7 kg']],
    ['duration', 'It has a guarantee of seven years.', ['seven years']],
    ['temperature', 'Bake at 190 °C.', ['190 °C']],
  ] as const)('%s: %s', (measure, text, expected) => {
    expect(quantitiesIn(text, measure).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });

  it.each([
    ['The key is behind the panel left of the window.', 'behind the panel left of the window'],
    ['We stayed at Villa Rosa in June.', 'Villa Rosa'],
    ['Er wohnt in der Lindenstraße 4.', 'Lindenstraße 4'],
  ])('%s', (text, expected) => {
    const { sure } = placesIn(text);
    expect(sure.map(({ start, end }) => text.slice(start, end))).toContain(expected);
  });

  it('takes no month and no weekday for a place', () => {
    expect(placesIn('We come in August and stay from Monday.').sure).toEqual([]);
  });
});

describe('of whom a sentence without a name speaks', () => {
  const mail = (from: string, to: string, text: string): string =>
    [
      `From: ${from} <${from.split(' ')[0]?.toLowerCase()}@example.org>`,
      `To: ${to} <${to.split(' ')[0]?.toLowerCase()}@example.org>`,
      'Subject: Piano lessons',
      'Date: Mon, 3 Mar 2025 10:00:00 +0000',
      'Content-Type: text/plain; charset=utf-8',
      '',
      text,
    ].join('\r\n');

  async function answerTo(question: string, files: Record<string, string>): Promise<Answer> {
    const house = await openHousehold({ files });
    const answer = await house.answer(question);
    house.close();
    return answer;
  }

  it('names the writer, the reader, or the person whose note it is', async () => {
    const files = {
      'Mail/1.eml': mail('Ines Marrow', 'Olaf Brandt', 'I will tune the piano myself, as every spring.'),
      'Mail/2.eml': mail('Olaf Brandt', 'Ines Marrow', 'My son joins your recorder class next week.'),
      'Notes/Olaf Brandt.md': '# Olaf Brandt\n\nWaters the tomatoes when we are away.\n',
    };
    expect((await answerTo('Who will tune the piano?', files)).answer).toMatch(/^Ines Marrow: I will tune/);
    expect((await answerTo('Who teaches the recorder class?', files)).answer).toMatch(
      /^To Ines Marrow: My son|^Ines Marrow/,
    );
    expect((await answerTo('Who waters the tomatoes?', files)).answer).toMatch(/^Olaf Brandt: Waters/);
  });
});
