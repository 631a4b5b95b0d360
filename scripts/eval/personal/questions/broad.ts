import { mailFile } from '#scripts/sample-library/life/life.ts';
import { type PersonalQuestion, told } from '../question.ts';

const plumbers = [
  'Notes/Home/Plumber comparison.md',
  mailFile('kinnaird', 2),
  mailFile('leith-bathrooms', 0),
  mailFile('mccready', 0),
  'Documents/Calder Row/Kinnaird quote K-2025-041.pdf',
  'Documents/Calder Row/Leith Bathroom Company quote.pdf',
  'Documents/Calder Row/McCready estimate.docx',
];
const thread = (id: string, length: number): string[] =>
  Array.from({ length }, (_, index) => mailFile(id, index));

/** What takes more than one place to answer, and talk. */
export const broadQuestions: readonly PersonalQuestion[] = [
  told('compare', 'Compare the quotes of the three plumbers', ['£8,460', '£10,920', '£7,950'], plumbers),
  told(
    'compare',
    'Which is cheaper, Castlebridge or Northgate?',
    ['£298.00', '£274.10'],
    [
      'Notes/Home/Insurance.md',
      'Notes/Daily/2026-02-03.md',
      mailFile('renewal-2026', 1),
      mailFile('renewal-2026', 2),
      mailFile('northgate', 0),
      'Documents/Insurance/Northgate quote.pdf',
    ],
  ),
  told(
    'compare',
    "What's the difference in coverage between LoRaWAN and NB-IoT?",
    ['71%', '97%'],
    [
      mailFile('radio', 3),
      'Documents/Rivermark/Coverage test report.pdf',
      'Documents/Rivermark/Interim report.docx',
      'Notes/Work/Meetings/2025-09-18 Rivermark radio decision.md',
    ],
  ),
  told(
    'compare',
    "Compare the offers for the lift in Carmen's building",
    ['68.900', '74.250', '71.600'],
    ['Documents/Family/Acta comunidad de propietarios.pdf'],
  ),
  told(
    'compare',
    'Compare the rent at Lorne Place before and after February 2025',
    ['£1,295', '£1,365'],
    [mailFile('rent-2025', 0), 'Notes/Home/Lorne Place.md', 'Documents/Lorne Place/Tenancy agreement.docx'],
  ),
  told(
    'compare',
    'How does the battery life differ between the two radios?',
    ['6.1', '4.4'],
    [
      'Documents/Rivermark/Coverage test report.pdf',
      'Notes/Work/Meetings/2025-09-18 Rivermark radio decision.md',
    ],
  ),
  told(
    'summarise',
    "Summarise the parents' evening",
    ['Maths far ahead', 'chess club', 'PE kit', 'dining hall', 'heating'],
    ["Notes/School/Parents' evening.md", ...thread('parents-evening', 3)],
    2,
  ),
  told(
    'summarise',
    'Give me a summary of the Rivermark lessons',
    ['test the radio', 'brackets in winter', '£219,870', '17 different bolts', 'early'],
    ['Notes/Work/Meetings/2026-06-04 Rivermark lessons.md'],
    2,
  ),
  told(
    'summarise',
    'Sum up the choir committee meeting of 19 February',
    ['Customs House', '20 June', '£12', 'Dry rot', 'rehearsals'],
    ['Notes/Choir/2026-02-19 Choir committee.md'],
    2,
  ),
  told(
    'summarise',
    'Summarise the mails about the mould behind the wardrobe',
    ['gutter', '£120', 'roofer', 'dehumidifier', '24 March'],
    thread('mould', 6),
    2,
  ),
  told(
    'summarise',
    "What's in the diary of our Lisbon trip, in short?",
    ['Soup at midnight', 'Belém', 'Tram museum', 'Caparica', 'octopus', 'Fado'],
    ['Notes/Travel/Lisbon diary.md'],
    2,
  ),
  told(
    'summarise',
    'Summarise what Jo wrote about the wedding',
    ['12 September 2026', 'Kirkmoray Barn', '85 guests', '£4,950', 'married'],
    [...thread('wedding', 5), "Notes/Family/Jo's wedding.md"],
    2,
  ),
  told(
    'timeline',
    'What happened when with our listed building application?',
    [
      ['26 May 2025', '2025-05-26'],
      ['18 July', '21 July', '2025-07-18', '2025-07-21'],
      ['8 August 2025', '2025-08-08'],
    ],
    [...thread('consent', 4), 'Documents/Calder Row/Listed building consent.pdf', 'Notes/Home/Calder Row.md'],
    2,
  ),
  told(
    'timeline',
    'Give me a timeline of the leak claim',
    [
      ['9 November 2025', '2025-11-09'],
      ['13 November', '10 November 2025'],
      ['5 December 2025', '12 December'],
    ],
    [
      ...thread('leak-claim', 5),
      'Notes/Daily/2025-11-09.md',
      'Documents/Insurance/Castlebridge renewal 2026.pdf',
    ],
    2,
  ),
  told(
    'timeline',
    'How did the go-live date of Rivermark change over time?',
    ['1 March 2026', '15 May 2026'],
    [
      ...thread('go-live', 4),
      'Documents/Rivermark/Interim report.docx',
      'Notes/Work/Meetings/2026-01-22 Rivermark schedule.md',
      'Notes/Work/Meetings/2025-05-13 Rivermark kick-off.md',
    ],
  ),
  told(
    'timeline',
    'Chronology of our deposit at Lorne Place, please',
    [
      ['10 September 2019', '15 September 2025'],
      ['22 September 2025', '2 October 2025'],
    ],
    [
      ...thread('deposit', 5),
      'Notes/Home/Lorne Place.md',
      'Documents/Lorne Place/Tenancy agreement.docx',
      'Documents/Lorne Place/Check-out report.pdf',
    ],
    1,
  ),
  ...['Hi there!', 'Thanks a lot', 'What can you do?', 'Gracias'].map(
    (question): PersonalQuestion => ({ kind: 'talk', before: [], question, gold: { kind: 'talk' } }),
  ),
];
