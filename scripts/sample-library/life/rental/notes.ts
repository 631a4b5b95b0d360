import type { Theme } from '../../write/material.ts';
import { flat, rental } from '../facts.ts';

export const rentalNotes: Theme = {
  notes: [
    {
      path: 'Notes/People/Graham Pettigrew.md',
      at: '2025-10-06 20:00',
      text: `
---
tags: [people]
aliases: [landlord]
---
# Graham Pettigrew

Our landlord at [[Lorne Place]], September 2019 to September 2025. Old school: writes "Dear Anna" even when the boiler is on fire. Took £120 off the rent over the mould without being asked.

His daughter Isla does the paperwork now and is stricter than he is.

Likes: cake. Dislikes: stairs, trombones.`,
    },
    {
      path: 'Notes/Home/Lorne Place.md',
      at: '2025-10-02 19:12',
      text: `
---
tags: [home, archive]
---
# Lorne Place

Rented from [[Graham Pettigrew]]. Rent ${rental.rentBefore} until January 2025, ${rental.rent} from ${rental.rentFrom}.

- Notice given on ${rental.noticeGiven}, lease ended on ${rental.leaseEnd}.
- Deposit ${rental.deposit}; ${rental.deduction} kept for the oven; ${rental.returned} back on ${rental.returnedOn}.
- Moved out to ${flat.address} on ${flat.movedIn}, so for two weeks we had two homes and slept in neither properly.

> [!tip] For next time
> Clean the oven before the check-out, not the carpet after it.`,
    },
  ],
};
