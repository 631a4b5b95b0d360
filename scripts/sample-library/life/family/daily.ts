import type { Theme } from '../../write/material.ts';
import { choir, flat, rental, rivermark, school } from '../facts.ts';

export const dailyNotes: Theme = {
  notes: [
    {
      path: 'Notes/Daily/2024-11-21.md',
      at: '2024-11-21 22:30',
      text: `
---
tags: [daily]
---
# 2024-11-21

They took our offer. ${flat.price}. Fiona rang at half past two, I was on a bridge in the rain and shouted so loud that Beth dropped the tape measure.

Mateo bought cava. Leo asked whether there is room for a gecko. Told [[Graham Pettigrew]]? No, not until the ink is dry.`,
    },
    {
      path: 'Notes/Daily/2025-02-14.md',
      at: '2025-02-14 21:50',
      text: `
---
tags: [daily, calder-row]
---
# 2025-02-14

Keys at noon. One dead pigeon, one working doorbell, 1998's boiler making the noise of a ship. We ate fish and chips on the window sill and measured everything twice with a tape that turned out to start at 2 cm.

Measure again.`,
    },
    {
      path: 'Notes/Daily/2025-05-12.md',
      at: '2025-05-12 22:05',
      text: `
---
tags: [daily, calder-row]
---
# 2025-05-12

Lead pipe. [[Ross Kinnaird]] stopped and asked, as he had promised. Said yes, see [[Decisions Calder Row]]. Water company grant: form 12, they pay up to £300, need a photo and the invoice.

Tomorrow the Rivermark kick-off. Shirt is clean, slides are not.`,
    },
    {
      path: 'Notes/Daily/2025-07-18.md',
      at: '2025-07-18 23:00',
      text: `
---
tags: [daily, calder-row]
---
# 2025-07-18

Council wants a drawing at full size. So no windows before August, so no move on the 1st. Sat on the stairs for a bit. Then rang Martin Doig, who said "aye, they do that" and is drawing it on Sunday for nothing.

Grant for the lead pipe came: £280.

Read two chapters with Leo, who does the voices better than I do.`,
    },
    {
      path: 'Notes/Daily/2025-09-12.md',
      at: '2025-09-12 21:10',
      text: `
---
tags: [daily]
---
# 2025-09-12

Last hour in Lorne Place. Isla with her list, thorough and kind. The oven, yes. Meter 48,206. When the door was shut Mateo knocked on it once, for luck, and nobody opened.

Deposit should be ${rental.deposit} less the oven.`,
    },
    {
      path: 'Notes/Daily/2025-10-21.md',
      at: '2025-10-21 22:40',
      text: `
---
tags: [daily, work]
---
# 2025-10-21

Flood at Kirkhope on Sunday night, eleven houses, nobody hurt. Our test gauge on the bridge recorded all of it: 2.63 m at 3:40. Hamish rang at ten past eight, no hello: "If we'd had the lot of them."

Slept badly. Choir tomorrow? No, Thursday.`,
    },
    {
      path: 'Notes/Daily/2025-12-31.md',
      at: '2025-12-31 18:00',
      text: `
---
tags: [daily, review]
---
# 2025-12-31

The year: a flat, a pipe, a ceiling, ${rivermark.stations} gauges ordered, one landlord missed. 212 km on the bicycle, which is not many. 23 books, of which six were about water.

For 2026: Wednesdays. Lisbon or somewhere. Less cursing at the dishwasher. Jo's wedding. A tenor for ${choir.name}.`,
    },
    {
      path: 'Notes/Daily/2026-01-07.md',
      at: '2026-01-07 20:20',
      text: `
---
tags: [daily, familia]
---
# 2026-01-07

First Wednesday off. Took Carmen to the airport, she left us two aprons and a silence. Leo's first swimming lesson in the new slot: he can do it, he only cannot do it slowly.

[[Priya Raman]] wrote about the hotel. I want that orange tree.`,
    },
    {
      path: 'Notes/Daily/2026-03-09.md',
      at: '2026-03-09 22:00',
      text: `
---
tags: [daily, work]
---
# 2026-03-09

Twelve upstream stations on the map at 16:50, a day early. Beth owes me a coffee, or I her, we could not remember who had bet on what.

Volcano on the oak worktop. Do not ask. Oiled it.`,
    },
    {
      path: 'Notes/Daily/2026-05-22.md',
      at: '2026-05-22 21:30',
      text: `
---
tags: [daily, leo]
---
# 2026-05-22

Leo back from ${school.camp}: brown, hoarse, one welly short. Slept on the hall floor in his coat. Two flats full of quiet for five days and we used them to sort the cellar, which tells you everything about being forty.

Third instalment went out on 1 May, so the ${school.campPrice} are all paid.`,
    },
    {
      path: 'Notes/Daily/2026-08-30.md',
      at: '2026-08-30 20:45',
      text: `
---
tags: [daily, calder-row]
---
# 2026-08-30

One year in Calder Row. Cake for the stair: Moira, Mr Baird, the couple from the ground floor, and [[Graham Pettigrew]], who climbed up after all and sat under the repaired ceiling looking at it like a man who has paid for many.

Crack over the bedroom door: still 1 mm.`,
    },
    {
      path: 'Notes/Daily/2026-10-14.md',
      at: '2026-10-14 23:10',
      text: `
---
tags: [daily, books]
---
# 2026-10-14

[[Book group]] at Dermot's. The aubergines were the best thing about "The Salt Line". Priya was right about the lighthouse.

Leo lost his chess final yesterday in 41 moves and shook hands like an ambassador. The talk in Stirling went well, the cow got the laugh.`,
    },
  ],
};
