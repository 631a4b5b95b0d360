import type { Theme } from '../../write/material.ts';
import { insurance } from '../facts.ts';

export const insuranceNotes: Theme = {
  notes: [
    {
      path: 'Notes/Home/Insurance.md',
      at: '2026-02-10 20:30',
      text: `
---
tags: [money, insurance]
---
# Insurance

## Home
Castlebridge Mutual, policy ${insurance.policy}, renews every 14 February. Paid ${insurance.premium2025} in 2025 and ${insurance.premium2026} in 2026. Excess ${insurance.excess}, but ${insurance.waterExcess} for escape of water.

> [!success] Decision, 9 February 2026
> We stay with Castlebridge at ${insurance.premium2026} and do not switch to Northgate, although Northgate is cheaper (${insurance.northgate}): it excludes escape of water in listed buildings.

This overrules what I wrote on [[2026-02-03]].

## Car
Fairway Motor, ${insurance.carPolicy}, renews on 1 July, ${insurance.carPremium} in 2025.

## Travel
Comes with the bank account, 31 days a trip, skiing not included. See [[Lisbon]].`,
    },
    {
      path: 'Notes/Daily/2026-02-03.md',
      at: '2026-02-03 22:15',
      text: `
---
tags: [daily]
---
# 2026-02-03

Compared the house insurances at last. Northgate ${insurance.northgate}, Castlebridge came down to ${insurance.premium2026}. Plan: switch to Northgate, save £24, buy a decent lamp. Must read the small print first, page 2.

Leo: spelling test 18 of 20, "necessary" is his enemy as it was mine.

Cold. Boiler at 1.3 bar.`,
    },
    {
      path: 'Notes/Daily/2025-11-09.md',
      at: '2025-11-09 21:40',
      text: `
---
tags: [daily, calder-row]
---
# 2025-11-09

It rained in the kitchen. 7 am, Mateo in his pyjamas under an umbrella with the fuse board open, which is the picture I will keep of this year. Burst hose at Mr Baird's, upstairs left.

- Ceiling down by the window, about 2 m²
- Two wall units swollen, oven dead
- Worktop: wiped at once, oiled, no mark. Oak 1, quartz 0.

Rang Castlebridge, they want the form and photos tomorrow. Mr Baird, 81, cried; [[Moira Lennox]] made him soup.`,
    },
  ],
};
