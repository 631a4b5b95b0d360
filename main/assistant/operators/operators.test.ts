import { describe, expect, it } from 'vitest';
import type { Directory } from '../plan/directory.ts';
import { planQuestion } from '../plan/plan-question.ts';
import { complete } from './complete.ts';
import { readOperators } from './read-operators.ts';

const now = new Date('2025-06-18T10:00:00');
const directory: Directory = {
  people: [
    { name: 'Anna Berger', names: ['Anna Berger', 'A. Berger'], addresses: ['anna@berger.example'] },
    { name: 'Annika Holm', names: ['Annika Holm'], addresses: ['annika@holm.example'] },
    { name: 'Ben Müller', names: ['Ben Müller'], addresses: [] },
  ],
  folders: ['/home/x/Notes/Recipes', '/home/x/Mail', 'Choir/Concerts'],
  tags: ['garden', 'home/roof', 'Choir/Concerts'],
  owner: 'Ben Müller',
};
const read = (query: string) => readOperators(query, directory, now, 'always');

describe('operators are conditions, and the rest stays words', () => {
  it.each([
    ['roof from:anna', 'roof', { from: ['anna'] }],
    ['from:"Anna Berger" roof to:me', 'roof', { from: ['Anna Berger'], to: ['Ben Müller'] }],
    ['with:anna@berger.example', '', { people: ['anna@berger.example'] }],
    ['FROM:müller lease', 'lease', { from: ['müller'] }],
    ['from:ann', '', { from: ['Anna Berger', 'Annika Holm'] }],
    ['kind:mail kind:notes boiler', 'boiler', { kinds: ['mail', 'note'] }],
    ['kind:pdf boiler', 'boiler', { kinds: ['document'], endings: ['.pdf'] }],
    ['in:Recipes soup', 'soup', { folder: 'Recipes' }],
    ['in:concerts', '', { folder: 'concerts' }],
    ['tag:garden', '', { tags: ['garden'] }],
    ['tag:home', '', { tags: ['home'] }],
    ['has:attachment', '', { hasAttachment: true }],
    ['after:2025-03 before:2025/05/02 x', 'x', { after: '2025-03-01', before: '2025-05-02' }],
    ['after:2024', '', { after: '2024-01-01' }],
    ['before:"last month"', '', { before: '2025-05-01' }],
    [
      '"the green door" paint -shed -"old fence"',
      'paint',
      { phrases: ['the green door'], without: ['shed', 'old fence'] },
    ],
    ['„neue Heizung“', '', { phrases: ['neue Heizung'] }],
    ['well-known e-mail - 5 -3', 'well-known e-mail - 5 -3', {}],
    ['note: buy milk at 10:30 https://x.example/a', 'note: buy milk at 10:30 https://x.example/a', {}],
    ['from: anna', 'from: anna', {}],
  ])('%s', (query, text, filter) => expect(read(query)).toMatchObject({ text, filter }));

  it.each([
    ['kind:sandwich', 'kind: takes mail, note, document, message, event, contact or pdf, not “sandwich”.'],
    ['from:zelda', 'from: takes the name or address of someone in your library, not “zelda”.'],
    ['in:Attic', 'in: takes a folder or label that holds something of your library, not “Attic”.'],
    ['tag:nothing', 'tag: takes a tag or label that something of your library has, not “nothing”.'],
    ['has:fun', 'has: takes attachment, not “fun”.'],
    [
      'after:2025-02-31',
      'after: takes a day, month or year, such as 2025-03-14, 2025-03 or 2025, not “2025-02-31”.',
    ],
  ])('%s says what is wrong', (query, message) => expect(() => read(query)).toThrow(message));
});

describe('a question has them too', () => {
  const plan = (question: string) => planQuestion(question, directory, now).plan;
  it('beside its own conditions', () =>
    expect(plan('How many mails in 2024? from:anna -newsletter')).toEqual({
      ...{ query: '', intent: 'count' },
      filter: {
        kinds: ['mail'],
        from: ['anna'],
        ...{ without: ['newsletter'], after: '2024-01-01', before: '2025-01-01' },
      },
    }));
  it('alone they list what they let through', () =>
    expect(plan('kind:note tag:garden')).toEqual({
      ...{ query: '', intent: 'list' },
      filter: { kinds: ['note'], tags: ['garden'] },
    }));
  it('a title in quotation marks is none', () =>
    expect(plan('What does the note "Calder Row" say?').filter.phrases).toBeUndefined());
});

describe('completion', () => {
  const labels = (text: string) => complete(text, directory).map(({ label }) => label);
  it.each([
    ['roof from:an', ['Anna Berger', 'Annika Holm']],
    ['from:hol', ['Annika Holm']],
    ['from:"anna b', ['Anna Berger']],
    ['in:', ['Recipes', 'Mail', 'Concerts']],
    ['tag:ro', ['home/roof']],
    ['#gar', ['garden']],
    ['@ben', ['Ben Müller']],
    ['kind:no', ['notes']],
    ['from:anna ', []],
    ['what is from', []],
    ['see http://x.example/#gar', []],
  ])('%s', (text, expected) => expect(labels(text)).toEqual(expected));
  it('takes the place of what was typed', () => {
    const [first] = complete('roof from:anna', directory);
    expect(first).toMatchObject({ from: 5, text: 'from:"Anna Berger" ', detail: 'anna@berger.example' });
  });
});
