import { describe, expect, it } from 'vitest';
import { defaultLimits } from '../limits.ts';
import { readDocuments } from '../read-documents.ts';

const read = (text: string) =>
  readDocuments(new TextEncoder().encode(text), { name: 'a.vcf', modifiedMs: 0 }, defaultLimits);
const card = (...lines: string[]) => ['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD', ''].join('\r\n');

describe('contacts', () => {
  it('go by their name, else by its parts, else by company or address', async () => {
    const { documents } = await read(
      card('FN:Ada Byron') + card('N:Byron;Ada;;Lady;') + card('ORG:Mill') + card('EMAIL:ada@example.org'),
    );
    expect(documents.map(({ title }) => title)).toEqual([
      'Ada Byron',
      'Lady Ada Byron',
      'Mill',
      'ada@example.org',
    ]);
  });

  it('lose a line that is broken and nothing else', async () => {
    const { documents, state } = await read(card('FN:Ada', 'TEL;TYPE="HOME:12', 'nothing', 'TEL:34'));
    expect(state).toBe('indexed');
    expect(documents[0]?.text).toBe('Ada\n\nPhone: 34');
  });

  it('go without pictures, whole or broken', async () => {
    const { documents } = await read(card('FN:Ada', `PHOTO;ENCODING=b:${'QUJD'.repeat(100_000)}`, 'TEL:34'));
    expect(documents[0]?.text).toBe('Ada\n\nPhone: 34');
  });

  it.each([
    ['19700704', '4 July 1970'],
    ['1970-07-04T00:00:00Z', '4 July 1970'],
    ['1604-02-29', '29 February'],
  ])('a birthday of %s is %s', async (written, shown) => {
    const { documents } = await read(card('FN:Ada', `BDAY:${written}`));
    expect(documents[0]?.text).toContain(`Birthday: ${shown}`);
  });

  it('are not looked for where there are none', async () => {
    expect(await read('Only words.')).toMatchObject({ state: 'failed', reason: 'mislabelled' });
  });
});
