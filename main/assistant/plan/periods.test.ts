import { describe, expect, it } from 'vitest';
import type { Directory } from './directory.ts';
import { planQuestion } from './plan-question.ts';

/** A Wednesday. */
const now = new Date('2025-06-18T10:00:00');
const directory: Directory = { people: [], folders: [], tags: [], owner: null };
const period = (question: string): (string | undefined)[] => {
  const { after, before } = planQuestion(question, directory, now).plan.filter;
  return [after, before];
};

describe('periods relative to the day of the question, in six languages', () => {
  it.each([
    ['How many mails this spring?', '2025-03-01', '2025-06-01'],
    ['Wie viele Mails in diesem Frühjahr?', '2025-03-01', '2025-06-01'],
    ['¿Cuántos correos esta primavera?', '2025-03-01', '2025-06-01'],
    ['Combien de mails ce printemps ?', '2025-03-01', '2025-06-01'],
    ['Quante mail questa primavera?', '2025-03-01', '2025-06-01'],
    ['Quantos e-mails esta primavera?', '2025-03-01', '2025-06-01'],
    ['How many mails two weeks ago?', '2025-06-02', '2025-06-09'],
    ['Wie viele Mails vor zwei Wochen?', '2025-06-02', '2025-06-09'],
    ['¿Cuántos correos hace dos semanas?', '2025-06-02', '2025-06-09'],
    ['Combien de mails il y a deux semaines ?', '2025-06-02', '2025-06-09'],
    ['Quante mail due settimane fa?', '2025-06-02', '2025-06-09'],
    ['Quantos e-mails há duas semanas?', '2025-06-02', '2025-06-09'],
    ['How many mails in the first half of 2024?', '2024-01-01', '2024-07-01'],
    ['Wie viele Mails in der ersten Hälfte von 2024?', '2024-01-01', '2024-07-01'],
    ['Wie viele Mails im zweiten Halbjahr 2024?', '2024-07-01', '2025-01-01'],
    ['¿Cuántos correos en el primer semestre de 2024?', '2024-01-01', '2024-07-01'],
    ['Combien de mails au second semestre 2024 ?', '2024-07-01', '2025-01-01'],
    ['Quante mail nel primo semestre del 2024?', '2024-01-01', '2024-07-01'],
    ['Quantos e-mails no primeiro semestre de 2024?', '2024-01-01', '2024-07-01'],
    ['How many mails in the third quarter of 2024?', '2024-07-01', '2024-10-01'],
    ['Wie viele Mails im dritten Quartal 2024?', '2024-07-01', '2024-10-01'],
    ['Quante mail nel terzo trimestre del 2024?', '2024-07-01', '2024-10-01'],
    ['How many mails since April?', '2025-04-01', undefined],
    ['Wie viele Mails seit April?', '2025-04-01', undefined],
    ['¿Cuántos correos desde abril?', '2025-04-01', undefined],
    ['Combien de mails depuis avril ?', '2025-04-01', undefined],
    ['Quante mail da aprile?', '2025-04-01', undefined],
    ['Quantos e-mails desde abril?', '2025-04-01', undefined],
    ['How many mails between March and May 2024?', '2024-03-01', '2024-06-01'],
    ['Wie viele Mails zwischen März und Mai 2024?', '2024-03-01', '2024-06-01'],
    ['Quante mail tra marzo e maggio 2024?', '2024-03-01', '2024-06-01'],
    ['Quantos e-mails entre março e maio de 2024?', '2024-03-01', '2024-06-01'],
    ['Quante mail il mese scorso?', '2025-05-01', '2025-06-01'],
    ['Quantos e-mails no mês passado?', '2025-05-01', '2025-06-01'],
    ['Quante mail negli ultimi tre mesi?', '2025-03-18', '2025-06-19'],
    ['Quantos e-mails nos últimos três meses?', '2025-03-18', '2025-06-19'],
    ['Quante mail ieri?', '2025-06-17', '2025-06-18'],
    ['Quantos e-mails ontem?', '2025-06-17', '2025-06-18'],
    ['How many mails last weekend?', '2025-06-14', '2025-06-16'],
    ['How many mails on Monday?', '2025-06-16', '2025-06-17'],
    ['Wie viele Mails am Montag?', '2025-06-16', '2025-06-17'],
    ['How many mails in week 10 of 2025?', '2025-03-03', '2025-03-10'],
    ['How many mails in the first half of March 2025?', '2025-03-01', '2025-03-16'],
    ['Quante mail il 5 maggio 2025?', '2025-05-05', '2025-05-06'],
    ['Quantos e-mails em 5 de maio de 2025?', '2025-05-05', '2025-05-06'],
    ['How many mails in 2025-03?', '2025-03-01', '2025-04-01'],
    ['How many mails a year ago?', '2024-01-01', '2025-01-01'],
    ['How many mails before May 2024?', undefined, '2024-05-01'],
    ['Quante mail prima di maggio 2024?', undefined, '2024-05-01'],
    ['Quantos e-mails antes de maio de 2024?', undefined, '2024-05-01'],
  ])('%s', (question, after, before) => expect(period(question)).toEqual([after, before]));
});
