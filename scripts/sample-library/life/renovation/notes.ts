import type { Theme } from '../../write/material.ts';
import { electrics, flat, flooring, kitchen, plumbing, roof, windows } from '../facts.ts';

export const renovationNotes: Theme = {
  notes: [
    {
      path: 'Notes/Home/Calder Row.md',
      at: '2025-09-07 19:00',
      text: `
---
tags: [calder-row]
aliases: [the flat]
---
# Calder Row

${flat.address}, second floor left. Bought for ${flat.price}, ours since ${flat.entry}. The plan was to move on ${flat.plannedMove}; we moved in on ${flat.movedIn}, because the windows had to wait for the consent (${flat.consentReference}, granted ${flat.consentGranted}).

- Money: [[Calder Row budget]]
- What we decided and why: [[Decisions Calder Row]]
- Still to do: [[Snag list]]
- Who did what: [[Ross Kinnaird]] (pipes), Sunita Rao (wires), Callum Weir (kitchen), Martin Doig (windows)

The stopcock is behind the panel left of the kitchen window. The fuse board is in the hall, circuit 6 is the boiler.`,
    },
    {
      path: 'Notes/Home/Calder Row budget.md',
      at: '2025-08-26 22:10',
      text: `
---
tags: [calder-row, money]
---
# Calder Row budget

We said £42,000 and not a penny more.

| what | quoted | paid |
|---|---|---|
| Bathroom and boiler, [[Ross Kinnaird]] | ${plumbing.quote} | ${plumbing.final} |
| Rewiring, Sunita Rao | ${electrics.quote} | ${electrics.quote} |
| Kitchen, Halden | ${kitchen.quote} | ${kitchen.final} |
| Windows, Martin Doig | ${windows.quote} | ${windows.quote} |
| Floors | £3,367 | £3,367 |
| Tiles | £602 | £567 |
| **Together** | **£37,279** | **£36,849** |

So £5,151 left for paint, lamps, curtains and the sofa that Mateo already has open in a tab.`,
    },
    {
      path: 'Notes/Home/Decisions Calder Row.md',
      at: '2025-08-08 21:45',
      text: `
---
tags: [calder-row, decisions]
---
# Decisions Calder Row

Newest on top. If it is not here we did not decide it, we only talked.

- **2025-07-21** Move postponed from ${flat.plannedMove} to ${flat.movedIn}. Living with seven open windows and a nine-year-old is not an adventure.
- **2025-05-21** Hall floor: ${flooring.hall} instead of ${flooring.first}. The other rooms stay with ${flooring.first}.
- **2025-05-12** The supply pipe is lead and gets replaced, ${plumbing.extra} more for [[Ross Kinnaird]], ${plumbing.final} in total.
- **2025-05-02** Worktop in ${kitchen.worktop} instead of ${kitchen.firstWorktop}, saves ${kitchen.saving}. Mateo oils it.
- **2025-03-21** Plumber: Kinnaird. See [[Plumber comparison]].
- **2025-02-28** Full rewire, not partial.`,
    },
    {
      path: 'Notes/Home/Snag list.md',
      at: '2026-01-18 17:25',
      text: `
---
tags: [calder-row, todo]
---
# Snag list

- [x] Plinth under the dishwasher (Halden, came 18 July)
- [x] Shower door squeaks (Ross, candle wax, really)
- [x] Doorbell rings on the third floor too
- [ ] Crack over the bedroom door, watch it: 1 mm on 1 October, still 1 mm today
- [ ] Cupboard with the coffee machine trips circuit 3 when the toaster is on
- [ ] Second coat of paint behind the radiator, nobody sees it but I know

> [!question] Ask Sunita
> Can the two sockets in the cupboard move to another circuit?`,
    },
    {
      path: 'Notes/Home/Colours.md',
      at: '2025-07-27 16:05',
      text: `
---
tags: [calder-row]
---
# Colours

Hall "Oatmeal", 2 tins. Living room "Harbour Fog" on three walls, the chimney wall darker. Leo's room: he wanted black, we agreed on "Night Train", a very dark blue, on one wall with the planets on it. Bedroom white until we are less tired.

Kitchen walls stay plain next to the Bottle Green doors. Mateo's test patch of terracotta is now called the incident.`,
    },
    {
      path: 'Notes/Home/Boiler.md',
      at: '2026-06-19 18:40',
      text: `
---
tags: [calder-row, heating]
---
# Boiler

${plumbing.boiler}, serial VE24-0093177, fitted 12 June 2025 by [[Ross Kinnaird]]. Warranty ${plumbing.boilerWarranty} if serviced every June.

- 2026-06-18: first service, Ross, £95. Stamp is in the benchmark sheet.
- Pressure 1.4 bar cold. Topped up once, in January 2026, after F22 on the display.
- Hot water set to 46 °C because of Leo.

Next service: June 2027.`,
    },
    {
      path: 'Notes/Home/Worktop oil.md',
      at: '2026-01-10 11:30',
      text: `
---
tags: [calder-row, chores]
---
# Worktop oil

Danish oil, thin, two coats, wipe after 15 minutes. Rags into water afterwards, they can catch fire by themselves.

Done by Mateo: 25 July 2025, 10 January 2026. By contract, hung inside the cupboard door: every January and July. One red wine ring so far, mine.`,
    },
    {
      path: 'Notes/Home/Moving day.md',
      at: '2025-08-31 20:55',
      text: `
---
tags: [calder-row]
---
# Moving day

30 August, dry until three. Two men, one of them a poet. 61 boxes, of which eleven say "kitchen, misc". Pixel spent the day in the empty bath and came out at midnight to inspect.

First supper: chips on the floor of the hall. The cork is warm, he was right. Leo asked whether the other flat knows that we have gone.

Lost: the screws of the bed, the good scissors. Found: the good scissors of 2021.`,
    },
    {
      path: 'Notes/Home/Bins and recycling.md',
      at: '2025-09-14 10:10',
      text: `
---
tags: [calder-row, chores]
---
# Bins and recycling

Street bins, no own bins any more. Glass at the corner of Calder Row and Dock Street. Food caddy collected on Tuesdays, out by 7. Big things: book online, up to five items for £35. The stair is ours to sweep in every eighth week, the list hangs on [[Moira Lennox]]'s door; owners of the roof share (${roof.owners}) and of the broom are the same.`,
    },
  ],
};
