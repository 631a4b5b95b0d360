import { mail, type Theme, type Thread } from '../../write/material.ts';
import { flat, removal, roof } from '../facts.ts';
import { anna, fiona, mateo, movers, neighbour } from '../people.ts';

const conveyancing: Thread = {
  id: 'purchase',
  subject: 'Purchase of 5 Calder Row',
  mails: [
    mail(
      '2024-11-21 14:26',
      fiona,
      [anna, mateo],
      `
Dear Ms Whitfield, dear Mr Ibarra,

I am pleased to confirm that the sellers have accepted your offer of ${flat.price} for ${flat.address}. Nothing is binding until the missives are concluded, which I expect before Christmas. Please send me proof of your deposit and a copy of both passports.`,
    ),
    mail(
      '2024-11-22 08:50',
      anna,
      fiona,
      `
Dear Ms Abernethy,

We danced in the kitchen. Documents attached by post as you asked. Is there anything in the home report that should worry us? The surveyor writes about the boiler and the windows and gives both a 3.`,
      { cc: [mateo] },
    ),
    mail(
      '2024-11-25 10:11',
      fiona,
      [anna, mateo],
      `
Dear Ms Whitfield,

A category 3 means urgent repair, and the price reflects it. What matters more to me is the listing: the building is category B, so that windows, doors and the outside cannot be changed without listed building consent. Please do not order new windows before you have it.`,
    ),
    mail(
      '2024-12-19 16:40',
      fiona,
      [anna, mateo],
      `
Dear both,

Missives were concluded this afternoon. The date of entry is ${flat.entry}. You will get the keys from the selling agent at noon on that day, once the money has arrived. You should have buildings insurance in place from the same day.`,
    ),
    mail(
      '2025-02-13 11:28',
      fiona,
      [anna, mateo],
      `
Dear both,

The funds from your lender came in this morning, so all is ready for tomorrow. My fee note over £1,476 including outlays is in the post.`,
    ),
    mail(
      '2025-02-14 13:02',
      anna,
      fiona,
      `
We have the keys! Thank you for explaining everything twice. There is a dead pigeon in the kitchen, which I understand now also belongs to us.`,
      { cc: [mateo] },
    ),
  ],
};

const roofRepair: Thread = {
  id: 'roof',
  subject: 'Common roof: chimney head',
  mails: [
    mail(
      '2026-02-23 18:44',
      neighbour,
      [anna],
      `
Hello second floor!

You were at work when the roofer came. The chimney head on our side is loose and he can put his hand between the stones. His price is ${roof.total} including the scaffold. Divided by ${roof.owners} owners that is ${roof.share} each. The factor wants everybody's yes by 6 March. Moira`,
    ),
    mail(
      '2026-02-24 07:58',
      anna,
      [neighbour],
      `
Yes from us, ${roof.share} is fine, better than a chimney on somebody's head. Did he say when?`,
      { cc: [mateo] },
    ),
    mail(
      '2026-03-08 20:17',
      neighbour,
      [anna],
      `
All eight have said yes, even the ground floor. Scaffold goes up on 13 April, please keep the front windows shut for a fortnight. I have put my name down as the contact so that nobody else has to be.`,
    ),
    mail(
      '2026-05-04 17:33',
      anna,
      [neighbour],
      `
Dear Moira, ${roof.share} went to the factor today. The view is back, and the pigeons are furious. Cake on Sunday?`,
    ),
  ],
};

const moving: Thread = {
  id: 'removal',
  subject: 'Your move on 30 August',
  mails: [
    mail(
      '2025-07-09 09:12',
      movers,
      anna,
      `
Dear Ms Whitfield, your move is booked for Friday 1 August, two men and the big van, ${removal.price} all in. Please reserve parking on both streets. Bright & Sons`,
    ),
    mail(
      '2025-07-21 21:05',
      anna,
      movers,
      `
Dear Bright & Sons, our windows need a consent that has not come, so we cannot move on 1 August. Is Saturday 30 August still free, at the same price?`,
    ),
    mail(
      '2025-07-22 08:30',
      movers,
      anna,
      `
Moved to Saturday 30 August, 8 am. Weekend supplement waived as you gave us more than a week. Price stays ${removal.price}, invoice ${removal.invoice} on the day. Piano? You did not say piano.`,
    ),
    mail('2025-07-22 08:41', anna, movers, `No piano. One cat, who travels with us.`),
  ],
};

export const purchase: Theme = {
  threads: [conveyancing, roofRepair, moving],
  notes: [
    {
      path: 'Notes/People/Moira Lennox.md',
      at: '2026-03-09 08:00',
      text: `
---
tags: [people, calder-row]
---
# Moira Lennox

First floor right, 74, taught chemistry. Knows every pipe in the building and every person it leaks on. Recommended [[Ross Kinnaird]]. Keeps our spare key. Contact for the [[Chimney repair]].`,
    },
    {
      path: 'Notes/Home/Chimney repair.md',
      at: '2026-05-04 21:20',
      text: `
---
tags: [calder-row, money]
---
# Chimney repair

Loose chimney head, front side. ${roof.total} for the whole building, ${roof.owners} owners, so ${roof.share} each. Scaffold from 13 to 29 April 2026. Paid our share on 4 May 2026.

Photos are on the building's noticeboard. One stone had "1887" scratched into it; [[Moira Lennox]] would not let them throw it away and it now holds the back door open.`,
    },
  ],
  papers: [
    {
      path: 'Documents/Calder Row/Home report extract.pdf',
      at: '2024-11-08 10:00',
      title: 'Home report: single survey (extract)',
      author: 'Forth Valley Surveyors',
      text: `
Property: ${flat.address}, second floor left. Inspected on 30 October 2024 in dry weather after a period of rain. Surveyor: D. Mackie. Valuation for lending: £310,000.

# Description

Traditional tenement flat of about 1887 on the second of four floors, with hall, living room, two bedrooms, kitchen and bathroom, 78 square metres. Eight flats share the stair. The building is listed in category B.

# Condition categories

Category 1 means no immediate action, category 2 repairs in the future, category 3 urgent repairs.

| Element | Category | Remark |
| Roof and chimneys | 2 | Chimney heads weathered |
| Rainwater fittings | 1 | Renewed in 2016 |
| Windows | 3 | Seven sash windows, rot in four |
| Heating | 3 | Boiler of 1998 at the end of its life |
| Electricity | 2 | Old fuse board, partial rewiring advised |
| Plumbing | 2 | Supply pipe not visible, may be lead |
| Floors | 1 | Sound where seen |

===

# Windows

The timber sash and case windows are single glazed. Four of the seven lower rails are soft and the cords are broken in three. They can be repaired. Replacement in plastic would not be allowed in a listed building.

# Heating and hot water

A back boiler conversion of 1998 heats seven radiators. It ran at the time of inspection. Parts are no longer made and a replacement should be budgeted for at once.

# Electricity

The consumer unit has rewirable fuses and there is no residual current device. The wiring in kitchen and hall is of different ages. An inspection by a registered electrician is recommended before entry.

===

# Energy report

Energy efficiency rating D (61). Potential after improvements C (76). Estimated yearly cost of heating, hot water and lighting: £2,140. Recommended measures: condensing boiler, draught-proofing of windows, thermostatic valves.

# Matters for a solicitor

- Share of common repairs: one eighth
- Right of way through the back court
- Category B listing: consent is needed for changes to windows and facade`,
    },
  ],
};
