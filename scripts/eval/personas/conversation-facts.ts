/** Questions with the passage that answers each: short ones, for what is measured is the manner of the answer. */
export const conversationFacts: readonly { readonly question: string; readonly passage: string }[] = [
  { question: 'What does the new boiler cost?', passage: 'The new boiler costs 2,400 euros, installed.' },
  { question: 'Who repairs the roof?', passage: 'Otto Brandt repairs the roof in the second week of May.' },
  { question: 'When does the school year begin?', passage: 'The school year begins on 21 August.' },
  { question: 'Where is the spare key?', passage: 'The spare key is with the neighbour on the third floor.' },
  { question: 'How old is the cat?', passage: 'Our cat Minka is eleven years old.' },
  { question: 'What colour is the hall?', passage: 'The hall is painted in a light grey.' },
  { question: 'Which doctor did we choose?', passage: 'For the family we chose Doctor Almeida.' },
  { question: 'How long is the guarantee of the oven?', passage: 'The oven has a guarantee of five years.' },
  {
    question: 'What did we decide about the garden?',
    passage: 'We decided to plant two apple trees in the garden.',
  },
  {
    question: 'When is the choir rehearsal?',
    passage: 'The choir rehearses each Thursday at half past seven.',
  },
  {
    question: 'Who sent the invoice for the windows?',
    passage: 'The invoice for the windows came from Glas Peters.',
  },
  { question: 'Why was the trip moved?', passage: 'The trip was moved because the ferry was on strike.' },
  {
    question: 'What is the number of the policy?',
    passage: 'The number of the household policy is HH-2207.',
  },
  { question: 'How many guests are coming?', passage: 'Thirty-two guests are coming to the party.' },
  { question: 'Where do we meet on Saturday?', passage: 'On Saturday we meet at the harbour café.' },
  { question: 'What does the tenant pay?', passage: 'The tenant pays 780 euros a month.' },
  { question: 'Which train do we take?', passage: 'We take the train at 9:14 from platform 6.' },
  { question: 'What is wrong with the washing machine?', passage: 'The pump of the washing machine leaks.' },
  { question: 'When was the house built?', passage: 'The house was built in 1908.' },
  { question: 'Who looks after the dog in July?', passage: 'In July Aunt Vera looks after the dog.' },
];
