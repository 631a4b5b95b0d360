import { expect, test } from 'vitest';
import { reckon } from './reckon.ts';

const now = new Date('2025-06-18T10:00:00');

test.each([
  ['What is 17% of 2,340?', '17% of 2,340 = 397.8'],
  ['12 + 30', '12 + 30 = 42'],
  ['what is 0.1 + 0.2', '0.1 + 0.2 = 0.3'],
  ['2 + 3 × 4', '2 + 3 × 4 = 14'],
  ['(2 + 3) * 4 = ?', '(2 + 3) × 4 = 20'],
  ['How much is 1,250 divided by 8?', '1,250 ÷ 8 = 156.25'],
  ['10 / 3', '10 ÷ 3 = about 3.333333'],
  ['What is 200 + 10%?', '200 + 10% = 220'],
  ['What is 15% of £2,340?', '15% of 2,340 = 351 £'],
  ['square root of 144', '√144 = 12'],
  ['2 to the power of 10', '2^10 = 1,024'],
  ['7 squared', '7^2 = 49'],
  ['99999999999999999999 + 1', '99,999,999,999,999,999,999 + 1 = 100,000,000,000,000,000,000'],
  ['calculate 3 x 4', '3 × 4 = 12'],
  ['-5 + 2', '− 5 + 2 = −3'],
  ['Wie viel ist 1.250,50 mal 2?', '1.250,5 × 2 = 2.501'],
  ['Was ist 19 Prozent von 1.200?', '19% of 1.200 = 228'],
  ['¿Cuánto es 12 por ciento de 300?', '12% of 300 = 36'],
  ['Combien font 12 fois 12 ?', '12 × 12 = 144'],
  ['Quanto fa 81 diviso 9?', '81 ÷ 9 = 9'],
])('%s', (question, answer) => {
  expect(reckon(question, now)).toBe(answer);
});

test.each([
  ['How many days until 12 July?', '24 days from today to Saturday 12 July 2025'],
  ['How many days are there until 12 July 2025?', '24 days from today to Saturday 12 July 2025'],
  ['how many weeks until 25 December 2025', '27 weeks and 1 day from today to Thursday 25 December 2025'],
  [
    'How many days between 3 March 2025 and 10 April 2025?',
    '38 days from Monday 3 March 2025 to Thursday 10 April 2025',
  ],
  [
    'How many months from 31 January 2024 to 1 March 2024?',
    '1 month and 1 day from Wednesday 31 January 2024 to Friday 1 March 2024',
  ],
  ['How many days since 1 June 2025?', '17 days from Sunday 1 June 2025 to today'],
  ['What day of the week was 3 March 2025?', 'Monday 3 March 2025'],
  ['What weekday is 12 July 2025?', 'Saturday 12 July 2025'],
  ['What day of the week is 12 July?', 'Saturday 12 July 2025'],
  ['What day of the week was 12 July?', 'Friday 12 July 2024'],
  ['What date is 90 days after 3 March 2025?', 'Sunday 1 June 2025'],
  ['What date was 2 weeks before 3 March 2025?', 'Monday 17 February 2025'],
  ['What date is 1 month after 31 January 2024?', 'Thursday 29 February 2024'],
  ['Wie viele Tage noch bis zum 12. Juli?', '24 days from today to Saturday 12 July 2025'],
  ['Welcher Wochentag war der 3. März 2025?', 'Monday 3 March 2025'],
  ['¿Cuántos días faltan hasta el 12 de julio?', '24 days from today to Saturday 12 July 2025'],
  ['Combien de jours avant le 12 juillet ?', '24 days from today to Saturday 12 July 2025'],
])('%s', (question, answer) => {
  expect(reckon(question, now)).toBe(answer);
});

test.each([
  'What is the policy number?',
  'HV-2041-77',
  '4471-B',
  '2025-03-04',
  'What is 2025-03-04?',
  '020 7946 0018',
  '12/4',
  'How many days until the policy expires?',
  'How many days between the first and the second meeting?',
  'How many mails in March 2025?',
  'What day was the concert?',
  'What happened on 3 March 2025?',
  'How much is the rent?',
  'How much is 2 nights at the hotel?',
  '10 / 0',
  '2 ^ 99999',
  '2 +',
  '((((',
  '1 2 3',
  '50%',
  '500 pounds plus 20 euros',
  `${'('.repeat(20_000)}1`,
  '1+'.repeat(20_000),
])('is no calculation: %s', (question) => {
  expect(reckon(question, now)).toBeNull();
});
