import { afterEach, describe, expect, it } from 'vitest';
import { type Opened, openHousehold } from '../testing/open-household.ts';

let opened: Opened | null = null;
afterEach(() => {
  opened?.close();
  opened = null;
});

const rolf = 'Rolf Becker <rolf@becker-roofs.example>';
const sven = 'Sven Lind <sven@lind-roofs.example>';

function mail(id: string, from: string, date: string, subject: string, text: string): string {
  return [
    `Message-ID: <${id}@mail.example>`,
    `From: ${from}`,
    'To: Ina Holm <ina@holm.example>',
    `Date: ${date}`,
    `Subject: ${subject}`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    text,
  ].join('\r\n');
}

const offer = mail(
  'o1',
  rolf,
  'Mon, 3 Mar 2025 09:00:00 +0000',
  'Your shed roof',
  'The shed roof costs 4,300 euros.',
);

async function answer(files: Record<string, string>, question: string) {
  opened = await openHousehold({ files });
  return opened.answer(question, { noModel: true });
}

const differing = (text: string): boolean => /sources differ/.test(text);

describe('sources that contradict one another', () => {
  it('are shown as such, the newest first, each cited, the older named as earlier', async () => {
    const found = await answer(
      {
        'a.eml': offer,
        'b.eml': mail(
          'o2',
          rolf,
          'Thu, 10 Apr 2025 08:00:00 +0000',
          'Invoice for your shed roof',
          'The shed roof costs 4,750 euros.',
        ),
      },
      'How much does the shed roof cost?',
    );
    const said = found.sentences.find(({ text }) => differing(text));
    expect(said?.text).toBe(
      'Two sources differ: 4,750 euros (“Invoice for your shed roof”, 10 April 2025), earlier 4,300 euros (“Your shed roof”, 3 March 2025).',
    );
    expect(said?.verified).toBe(true);
    const quotes = found.citations.filter(({ n }) => said?.citations.includes(n)).map(({ quote }) => quote);
    expect(quotes).toEqual(['The shed roof costs 4,750 euros.', 'The shed roof costs 4,300 euros.']);
  });

  it('may be dates too', async () => {
    const found = await answer(
      {
        'a.eml': mail(
          'd1',
          rolf,
          'Mon, 3 Mar 2025 09:00:00 +0000',
          'Shed roof',
          'The scaffolding for the shed arrives on 5 May 2025.',
        ),
        'b.eml': mail(
          'd2',
          rolf,
          'Thu, 10 Apr 2025 08:00:00 +0000',
          'Re: Shed roof',
          'The scaffolding for the shed arrives on 12 May 2025.',
        ),
      },
      'When does the scaffolding for the shed arrive?',
    );
    expect(found.answer).toContain('Two sources differ: 12 May 2025');
    expect(found.answer).toContain('earlier 5 May 2025');
  });

  it.each([
    ['the same sum written in another way', rolf, 'Your shed roof, again', 'The shed roof costs EUR 4,300.'],
    ['another firm’s price', sven, 'Offer', 'The shed roof costs 3,900 euros.'],
    [
      'another kind of figure',
      rolf,
      'Deposit for your shed roof',
      'The deposit for the shed roof costs 900 euros.',
    ],
    ['another thing', rolf, 'Your house roof', 'The house roof costs 14,300 euros.'],
    ['a doubt', rolf, 'Shed roof?', 'The shed roof might cost 5,000 euros.'],
    ['two sums in one sentence', rolf, 'Shed roof, both', 'The shed roof costs 4,000 euros or 5,000 euros.'],
    ['a currency of its own', rolf, 'Shed roof in dollars', 'The shed roof costs 4,800 dollars.'],
  ])('are not seen in %s', async (_, from, subject, text) => {
    const found = await answer(
      { 'a.eml': offer, 'b.eml': mail('x', from, 'Thu, 10 Apr 2025 08:00:00 +0000', subject, text) },
      'How much does the shed roof cost?',
    );
    expect(found.outcome).toBe('answered');
    expect(differing(found.answer)).toBe(false);
  });

  it('are not seen in one document alone', async () => {
    const found = await answer(
      {
        'a.eml': mail(
          'one',
          rolf,
          'Mon, 3 Mar 2025 09:00:00 +0000',
          'Shed roof',
          'The shed roof costs 4,300 euros.\n\nWith tiles the shed roof costs 5,100 euros.',
        ),
      },
      'How much does the shed roof cost?',
    );
    expect(differing(found.answer)).toBe(false);
  });
});
