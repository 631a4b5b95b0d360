import { describe, expect, it } from 'vitest';
import { describeCondition } from './describe-filter.ts';
import type { Directory, DirectoryPerson } from './directory.ts';
import { planFollowUp } from './follow-up.ts';
import { planQuestion } from './plan-question.ts';
import type { PreviousTurn } from './previous-turn.ts';

const now = new Date('2025-06-18T10:00:00');
const person = (name: string, ...addresses: string[]): DirectoryPerson => ({
  name,
  names: [name],
  addresses,
});
const directory: Directory = {
  people: [
    person('Anna Berger', 'anna@berger.example'),
    person('Graham Pettigrew', 'g@lets.example'),
    person('Ben Müller'),
    person('Mark Rose'),
    person('Jo Whitfield'),
    person('Ann Whitfield'),
    person('Ann'),
  ],
  folders: ['/home/x/Mail', '/home/x/Notes/Recipes', 'Choir/Concerts'],
  tags: ['garden', 'Choir/Concerts'],
  owner: null,
};
const year = { after: '2025-01-01', before: '2026-01-01' };
const plan = (question: string) => planQuestion(question, directory, now).plan;

describe('a condition is one only where the wording says so', () => {
  it.each([
    ['what did Anna say about the 2019 roof?', {}],
    ['the quote from Graham for the roof', {}],
    ['How much was the rent for March 2025?', {}],
    ["What was in last month's invoice?", {}],
    ['Will the mark be visible when the rose blooms?', {}],
    ['What is the email address of Graham?', {}],
    ['What happens in May 2026?', {}],
    [
      'mails from Graham in March 2025',
      { kinds: ['mail'], from: ['Graham Pettigrew'], after: '2025-03-01', before: '2025-04-01' },
    ],
    ["Graham's mails about rent", { kinds: ['mail'], from: ['Graham Pettigrew'] }],
    ['what did I get from graham', { from: ['Graham Pettigrew'] }],
    ['what mails did mark rose send', { kinds: ['mail'], from: ['Mark Rose'] }],
    ['How many emails from g@lets.example?', { kinds: ['mail'], from: ['g@lets.example'] }],
    ['mails from Graham or Ben', { kinds: ['mail'], from: ['Graham Pettigrew', 'Ben Müller'] }],
    ['mails from Graham to Ben', { kinds: ['mail'], from: ['Graham Pettigrew'], to: ['Ben Müller'] }],
    ['Wie viele Mails hat Ben Müller geschickt?', { kinds: ['mail'], from: ['Ben Müller'] }],
    [
      'Wie viele Mails hat mir Ben Müller 2025 geschrieben?',
      { kinds: ['mail'], from: ['Ben Müller'], ...year },
    ],
    ['Mails, die Ben Müller geschickt hat', { kinds: ['mail'], from: ['Ben Müller'] }],
    ['Wie viele Mails gibt es von Ben Müller?', { kinds: ['mail'], from: ['Ben Müller'] }],
    ['Wie viele Mails habe ich an Ben geschickt?', { kinds: ['mail'], to: ['Ben Müller'] }],
    ['¿Cuántos correos ha enviado Anna?', { kinds: ['mail'], from: ['Anna Berger'] }],
    ['¿Cuántos correos ha mandado Anna?', { kinds: ['mail'], from: ['Anna Berger'] }],
    ['¿Cuántos correos me ha escrito Anna Berger?', { kinds: ['mail'], from: ['Anna Berger'] }],
    ['¿Cuántos correos hay de Anna?', { kinds: ['mail'], from: ['Anna Berger'] }],
    ['¿Cuántos correos he enviado a Anna?', { kinds: ['mail'], to: ['Anna Berger'] }],
    ['How many mails did I send Ben in 2025?', { kinds: ['mail'], to: ['Ben Müller'], ...year }],
    ['Wie viele Mails habe ich Ben geschickt?', { kinds: ['mail'], to: ['Ben Müller'] }],
    ['Combien de mails Anna a-t-elle envoyés ?', { kinds: ['mail'], from: ['Anna Berger'] }],
    ['Combien de mails a envoyés Anna ?', { kinds: ['mail'], from: ['Anna Berger'] }],
    ["Combien de mails Anna m'a envoyés ?", { kinds: ['mail'], from: ['Anna Berger'] }],
    ['How many mails has Graham written?', { kinds: ['mail'], from: ['Graham Pettigrew'] }],
    ['mails from Whitfield', { kinds: ['mail'], from: ['Jo Whitfield', 'Ann Whitfield'] }],
    ['How many mails with an attachment?', { kinds: ['mail'], hasAttachment: true }],
    ['How many mails have attached files?', { kinds: ['mail'], hasAttachment: true }],
    ['mails without attachments in 2025', { kinds: ['mail'], hasAttachment: false, ...year }],
    ['Wie viele Mails haben einen Anhang?', { kinds: ['mail'], hasAttachment: true }],
    ['Mails mit Anhängen von Ben', { kinds: ['mail'], from: ['Ben Müller'], hasAttachment: true }],
    ['¿Cuántos correos con archivos adjuntos hay?', { kinds: ['mail'], hasAttachment: true }],
    ['How many mails mention the attachment?', { kinds: ['mail'] }],
    ['mails from Ann', { kinds: ['mail'], from: ['Ann'] }],
    ['mails with Ben', { kinds: ['mail'], people: ['Ben Müller'] }],
    ['notes in the Recipes folder', { kinds: ['note'], folder: 'Recipes' }],
    ['mails with the label Concerts', { kinds: ['mail'], folder: 'Concerts' }],
    [
      'Wie viele Mails kamen von Ben Müller im März 2025?',
      { kinds: ['mail'], from: ['Ben Müller'], after: '2025-03-01', before: '2025-04-01' },
    ],
    [
      '¿Cuántos correos recibí de Graham el mes pasado?',
      { kinds: ['mail'], from: ['Graham Pettigrew'], after: '2025-05-01', before: '2025-06-01' },
    ],
    [
      "Combien de mails d'Anna en 2024 ?",
      { kinds: ['mail'], from: ['Anna Berger'], after: '2024-01-01', before: '2025-01-01' },
    ],
  ])('%s', (question, filter) => expect(plan(question).filter).toEqual(filter));
});

describe('periods: after is inclusive, before exclusive', () => {
  it.each([
    ['last month', '2025-05-01', '2025-06-01'],
    ['this year', '2025-01-01', '2026-01-01'],
    ['yesterday', '2025-06-17', '2025-06-18'],
    ['last week', '2025-06-09', '2025-06-16'],
    ['last summer', '2024-06-01', '2024-09-01'],
    ['last Friday', '2025-06-13', '2025-06-14'],
    ['in October', '2024-10-01', '2024-11-01'],
    ['on January 5th, 2024', '2024-01-05', '2024-01-06'],
    ['on 2024-01-05', '2024-01-05', '2024-01-06'],
    ['between May and June 2024', '2024-05-01', '2024-07-01'],
    ['since January', '2025-01-01', undefined],
    ['before 5 March', undefined, '2025-03-05'],
    ['after March 2025', '2025-04-01', undefined],
    ['in Q1 2024', '2024-01-01', '2024-04-01'],
    ['in the last 3 months', '2025-03-18', '2025-06-19'],
    ['letztes Jahr', '2024-01-01', '2025-01-01'],
    ['in den letzten drei Monaten', '2025-03-18', '2025-06-19'],
    ['seit Januar 2024', '2024-01-01', undefined],
    ['el año pasado', '2024-01-01', '2025-01-01'],
    ['entre enero y marzo de 2024', '2024-01-01', '2024-04-01'],
    ['le mois dernier', '2025-05-01', '2025-06-01'],
    ["l'année dernière", '2024-01-01', '2025-01-01'],
  ])('mails %s', (period, after, before) => {
    const { filter } = plan(`mails ${period}`);
    expect([filter.after, filter.before]).toEqual([after, before]);
  });
});

describe('intents', () => {
  it.each([
    ['How many mails mention the deposit?', 'count', 'deposit'],
    ['How many children does Anna have?', 'fact', 'How many children does Anna have?'],
    ['how often did Graham write to me in 2024?', 'count', ''],
    ['List all mails from Graham in March 2025 about the boiler', 'list', 'boiler'],
    ['Which notes mention the leak?', 'list', 'leak'],
    ['Welche Notizen gibt es zur Heizung?', 'list', 'Heizung'],
    ['What do my notes say about the kitchen?', 'fact', 'What do my notes say about the kitchen?'],
    ['When did I see the doctor last month?', 'when', 'When did I see the doctor?'],
    ['Compare the two quotes', 'compare', 'Compare the two quotes'],
    ['Summarise the emails from Graham', 'summarise', 'Summarise the emails'],
    ['Find the lease', 'find', 'Find the lease'],
    ['hello!', 'talk', 'hello!'],
  ])('%s', (question, intent, query) => expect(plan(question)).toMatchObject({ intent, query }));

  it.each([
    ['When was the last mail from Graham?', 'newest'],
    ['What was the latest mail from Graham about?', 'newest'],
    ['What is the oldest mail from Graham?', 'oldest'],
    ['Wann war die letzte Mail von Graham?', 'newest'],
    ['Worum ging es in der ersten Mail von Graham?', 'oldest'],
    ['¿Cuándo fue el último correo de Graham?', 'newest'],
  ])('one document from an end: %s', (question, order) =>
    expect(planQuestion(question, directory, now)).toMatchObject({
      plan: {
        ...{ query: '', intent: 'ends', order, limit: 1 },
        filter: { kinds: ['mail'], from: ['Graham Pettigrew'] },
      },
    }),
  );

  it.each([
    ['When did Graham last write to me?', { from: ['Graham Pettigrew'] }],
    ['When did I last hear from Graham?', { from: ['Graham Pettigrew'] }],
    ['When did I last write to Graham?', { to: ['Graham Pettigrew'] }],
    ['Wann hat Ben Müller zuletzt geschrieben?', { from: ['Ben Müller'] }],
  ])('the last time: %s', (question, who) =>
    expect(planQuestion(question, directory, now)).toMatchObject({
      plan: {
        ...{ query: '', intent: 'ends', order: 'newest', limit: 1 },
        filter: { kinds: ['mail', 'message'], ...who },
      },
    }),
  );

  it('also of those about something, where it is asked which one, and not what it says', () => {
    expect(plan('When was the last mail from Graham about the boiler?')).toMatchObject({
      ...{ intent: 'ends', query: 'boiler' },
    });
    expect(plan('What did the last mail from Graham say about the boiler?').intent).toBe('fact');
  });

  it('reads how many and from which end', () => {
    expect(plan('show me the last 5 notes')).toMatchObject({ intent: 'list', order: 'newest', limit: 5 });
    expect(plan('my first three mails from Ben')).toMatchObject({ order: 'oldest', limit: 3 });
    expect(plan('the longest note')).toMatchObject({ intent: 'ends', order: 'longest', limit: 1 });
    expect(plan('the first and last mail from Ben')).toMatchObject({ intent: 'ends', order: 'both' });
  });
});

describe('the one who asks is the library’s owner', () => {
  const owned: Directory = { ...directory, owner: 'Anna Berger' };
  const own = ['Anna Berger'];
  it.each([
    ['How many mails did I send in 2025?', { kinds: ['mail'], from: own, ...year }],
    ['How many mails did I get in 2025?', { kinds: ['mail'], to: own, ...year }],
    ['my mails to Ben', { kinds: ['mail'], from: own, to: ['Ben Müller'] }],
    ['What was the last mail I got?', { kinds: ['mail'], to: own }],
    ['mails I sent to Ben', { kinds: ['mail'], from: own, to: ['Ben Müller'] }],
    [
      'How many emails have I received from Graham?',
      { kinds: ['mail'], from: ['Graham Pettigrew'], to: own },
    ],
    [
      'how often did Graham write to me?',
      { kinds: ['mail', 'message'], from: ['Graham Pettigrew'], to: own },
    ],
    ['what did I get from Graham', { from: ['Graham Pettigrew'] }],
    [
      'How many PDFs did I get from Graham?',
      { kinds: ['document'], from: ['Graham Pettigrew'], endings: ['.pdf'] },
    ],
    ['How many mails did I send to myself?', { kinds: ['mail'], from: own, to: own }],
    ['Wie viele Mails habe ich 2025 verschickt?', { kinds: ['mail'], from: own, ...year }],
    ['Wie viele Mails bekam ich 2025?', { kinds: ['mail'], to: own, ...year }],
    ['Wie viele Mails an mich im Jahr 2025?', { kinds: ['mail'], to: own, ...year }],
    ['¿Cuántos correos he enviado en 2025?', { kinds: ['mail'], from: own, ...year }],
    ['¿Cuántos correos me han mandado en 2025?', { kinds: ['mail'], to: own, ...year }],
    ['¿Cuántos correos recibí en 2025?', { kinds: ['mail'], to: own, ...year }],
    ['Combien de mails ai-je envoyés en 2025 ?', { kinds: ['mail'], from: own, ...year }],
    ['How many mails mention that I sent the keys?', { kinds: ['mail'] }],
    ['How many notes did I write in 2025?', { kinds: ['note'], ...year }],
    ['How many mails do I have?', { kinds: ['mail'] }],
  ])('%s', (question, filter) => {
    expect(planQuestion(question, owned, now)).toMatchObject({ plan: { filter }, caveats: [] });
    expect(Object.keys(planQuestion(question, owned, now).plan.filter).sort()).toEqual(
      Object.keys(filter).sort(),
    );
  });

  it('and of documents it is not known who sent them', () =>
    expect(planQuestion('How many PDFs did I get in 2025?', owned, now)).toMatchObject({
      plan: { filter: { kinds: ['document'], endings: ['.pdf'], ...year } },
      caveats: [expect.stringContaining('Quipu knows of mails alone')],
    }));

  it('and where nobody is known for that, it is said', () => {
    expect(planQuestion('How many mails did I send in 2025?', directory, now).caveats).toEqual([
      'Quipu does not know which address is yours, so mails from others are in this too.',
    ]);
    expect(planQuestion('How many mails did we get in 2025?', owned, now)).toMatchObject({
      plan: { filter: { kinds: ['mail'], ...year } },
      caveats: ['Quipu does not know whom “we” takes in, so mails to others are in this too.'],
    });
  });
});

describe('follow-ups take over what they leave out', () => {
  const asked = (first: string, ...next: string[]) => {
    let turn: PreviousTurn | null = null;
    let understanding = planFollowUp(first, turn, directory, now);
    for (const question of next) {
      turn = { question: understanding.standalone, plan: understanding.plan, people: ['Graham Pettigrew'] };
      understanding = planFollowUp(question, turn, directory, now);
    }
    return understanding.plan;
  };
  const first = 'How many mails from Graham in February 2025?';
  it('another period', () =>
    expect(asked(first, 'and in March?')).toEqual({
      query: '',
      intent: 'count',
      filter: { kinds: ['mail'], from: ['Graham Pettigrew'], after: '2025-03-01', before: '2025-04-01' },
    }));
  it.each([
    ['and in March?', '2024-03-01', '2024-04-01'],
    ['und im März?', '2024-03-01', '2024-04-01'],
    ['and in spring?', '2024-03-01', '2024-06-01'],
    ['and in March 2023?', '2023-03-01', '2023-04-01'],
    ['and last month?', '2025-05-01', '2025-06-01'],
  ])('another period of the same year: %s', (next, after, before) => {
    const { filter } = asked('How many mails from Graham in 2024?', 'and in May?', next);
    expect([filter.after, filter.before]).toEqual([after, before]);
  });
  it('a month that is still ahead in that year is the latest one', () =>
    expect(asked('How many mails in 2025?', 'and in October?').filter.after).toBe('2024-10-01'));
  it('who asks', () => {
    const owned = { ...directory, owner: 'Anna Berger' };
    const first = planFollowUp('How many mails did I send in 2024?', null, owned, now);
    const turn = { question: first.standalone, plan: first.plan, people: [] };
    expect(planFollowUp('and in March?', turn, owned, now)).toMatchObject({
      plan: { filter: { from: ['Anna Berger'], after: '2024-03-01' } },
      you: 'Anna Berger',
    });
    expect(planFollowUp('and how many did I get?', turn, owned, now).plan.filter).toEqual({
      kinds: ['mail'],
      to: ['Anna Berger'],
      after: '2024-01-01',
      before: '2025-01-01',
    });
    expect(planFollowUp('and Ben?', turn, owned, now)).toMatchObject({
      plan: { filter: { from: ['Ben Müller'] } },
      you: null,
    });
    const without = { ...turn, plan: { ...first.plan, filter: { kinds: ['mail' as const] } } };
    expect(planFollowUp('and in March?', without, owned, now).plan.filter.from).toBeUndefined();
  });
  it('the file endings', () => {
    const { plan, standalone } = planFollowUp('How many PDFs in 2024?', null, directory, now);
    const turn: PreviousTurn = { question: standalone, plan, people: [] };
    for (const next of ['and in March?', 'What was the last one about?'])
      expect(planFollowUp(next, turn, directory, now).plan.filter.endings).toEqual(['.pdf']);
    expect(planFollowUp('and mails?', turn, directory, now).plan.filter.endings).toBeUndefined();
  });
  it('another person', () => expect(asked(first, 'from Ben too?').filter.from).toEqual(['Ben Müller']));
  it('attachments', () =>
    expect(asked(first, 'and with an attachment?').filter).toMatchObject({
      from: ['Graham Pettigrew'],
      hasAttachment: true,
    }));
  it('another person by name alone, in the place of the one before', () => {
    const sent = 'How many mails did Graham send in 2024?';
    const year = { after: '2024-01-01', before: '2025-01-01' };
    const named = (filter: object) => ({
      query: '',
      intent: 'count',
      filter: { kinds: ['mail'], ...filter },
    });
    expect(asked(sent, 'and Anna?')).toEqual(named({ from: ['Anna Berger'], ...year }));
    expect(asked(sent, 'and Anna?', 'and from Ben?')).toEqual(named({ from: ['Ben Müller'], ...year }));
    expect(asked(sent, 'and to Ben?').filter).toMatchObject({
      from: ['Graham Pettigrew'],
      to: ['Ben Müller'],
    });
    expect(asked('How many mails to Graham?', 'what about Ben?')).toEqual(named({ to: ['Ben Müller'] }));
    expect(asked(sent, 'und Anna?', 'What was the last one about?')).toMatchObject({
      ...{ query: '', intent: 'ends', order: 'newest' },
      filter: { from: ['Anna Berger'], ...year },
    });
  });
  it.each([
    ['What was the last one about?', 'newest'],
    ['and the first of them?', 'oldest'],
    ['und die letzte?', 'newest'],
  ])('one of them: %s', (next, order) => {
    const { plan, standalone } = planFollowUp(first, null, directory, now);
    const turn: PreviousTurn = { question: standalone, plan, people: [] };
    expect(planFollowUp(next, turn, directory, now)).toMatchObject({
      plan: { query: '', intent: 'ends', filter: plan.filter, order, limit: 1 },
    });
  });
  it('a pick among them', () =>
    expect(asked(first, 'which of them mention the boiler?')).toMatchObject({
      intent: 'list',
      query: 'boiler',
      filter: { kinds: ['mail'], from: ['Graham Pettigrew'] },
    }));
  it('the thing just spoken of', () =>
    expect(asked('When is the boiler service due?', 'and how much does it cost?').query).toContain('boiler'));
  it('a pronoun for the sender of what was cited', () =>
    expect(asked('When does the lease end?', 'any mails from him?').filter.from).toEqual([
      'Graham Pettigrew',
    ]));
  it('but a question that stands alone is left alone', () =>
    expect(asked(first, 'When is the boiler service due?')).toEqual({
      query: 'When is the boiler service due?',
      intent: 'when',
      filter: {},
    }));
});

it('describes a condition in words', () => {
  const { filter } = plan('mails from Graham in March 2025');
  expect(describeCondition({ filter: { ...filter, words: ['boiler'] }, you: null }, 2)).toBe(
    'mails from Graham Pettigrew dated March 2025 holding the word “boiler”',
  );
});
