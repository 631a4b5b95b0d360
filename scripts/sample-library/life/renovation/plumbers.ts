import type { Theme } from '../../write/material.ts';
import { mail, type Thread } from '../../write/material.ts';
import { flat, plumbing } from '../facts.ts';
import { anna, leithBathrooms, mateo, mccready, ross } from '../people.ts';

const kinnaird: Thread = {
  id: 'kinnaird',
  subject: 'Bathroom and boiler at Calder Row',
  mails: [
    mail(
      '2025-03-04 18:12',
      anna,
      ross,
      `
Dear Mr Kinnaird,

Moira Lennox on the first floor says you did her bathroom two years ago and that she has not had a drip since. We have just got the keys to ${flat.address} and need two things done before we can live there: a new bathroom (bath out, walk-in shower in, everything tiled to the ceiling) and a boiler, because the one in the hall cupboard is from 1998 and the survey calls it "at the end of its life".

Could you come and look? I work from home on Thursdays and Fridays.`,
    ),
    mail(
      '2025-03-06 07:48',
      ross,
      anna,
      `
Hi Anna,

Kind of Moira to say so. I can do Tuesday the 11th at 8 in the morning, need about an hour and somebody who can tell me where the stopcock is. If nobody knows, that's fine too, in those tenements it's always behind something.`,
    ),
    mail(
      '2025-03-14 19:30',
      ross,
      anna,
      `
Hi Anna,

Quote attached, number ${plumbing.quoteNumber}. In short: ${plumbing.quote} for the bathroom and the boiler together, tiling labour included, tiles not. The boiler I would fit is a ${plumbing.boiler}, it comes with ${plumbing.boilerWarranty} of warranty if it is serviced every year.

Two things I could not see: what the supply pipe is made of under the floor, and whether the joists under the bath are sound. If I find something I'll ring you before I do anything about it. I could start on 28 April and I'd be with you for about six weeks, on and off.`,
      { attached: ['Documents/Calder Row/Kinnaird quote K-2025-041.pdf'] },
    ),
    mail(
      '2025-03-21 20:05',
      anna,
      ross,
      `
Hi Ross,

We had three quotes and would like you to do it. Yours was not the cheapest, but you are the only one who included the tiling and who crawled under the bath to look. Please book us in from 28 April.

I'll order the tiles myself, 14 square metres as you said.`,
      { cc: [mateo] },
    ),
    mail(
      '2025-05-12 12:41',
      ross,
      anna,
      `
Hi Anna,

Sorry, this is the call I said I might have to make, and you were in a meeting. Floor is up and the supply pipe is lead, all the way from the stopcock to the kitchen. I can't put a new bathroom on lead, and you would not want your boy drinking from it either.

Replacing it with copper is ${plumbing.extra} on top, that's four metres of pipe, two days and making good the floor. So the new price is ${plumbing.final} instead of ${plumbing.quote}. Nothing else changes. I've stopped at the stopcock until you say yes.`,
    ),
    mail(
      '2025-05-12 17:20',
      anna,
      ross,
      `
Yes, please replace it. I spoke to Mateo and we both agree: no lead. ${plumbing.final} in total is understood and agreed.

One question: there is a grant for lead pipes from the water company, isn't there? Would you give me a photo and a line on the invoice so that I can apply?`,
      { cc: [mateo] },
    ),
    mail(
      '2025-06-16 16:55',
      ross,
      anna,
      `
Hi Anna,

All done, pressure tested and the boiler is registered with the maker. Invoice ${plumbing.invoiceNumber} attached, the lead pipe is its own line for your grant. Payment within 14 days would be grand.

Service the boiler every June or the warranty is void. I'll send a reminder but don't rely on me.`,
      { attached: ['Documents/Calder Row/Kinnaird invoice KPH-1187.pdf'] },
    ),
    mail(
      '2025-06-27 08:15',
      anna,
      ross,
      `
Hi Ross,

I have just transferred ${plumbing.final} for invoice ${plumbing.invoiceNumber}. The shower is the best thing in this flat, Leo wants to live in it. Thank you for leaving the old brass tap for me, it is going on the balcony.`,
    ),
  ],
};

const bathroomCompany: Thread = {
  id: 'leith-bathrooms',
  subject: 'Your bathroom project with Leith Bathroom Company',
  mails: [
    mail(
      '2025-03-10 11:02',
      leithBathrooms,
      anna,
      `
Dear Ms Whitfield,

Thank you for visiting our showroom on Saturday. Based on the drawing you left with us, our turnkey price for your bathroom is ${plumbing.rivalLeith}. This covers design, all materials including tiles and a rain shower, fitting by our own team and ten working days on site. A boiler is not part of our range, but we can recommend a partner.

The price holds until 30 April. A deposit of 40% secures your slot.`,
      { attached: ['Documents/Calder Row/Leith Bathroom Company quote.pdf'] },
    ),
    mail(
      '2025-03-21 20:16',
      anna,
      leithBathrooms,
      `
Dear Ms Innes,

Thank you for the careful drawing. We have decided to go with another firm: ${plumbing.rivalLeith} without a boiler is more than we can spend on one room, however nice the rain shower is.`,
    ),
    mail(
      '2025-03-24 09:30',
      leithBathrooms,
      anna,
      `
Dear Ms Whitfield,

I quite understand. Should anything change, I could offer you 8% off if you order before Easter. All the best with your new home.`,
    ),
  ],
};

const mccreadySons: Thread = {
  id: 'mccready',
  subject: 'Quote: shower room and combi boiler',
  mails: [
    mail(
      '2025-03-12 15:44',
      mccready,
      anna,
      `
Mrs Whitfield, as discussed on the phone. ${plumbing.rivalMcCready} plus parts over and above the list, labour and boiler (own brand, 2 year guarantee) included. Tiling NOT included, you'd need a tiler, I can give you a number. Can start Monday week. Cash is fine. Alan McCready`,
      { attached: ['Documents/Calder Row/McCready estimate.docx'] },
    ),
    mail(
      '2025-03-13 09:10',
      anna,
      mccready,
      `
Dear Mr McCready,

Thanks for being so quick. Two questions: what does "parts over and above the list" mean in pounds, and are you registered for gas work? I could not find the number on the estimate.`,
    ),
    mail(
      '2025-03-19 18:03',
      mccready,
      anna,
      `
Depends what we find. My nephew does the gas side, he is doing his registration this summer. Let me know soon as I have other jobs waiting. AMcC`,
    ),
  ],
};

export const plumbers: Theme = {
  threads: [kinnaird, bathroomCompany, mccreadySons],
  notes: [
    {
      path: 'Notes/Home/Plumber comparison.md',
      at: '2025-03-20 21:30',
      text: `
---
tags: [calder-row, money]
created: 2025-03-15
---
# Plumber comparison

| firm | price | boiler | tiling | can start |
|---|---|---|---|---|
| [[Ross Kinnaird]] | ${plumbing.quote} | ${plumbing.boiler}, ${plumbing.boilerWarranty} warranty | included | 28 April |
| Leith Bathroom Company | ${plumbing.rivalLeith} | not included | included, with tiles | mid May |
| McCready & Sons | ${plumbing.rivalMcCready} | own brand, 2 years | not included | at once |

McCready looks cheapest until you add a tiler (Sunita's brother-in-law charges about £900) and the mysterious "parts over and above the list". And nobody there is registered for gas yet. No.

> [!success] Decision, 21 March 2025
> We take Ross Kinnaird. He was the only one who looked under the bath.

See [[Calder Row budget]] and [[Decisions Calder Row]].`,
    },
    {
      path: 'Notes/People/Ross Kinnaird.md',
      at: '2025-06-16 21:00',
      text: `
---
tags: [people, trades]
phone: 07700 900 318
---
# Ross Kinnaird

Plumber, Kinnaird Plumbing & Heating. Recommended by Moira Lennox (first floor).

- Did the bathroom and the boiler at [[Calder Row]], 28 April to 13 June 2025.
- Rings before he does anything that costs money. On ${plumbing.changeDate} he found the lead supply pipe.
- Boiler service every June, or the ${plumbing.boilerWarranty} of warranty are gone.
- Takes his tea black, two sugars. Has a dog called Spanner who sleeps in the van.`,
    },
  ],
};
