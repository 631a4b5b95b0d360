import { type PersonalQuestion, unanswerable } from '../question.ts';

/**
 * Plausible questions that nothing in the library answers: another year, a person who never wrote of it, a thing that
 * is only mentioned, something nobody wrote down.
 */
export const unansweredQuestions: readonly PersonalQuestion[] = [
  'What did Sunita Rao charge for the bathroom?',
  'What was the premium of the home insurance in 2023?',
  'What did Graham quote for the kitchen?',
  'What does Dermot say about the insurance?',
  'What did Priya think of the NB-IoT decision?',
  'What is the policy number of our life insurance?',
  "When does Mateo's driving licence expire?",
  'What is my blood type?',
  'Who is our dentist in Santander?',
  'What is the wifi password at Calder Row?',
  'How much did the new sofa cost?',
  "What's the name of Leo's football coach?",
  'When was the piano tuned?',
  'Which airline did we fly to Lisbon with?',
  'What did the flights to Lisbon cost?',
  'How tall is Leo?',
  'When did Mateo start his job at the university?',
  "What's the registration plate of our car?",
  'How much rent do we pay at Calder Row?',
  'What did Katrin say about the school camp?',
  "When is Katrin's wedding?",
  'What mark did Leo get in his maths exam in 2024?',
  'How much did Moira pay for her flat?',
  "What did the vet say about Pixel's kidneys?",
  'In which hospital was Leo born?',
  'What did Julian pay for the hotel in Freiburg?',
  'How much did the trip to Rome cost?',
  'What time does the train to Glasgow leave?',
  'When did we sell the motorbike?',
  'What is the phone number of Martin Doig?',
  'How much was the gas bill in January 2024?',
  'Who was the best man at our wedding in 2012?',
  'What did Fiona Abernethy say about the school?',
  'Which tablets does Carmen take for her heart?',
  'Wie heißt der Hund von Katrin?',
  '¿Cuánto costó el coche nuevo?',
].map(unanswerable);
