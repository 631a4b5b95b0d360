import { mail, type Theme } from '../../write/material.ts';
import { rental } from '../facts.ts';
import { anna, graham, isla, mateo } from '../people.ts';

export const rentalMails: Theme = {
  threads: [
    {
      id: 'rent-2025',
      subject: 'Rent at 8/3 Lorne Place from February',
      mails: [
        mail(
          '2024-11-18 10:20',
          graham,
          anna,
          `
Dear Anna,

I hope you, Mateo and the wee man are well. As you know I have not touched your rent since 2022. With the new roof and what the bank wants from me I have to put it up: from ${rental.rentFrom} it will be ${rental.rent} a month instead of ${rental.rentBefore}. The formal notice will come by post, this is so that it does not fall on you out of the blue.`,
        ),
        mail(
          '2024-11-19 21:14',
          anna,
          graham,
          `
Dear Graham,

Thanks for writing before the letter came. ${rental.rent} is fair for Leith and we accept it. In return, could the bedroom window be looked at before winter? The draught moves the curtain.`,
        ),
        mail(
          '2024-12-02 09:05',
          graham,
          anna,
          `
Dear Anna,

Window man is booked for 11 December, between 9 and 12. If nobody is in I will let him in myself and keep an eye on the cat.`,
        ),
        mail(
          '2025-01-27 08:40',
          graham,
          anna,
          `
Dear Anna,

A reminder that the standing order needs changing to ${rental.rent} for Saturday's payment. Last time half the building forgot.`,
        ),
        mail('2025-01-27 12:02', anna, graham, `Changed this morning, thank you Graham.`),
      ],
    },
    {
      id: 'mould',
      subject: 'Mould behind the wardrobe',
      mails: [
        mail(
          '2025-02-06 20:31',
          anna,
          graham,
          `
Dear Graham,

When we moved the wardrobe on Sunday we found a patch of black mould about the size of a door on the outside wall of the bedroom. We air the room twice a day, and the hygrometer says 71%. Leo has had a cough since January and I would not like him to sleep next to that. Could you have a look this week?`,
        ),
        mail(
          '2025-02-07 09:12',
          graham,
          anna,
          `
Dear Anna,

I am sorry to hear it. I will come by tomorrow at 10 with the moisture meter. If the gutter is leaking again, that will be it, the wall below it was wet in 2019 too.`,
        ),
        mail(
          '2025-02-10 14:50',
          graham,
          anna,
          `
Dear Anna,

As I thought. The cast-iron gutter has a crack right above your bedroom. The roofer comes on Thursday 20 February. After that the wall has to dry for three weeks, and then I will have it treated and painted at my cost. Please do not paint over it before.`,
        ),
        mail(
          '2025-02-10 18:25',
          anna,
          graham,
          `
Thank you. We will sleep in the living room until then. Could you lend us the dehumidifier from the cellar?`,
        ),
        mail(
          '2025-03-17 11:37',
          graham,
          anna,
          `
Dear Anna,

Roofer was there, gutter is tight, and the meter now says 14%, which is dry. The painter comes on 24 March. For the three weeks without a bedroom I will take £120 off April's rent. Keep the dehumidifier until summer.`,
        ),
        mail(
          '2025-03-17 13:05',
          mateo,
          graham,
          `
Hello Graham, that is very correct of you, thank you. We pay £1,245 in April then. The wall looks good and the cough is gone too. Mateo`,
          { cc: [anna] },
        ),
      ],
    },
    {
      id: 'gas-check',
      subject: 'Yearly gas safety check',
      mails: [
        mail(
          '2025-04-14 10:00',
          graham,
          anna,
          `
Dear Anna,

The gas engineer has to see the boiler and the hob before the end of the month, the law wants it once a year. Would Tuesday 22 April in the afternoon suit?`,
        ),
        mail('2025-04-14 12:33', anna, graham, `Tuesday after 14:00 is fine, I'll work from home.`),
        mail(
          '2025-04-24 16:18',
          graham,
          anna,
          `
Dear Anna,

All passed. Certificate attached in my office, ask if you want a copy. He says the flame sensor is worn and he has changed it.`,
        ),
      ],
    },
    {
      id: 'notice',
      subject: 'Our notice for 8/3 Lorne Place',
      mails: [
        mail(
          '2025-06-10 19:48',
          anna,
          graham,
          `
Dear Graham,

You will have guessed it: we have bought a flat, in Calder Row, and it is slowly becoming a home. We hope to move on 1 August. I will send proper notice as soon as the builders dare to name a day, but I wanted you to hear it from me first.`,
        ),
        mail(
          '2025-06-11 08:55',
          graham,
          anna,
          `
Dear Anna,

I am happy for you and sorry for me. Six years and not one late payment. The agreement asks for 28 days in writing, an e-mail will do for me. Take your time.`,
        ),
        mail(
          '2025-08-15 20:10',
          anna,
          graham,
          `
Dear Graham,

The windows held us up (the building is listed, it is a long story), but now it is certain: we move on 30 August. With this mail we give notice for ${rental.address}, today, ${rental.noticeGiven}, so that the lease ends on ${rental.leaseEnd}. Please confirm.`,
          { cc: [mateo] },
        ),
        mail(
          '2025-08-18 09:22',
          graham,
          anna,
          `
Dear Anna,

Received and confirmed, last day ${rental.leaseEnd}. My daughter Isla will do the check-out with you, my knee does not like your stairs any more. May I show the flat to two couples on Saturday the 23rd from 11 o'clock?`,
        ),
        mail('2025-08-18 19:01', anna, graham, `Of course. Excuse the boxes.`),
        mail(
          '2025-09-03 17:40',
          isla,
          anna,
          `
Hi Anna, Isla here. Check-out on the last day, Friday 12 September, at 4 pm? It takes about an hour. Please leave all keys, we have three front door keys and two for the cellar on the list. And Dad says the dehumidifier is his :)`,
        ),
        mail('2025-09-03 20:15', anna, isla, `4 pm is perfect. Three and two it is, and the dehumidifier.`),
        mail(
          '2025-09-08 10:31',
          graham,
          anna,
          `
Dear Anna,

Before I forget, would you read the meters on the last day and send me photos? And leave me your new address for the post.`,
        ),
      ],
    },
    {
      id: 'deposit',
      subject: 'Check-out and deposit',
      mails: [
        mail(
          '2025-09-15 11:09',
          isla,
          anna,
          `
Hi Anna, report attached. Everything is in very good order for six years. The only thing is the oven: it needs a professional clean and I have to put ${rental.deduction} against the deposit for that. Dad wanted to let it go, I am the strict one. Isla`,
          { attached: ['Documents/Lorne Place/Check-out report.pdf'] },
        ),
        mail(
          '2025-09-15 21:40',
          anna,
          isla,
          `
Hi Isla, the oven is a fair point, we accept ${rental.deduction}. Out of the ${rental.deposit} that leaves ${rental.returned}. Shall I start the release with ${rental.scheme} or will you?`,
          { cc: [graham] },
        ),
        mail(
          '2025-09-22 09:48',
          graham,
          anna,
          `
Dear Anna,

I have told ${rental.scheme} to release ${rental.returned} to you and ${rental.deduction} to me. They say up to ten days. It has been a pleasure, and the new people play the trombone, so I will miss you twice.`,
        ),
        mail(
          '2025-10-02 18:30',
          anna,
          graham,
          `
Dear Graham, the ${rental.returned} arrived today. Thank you for everything. Come and see the new place, there is a lift for your knee. (There is not. There is cake.)`,
        ),
        mail(
          '2025-10-06 09:15',
          graham,
          anna,
          `
Dear Anna,

Good to hear. I will take you up on the cake. I still have a parcel for Mateo here, from Spain by the stamps, it smells of ham.`,
        ),
      ],
    },
    {
      id: 'reference',
      subject: 'Letter for you at Lorne Place',
      mails: [
        mail(
          '2026-01-13 10:05',
          graham,
          anna,
          `
Dear Anna,

A letter from the tax office came for you to the old address, looks important. I can drop it at Calder Row on Thursday when I am at the bank.`,
        ),
        mail(
          '2026-01-13 12:44',
          anna,
          graham,
          `
Thursday is lovely, ring the second floor. I'll tell the tax office for the third time that we have moved.`,
        ),
      ],
    },
  ],
};
