import { expect, test } from 'vitest';
import { baseName, nameWords } from './file-name.ts';

const document = (given: { kind?: string; title?: string; member?: string | null }) => ({
  ...{ kind: 'document', title: '', member: null, ...given },
});

test.each([
  ['a file', document({}), 'Kinnaird_invoice-7.pdf', 'Kinnaird invoice 7'],
  ['a file without a suffix', document({ kind: 'code' }), 'Makefile', 'Makefile'],
  ['a file whose title says a part', document({ title: 'Invoice 7' }), 'Kinnaird invoice 7.pdf', 'Kinnaird'],
  ['what is attached', document({ member: 'offers/Larch battens.docx' }), 'all.zip', 'Larch battens'],
])('%s is found by its name', (_, of, name, words) => {
  expect(nameWords(of, `/home/${name}`)).toBe(words);
});

test.each([
  ['its title says it', document({ title: 'Kinnaird invoice' }), 'Kinnaird invoice.pdf'],
  ['a program gave it', document({}), '1043.jpg'],
  ['it is a mail', document({ kind: 'mail' }), '1718049.M123P.host:2,S'],
  ['it is that of many', document({ kind: 'message', member: 'message 12' }), 'chat.json'],
])('a name is no help where %s', (_, of, name) => {
  expect(nameWords(of, `/home/${name}`)).toBe('');
});

test('the last part of a path is its name on every system', () => {
  expect(['/a/b c.md', 'C:\\a\\b.md', 'b.md'].map(baseName)).toEqual(['b c.md', 'b.md', 'b.md']);
});
