import { mail, type Theme, type Thread } from '../../write/material.ts';
import { family } from '../facts.ts';
import { anna, bikes, carmen, dermot, jo, mateo, priya, ruth, vet } from '../people.ts';

const abuela: Thread = {
  id: 'abuela',
  subject: 'Mi visita en diciembre',
  mails: [
    mail(
      '2025-10-27 11:30',
      carmen,
      [mateo, anna],
      `
Queridos hijos:

Ya tengo el billete. Llego a Edimburgo el sábado 20 de diciembre a las 14:25 y me quedo hasta el 7 de enero, así celebramos juntos los Reyes. Llevo dos kilos de turrón, el de almendra, sin avellanas, he leído la etiqueta tres veces.`,
    ),
    mail(
      '2025-10-27 20:14',
      mateo,
      [carmen],
      `
Mamá, qué alegría. Te recojo en el aeropuerto. Dormirás en el cuarto de Leo, que ya ha decidido mudarse al salón con una tienda de campaña. ¿Qué tal las obras del ascensor?`,
      { cc: [anna] },
    ),
    mail(
      '2025-10-28 10:02',
      carmen,
      [mateo, anna],
      `
Empiezan en marzo, si Dios quiere. Son 410 euros al mes durante un año. Con mis rodillas es un regalo, aunque el del segundo A dice que no paga porque él sube por deporte.`,
    ),
    mail(
      '2026-01-08 19:45',
      carmen,
      [mateo, anna],
      `
He llegado bien. La casa está fría y demasiado silenciosa. Decidle a Leo que su roscón con la figurita del rey lo tengo en la vitrina. Gracias por estos días, han sido los mejores desde que murió tu padre.`,
    ),
  ],
};

const wedding: Thread = {
  id: 'wedding',
  subject: 'THE day',
  mails: [
    mail(
      '2025-12-27 13:00',
      jo,
      [anna, ruth],
      `
He asked! On the ice at Loch Morlich, and then he fell over. We want to marry on ${family.wedding}, at ${family.weddingPlace}. Anna, you are witness, no discussion.`,
    ),
    mail(
      '2025-12-27 13:09',
      ruth,
      [jo, anna],
      `I am crying in the car park of the garden centre. What can I pay for? Mum`,
    ),
    mail(
      '2025-12-28 10:40',
      anna,
      [jo, ruth],
      `No discussion. How many people, and do you want the choir? Dougal would do it for cake.`,
    ),
    mail(
      '2026-02-01 18:27',
      jo,
      [anna, ruth],
      `
So: ${family.guests} guests, that is what the barn holds with dancing. £4,950 for the barn with food, Mum gives half. Two songs from the choir please, eight people, not forty. Rings by the smith in Crail. Mateo carves the ham?`,
    ),
    mail(
      '2026-09-14 09:55',
      jo,
      [anna, ruth],
      `We are married and asleep. Your speech, Anna. The bit with the ferry. I'll never forgive you and I want it in writing.`,
    ),
  ],
};

const cat: Thread = {
  id: 'vet',
  subject: 'Pixel: blood test',
  mails: [
    mail(
      '2026-03-04 15:20',
      vet,
      anna,
      `Hello Anna, Pixel's results: the thyroid is too busy, common at 13. ${family.catMedicine}, 0.4 ml twice a day into the ear flap, with a glove. Today's visit and blood test come to ${family.vetBill}. Next check in six weeks. Ferry Road Vets`,
    ),
    mail(
      '2026-03-04 18:08',
      anna,
      vet,
      `Thank you. Is it all right to give it with food, and may she still go to the neighbours on the first floor, where she is fed a second supper?`,
    ),
    mail(
      '2026-03-05 09:11',
      vet,
      anna,
      `Into the ear, so food does not matter. The second supper explains the weight. 4.9 kg is enough. Ferry Road Vets`,
    ),
  ],
};

const bike: Thread = {
  id: 'bike',
  subject: 'Your bike is ready',
  mails: [
    mail(
      '2025-10-15 16:40',
      bikes,
      anna,
      `Hi, blue tourer is done: new chain and cassette, rear wheel trued, brake pads. ${family.bikeRepair}. We are open till 6, Thursday till 7. Spokes & Co`,
    ),
    mail(
      '2025-10-15 17:02',
      anna,
      bikes,
      `I'll come on Thursday. Could you note down the frame number for me while it is on the stand? The insurance wants it.`,
    ),
    mail('2025-10-16 09:33', bikes, anna, `WB 41 7730 F. Under the bottom bracket.`),
  ],
};

const books: Thread = {
  id: 'books',
  subject: 'Book group in October',
  mails: [
    mail(
      '2026-09-21 20:20',
      dermot,
      [anna, priya],
      `Next one at mine, Tuesday 13 October, half seven. "The Salt Line" by Ines Marrow, 290 pages, so no excuses, Anna. I'll make the thing with aubergines.`,
    ),
    mail(
      '2026-09-22 07:05',
      priya,
      [dermot, anna],
      `Started it in the bath. The lighthouse keeper did it. Or the lighthouse.`,
    ),
    mail(
      '2026-09-22 12:18',
      anna,
      [dermot, priya],
      `No spoilers! The 13th is Leo's chess final, can we do Wednesday the 14th instead? I bring wine and my excuses.`,
    ),
    mail(
      '2026-09-22 17:50',
      dermot,
      [anna, priya],
      `Wednesday 14 October then, same time. The aubergines agree.`,
    ),
  ],
};

const birthday: Thread = {
  id: 'ruth-seventy',
  subject: "Mum's seventieth",
  mails: [
    mail(
      '2024-12-08 19:30',
      jo,
      [anna],
      `Secret! Mum is 70 on 22 March. Weekend in a cottage, all of us? I found one in Crail with a stove and a bath with feet, £540 for three nights.`,
    ),
    mail(
      '2024-12-08 21:15',
      anna,
      [jo],
      `Yes. Book it, I'll pay half. Tell her it is a spa, then she packs the right shoes for neither.`,
    ),
    mail(
      '2025-03-24 08:40',
      ruth,
      [anna, jo],
      `My dear girls, I have not laughed so much since your father tried to park the caravan. The photograph of the five of us on the harbour wall stands on the piano. Mum`,
    ),
  ],
};

export const familyMails: Theme = { threads: [abuela, wedding, cat, bike, books, birthday] };
