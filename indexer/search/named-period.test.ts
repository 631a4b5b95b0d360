import { expect, test } from 'vitest';
import { namedPeriod } from './named-period.ts';

const on = (query: string, day: string): number => namedPeriod(query)?.(Date.parse(`${day}T12:00:00Z`)) ?? -1;

test.each([
  ['What did Ana say on 3 May 2023?', '2023-05-03'],
  ['on October 13th, 2023', '2023-10-13'],
  ['the meeting of 2025-03-14', '2025-03-14'],
  ['Brief vom 14.03.2025', '2025-03-14'],
  ['Rechnung vom 3. März 2025', '2025-03-03'],
  ['la factura de enero de 2024', '2024-01-20'],
  ['le 1er août 2022', '2022-08-01'],
  ['la fattura di febbraio 2024', '2024-02-29'],
  ['em dezembro de 2021', '2021-12-31'],
  ['what we planned in January', '2019-01-05'],
])('%j is of %s', (query, day) => {
  expect(on(query, day)).toBe(1);
});

test('what is written in the week after a day may be of it, less each day; before it nothing is', () => {
  expect(on('on 3 May 2023', '2023-05-02')).toBe(0);
  const [soon, later] = [on('on 3 May 2023', '2023-05-05'), on('on 3 May 2023', '2023-05-09')];
  expect(soon).toBeGreaterThan(later);
  expect(later).toBeGreaterThan(0);
  expect(on('on 3 May 2023', '2023-05-20')).toBe(0);
});

test('a year alone counts half', () => {
  expect(on('invoices of 2023', '2023-07-01')).toBe(0.5);
  expect(on('invoices of 2023', '2024-07-01')).toBe(0);
});

test.each([
  'Where may I park?',
  'a march to the sea',
  'version 2.2023',
  'policy 120230',
  'what did the plumber quote',
])('%j names no time', (query) => {
  expect(namedPeriod(query)).toBeNull();
});
