import { mail, type Theme, type Thread } from '../../write/material.ts';
import { choir } from '../facts.ts';
import { anna, dougal, elin, hall, wanda } from '../people.ts';

const concert: Thread = {
  id: 'concert',
  subject: 'Summer concert 2026',
  mails: [
    mail(
      '2026-01-19 20:40',
      dougal,
      [anna, wanda, elin],
      `
Dear committee,

As agreed on Thursday: summer concert on Saturday ${choir.concertBefore} in ${choir.venueBefore}, half past seven. Wanda books the hall, Anna sends them the deposit. Elin, may we have the programme by Easter?`,
    ),
    mail(
      '2026-02-16 19:22',
      wanda,
      [dougal, anna, elin],
      `
Bad news. ${choir.venueBefore} has found dry rot under the stage and is shut until autumn. I rang round: the ${choir.venue} has a big room with a good piano, but only on the 20th, not on the 13th.`,
    ),
    mail(
      '2026-02-16 21:03',
      elin,
      [dougal, wanda, anna],
      `The 20th is better for me anyway, I conduct in Bergen on the 12th. And the ${choir.venue} has the kinder echo. Elin`,
    ),
    mail(
      '2026-02-19 22:10',
      dougal,
      [anna, wanda, elin],
      `
Settled tonight: we sing on Saturday ${choir.concert} at the ${choir.venue}, not on ${choir.concertBefore} at ${choir.venueBefore}. Anna, their hire is ${choir.hire}, could you pay a third now?`,
    ),
    mail(
      '2026-02-20 08:30',
      anna,
      [dougal, wanda, elin],
      `Paid £127 this morning, the rest of the ${choir.hire} is due on the day. Posters must not go out with the old date, Wanda, I think twenty are already at the printer's.`,
    ),
    mail('2026-02-20 09:02', wanda, [anna, dougal], `Stopped them. Twelve pounds lost, dignity kept.`),
  ],
};

const subscriptions: Thread = {
  id: 'subscriptions',
  subject: 'Subscriptions for 2026',
  mails: [
    mail(
      '2025-11-21 18:00',
      anna,
      [dougal, wanda],
      `
Dear both,

The figures for the general meeting: with ${choir.members} members, the dearer hall and Elin's fee, ${choir.subscriptionBefore} a year does not carry us any more, we would lose about £600. I propose ${choir.subscription} from January, and half for students and anyone who asks.`,
      { attached: ['Documents/Choir/Accounts 2025.pdf'] },
    ),
    mail(
      '2025-11-22 10:19',
      dougal,
      [anna, wanda],
      `I'll take the shouting. Put it on the agenda as item 4, after the biscuits.`,
    ),
    mail(
      '2025-11-28 23:05',
      wanda,
      [anna, dougal],
      `
For the minutes: ${choir.subscription} accepted by 31 to 4 with 3 abstentions, so 38 were there. Nobody shouted. Mr Petrie asked whether the biscuits are included.`,
    ),
  ],
};

const music: Thread = {
  id: 'music',
  subject: 'Scores for the Fauré',
  mails: [
    mail(
      '2026-02-25 17:15',
      elin,
      [anna],
      `Dear Anna, for the Requiem we need 48 vocal scores. The library in Perth hires them out at £1.10 each a month, three months. Or does anyone still own some? Elin`,
    ),
    mail(
      '2026-02-26 20:00',
      anna,
      [elin, wanda],
      `Seventeen members have their own from 2014. That leaves 31 to hire, £102.30 for three months. I'll order them if Wanda keeps the list.`,
    ),
    mail(
      '2026-06-24 18:48',
      wanda,
      [anna, elin],
      `All 31 scores are back, one with a coffee ring and one with a phone number in it. Posting them tomorrow.`,
    ),
  ],
};

const booking: Thread = {
  id: 'hall',
  subject: 'Booking: large room, 20 June 2026',
  mails: [
    mail(
      '2026-02-18 11:00',
      wanda,
      [hall],
      `
Hello, Leith Harbour Choir would like the large room on Saturday 20 June from 14:00 (rehearsal) to 22:30, with the piano, 160 chairs and the kitchen.`,
      { cc: [anna] },
    ),
    mail(
      '2026-02-18 15:35',
      hall,
      [wanda],
      `
The room is yours. Hire ${choir.hire} including piano and chairs, kitchen free if left clean. One third now, the rest on the day. Maximum 180 people with performers.`,
      { cc: [anna] },
    ),
    mail(
      '2026-06-21 12:20',
      anna,
      [hall],
      `Thank you for last night. I transferred the remaining £253 this morning. We counted 134 in the audience, and your caretaker knows all the words of the Sanctus.`,
      { cc: [wanda] },
    ),
  ],
};

export const choirTheme: Theme = {
  threads: [concert, subscriptions, music, booking],
  notes: [
    {
      path: 'Notes/Choir/Choir.md',
      at: '2026-02-20 20:20',
      text: `
---
tags: [choir]
---
# Choir

${choir.name}, Thursdays 19:30, ${choir.members} members. I am the treasurer, second alto when there is time. Chair Dougal Ferrie, secretary Wanda Kowalska, conductor Elin Sandvik.

- Subscription ${choir.subscription} a year since January 2026, before that ${choir.subscriptionBefore}
- Summer concert: ${choir.concert}, ${choir.venue} (moved, see [[2026-02-19 Choir committee]])
- Bank: two signatures, Dougal and me`,
    },
    {
      path: 'Notes/Choir/2026-01-15 Choir committee.md',
      at: '2026-01-15 22:00',
      text: `
---
tags: [choir, meeting]
---
# Choir committee, 15 January

At Dougal's, present: Dougal, Wanda, Elin, me, a very old spaniel.

- Summer concert: ${choir.concertBefore}, ${choir.venueBefore}. Programme: Fauré Requiem and something short and cheerful before.
- Subscription letters went out, 29 have paid the ${choir.subscription} already
- New sopranos: two. New tenors: none, as since 1987.`,
    },
    {
      path: 'Notes/Choir/2026-02-19 Choir committee.md',
      at: '2026-02-19 22:30',
      text: `
---
tags: [choir, meeting, decisions]
---
# Choir committee, 19 February

Dry rot at ${choir.venueBefore}.

## Decisions
- Concert moves from ${choir.concertBefore} to ${choir.concert}
- New place: ${choir.venue}, hire ${choir.hire}, a third at once
- Tickets £12, under 16 free

Elin wants two extra rehearsals, on 6 and 13 June, Saturdays. Groans.`,
    },
    {
      path: 'Notes/Choir/After the concert.md',
      at: '2026-06-22 20:00',
      text: `
---
tags: [choir, money]
---
# After the concert

134 in the audience, of whom 121 paid £12: £1,452. Plus £318 from cakes. Less hall ${choir.hire}, scores £102.30, soloist £250, flowers £36. Leaves £1,001.70.

The baritone fainted in rehearsal and sang like a god in the evening. Dougal's speech: nine minutes. Leo sold programmes and kept exact accounts on his arm.`,
    },
  ],
  papers: [
    {
      path: 'Documents/Choir/Accounts 2025.pdf',
      at: '2025-11-21 17:30',
      title: `${choir.name}: accounts for 2025`,
      author: 'Anna Whitfield, treasurer',
      text: `
For the general meeting on 28 November 2025. Period: 1 November 2024 to 31 October 2025. ${choir.members} members on the last day.

# Income

| Item | Amount |
| Subscriptions, 44 at ${choir.subscriptionBefore} and 2 at £45 | £4,050.00 |
| Concert tickets, December and June | £2,317.00 |
| Cakes and raffle | £604.50 |
| Interest | £28.11 |
| Total | £6,999.61 |

# Spending

| Item | Amount |
| Conductor's fee | £3,600.00 |
| Rehearsal room, 40 evenings | £1,800.00 |
| Halls for two concerts | £610.00 |
| Scores, hire and purchase | £388.40 |
| Insurance and bank | £164.25 |
| Flowers, printing, biscuits | £271.90 |
| Total | £6,834.55 |

===

# Balance

The surplus of the year is £165.06. The balance at the bank on 31 October 2025 was ${choir.balance}.

# Outlook for 2026

The rehearsal room rises to £52 an evening and the conductor's fee to £3,900. With ${choir.subscriptionBefore} a member we would lose about £600. The treasurer proposes a subscription of ${choir.subscription} from January 2026, with half for students and for anyone who asks in confidence.

# Check

The books and vouchers were checked by Margaret Petrie on 17 November 2025 and found in order. One receipt over £8.40 (biscuits) was missing and has been found in a coat.`,
    },
    {
      path: 'Documents/Choir/Constitution.docx',
      at: '2024-11-29 12:00',
      title: `Constitution of ${choir.name}`,
      author: choir.name,
      text: `
Adopted on 14 March 1987, last changed by the general meeting of 28 November 2024.

# 1 Name and purpose

The choir is called ${choir.name}. It exists to sing well, to bring choral music to the harbour district and to be good company. It is open to all without audition; the conductor may listen to a new voice to find its place.

# 2 Members

Members pay the yearly subscription by the end of January. Whoever has not paid by the end of March, and has not spoken to the treasurer, is taken off the list. Members may be away for a term without losing their place.

# 3 Committee

The committee consists of chair, secretary, treasurer and the conductor, who has no vote on his or her own fee. It is elected for two years. It meets at least four times a year and decides by simple majority; the chair decides a tie.

===

# 4 General meeting

The general meeting is held in November. It needs twenty members to decide. The agenda is sent two weeks before. It elects the committee, approves the accounts and sets the subscription.

# 5 Money

Payments above £200 need two signatures. The books are checked once a year by a member who is not on the committee. Surpluses stay with the choir.

# 6 Changing this constitution

Changes need two thirds of the members present. If the choir ends, its money goes to the music fund of the local schools and its scores to the library.`,
    },
  ],
};
