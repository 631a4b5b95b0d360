import { describe, expect, it } from 'vitest';
import { sentences } from '../language/sentences.ts';
import type { Evidence } from './evidence.ts';
import { verifySentence } from './verify-sentence.ts';

const passage = (text: string, more: Partial<Evidence> = {}): Evidence => ({
  n: 1,
  text,
  sentences: sentences(text),
  heading: '',
  senders: [],
  recipients: [],
  date: null,
  ...more,
});
const stands = (claim: string, source: Evidence): boolean => verifySentence(claim, [1], [source]) !== null;

const policy = passage(
  'Your home insurance is with Castlebridge. The policy number is HV-2041-77 and the sum insured is 14,300 euros. It runs until 31 March 2026.',
  { heading: 'Home insurance', senders: ['Castlebridge Mutual'] },
);
const roof = passage(
  'The roof, including the gutters, costs 14,300 euros. The kitchen costs 9,800 euros. We have not ordered the skylight. If the beams are rotten, the price will rise to 16,000 euros. Should we replace the chimney?',
  { heading: 'Quote', senders: ['Ross Kinnaird'] },
);
const people = passage(
  'Anna paid 200 euros for the taxi and 300 euros for the hotel. Ben owes Anna 50 euros. Anna likes tea and Ben likes coffee. I will pick up the keys on 5 May 2025. Carla has two children and three dogs.',
  { senders: ['Graham Pettigrew'] },
);
const changes = passage(
  'The rent was raised from 1,150 euros to 1,200 euros in January 2025. The meeting on 12 June was cancelled. Some of the guests are vegetarian. The deposit is at most 3,600 euros. Instead of oak we chose larch.',
);

describe('a claim that its passage states is verified', () => {
  const cases: readonly (readonly [string, Evidence])[] = [
    ['The policy number is HV-2041-77 [1].', policy],
    ['The sum insured is €14,300.', policy],
    ['The policy number is HV-2041-77 and the sum insured is 14,300 euros.', policy],
    ['The roof costs 14,300 euros [1].', roof],
    ['The cost of the kitchen is 9,800 euros.', roof],
    ['According to the quote, the kitchen costs EUR 9,800.', roof],
    ['We have not ordered the skylight.', roof],
    ['Anna paid 200 euros for the taxi.', people],
    ['Anna paid 300 euros for the hotel.', people],
    ['Ben owes Anna 50 euros.', people],
    ['Graham will pick up the keys on 5 May 2025.', people],
    ['Graham Pettigrew wrote that Ben owes Anna 50 euros.', people],
    ['Carla has 2 children.', people],
    ['The rent was raised to 1,200 euros in January 2025.', changes],
    ['The meeting on 12 June was cancelled.', changes],
    ['Some of the guests are vegetarian.', changes],
  ];
  it.each(cases)('%s', (claim, source) => expect(stands(claim, source)).toBe(true));
});

describe('a wrong combination of right words is not', () => {
  const cases: readonly (readonly [string, Evidence])[] = [
    ['The policy number is 14,300 euros.', policy],
    ['The sum insured is HV-2041-77.', policy],
    ['The sum insured is 14,300 dollars.', policy],
    ['The sum insured is 14,300.50 euros.', policy],
    ['The policy runs until 31 March 2027.', policy],
    ['The policy started on 31 March 2026.', policy],
    ['The kitchen costs 14,300 euros.', roof],
    ['The roof costs 9,800 euros.', roof],
    ['The bathroom costs 14,300 euros.', roof],
    ['The skylight has been ordered.', roof],
    ['The price will rise to 16,000 euros.', roof],
    ['We should replace the chimney.', roof],
    ['Anna paid 300 euros for the taxi.', people],
    ['Ben paid 200 euros for the taxi.', people],
    ['Anna owes Ben 50 euros.', people],
    ['Anna likes coffee.', people],
    ['Ben will pick up the keys on 5 May 2025.', people],
    ['Anna wrote that Ben owes Anna 50 euros.', people],
    ['Graham picked up the keys on 5 May 2025.', people],
    ['Graham will pick up the keys on 6 May 2025.', people],
    ['The old fence was replaced.', passage('The old fence will be replaced.')],
    ['The fence will be replaced in May.', passage('The fence was replaced in May.')],
    ['Carla has three children.', people],
    ['The rent was raised from 1,200 euros.', changes],
    ['The rent is 1,150 euros.', changes],
    ['The meeting is on 12 June.', changes],
    ['The guests are vegetarian.', changes],
    ['All of the guests are vegetarian.', changes],
    ['The deposit is 3,600 euros.', changes],
    ['We chose oak.', changes],
    ['Yes.', changes],
    ['I hope this helps!', changes],
  ];
  it.each(cases)('%s', (claim, source) => expect(stands(claim, source)).toBe(false));
});

describe('every figure, negation and name needs its own place in the source', () => {
  const source = passage(
    'Of 221,500 euros we have spent 128,940 euros. They accept 15 May 2026 instead of 1 March 2026. All eight have said yes. The river was in spate and we could not set the brackets. Paid 286 euros in 2025 and 298 euros in 2026. The subscription is 105 euros a year since January 2026, before that 90 euros. Theft without signs of entry is excluded. The last invoice of 14 February 2025 was 286.40 euros. I will come at ten.',
    { heading: 'Budget Boyd', senders: ['Hamish Boyd'] },
  );
  it.each([
    'Of 128,940 euros we have spent 128,940 euros.',
    'Of 128,940 euros we have spent 221,500 euros.',
    'They accept 1 March 2026 instead of 15 May 2026.',
    'They accept 1 March 2026.',
    'All eight have not said yes.',
    'The river was not in spate and we could not set the brackets.',
    'Paid 298 euros in 2025.',
    'Paid 298 euros in 2025 and 286 euros in 2026.',
    'The subscription is 90 euros a year since January 2026.',
    'Theft without signs of entry is not excluded.',
    'Theft is excluded.',
    'The last invoice of 14 February 2025 was 2025 euros.',
    'I will Boyd at ten.',
    'The river was in budget and we could not set the brackets.',
  ])('%s', (claim) => expect(stands(claim, source)).toBe(false));
  it.each([
    'They accept 15 May 2026 instead of 1 March 2026.',
    'Paid 286 euros in 2025.',
    'The subscription is 105 euros a year since January 2026.',
    'Hamish will come at ten.',
  ])('%s', (claim) => expect(stands(claim, source)).toBe(true));
});

describe('the same in other words is verified', () => {
  const mail = passage(
    'The sellers have accepted your offer of £312,500 for 5 Calder Row. We arrive on Monday 7 July at 21:10. The fee of 1,476 pounds is due by 6 February. The boiler (a Viktor, from the list) comes with seven years of warranty. The pressure should stand between 1.2 and 1.6 bar when it is cold. Smoking is not allowed in the flat. The budget rises from £184,000 to £221,500. You have seven years of no-claims bonus.',
    { senders: ['Ross Kinnaird'], recipients: ['Anna Whitfield'], date: '2025-06-23T08:00:00Z' },
  );
  it.each([
    'Your offer of £312,500 has been accepted by the sellers.',
    'For 5 Calder Row the sellers accepted an offer of GBP 312,500.',
    'On Monday 7 July 2025 they arrive at 9:10 pm.',
    'By 6 February 2025 the fee of £1,476 must be paid.',
    'The boiler comes with 7 years of warranty.',
    'When it is cold, the pressure should be between 1.2 and 1.6 bar.',
    'In the flat smoking is not permitted.',
    'The budget increases to £221,500 from £184,000.',
    'Anna has seven years of no-claims bonus.',
    'Ross Kinnaird writes that smoking isn’t allowed in the flat.',
    'Smoking is not allowed in the flat, and the budget rises from £184,000 to £221,500.',
  ])('%s', (claim) => expect(stands(claim, mail)).toBe(true));

  it('takes who is meant by "it" from the sentence before, and cites both', () => {
    const text =
      'The roof needs new tiles. It costs 14,300 euros. The kitchen and the hall wait. It is painted green.';
    const source = passage(text);
    expect(verifySentence('The roof costs 14,300 euros.', [1], [source])).toMatchObject({
      start: 0,
      end: 48,
    });
    expect(stands('The hall is painted green.', source)).toBe(false);
  });

  it('knows who "I" is in a conversation', () => {
    const talk = passage(
      'Caroline: I went to a support group yesterday.\n\nMelanie: I ran a charity race.\n\nCaroline: It was powerful.\n\nMelanie: Good to hear.',
    );
    expect(stands('Caroline went to a support group.', talk)).toBe(true);
    expect(stands('Melanie ran a charity race.', talk)).toBe(true);
    expect(stands('Melanie went to a support group.', talk)).toBe(false);
    expect(stands('Caroline ran a charity race.', talk)).toBe(false);
  });
});

describe('other words do not let another statement through', () => {
  const mixed = passage(
    'Anna pays for the coffee and Ben pays for the tea. The red door and the green window stay. The excess is 500 euros. Solid oak saves 1,120 euros. The train goes from Leith to Perth. The rent is £1,295 a month, and £1,365 a month from 1 February 2025. The premium is £412.30, the excess is £300. I will take £120 off the rent. Ross checked the books of Hannah.',
    { senders: ['Graham Pettigrew'] },
  );
  it.each([
    'Anna pays for the tea and Ben pays for the coffee.',
    'The red window and the green door stay.',
    'It costs 500 euros.',
    'Solid oak costs 1,120 euros.',
    'The train goes from Perth to Leith.',
    'The rent is £1,295 a month from 1 February 2025.',
    'The excess is £412.30, the premium is £300.',
    'The rent is £120.',
    'Hannah checked the books of Ross.',
    'The books of Ross were checked by Hannah.',
    'The green window goes to Perth.',
  ])('%s', (claim) => expect(stands(claim, mixed)).toBe(false));
  it.each([
    'The excess is £300 and the premium is £412.30.',
    'The rent from 1 February 2025 is £1,365 a month.',
    'The books of Hannah were checked by Ross.',
    'Graham will take £120 off the rent.',
  ])('%s', (claim) => expect(stands(claim, mixed)).toBe(true));
});

it('checks a quotation letter for letter', () => {
  expect(stands('Castlebridge: “The policy number is HV-2041-77”', policy)).toBe(false);
  expect(stands('“The policy number is HV-2041-77”', policy)).toBe(true);
  expect(stands('“The policy number was HV-2041-77”', policy)).toBe(false);
});

it('takes words of the title only where the sentence has no subject of its own', () => {
  const total = passage('The total is 900 euros. The kitchen total is 400 euros.', {
    heading: 'Garden fence',
  });
  expect(stands('The garden fence total is 900 euros.', total)).toBe(true);
  expect(stands('The garden fence total is 400 euros.', total)).toBe(false);
  const roles = passage(
    'Chair Dougal Ferrie, secretary Wanda Kowalska. I am the treasurer, second alto when there is time.',
    {
      heading: 'Choir',
    },
  );
  expect(stands('The chair of the choir is Dougal Ferrie.', roles)).toBe(true);
  expect(stands('The chair of the choir is Wanda Kowalska.', roles)).toBe(false);
  expect(stands('I am the choir, second alto when there is time.', roles)).toBe(false);
});

it('works in German, Spanish and French', () => {
  const german = passage('Die Police hat die Nummer HV-2041-77, die Versicherungssumme beträgt 14.300 €.');
  expect(stands('Die Versicherungssumme beträgt 14.300 Euro.', german)).toBe(true);
  expect(stands('Die Police beträgt 14.300 Euro.', german)).toBe(false);
  expect(stands('Der Termin wurde abgesagt.', passage('Der Termin wurde nicht abgesagt.'))).toBe(false);
  expect(stands('La reserva cuesta 340 euros.', passage('La reserva cuesta 340 euros, sin desayuno.'))).toBe(
    true,
  );
  expect(stands('Le loyer est de 900 euros.', passage('Le loyer n’est pas de 900 euros.'))).toBe(false);
});

it('cites the passage that supports, whatever the model cited', () => {
  const other = passage('The boiler was serviced in May 2024.', { n: 2 });
  expect(verifySentence('The boiler was serviced in May 2024 [1].', [1], [roof, other])).toMatchObject({
    n: 2,
    start: 0,
    end: 36,
  });
});
