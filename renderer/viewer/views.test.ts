import { expect, it } from 'vitest';
import type { DocumentView } from '#main/contract/document.ts';
import { viewsOf } from './views.ts';

function best(change: Partial<DocumentView>): string | undefined {
  const document: DocumentView = {
    ...{ documentId: 1, kind: 'document', title: '', path: '/a', member: null, missing: false, copies: [] },
    ...{ isQuotation: false, date: null, people: [], tags: [] },
    text: 'one line\nanother',
    places: [{ start: 0, end: 8, place: { line: 1 } }],
    ...change,
  };
  return viewsOf(document)[0];
}

it('the kind and the name of a document tell how it is looked at, its own name before its file’s', () => {
  expect(best({ path: '/a/lease.PDF' })).toBe('page');
  expect(best({ path: '/a/old.zip', member: 'deep/lease.pdf' })).toBe('page');
  expect(best({ path: '/a/mail.eml', member: 'scan.pdf › notes.md' })).toBe('formatted');
  expect(best({ path: '/a/box.mbox', member: 'message 7', kind: 'mail' })).toBe('formatted');
  expect(best({ path: '/a/a.csv' })).toBe('table');
  expect(best({ places: [{ start: 0, end: 8, place: { sheet: 'S', cells: 'A1' } }] })).toBe('table');
  expect(best({ kind: 'event', path: '/a/a.ics' })).toBe('card');
});

it('lines are numbered where they are lines, and a text that may break is read as text', () => {
  expect(best({ path: '/a/a.ts' })).toBe('lines');
  expect(best({ path: '/a/a.txt' })).toBe('text');
  expect(best({ path: '/a/a.log', places: [{ start: 0, end: 16, place: { line: 1 } }] })).toBe('text');
  expect(
    best({ path: '/a/a.log', text: 'x'.repeat(400), places: [{ start: 0, end: 400, place: { line: 1 } }] }),
  ).toBe('text');
});
