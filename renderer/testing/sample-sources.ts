import { readFormatted } from '#indexer/sources/formatted/read-formatted.ts';
import { defaultLimits } from '#indexer/sources/limits.ts';
import type { Citation } from '#main/contract/ask.ts';
import type { DocumentView } from '#main/contract/document.ts';
import type { Formatted } from '#main/contract/formatted.ts';
import { documentOf, plainAnswer } from './sample-data.ts';
import type { SampleOriginals } from './sample-originals.ts';
import { leasePdf } from './source-files.ts';

/** What the engine's parser makes of a file. */
export function formattedOf(name: string, content: string): Promise<Formatted> {
  const bytes = new TextEncoder().encode(content);
  return readFormatted(bytes, { name, modifiedMs: 0 }, null, defaultLimits);
}

export function htmlMail(html: string): string {
  return `From: a@b.example\r\nSubject: s\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}`;
}

const facts = (documentId: number, kind: DocumentView['kind'], title: string, path: string) => ({
  ...{ documentId, kind, title, date: '2025-02-11T10:00:00.000Z' },
  path: `/home/ada/${path}`,
});

const walnuts = documentOf(
  facts(2, 'mail', 'Walnuts', 'walnuts.eml'),
  ['Dear Ada,', 'the walnuts fill eleven baskets.', 'our list'],
  (line) => ({ line: line + 1 }),
);

/** A document of each view, with its original, and an answer that cites them all. */
export async function sampleSourceStage() {
  const documents: DocumentView[] = [
    documentOf(
      facts(1, 'document', 'Rental agreement', 'lease.pdf'),
      [
        'Rental agreement',
        'The deposit amounts to two monthly rents, 1,880 euros, and is returned within thirty days',
      ],
      (index) => ({ page: index + 1 }),
    ),
    walnuts,
    documentOf(
      facts(3, 'document', 'Budget', 'budget.xlsx'),
      ['Room | Cost', ...Array.from({ length: 300 }, (_, index) => `Room ${index} | ${index}`)],
      (index) => ({ sheet: 'Sums', cells: `A${index + 1}:B${index + 1}` }),
    ),
    documentOf(
      facts(4, 'document', 'schedule.ts', 'schedule.ts'),
      Array.from({ length: 300 }, (_, index) => `export const step${index} = ${index};`),
      (index) => ({ line: 2 * index + 1 }),
    ),
    documentOf(
      facts(5, 'event', 'Choir', 'choir.ics'),
      ['Choir', 'When: Monday, 19:30', 'Bring the blue folder.'],
      () => ({ entry: 1 }),
    ),
  ];
  const quotes = [
    '1,880 euros',
    'the walnuts fill eleven baskets',
    'Room 250 | 250',
    'export const step200 = 200;',
    'Monday, 19:30',
  ];
  const originals: SampleOriginals['originals'] = new Map([
    [1, { bytes: await leasePdf() }],
    [
      2,
      {
        formatted: await formattedOf(
          'walnuts.eml',
          htmlMail(
            '<h1>Harvest</h1><p>Dear Ada,</p><p>the <b>walnuts</b> fill eleven baskets.</p><ul><li>one</ul><blockquote>What you said</blockquote><p><a href="https://orchard.example">our list</a> <img src="https://x.example/a.png" alt="The orchard"></p><table><tr><th>Day</th><th>Baskets</th></tr><tr><td>Monday</td><td>7</td></tr></table>',
          ),
        ),
        around: {
          thread: {
            at: 1,
            of: 2,
            previous: null,
            next: { documentId: 5, kind: 'mail', title: 'Re: Walnuts', member: null, date: null },
          },
          attachments: [
            { name: 'recipe.md', documentId: 4 },
            { name: 'photo.xyz', documentId: null },
          ],
        },
      },
    ],
  ]);
  const citations = documents.map((document, index): Citation => {
    const quote = quotes[index] ?? '';
    const start = document.text.indexOf(quote);
    const { documentId, path, member, title, kind, date } = document;
    const place = document.places.find((range) => range.end > start)?.place ?? { line: 1 };
    return {
      ...{ n: index + 1, documentId, path, member, title, kind, date, quote, place },
      start,
      end: start + quote.length,
    };
  });
  const answer = {
    ...plainAnswer,
    answer: 'All of them.',
    sentences: [{ text: 'All of them.', citations: citations.map(({ n }) => n), verified: true }],
    citations,
  };
  return { documents, originals, answer };
}
