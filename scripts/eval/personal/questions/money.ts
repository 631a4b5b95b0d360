import { mailFile } from '#scripts/sample-library/life/life.ts';
import { type PersonalQuestion, told } from '../question.ts';

const papers = 'Documents/Insurance';
const policy = `${papers}/Castlebridge home policy 2025.pdf`;
const renewal = `${papers}/Castlebridge renewal 2026.pdf`;
const northgate = `${papers}/Northgate quote.pdf`;
const car = `${papers}/Fairway car policy.docx`;
const note = 'Notes/Home/Insurance.md';

/** Insurance, choir and what else has to do with money. */
export const moneyQuestions: readonly PersonalQuestion[] = [
  told(
    'code',
    'home insurance policy number',
    ['CBM-HH-4471902'],
    [
      policy,
      renewal,
      note,
      mailFile('home-policy-2025', 0),
      mailFile('renewal-2026', 0),
      mailFile('renewal-2026', 3),
      mailFile('leak-claim', 0),
    ],
  ),
  told(
    'when',
    'When is the house insurance renewed?',
    [['14 February 2026', 'every 14 February']],
    [renewal, note, mailFile('renewal-2026', 0)],
  ),
  told(
    'amount',
    'What did Castlebridge first want for 2026?',
    ['£341.75'],
    [renewal, mailFile('renewal-2026', 0), mailFile('renewal-2026', 1)],
  ),
  told(
    'amount',
    'what do we pay castlebridge now',
    ['£298.00'],
    [note, mailFile('renewal-2026', 2), mailFile('renewal-2026', 3), mailFile('renewal-2026', 4)],
  ),
  told(
    'why',
    'Why did the home insurance want more money for the second year?',
    [['claim']],
    [mailFile('renewal-2026', 0), renewal],
  ),
  told(
    'who',
    'Who handled our water damage claim at Castlebridge?',
    ['Owen Tait'],
    [mailFile('leak-claim', 1), mailFile('leak-claim', 3)],
  ),
  told(
    'code',
    'Claim number for the leak?',
    ['CL-88213'],
    [
      mailFile('leak-claim', 1),
      mailFile('leak-claim', 0),
      mailFile('leak-claim', 2),
      mailFile('leak-claim', 3),
      mailFile('leak-claim', 4),
      renewal,
    ],
  ),
  told(
    'when',
    'When did water come through the kitchen ceiling?',
    [['9 November 2025', '2025-11-09']],
    [mailFile('leak-claim', 0), 'Notes/Daily/2025-11-09.md'],
  ),
  told(
    'why',
    'What caused the leak in our kitchen?',
    ['hose'],
    [mailFile('leak-claim', 0), 'Notes/Daily/2025-11-09.md'],
  ),
  told(
    'who',
    'Which insurer is Mr Baird with?',
    ['Pentland General'],
    [mailFile('leak-claim', 2), mailFile('leak-claim', 3)],
  ),
  told('amount', 'How much are the contents insured for with Castlebridge?', ['£65,000'], [policy, renewal]),
  told(
    'amount',
    'Up to what amount are our bicycles covered away from home?',
    ['£1,500'],
    [mailFile('home-policy-2025', 2), mailFile('home-policy-2025', 1), renewal, 'Notes/Home/Bicycles.md'],
  ),
  told('amount', 'What is the excess at Northgate?', ['£500'], [northgate, mailFile('northgate', 0)]),
  told(
    'quantity',
    'How many days do I have to tell the home insurance about a claim?',
    ['30 days'],
    [policy],
  ),
  told(
    'amount',
    'Which premium does Fairway charge for the car?',
    ['£412.30'],
    [car, note, mailFile('car', 0), mailFile('car', 2)],
  ),
  told('quantity', 'How long may the car be in Spain?', ['60 days'], [car]),
  told('amount', 'What does replacing the windscreen cost?', ['£90'], [car]),
  told('who', 'Who may drive our car?', ['Mateo'], [car]),
  told('what', 'Is skiing covered by the travel insurance?', ['skiing not included'], [note]),
  told('decision', 'Did we go with Northgate or stay with Castlebridge?', ['stay with Castlebridge'], [note]),
  // Choir.
  told(
    'amount',
    'What is the choir subscription since January 2026?',
    ['£105'],
    ['Notes/Choir/Choir.md', mailFile('subscriptions', 0), 'Documents/Choir/Accounts 2025.pdf'],
  ),
  told(
    'amount',
    'How much was in the choir account at the end of October 2025?',
    ['£3,412.68'],
    ['Documents/Choir/Accounts 2025.pdf'],
  ),
  told(
    'amount',
    "What is the conductor's fee of the choir?",
    [['£3,600', '£3,900']],
    ['Documents/Choir/Accounts 2025.pdf'],
  ),
  told('who', 'Who conducts the choir?', ['Elin'], ['Notes/Choir/Choir.md']),
  told('who', 'Who is the secretary of the choir?', ['Wanda'], ['Notes/Choir/Choir.md']),
  told('who', "Who checked the choir's books?", ['Margaret Petrie'], ['Documents/Choir/Accounts 2025.pdf']),
  told(
    'when',
    'When was the summer concert in 2026?',
    ['20 June'],
    [
      mailFile('concert', 3),
      'Notes/Choir/Choir.md',
      'Notes/Choir/2026-02-19 Choir committee.md',
      mailFile('hall', 0),
    ],
  ),
  told(
    'why',
    "Why could the choir not sing in St Ninian's Hall?",
    [['dry rot', 'Dry rot']],
    [mailFile('concert', 1), 'Notes/Choir/2026-02-19 Choir committee.md'],
  ),
  told(
    'quantity',
    'How many people came to the concert?',
    ['134'],
    ['Notes/Choir/After the concert.md', mailFile('hall', 2)],
  ),
  told('amount', 'What was left over from the concert?', ['£1,001.70'], ['Notes/Choir/After the concert.md']),
  told(
    'amount',
    'How much is a ticket for the choir concert?',
    ['£12'],
    ['Notes/Choir/2026-02-19 Choir committee.md', 'Notes/Choir/After the concert.md'],
  ),
  told('quantity', 'How many vocal scores did we have to hire?', ['31'], [mailFile('music', 1)]),
  told(
    'what',
    'How do you change the constitution of the choir?',
    ['two thirds'],
    ['Documents/Choir/Constitution.docx'],
  ),
  told('when', 'On what evening does the choir rehearse?', ['Thursday'], ['Notes/Choir/Choir.md']),
  told('when', 'When was the choir founded?', ['14 March 1987'], ['Documents/Choir/Constitution.docx']),
  told(
    'quantity',
    'How many members voted for the new subscription?',
    ['31 to 4'],
    [mailFile('subscriptions', 2)],
  ),
  // Work contract and the rest.
  told(
    'amount',
    'What is my salary since I went part-time?',
    ['£46,080'],
    ['Documents/Work/Part-time agreement.docx', 'Notes/Work/Four days a week.md'],
  ),
  told(
    'which',
    'Which day of the week do I have off?',
    ['Wednesday'],
    ['Documents/Work/Part-time agreement.docx', 'Notes/Work/Four days a week.md'],
  ),
  told(
    'quantity',
    'How many days of holiday do I have a year?',
    ['26 days'],
    ['Documents/Work/Part-time agreement.docx'],
  ),
  told(
    'amount',
    'How much did the bike service cost?',
    ['£92'],
    [mailFile('bike', 0), 'Notes/Home/Bicycles.md'],
  ),
  told(
    'code',
    'Frame number of my blue bike?',
    ['WB 41 7730 F'],
    [mailFile('bike', 2), 'Notes/Home/Bicycles.md'],
  ),
  told('amount', "How much was Pixel's blood test?", ['£168'], [mailFile('vet', 0), 'Notes/Family/Pixel.md']),
  told('amount', 'What did my crown at the dentist cost?', ['£385'], ['Notes/Health/Dentist.md']),
];
