import { describe, expect, it } from 'vitest';
import { defaultLimits } from '../limits.ts';
import { readDocuments } from '../read-documents.ts';

const read = async (text: string, name = 'a.org') => {
  const { documents } = await readDocuments(
    new TextEncoder().encode(text),
    { name, modifiedMs: 0 },
    defaultLimits,
  );
  return documents[0];
};

describe('an Org file', () => {
  it('goes by its first heading, and its name’s date, where it names neither', async () => {
    expect(await read('* Harvest\nPlums.', '2026-08-01 notes.org')).toMatchObject({
      title: 'Harvest',
      date: '2026-08-01T00:00:00.000Z',
    });
  });

  it('folds drawers away but loses nothing where one never ends', async () => {
    expect((await read('* A\n:LOGBOOK:\n- log\n:END:\nseen'))?.text).toBe('A\n\nseen');
    expect((await read('* A\n:NOTE:\nseen'))?.text).toBe('A\n\n:NOTE:\nseen');
  });

  it('keeps what a block of code holds as it stands', async () => {
    expect((await read('#+begin_src org\n* no heading\n# no comment\n#+end_src\n'))?.text).toBe(
      '* no heading\n# no comment',
    );
  });

  it('takes paths and sums for what they are', async () => {
    expect((await read('in /usr/share/doc and 2*3*4 and a_b_c'))?.text).toBe(
      'in /usr/share/doc and 2*3*4 and a_b_c',
    );
  });
});
