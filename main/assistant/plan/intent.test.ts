import { describe, expect, it } from 'vitest';
import type { Directory, DirectoryPerson } from './directory.ts';
import { planQuestion } from './plan-question.ts';

const now = new Date('2025-06-18T10:00:00');
const person = (name: string): DirectoryPerson => ({ name, names: [name], addresses: [] });
const directory: Directory = {
  people: [person('Ina Holm'), person('Ben Müller'), person('Greta Lund'), person('Ferry Road Vets')],
  folders: ['/home/x/Notes/Recipes'],
  tags: [],
  owner: 'Ina Holm',
};
const ben = ['Ben Müller'];
const understood = (question: string) => planQuestion(question, directory, now);
const plan = (question: string) => understood(question).plan;

describe('a summary is planned as one, with its conditions', () => {
  it.each([
    'Summarise the mails from Ben',
    'Fasse die Mails von Ben zusammen',
    'Kannst du mir die E-Mails von Ben kurz zusammenfassen?',
    'Resume los correos de Ben',
    'Hazme un resumen de los correos de Ben',
    'Résume les courriels de Ben',
    'Peux-tu me faire un résumé des courriels de Ben ?',
    'Riassumi le mail di Ben',
    'Resuma os e-mails do Ben',
    'The mails from Ben, in short',
  ])('%s', (question) =>
    expect(plan(question)).toMatchObject({ intent: 'summarise', filter: { kinds: ['mail'], from: ben } }),
  );

  it.each([
    ['Summarise everything with Ben in 2024', { people: ben, after: '2024-01-01', before: '2025-01-01' }],
    ['Fasse alles mit Ben aus 2024 zusammen', { people: ben, after: '2024-01-01', before: '2025-01-01' }],
    ['Resume todo lo que hablé con Ben', { people: ben }],
    ["Résume tout ce que j'ai échangé avec Ben", { people: ben }],
    ['Riassumi tutto con Ben', { people: ben }],
    ['Summarise the mails I got last month', { kinds: ['mail'], to: ['Ina Holm'] }],
  ])('%s', (question, filter) => expect(plan(question)).toMatchObject({ intent: 'summarise', filter }));
});

it.each(['Summarise the trip with Greta', 'Riassumi il viaggio con Greta'])(
  'what the thing to be summarised is called by is no condition: %s',
  (question) => {
    expect(plan(question).intent).toBe('summarise');
    expect(plan(question).filter).toEqual({});
  },
);

it('the day of what is to be summed up is a condition, and nothing is added up', () =>
  expect(plan('Sum up the committee meeting of 12 May')).toEqual({
    query: 'Sum up the committee meeting',
    intent: 'summarise',
    filter: { after: '2025-05-12', before: '2025-05-13' },
  }));

describe('what is asked of a comparison is none', () => {
  it.each([
    ['Why is the second quote cheaper?', 'fact'],
    ['Warum ist das zweite Angebot günstiger im Vergleich?', 'fact'],
    ['¿Por qué es más barato el segundo?', 'fact'],
    ['Who compared the three offers?', 'who'],
    ['When did the price differ most?', 'when'],
    ['Compare the two offers', 'compare'],
    ['Which of them is cheaper, the first or the second?', 'compare'],
    ['How does the second differ from the first?', 'compare'],
  ])('%s', (question, intent) => expect(plan(question).intent).toBe(intent));
});

describe('“now” dates nothing', () => {
  it.each([
    'What is the rent now?',
    'Wie hoch ist die Miete jetzt?',
    '¿Cuánto es el alquiler ahora?',
    'Quanto pago de renda agora?',
    'How many mails have I got from Ben until now?',
  ])('%s', (question) => expect(plan(question).filter).not.toHaveProperty('after'));
});

describe('“how many” counts what it names', () => {
  it.each([
    'How many people get the alarm messages?',
    'How many guests are named in the mails from Ben?',
    'Wie viele Leute bekommen die Nachrichten der Schule?',
    '¿Cuántas personas reciben los mensajes del colegio?',
    'How many pages do the PDFs have?',
    'How many people sent flowers?',
  ])('not the documents it speaks of: %s', (question) => {
    const { plan: planned, howMany } = understood(question);
    expect(howMany).toBe(true);
    expect(planned.intent).toBe('fact');
    expect(planned.filter).not.toHaveProperty('kinds');
  });

  it.each([
    ['How many notes altogether?', { of: undefined }],
    ['Wie viele Notizen insgesamt?', { of: undefined }],
    ['How many of my notes mention honey?', { of: undefined }],
    ['How many people wrote to me in May?', { of: 'people' }],
    ['How many people sent me mails in May?', { of: 'people' }],
    ['How many people did I send mails to?', { of: 'people' }],
  ])('%s', (question, { of }) => {
    expect(plan(question).intent).toBe('count');
    expect(plan(question).measure?.of).toBe(of);
  });
});

describe('a quality is told, before the noun and after the verb', () => {
  it.each([
    ['How many angry mails did Ben send?', 'angry'],
    ['How many mails from Ben are unfriendly?', 'unfriendly'],
    ['Wie viele Mails von Ben sind unfreundlich?', 'unfreundlich'],
  ])('%s', (question, quality) => expect(understood(question)).toMatchObject({ quality }));
  it('what a condition says is none', () =>
    expect(understood('How many mails from Ben were sent in May?')).not.toHaveProperty('quality'));
});

describe('conditions that more wordings say', () => {
  it.each([
    ['How many emails are there between Ben and Greta?', { between: ['Ben Müller', 'Greta Lund'] }],
    ['How many mails did the joiner Ben Müller send?', { from: ben }],
    ['Wie viele Mails hat mein Vermieter Ben geschickt?', { from: ben }],
    ['What was the first mail Ben ever sent me?', { from: ben, to: ['Ina Holm'] }],
    ['When was the last time Ben wrote?', { from: ben }],
    ['How many conversations did I have with Ben?', { people: ben }],
    ['How many mails came with a PDF?', { hasAttachment: true, endings: ['.pdf'] }],
    ['How many mails contain a Word document?', { hasAttachment: true, endings: ['.doc', '.docx', '.odt'] }],
    ['Combien de mails ont une pièce jointe PDF ?', { hasAttachment: true, endings: ['.pdf'] }],
    ['Quante mail hanno un allegato PDF?', { hasAttachment: true, endings: ['.pdf'] }],
    ['Quantas mensagens têm um anexo?', { hasAttachment: true }],
    ['Quantos e-mails sem anexo?', { hasAttachment: false }],
  ])('%s', (question, filter) => {
    expect(plan(question).filter).toMatchObject(filter);
    expect(plan(question).query).toBe('');
  });
});

describe('a condition that nothing in the index says is left out, which is told', () => {
  it.each([
    ['How many mails did I write in the evening, after 8 pm?', /times of day/],
    ['Wie viele Mails kamen abends nach 20 Uhr?', /times of day/],
    ['How many mails have attachments larger than 5 MB?', /single attachments/],
    ['Wie viele Mails haben Anhänge über 5 MB?', /single attachments/],
  ])('%s', (question, caveat) => {
    const { plan: planned, caveats } = understood(question);
    expect(planned).toMatchObject({ intent: 'count', query: '' });
    expect(caveats.join(' ')).toMatch(caveat);
  });
  it('and nothing else', () => {
    expect(understood('How many mails from Ben after May 2025?').caveats).toEqual([]);
    expect(understood('Which invoices are over 500 euros?').caveats).toEqual([]);
  });
});
