import { expect, test } from 'vitest';
import { baseName, fileName } from './file-name.ts';

const document = (given: { kind?: string; title?: string; member?: string | null }) => ({
  ...{ kind: 'document', title: '', member: null, ...given },
});

test.each([
  ['a file', document({}), 'Kinnaird invoice.pdf'],
  ['a file without a suffix', document({ kind: 'code' }), 'Makefile'],
  [
    'what is attached or in an archive',
    document({ member: 'offers/Larch battens.docx' }),
    'Larch battens.docx',
  ],
  ['a saved mail', document({ kind: 'mail' }), 'Offer.eml'],
])('%s is found by its name', (_, of, name) => {
  expect(fileName(of, `/home/${of.member === null ? name : 'all.zip'}`)).toBe(name);
});

test.each([
  ['its title says it', document({ title: 'Kinnaird invoice' }), 'Kinnaird invoice.pdf'],
  ['a program gave it', document({ kind: 'mail' }), '1043.emlx'],
  ['a mail server gave it', document({ kind: 'mail' }), '1718049.M123P.host:2,S'],
  ['it is that of many', document({ kind: 'mail', member: 'message 12' }), 'Inbox.mbox'],
])('a name is no help where %s', (_, of, name) => {
  expect(fileName(of, `/home/${name}`)).toBe('');
});

test('the last part of a path is its name on every system', () => {
  expect(['/a/b c.md', 'C:\\a\\b.md', 'b.md'].map(baseName)).toEqual(['b c.md', 'b.md', 'b.md']);
});
