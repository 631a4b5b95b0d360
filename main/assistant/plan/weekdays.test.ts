import { expect, it } from 'vitest';
import { describeCondition } from './describe-filter.ts';
import type { Directory } from './directory.ts';
import { planQuestion } from './plan-question.ts';

const now = new Date('2025-06-18T10:00:00');
const directory: Directory = {
  people: [{ name: 'Ben Müller', names: ['Ben Müller'], addresses: [] }],
  folders: [],
  tags: [],
  owner: null,
};
const plan = (question: string) => planQuestion(question, directory, now).plan;

it.each([
  ['How many mails did Ben send on Tuesdays?', [2]],
  ['List the mails that came on Mondays and Thursdays', [1, 4]],
  ['How many mails were sent on a Saturday?', [6]],
  ['mails sent every Friday', [5]],
  ['How many mails arrive at the weekend?', [6, 7]],
  ['How many mails did Ben write on weekdays?', [1, 2, 3, 4, 5]],
  ['Wie viele Mails kamen samstags oder sonntags?', [6, 7]],
  ['Wie viele Nachrichten hat Ben am Wochenende geschickt?', [6, 7]],
  ['Wie viele Mails kamen an einem Mittwoch?', [3]],
  ['¿Cuántos correos envió Ben los miércoles?', [3]],
  ['¿Cuántos correos llegaron los fines de semana?', [6, 7]],
  ['Combien de mails ont été envoyés le jeudi ?', [4]],
  ['Combien de mails sont arrivés le week-end ?', [6, 7]],
  ['Quante mail arrivano di domenica?', [7]],
  ['Quante mail sono arrivate nei giorni feriali?', [1, 2, 3, 4, 5]],
  ['Quantas mensagens chegaram às terças?', [2]],
  ['Quantas mensagens chegaram numa sexta-feira?', [5]],
])('“%s” is a condition on the day of the week', (question, weekdays) => {
  const { filter, query } = plan(question);
  expect(filter).toMatchObject({ weekdays });
  expect(filter).not.toHaveProperty('after');
  expect(query).toBe('');
});

it.each([
  ['How many mails came last Friday?', '2025-06-13'],
  ['How many mails came last weekend?', '2025-06-14'],
  ['How many mails came on Monday, 2 June 2025?', '2025-06-02'],
  ['Wie viele Mails kamen am Montag, dem 2. Juni 2025?', '2025-06-02'],
  ['mails du lundi 2 juin 2025', '2025-06-02'],
])('“%s” is one day or weekend', (question, after) => {
  expect(plan(question).filter).toMatchObject({ after });
  expect(plan(question).filter).not.toHaveProperty('weekdays');
});

it('days of the week by which mails are put together are no condition', () =>
  expect(plan('How many mails did I get per weekday?')).toMatchObject({ by: 'weekday', filter: {} }));

it('a month and a day of the week hold together, and are said together', () => {
  const { filter } = plan('How many mails came on Sundays in March 2025?');
  expect(filter).toMatchObject({ after: '2025-03-01', before: '2025-04-01', weekdays: [7] });
  expect(describeCondition({ filter, you: null }, 2)).toBe('mails dated March 2025, on a Sunday');
  expect(describeCondition({ filter: { weekdays: [6, 7] }, you: null }, 2)).toBe(
    'mails, notes and documents dated on a Saturday or Sunday',
  );
});
