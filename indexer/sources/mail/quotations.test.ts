import { expect, test } from 'vitest';
import type { ParsedDocument } from '../parser.ts';
import { read } from '../testing/read.ts';

async function quotedIn(body: string, subject = 'Re: Boat'): Promise<readonly ParsedDocument[]> {
  const head = `From: eva@example.org\nSubject: ${subject}\nDate: Tue, 4 Mar 2025 10:00:00 +0100\nMessage-ID: <e1@x>\n`;
  const { documents } = await read('mail.eml', `${head}Content-Type: text/plain; charset=utf-8\n\n${body}`);
  return documents.filter(({ isQuotation }) => isQuotation);
}

const said = 'The boat lies at the pier until Sunday.';

test.each([
  'On Mon, Mar 3, 2025 at 6:02 PM Jonas Weber <jonas@example.org> wrote:',
  'On Mon, 3 Mar 2025 18:02:00 +0100, Jonas Weber <jonas@example.org> wrote:',
  'On Monday, March 3, 2025 at 6:02 PM, Jonas Weber\n<jonas@example.org> wrote:',
  'Am 03.03.2025 um 18:02 schrieb Jonas Weber <jonas@example.org>:',
  'Am Mo., 3. März 2025 um 18:02 Uhr schrieb Jonas Weber <jonas@example.org>:',
  'Le lun. 3 mars 2025 à 18:02, Jonas Weber <jonas@example.org> a écrit :',
  'El lun, 3 mar 2025 a las 18:02, Jonas Weber (<jonas@example.org>) escribió:',
  'Il giorno lun 3 mar 2025 alle ore 18:02 Jonas Weber <jonas@example.org> ha scritto:',
  'Op ma 3 mrt. 2025 om 18:02 schreef Jonas Weber <jonas@example.org>:',
  'Em seg., 3 de mar. de 2025 às 18:02, Jonas Weber <jonas@example.org> escreveu:',
  'Den mån 3 mars 2025 kl 18:02 skrev Jonas Weber <jonas@example.org>:',
])('who wrote a quotation and when: %s', async (line) => {
  expect(await quotedIn(`Fine.\n\n${line}\n> ${said}\n`)).toMatchObject([
    {
      ...{ text: said, title: 'Boat', member: 'quotation 1', date: '2025-03-03T17:02:00.000Z' },
      people: [{ name: 'Jonas Weber', address: 'jonas@example.org', role: 'from' }],
    },
  ]);
});

test.each([
  [
    'Outlook',
    'From: Jonas Weber <jonas@example.org>\nSent: Monday, March 3, 2025 6:02 PM\nTo: Eva <eva@example.org>\nSubject: Boat trip',
  ],
  [
    'Outlook in German',
    '-----Ursprüngliche Nachricht-----\nVon: Jonas Weber <jonas@example.org>\nGesendet: Montag, 3. März 2025 18:02\nAn: Eva <eva@example.org>\nBetreff: Boat trip',
  ],
  [
    'Gmail',
    '---------- Forwarded message ---------\nFrom: Jonas Weber <jonas@example.org>\nDate: Mon, Mar 3, 2025 at 6:02 PM\nSubject: Boat trip\nTo: Eva <eva@example.org>',
  ],
  [
    'Apple Mail',
    'Begin forwarded message:\n\nFrom: Jonas Weber <jonas@example.org>\nSubject: Boat trip\nDate: 3 March 2025 at 18:02:00 CET\nTo: Eva <eva@example.org>',
  ],
])('the head of %s is read, in a reply and in a forwarded mail', async (_program, head) => {
  for (const subject of ['Re: Boat trip', 'Fwd: Boat trip']) {
    expect(await quotedIn(`See below.\n\n${head}\n\n${said}\n`, subject)).toMatchObject([
      {
        ...{ text: said, title: 'Boat trip', date: '2025-03-03T17:02:00.000Z' },
        people: [
          { name: 'Jonas Weber', address: 'jonas@example.org', role: 'from' },
          { name: 'Eva', address: 'eva@example.org', role: 'to' },
        ],
      },
    ]);
  }
});

test('a quotation in a quotation is one of its own, by its depth or by its head', async () => {
  const byDepth = await quotedIn(
    `Good.\n\nOn Mon, 3 Mar 2025 18:02, Jonas <j@x.org> wrote:\n> Shall we go?\n>\n> On Sun, 2 Mar 2025 09:00, Eva <eva@example.org> wrote:\n>> ${said}\n> Yours, Jonas\n`,
  );
  expect(byDepth.map(({ text, people }) => [text, people[0]?.name])).toEqual([
    ['Shall we go?\n\nYours, Jonas', 'Jonas'],
    [said, 'Eva'],
  ]);
  const block = (name: string) =>
    `From: ${name} <${name}@x.org>\nSent: Monday, March 3, 2025 6:02 PM\nTo: all\nSubject: Boat`;
  const byHead = await quotedIn(`Good.\n\n${block('jonas')}\n\nShall we go?\n\n${block('eva')}\n\n${said}\n`);
  expect(byHead.map(({ text, people }) => [text, people[0]?.name])).toEqual([
    ['Shall we go?', 'jonas'],
    [said, 'eva'],
  ]);
});

test('a few lines that are answered below stay with the answer, many do not', async () => {
  const short =
    'On Mon, 3 Mar 2025 18:02, Jonas <j@x.org> wrote:\n> Who pays the boat?\n\nWe share it.\n\n> And when?\n\nOn Friday.\n';
  expect(await quotedIn(short)).toEqual([]);
  const long = `On Mon, 3 Mar 2025 18:02, Jonas <j@x.org> wrote:\n> ${`${said} `.repeat(12)}\n\nWe share it.\n`;
  expect(await quotedIn(long)).toMatchObject([
    { people: [{ name: 'Jonas' }], text: expect.stringContaining(said) },
  ]);
});

test('a quotation that names nobody has neither sender nor date', async () => {
  expect(await quotedIn(`> ${said}\n> As he wrote:\n> nothing more is known.\n`)).toMatchObject([
    { people: [], date: null },
  ]);
});

test('a quotation in a mailbox stands in its message', async () => {
  const mail = `From: eva@example.org\nSubject: Re: Boat\nDate: Tue, 4 Mar 2025 10:00:00 +0100\n\nFine.\n\n> ${said}\n\n`;
  const separator = 'From eva@example.org Tue Mar  4 10:00:00 2025\n';
  const { documents } = await read('Inbox.mbox', separator + mail + separator + mail);
  expect(documents.map(({ member }) => member)).toEqual([
    ...['message 1', 'message 1 › quotation 1', 'message 2', 'message 2 › quotation 1'],
  ]);
  expect(documents[3]).toMatchObject({ date: null, passages: [{ place: { message: 2 } }] });
});
