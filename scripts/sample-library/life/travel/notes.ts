import type { Theme } from '../../write/material.ts';
import { asturias, lisbon } from '../facts.ts';

export const travelNotes: Theme = {
  notes: [
    {
      path: 'Notes/Travel/Lisbon.md',
      at: '2026-03-28 15:00',
      text: `
---
tags: [travel]
---
# Lisbon

${lisbon.from} to ${lisbon.to}, ${lisbon.nights} nights at ${lisbon.hotel} in ${lisbon.district}, booking ${lisbon.booking}. [[Priya Raman]] recommended the hotel: room 6, balcony over the tram.

- Paid so far: nothing, ${lisbon.total} at the house
- Flight lands at 22:35 now, Amélia knows
- Belém by train, before ten, custard tarts
- Carris tram museum for Leo
- **Not** the Miradouro Palace

> [!warning] Nuts
> Almond cake on every table. Leo's pen goes in my hand luggage, not in the suitcase. [[Leo's allergy plan]]`,
    },
    {
      path: 'Notes/Travel/Lisbon diary.md',
      at: '2026-04-10 16:45',
      text: `
---
tags: [travel, diary]
---
# Lisbon diary

**Fri.** Soup at midnight, as promised. **Sat.** Slept. Castle by the back gate. **Sun.** Easter, bells like a traffic accident. **Mon.** Belém, eleven tarts between three people, six of them Leo's. **Tue.** Tram museum, four hours. Fado in the cellar; Mateo wept, says it was the smoke. **Wed.** Rain, cards with Amélia, who cheats. **Thu.** Beach at Caparica, water 16 degrees, Leo in to the neck.

He ate octopus. He says we may not tell anybody.`,
    },
    {
      path: 'Notes/Travel/Asturias.md',
      at: '2025-08-24 18:00',
      text: `
---
tags: [travel, familia]
---
# Asturias

${asturias.house}, Llanes, 16 to 23 August 2025, with Abuela Carmen. ${asturias.week} for the week plus ${asturias.deposit} deposit.

Best: the Cares gorge (12 km, Leo walked all of it for the price of two ice creams), cider poured from above the head, Carmen teaching him to whistle with grass. Worst: driving home straight into the move, six days later. Never again like that.

Left behind: one green dinosaur.`,
    },
    {
      path: 'Notes/Travel/Packing list.md',
      at: '2025-08-14 21:00',
      text: `
---
tags: [travel, list]
---
# Packing list

- [ ] Passports, Mateo's is valid until May 2028, mine until October 2031, Leo's until 2 July 2027
- [ ] Adrenaline pens x2, letter from the doctor
- [ ] Plug adapters (drawer under the kettle)
- [ ] Swimming things, the blue towel that is not the cat's
- [ ] Cards for Leo, book for me, three books for Mateo
- [ ] Turn the water off. Really. See [[Insurance]]`,
    },
    {
      path: 'Notes/People/Priya Raman.md',
      at: '2026-04-12 12:00',
      text: `
---
tags: [people, friends]
---
# Priya Raman

University, second-year flat, still the first person I ring. Two girls, Asha and Mina. Bakes when she is angry, so one hopes.

- 2026-01: recommended ${lisbon.hotel} for [[Lisbon]]. We brought her a tile.
- Birthday 9 December. Last present: the good secateurs.
- Reads the same books as the [[Book group]] but faster.`,
    },
  ],
};
