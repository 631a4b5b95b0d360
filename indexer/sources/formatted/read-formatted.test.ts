import { expect, it } from 'vitest';
import type { FormattedBlock } from '#main/contract/formatted.ts';
import { defaultLimits } from '../limits.ts';
import { readFormatted } from './read-formatted.ts';

async function blocksOf(name: string, content: string): Promise<readonly FormattedBlock[]> {
  const bytes = new TextEncoder().encode(content);
  return (await readFormatted(bytes, { name, modifiedMs: 0 }, null, defaultLimits)).blocks;
}

const mail = (html: string) =>
  `From: a@b.example\nSubject: s\nContent-Type: text/html; charset=utf-8\n\n<html><body>${html}</body></html>`;

function said(blocks: readonly FormattedBlock[]): string {
  return JSON.stringify(blocks);
}

it('a note has its headings, lists, quotations, code, tables and links, and no HTML', async () => {
  const blocks = await blocksOf(
    'note.md',
    '# Otters *swim*\n\n- one\n\n  still one\n  - two\n\n> said\n\n```js\nlet a;\n```\n\n|A|B|\n|-|-|\n|1|2|\n\n<b onclick=x>raw</b> [bad](javascript:alert(1))\n',
  );
  expect(blocks.map(({ kind }) => kind)).toEqual([
    ...['heading', 'item', 'item', 'item', 'paragraph', 'code', 'table', 'paragraph'],
  ]);
  expect(blocks[2]).toMatchObject({ marker: '', depth: 1 });
  expect(blocks[3]).toMatchObject({ marker: '•', depth: 2 });
  expect(said(blocks)).toContain('<b onclick=x>raw</b>');
  expect(said(blocks)).not.toContain('"href"');
});

it('what a mail hides, runs or loads is not among its blocks', async () => {
  const blocks = await blocksOf(
    'a.eml',
    mail(
      `<style>.h{display:none}</style><p>Seen <a href="javascript:x()">here</a></p><p class="h">hidden</p>
      <script>run()</script><svg onload="run()"><text>drawn</text></svg><iframe src="https://x.example"></iframe>
      <img src="https://x.example/t.gif" width="1" height="1"><img src="https://x.example/logo.png" alt="Logo">
      <form action="https://x.example"><input value="typed"><p>Formed</p></form>`,
    ),
  );
  expect(said(blocks)).not.toMatch(/hidden|run\(|drawn|x\.example|typed|javascript/);
  expect(blocks).toEqual([
    { kind: 'paragraph', quoted: 0, runs: [{ text: 'Seen here' }] },
    { kind: 'paragraph', quoted: 0, runs: [{ text: 'Logo', picture: 'remote' }] },
    { kind: 'paragraph', quoted: 0, runs: [{ text: 'Formed' }] },
  ]);
});

it('a page that nests a hundred thousand deep is read like any other', async () => {
  const deep = 100_000;
  const blocks = await blocksOf('a.html', `${'<div><blockquote>'.repeat(deep)}Deep down`);
  expect(blocks).toMatchObject([{ kind: 'paragraph', runs: [{ text: 'Deep down' }] }]);
});

it('a page of a hundred thousand paragraphs is cut, and says so', async () => {
  const bytes = new TextEncoder().encode('<p>word</p>'.repeat(100_000));
  const { blocks, truncated } = await readFormatted(
    bytes,
    { name: 'a.html', modifiedMs: 0 },
    null,
    defaultLimits,
  );
  expect({ length: blocks.length, truncated }).toEqual({ length: 20_000, truncated: true });
});

it('rows are told from the names of their columns where a format has no looks of its own', async () => {
  expect(await blocksOf('towns.csv', 'Name,City\nAda,Turin\nBo,Ulm\n')).toEqual([
    {
      kind: 'table',
      rows: [
        { isHeader: true, cells: [[{ text: 'Name' }], [{ text: 'City' }]] },
        { isHeader: false, cells: [[{ text: 'Ada' }], [{ text: 'Turin' }]] },
        { isHeader: false, cells: [[{ text: 'Bo' }], [{ text: 'Ulm' }]] },
      ],
    },
  ]);
});

it('plain text and code have no more than their text', async () => {
  expect(await blocksOf('a.txt', 'Just words.')).toEqual([]);
  expect(await blocksOf('a.ts', 'export const a = 1;\n')).toEqual([]);
});
