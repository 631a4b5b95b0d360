import { mailFile } from '#scripts/sample-library/life/life.ts';
import { after, type Gold, type PersonalQuestion, type QuestionKind, told } from '../question.ts';
import { mails, pathsOf } from '../truth.ts';

function computed(kind: QuestionKind, question: string, gold: Gold): PersonalQuestion {
  return { kind, before: [], question, gold };
}

const counted = (question: string, count: number): PersonalQuestion =>
  computed('count', question, { kind: 'count', count });
const listed = (question: string, files: readonly string[], ordered = false): PersonalQuestion =>
  computed(ordered ? 'first-last' : 'list', question, { kind: 'files', files, ordered });

/** Questions that only make sense after the ones before them. */
export const followUpQuestions: readonly PersonalQuestion[] = [
  after(
    ['How much did Ross Kinnaird quote for the bathroom and boiler?'],
    told(
      'amount',
      'And McCready?',
      ['£7,950'],
      [
        mailFile('mccready', 0),
        'Documents/Calder Row/McCready estimate.docx',
        'Notes/Home/Plumber comparison.md',
      ],
    ),
  ),
  after(
    ['Which hotel in Lisbon did Priya recommend?'],
    told(
      'amount',
      'How much is it a night?',
      ['€162'],
      ['Documents/Travel/Casa do Jasmim confirmation.pdf', mailFile('jasmim', 1)],
    ),
  ),
  after(
    ["When was the parents' evening?"],
    told(
      'why',
      'Why was it moved?',
      ['heating'],
      [mailFile('parents-evening', 2), "Notes/School/Parents' evening.md"],
    ),
  ),
  after(
    ['How many mails did Graham Pettigrew send in 2025?'],
    counted('and in 2026?', mails({ from: 'graham.', on: '2026' }).length),
  ),
  after(
    ['How many mails did Graham Pettigrew send in 2025?'],
    counted('And Isla?', mails({ from: 'isla.', on: '2025' }).length),
  ),
  after(
    ['How many mails did Katrin Vogel send?'],
    counted('How many of them had attachments?', mails({ from: 'k.vogel', attached: true }).length),
  ),
  after(
    ['List the mails from Hamish Boyd'],
    listed('Which was the first?', pathsOf(mails({ from: 'hamish.boyd' }).slice(0, 1)), true),
  ),
  after(
    ['What is Leo allergic to?'],
    told(
      'when',
      'When do his pens expire?',
      ['November 2026'],
      [mailFile('allergy', 0), "Notes/School/Leo's allergy plan.md"],
    ),
  ),
  after(
    ['Which worktop did we choose for the kitchen?'],
    told(
      'amount',
      'How much did that save?',
      ['£1,120'],
      [mailFile('kitchen', 2), 'Notes/Home/Decisions Calder Row.md'],
    ),
  ),
  after(
    ['Who did the rewiring at Calder Row?'],
    told(
      'amount',
      'What did she charge?',
      ['£4,870'],
      [mailFile('wiring', 1), 'Notes/Home/Calder Row budget.md'],
    ),
  ),
  after(
    ['What is the choir subscription?'],
    told(
      'amount',
      'What was it before?',
      ['£90'],
      ['Notes/Choir/Choir.md', mailFile('subscriptions', 0), 'Documents/Choir/Accounts 2025.pdf'],
    ),
  ),
  after(
    ['Where was the summer concert of the choir?'],
    told(
      'amount',
      'How much was the hire?',
      ['£380'],
      [
        mailFile('concert', 3),
        mailFile('concert', 4),
        mailFile('hall', 1),
        'Notes/Choir/2026-02-19 Choir committee.md',
        'Notes/Choir/After the concert.md',
      ],
    ),
  ),
  after(['How many mails did Beth send?'], counted('and Julian?', mails({ from: 'julian.' }).length)),
  after(
    ['What did Martin Doig quote for the windows?'],
    told(
      'quantity',
      'For how many windows was that?',
      [['7', 'Seven', 'seven']],
      [
        mailFile('joinery', 0),
        mailFile('joinery', 3),
        'Documents/Calder Row/Listed building consent.pdf',
        mailFile('consent', 0),
      ],
    ),
  ),
  after(
    ['Where did we stay in Asturias?'],
    told(
      'amount',
      'How much was the week?',
      ['€1.120'],
      [
        'Notes/Travel/Asturias.md',
        mailFile('robledal', 1),
        'Documents/Travel/Contrato Casa El Robledal.docx',
      ],
    ),
  ),
  after(
    ["When is Jo's wedding?"],
    told(
      'quantity',
      'And how many guests are coming?',
      ['85'],
      [mailFile('wedding', 3), "Notes/Family/Jo's wedding.md"],
    ),
  ),
  after(
    ['What medicine does Pixel take?'],
    told('quantity', 'How often a day?', ['twice a day'], [mailFile('vet', 0), 'Notes/Family/Pixel.md']),
  ),
  after(
    ['How many mails did I get in March 2025?'],
    counted('and in April?', mails({ to: ['anna.whitfield'], on: '2025-04' }).length),
  ),
  after(
    ['Show me the mails from Dougal'],
    listed('only those from 2026', pathsOf(mails({ from: 'dougal.', on: '2026' }))),
  ),
  after(
    ['What is our share of the chimney repair?'],
    told(
      'when',
      'When did we pay it?',
      [['4 May 2026', '2026-05-04']],
      [mailFile('roof', 3), 'Notes/Home/Chimney repair.md'],
    ),
  ),
  after(
    ['Who is the chair of the choir?'],
    told('who', 'And the conductor?', ['Elin'], ['Notes/Choir/Choir.md']),
  ),
  after(
    ['Was kosten die Radarpegel von Pegelwerk zusammen?'],
    told(
      'when',
      'Und wann werden sie geliefert?',
      ['26. Januar'],
      ['Documents/Rivermark/Angebot Pegelwerk.pdf', mailFile('pegelwerk-angebot', 3)],
    ),
  ),
  after(
    ['How much did Castlebridge pay for the leak?', 'Who handled the claim?'],
    told(
      'code',
      'What was the claim number?',
      ['CL-88213'],
      [
        mailFile('leak-claim', 1),
        mailFile('leak-claim', 0),
        mailFile('leak-claim', 3),
        mailFile('leak-claim', 4),
        'Documents/Insurance/Castlebridge renewal 2026.pdf',
      ],
    ),
  ),
  after(
    ['How many mails did Wanda send?'],
    counted('And on weekends?', mails({ from: 'wanda.', weekdays: [6, 7] }).length),
  ),
  after(['Wie viele Mails hat Katrin geschickt?'], counted('Und Hamish?', mails({ from: 'hamish.' }).length)),
  after(['¿Cuántos correos mandó Carmen?'], counted('¿Y Belén?', mails({ from: 'belen@' }).length)),
  after(['Combien de mails Graham a-t-il envoyés ?'], counted('Et Isla ?', mails({ from: 'isla.' }).length)),
  after(
    ['List the mails from Callum Weir'],
    listed('only those with attachments', pathsOf(mails({ from: 'callum@', attached: true }))),
  ),
  after(
    ['List all mails from Isla Pettigrew'],
    listed('And those from Graham?', pathsOf(mails({ from: 'graham.' }))),
  ),
];
