import { mail, type Theme, type Thread } from '../../write/material.ts';
import { flat, windows } from '../facts.ts';
import { anna, doig, mateo, planner } from '../people.ts';

const consent: Thread = {
  id: 'consent',
  subject: 'Application 25/01873/LBC, windows at 5 Calder Row',
  mails: [
    mail(
      '2025-05-26 09:45',
      planner,
      anna,
      `
Dear Ms Whitfield,

Your application for listed building consent was registered today under reference ${flat.consentReference}. It concerns slim double glazing in ${windows.sashes} existing sash windows. We aim to decide within eight weeks. No work may start before consent is granted.`,
    ),
    mail(
      '2025-07-18 16:20',
      planner,
      anna,
      `
Dear Ms Whitfield,

I have to ask for a drawing of the glazing bars at full size before I can write my report. The conservation officer wants to be sure that the bars stay at 18 mm. I am afraid this means that the eight weeks will not be kept.`,
    ),
    mail(
      '2025-07-21 19:55',
      anna,
      planner,
      `
Dear Mr Garrow,

Drawing by Doig Joinery attached to this evening's upload, the bars are 18 mm. Our removal van was booked for 1 August and I have just cancelled it, so every day helps.`,
    ),
    mail(
      '2025-08-08 15:02',
      planner,
      anna,
      `
Dear Ms Whitfield,

Consent was granted today, ${flat.consentGranted}. The decision notice is attached. Please note condition 2: the original crown glass in the stair window has to stay.`,
      { attached: ['Documents/Calder Row/Listed building consent.pdf'] },
    ),
  ],
};

const joinery: Thread = {
  id: 'joinery',
  subject: 'Seven sash windows',
  mails: [
    mail(
      '2025-05-02 12:12',
      doig,
      anna,
      `Anna, measured up on Wednesday. All ${windows.sashes} repaired, new lower rails in four, cords, weights, draught strips and slim double glazing: ${windows.quote}. Without your consent from the council I don't touch a pane. Martin`,
    ),
    mail(
      '2025-05-02 18:30',
      anna,
      doig,
      `Thank you Martin, that is in the budget. I send the application off this month and book you as soon as it is through. How long will you need?`,
    ),
    mail(
      '2025-08-09 09:00',
      doig,
      anna,
      `Saw the notice. I can start Monday 11th and put all else back, two windows a day, you'll be tight by Thursday the 14th, before your holiday. Don't paint the inside for a week after. Martin`,
    ),
    mail(
      '2025-08-14 20:44',
      anna,
      doig,
      `All ${windows.sashes} open with one finger and the street has gone quiet. ${windows.quote} paid today. Mateo keeps opening and closing them to show visitors.`,
      { cc: [mateo] },
    ),
  ],
};

export const listed: Theme = {
  threads: [consent, joinery],
  papers: [
    {
      path: 'Documents/Calder Row/Listed building consent.pdf',
      at: '2025-08-08 14:30',
      title: `Decision notice ${flat.consentReference}`,
      author: 'Calderside Planning Service',
      text: `
Applicant: Anna Whitfield. Address: ${flat.address}, second floor left. Building: category B listed tenement, 1887. Proposal: repair of ${windows.sashes} timber sash and case windows and fitting of slim double glazing.

# Decision

Listed building consent is granted on ${flat.consentGranted}, subject to the conditions below. The consent lasts for three years: work not begun by 7 August 2028 needs a new application.

# Conditions

- 1. The glazing bars keep their width of 18 mm and their lamb's tongue profile.
- 2. The original crown glass of the stair window is kept in place.
- 3. The windows are painted white on the outside.
- 4. Trickle vents are not visible from the street.

===

# Reasons

The proposal keeps the original frames and improves comfort and energy use. With the conditions it preserves the character of the listed building and complies with policy Env 4 of the local plan.

# Report of handling

The application was registered on 26 May 2025. One letter of support was received from a neighbour on the first floor. The conservation officer asked for a drawing of the glazing bars, which was received on 21 July 2025. No objection was received.

# Your right to appeal

If you disagree with a condition you may appeal within three months of the date of this notice. An appeal does not stop the clock of other permissions. Starting work contrary to the conditions is an offence.

Neil Garrow, planning officer`,
    },
  ],
};
