import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { likeness } from '../language/stems.ts';
import { type Opened, openHousehold } from '../testing/open-household.ts';
import { answerTypeOf } from './answer-type.ts';

const mail = (day: string, from: string, to: string, subject: string, text: string): string =>
  [
    `From: ${from} <${from.split(' ')[0]?.toLowerCase()}@paddle.example>`,
    `To: ${to} <${to.split(' ')[0]?.toLowerCase()}@paddle.example>`,
    `Date: ${day} May 2025 10:00:00 +0000`,
    `Message-ID: <${day.replace(/\D/g, '')}-${subject.length}@paddle.example>`,
    `Subject: ${subject}`,
    '',
    text,
  ].join('\r\n');

describe('the right sentence of several that speak of the same', () => {
  let home: Opened;
  beforeAll(async () => {
    home = await openHousehold({
      files: {
        'Mail/1.eml': mail(
          '2',
          'Nora Quist',
          'Emil Brandt',
          'Kayak',
          'The kayak is 31 kg heavy, bring somebody strong.',
        ),
        'Mail/2.eml': mail(
          '5',
          'Nora Quist',
          'Emil Brandt',
          'Re: Kayak',
          'The maker guarantees the kayak for six years. I keep thinking about the kayak at night.',
        ),
        'Mail/3.eml': mail(
          '7',
          'Emil Brandt',
          'Nora Quist',
          'Re: Kayak',
          'The kayak was sold to us by Pavel Orlov, who gave up paddling.',
        ),
        'Mail/4.eml': mail(
          '9',
          'Nora Quist',
          'Emil Brandt',
          'Quote for the jetty',
          'Our quote is number JT-4471.\r\n\r\n-- \r\nNora Quist\r\n0555 902 4410',
        ),
        'Notes/Kettle.md': '# Kettle\n\n- Bought in Husum\n- Order number BX-77310\n- Lasts ten years\n',
        'Notes/Toaster.md':
          '# Toaster\n\nThe order number for the toaster is BX-20011, as on the order form.\n',
        'Notes/Sail maker.md': '# Sail maker\n\nEmil has not been since 2023.\n\nNorth Lofts, Mr R. Adair.\n',
        'Notes/Painter comparison.md':
          '# Painter comparison\n\n| firm | price | starts |\n|---|---|---|\n| Holm & Daughter | €2,310 | May |\n',
        'Notes/Regatta.md':
          '# Regatta\n\nThe regatta takes place on 14 August 2025.\n\nWe found Sandholm harbour for it.\n',
      },
    });
  }, 60_000);
  afterAll(() => home.close());

  it.each([
    // A later mail of the thread that tells another thing takes nothing back.
    ['How heavy is the kayak?', '31 kg'],
    // Another thing's number, said in more of the question's words.
    ['What is the order number for the kettle?', 'BX-77310'],
    // The sender of "I keep thinking about it" sold nothing.
    ['Who sold us the kayak?', 'Pavel Orlov'],
    // A number to call is no number of a quote.
    ['What is the number of the quote for the jetty?', 'JT-4471'],
    // A title makes a name a person's, though nobody else bears it.
    ['Who is our sail maker?', 'Adair'],
    // What the note is called says whose prices these are.
    ['What did the painter quote?', '€2,310'],
    // A month is no place.
    ['Where is the regatta?', 'Sandholm'],
  ])('%s', async (question, expected) => {
    const { answer } = await home.answer(question);
    expect(answer.split('[1]')[0]).toContain(expected);
  });
});

describe('what words without a question want', () => {
  it.each([
    ['price of the jetty', 'amount'],
    ['yearly subscription of the rowing club', 'amount'],
    ['Quist quote', 'amount'],
    ['date of the regatta', 'date'],
    ['photos of the jetty', 'open'],
    ['What will the jetty cost to repair?', 'amount'],
    ['Was hat der Steg gekostet?', 'amount'],
  ])('%s', (words, type) => {
    expect(answerTypeOf(words)).toBe(type);
  });
});

it('takes the doer for nearly the deed, and other endings for less', () => {
  expect(likeness('steer', 'steerer')).toBe(0.8);
  expect(likeness('edit', 'editor')).toBe(0.8);
  expect(likeness('insur', 'insuranc')).toBeLessThan(0.8);
});
