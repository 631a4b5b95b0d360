import { describe, expect, it } from 'vitest';
import { type ContentRule, contentRules, isReadOtherwise } from './content-rules.ts';
import { defaultLimits } from './limits.ts';
import { type FileReading, readDocuments } from './read-documents.ts';

const note = 'Cabin: the password is Kiefer!88.\nRent to DE89 3704 0044 0532 0130 00.\n';

function read(name: string, text: string, rulesOff: readonly ContentRule[]): Promise<FileReading> {
  return readDocuments(new TextEncoder().encode(text), { name, modifiedMs: 0, rulesOff }, defaultLimits);
}
const textOf = ({ documents }: FileReading): string => documents.map(({ text }) => text).join('\n');

describe('a rule that is off', () => {
  it('lets in what it would have withheld, and no other kind', async () => {
    expect(textOf(await read('a.txt', note, ['secrets']))).toBe(
      'Cabin: the password is Kiefer!88.\nRent to [withheld: IBAN].',
    );
    const accounts = await read('a.txt', note, ['accounts']);
    expect(textOf(accounts)).toBe(
      'Cabin: the password is [withheld: password].\nRent to DE89 3704 0044 0532 0130 00.',
    );
    expect(accounts.documents.map(({ withheld }) => withheld)).toEqual([[{ kind: 'password', count: 1 }]]);
    const both = await read('a.txt', note, ['secrets', 'accounts']);
    expect(textOf(both)).toBe(note.trimEnd());
    expect(both.documents.map(({ withheld }) => withheld)).toEqual([[]]);
  });

  it('leaves an account number inside a password withheld', async () => {
    const text = 'password: "DE89370400440532013000 is mine"';
    expect(textOf(await read('a.txt', text, ['secrets']))).not.toContain('0532');
  });

  it('opens a password store, of which single passwords are still withheld', async () => {
    const store = 'name,url,username,password\nShop,https://shop.example,ada,Kiefer!88x\n';
    expect(await read('export.csv', store, [])).toMatchObject({ reason: 'secret-store', documents: [] });
    const opened = textOf(await read('export.csv', store, ['secret-stores']));
    expect(opened).toContain('ada');
    expect(opened).not.toContain('Kiefer');
    expect(textOf(await read('export.csv', store, ['secret-stores', 'secrets']))).toContain('Kiefer!88x');
  });
});

describe('a reading', () => {
  it('says which rules bear on the file, whether they are on or off', async () => {
    const every = contentRules.map(({ id }) => id);
    for (const off of [[], every]) {
      expect((await read('a.txt', note, off)).rules).toEqual({ off, touched: ['secrets', 'accounts'] });
      expect((await read('a.txt', 'Nothing.', off)).rules).toEqual({ off, touched: [] });
      expect((await read('a.pem', 'Nothing.', off)).rules).toEqual({ off, touched: ['secret-stores'] });
    }
  });

  it('counts as another only where a rule that bears on the file was switched', () => {
    const rules = { off: ['junk'], touched: ['secrets', 'junk'] } as const;
    expect(isReadOtherwise(rules, ['junk'])).toBe(false);
    expect(isReadOtherwise(rules, ['junk', 'drafts'])).toBe(false);
    expect(isReadOtherwise(rules, [])).toBe(true);
    expect(isReadOtherwise(rules, ['junk', 'secrets'])).toBe(true);
  });
});
