import { mailFile } from '#scripts/sample-library/life/life.ts';
import { type PersonalQuestion, told } from '../question.ts';

const offer = 'Documents/Rivermark/Angebot Pegelwerk.pdf';
const minutes = 'Documents/Rivermark/Protokoll Freiburg 2025-07-08.docx';
const contract = 'Documents/Travel/Contrato Casa El Robledal.docx';
const owners = 'Documents/Family/Acta comunidad de propietarios.pdf';

/** Questions in another language than the text that answers them. */
export const languageQuestions: readonly PersonalQuestion[] = [
  told(
    'language',
    'Wie hoch war die Kaution für Lorne Place?',
    ['£1,900'],
    [
      'Documents/Lorne Place/Tenancy agreement.docx',
      'Documents/Lorne Place/Check-out report.pdf',
      'Notes/Home/Lorne Place.md',
      mailFile('deposit', 1),
    ],
  ),
  told(
    'language',
    'Wer hat uns das Hotel in Lissabon empfohlen?',
    ['Priya'],
    [
      'Notes/Travel/Lisbon.md',
      'Notes/People/Priya Raman.md',
      mailFile('jasmim', 0),
      mailFile('lisbon-tip', 1),
    ],
  ),
  told(
    'language',
    'Worauf ist Leo allergisch?',
    ['hazelnuts'],
    [mailFile('allergy', 0), mailFile('camp', 1), "Notes/School/Leo's allergy plan.md"],
  ),
  told('language', 'Was hat der Zahnarzt gekostet?', ['£385'], ['Notes/Health/Dentist.md']),
  told('language', 'Wann läuft der Reisepass von Mateo ab?', ['May 2028'], ['Notes/Travel/Packing list.md']),
  told(
    'language',
    'Wie viel kostet ein einzelner Radarpegel?',
    ['1.480 €'],
    [offer, mailFile('pegelwerk-angebot', 0), mailFile('pegelwerk-angebot', 3)],
  ),
  told(
    'language',
    '¿Cuándo es el cumpleaños de Ruth?',
    ['22 March'],
    ['Notes/Family/Birthdays.md', mailFile('ruth-seventy', 0)],
  ),
  told(
    'language',
    '¿A qué es alérgico Leo?',
    ['hazelnuts'],
    [mailFile('allergy', 0), mailFile('camp', 1), "Notes/School/Leo's allergy plan.md"],
  ),
  told(
    'language',
    '¿Cuánto pagamos por el piso de Calder Row?',
    ['£312,500'],
    [mailFile('purchase', 0), 'Notes/Home/Calder Row.md', 'Notes/Daily/2024-11-21.md'],
  ),
  told(
    'language',
    '¿A qué hora hay que dejar la Casa El Robledal?',
    ['11:00'],
    [contract, mailFile('robledal', 3)],
  ),
  told('language', 'How long is the warranty on the gauges from Pegelwerk?', ['36 Monate'], [offer]),
  told(
    'language',
    'How far from the railing must the gauges be according to the minutes from Freiburg?',
    ['80 cm'],
    [minutes, offer],
  ),
  told(
    'language',
    'How much is the maintenance per station and year?',
    ['96 €'],
    ['Documents/Rivermark/Wartungsvertrag Entwurf.docx'],
  ),
  told(
    'language',
    'How much is the deposit for Casa El Robledal?',
    ['€300'],
    [contract, mailFile('robledal', 1), mailFile('robledal', 4), 'Notes/Travel/Asturias.md'],
  ),
  told('language', "Which company builds the lift in Carmen's house?", ['Ascensores Cantábrico'], [owners]),
  told(
    'language',
    'How much a month does Carmen pay for the lift?',
    ['410'],
    [owners, mailFile('abuela', 2)],
  ),
];
