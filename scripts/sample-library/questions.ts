import {
  asturias,
  choir,
  electrics,
  family,
  flat,
  flooring,
  insurance,
  kitchen,
  lisbon,
  plumbing,
  removal,
  rental,
  rivermark,
  roof,
  school,
  windows,
} from './life/facts.ts';
import { mailFile, mailsSent } from './life/life.ts';
import { graham, priya } from './life/people.ts';

/** A question with what a right answer holds. */
export interface SampleQuestion {
  readonly question: string;
  /** Strings that a right answer must contain, all of them. */
  readonly expected: readonly string[];
  /** Files, from the library's root, that state the answer: at least one must be cited. Each holds every expected string. */
  readonly cites: readonly string[];
  /** Where the answer is computed: the exact number. Nothing then needs to be cited. */
  readonly count?: number;
}

function asked(question: string, expected: readonly string[], cites: readonly string[]): SampleQuestion {
  return { question, expected, cites };
}

function counted(question: string, count: number): SampleQuestion {
  return { question, expected: [String(count)], cites: [], count };
}

const calderRow = 'Documents/Calder Row';
const insured = 'Documents/Insurance';
const meetings = 'Notes/Work/Meetings';

/** The five questions of the demo: how much and what changed, a decision, who, how many, a rule on a certain page. */
export const demoQuestions: readonly SampleQuestion[] = [
  asked(
    'What was the final price for the bathroom and boiler?',
    [plumbing.final],
    [
      `${calderRow}/Kinnaird invoice KPH-1187.pdf`,
      mailFile('kinnaird', 4),
      mailFile('kinnaird', 5),
      mailFile('kinnaird', 7),
      'Notes/Home/Decisions Calder Row.md',
    ],
  ),
  asked(
    'Which radio did we decide to use for Rivermark?',
    [rivermark.radio],
    [
      `${meetings}/2025-09-18 Rivermark radio decision.md`,
      mailFile('radio', 4),
      'Notes/Work/Rivermark.md',
      'Documents/Rivermark/Interim report.docx',
    ],
  ),
  asked(
    'Who recommended the hotel in Lisbon?',
    [priya.name],
    ['Notes/Travel/Lisbon.md', 'Notes/People/Priya Raman.md', mailFile('jasmim', 0)],
  ),
  counted('How many mails did Graham Pettigrew send in 2025?', mailsSent(graham.address, '2025')),
  asked(
    'What is the excess for escape of water in the home insurance?',
    [insurance.waterExcess],
    [
      `${insured}/Castlebridge home policy 2025.pdf`,
      `${insured}/Castlebridge renewal 2026.pdf`,
      mailFile('leak-claim', 3),
      'Notes/Home/Insurance.md',
    ],
  ),
];

const furtherQuestions: readonly SampleQuestion[] = [
  asked(
    'Why did the price of the plumber change?',
    ['lead'],
    [
      `${calderRow}/Kinnaird invoice KPH-1187.pdf`,
      mailFile('kinnaird', 4),
      'Notes/Home/Decisions Calder Row.md',
    ],
  ),
  asked(
    'When did we move into Calder Row?',
    [flat.movedIn],
    ['Notes/Home/Calder Row.md', 'Notes/Home/Lorne Place.md'],
  ),
  asked(
    'Which worktop did we choose for the kitchen?',
    [kitchen.worktop],
    [mailFile('kitchen', 4), 'Notes/Home/Decisions Calder Row.md'],
  ),
  asked(
    'What did Sunita Rao quote for the rewiring?',
    [electrics.quote],
    [mailFile('wiring', 1), 'Notes/Home/Calder Row budget.md'],
  ),
  asked(
    'When was the listed building consent granted?',
    [flat.consentGranted],
    [`${calderRow}/Listed building consent.pdf`, mailFile('consent', 3), 'Notes/Home/Calder Row.md'],
  ),
  asked(
    'How much did Martin Doig charge for the windows?',
    [windows.quote],
    [mailFile('joinery', 0), 'Notes/Home/Calder Row budget.md'],
  ),
  asked(
    'What is our share of the chimney repair?',
    [roof.share],
    [mailFile('roof', 0), 'Notes/Home/Chimney repair.md'],
  ),
  asked(
    'What does the move with Bright & Sons cost?',
    [removal.price],
    [mailFile('removal', 0), mailFile('removal', 2)],
  ),
  asked(
    'How much of the deposit did we get back?',
    [rental.returned],
    ['Documents/Lorne Place/Check-out report.pdf', mailFile('deposit', 2), 'Notes/Home/Lorne Place.md'],
  ),
  asked(
    'What is the rent at Lorne Place from February 2025?',
    [rental.rent],
    ['Documents/Lorne Place/Tenancy agreement.docx', mailFile('rent-2025', 0)],
  ),
  asked(
    'What floor did we choose for the hall?',
    [flooring.hall],
    [mailFile('floors', 3), 'Notes/Home/Decisions Calder Row.md'],
  ),
  asked(
    'Why did we not switch to Northgate?',
    ['escape of water', 'listed'],
    ['Notes/Home/Insurance.md', mailFile('northgate', 2), `${insured}/Northgate quote.pdf`],
  ),
  asked(
    'How much did Castlebridge pay for the leak?',
    [insurance.claimPaid],
    [mailFile('leak-claim', 3), `${insured}/Castlebridge renewal 2026.pdf`],
  ),
  asked(
    'What does the night at Casa do Jasmim cost?',
    [lisbon.perNight],
    ['Documents/Travel/Casa do Jasmim confirmation.pdf', mailFile('jasmim', 1)],
  ),
  asked(
    '¿Cuánto cuesta la semana en Casa El Robledal?',
    [asturias.week],
    ['Documents/Travel/Contrato Casa El Robledal.docx', mailFile('robledal', 1)],
  ),
  asked(
    'Was kosten die Radarpegel von Pegelwerk zusammen?',
    [rivermark.offerTotal],
    ['Documents/Rivermark/Angebot Pegelwerk.pdf', mailFile('pegelwerk-angebot', 3)],
  ),
  asked(
    'When does Rivermark go live?',
    [rivermark.goLive],
    [
      'Notes/Work/Rivermark.md',
      'Documents/Rivermark/Interim report.docx',
      mailFile('go-live', 1),
      `${meetings}/2026-01-22 Rivermark schedule.md`,
    ],
  ),
  asked(
    'Where is the summer concert of the choir in 2026?',
    [choir.venue],
    ['Notes/Choir/2026-02-19 Choir committee.md', 'Notes/Choir/Choir.md', mailFile('concert', 3)],
  ),
  asked(
    'How much does the week at Glenmarra cost?',
    [school.campPrice],
    ['Documents/School/Glenmarra letter.docx', mailFile('camp', 0), 'Notes/School/School.md'],
  ),
  asked(
    'How many guests come to the wedding?',
    [family.guests],
    [mailFile('wedding', 3), "Notes/Family/Jo's wedding.md"],
  ),
  counted('How many mails did Ross Kinnaird send?', mailsSent('ross@kinnairdplumbing.example', '2025')),
];

/** The demo's questions and twenty-one more with known answers, for tests and measurements of the answers. */
export const questions: readonly SampleQuestion[] = [...demoQuestions, ...furtherQuestions];
