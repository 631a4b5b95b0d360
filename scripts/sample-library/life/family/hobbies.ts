import type { Theme } from '../../write/material.ts';
import { family, insurance } from '../facts.ts';

export const hobbyNotes: Theme = {
  notes: [
    {
      path: 'Notes/Reading/Book group.md',
      at: '2026-09-22 18:00',
      text: `
---
tags: [books]
---
# Book group

Dermot, [[Priya Raman]], me, sometimes Wanda. Every second month, whoever hosts cooks.

- October 2026: *The Salt Line*, Ines Marrow, Wednesday the 14th at Dermot's (moved from the 13th)
- August 2026: *A Field of Small Bells*, fell asleep, all of us
- June 2026: [[The Weight of Rivers]]
- April 2026: [[Night Ferry]]`,
    },
    {
      path: 'Notes/Reading/The Weight of Rivers.md',
      at: '2026-06-08 22:20',
      text: `
---
tags: [books, water]
rating: 5
---
# The Weight of Rivers

T. Okafor, essays. The best is about a clerk in Khartoum who wrote down the level of the Nile every morning for 41 years and was never told why. "A number nobody asked for is a kind of love."

Put that on the last slide of the [[Talk on early warnings]].`,
    },
    {
      path: 'Notes/Reading/Night Ferry.md',
      at: '2026-04-19 21:00',
      text: `
---
tags: [books]
rating: 3
---
# Night Ferry

Two sisters, one crossing, nobody speaks until page 90. Priya loved it, Dermot threw it. I liked the engine room.

Question we did not settle: did the younger one know from the start? Chapter 4 says yes, the letter at the end says no.`,
    },
    {
      path: 'Notes/Reading/How buildings age.md',
      at: '2025-04-27 20:15',
      text: `
---
tags: [books, calder-row]
rating: 4
---
# How buildings age

M. Castellane. Site, skin, services, stuff: each layer has its own clock, and trouble comes where a slow one is glued to a fast one. Our bathroom: pipes (40 years) inside tiles (20) inside walls (150).

Rule taken over: every pipe joint gets a hatch. Told Ross, who said that this is not in a book, this is just plumbing.`,
    },
    {
      path: 'Notes/Garden/Balcony.md',
      at: '2026-05-30 19:00',
      text: `
---
tags: [garden]
---
# Balcony

North-east, wind from the docks. What lives: mint (too well), chives, sweet peas on strings, one fern. What died: rosemary twice, the olive tree, hope.

Watering from the brass tap that Ross saved. Tomatoes: Leo's experiment, three plants, "Gardener's Delight", 14 fruits last year, he sold two to [[Moira Lennox]] for 20p.`,
    },
    {
      path: 'Notes/Health/Running.md',
      at: '2026-04-26 10:40',
      text: `
---
tags: [health]
---
# Running

10 km along the shore: 58:12 on 26 April 2026. In October it was 63:40. The knee is quiet if I do the stairs exercises, three sets, while the kettle boils.

Entered the Portobello ten in September with Beth. New shoes after 700 km, these have 540.`,
    },
    {
      path: 'Notes/Health/Dentist.md',
      at: '2026-02-25 17:00',
      text: `
---
tags: [health]
---
# Dentist

Harbour Dental, Dr Nuttall. Me: crown upper left, £385, 25 February 2026, two visits. Leo: all fine, brace to be looked at when he is eleven. Mateo: has not been since 2023 and changes the subject.

Next check-ups: 26 August.`,
    },
    {
      path: 'Notes/Home/Bicycles.md',
      at: '2025-10-16 19:30',
      text: `
---
tags: [bike]
---
# Bicycles

| bike | frame number | bought |
|---|---|---|
| Blue tourer (me) | WB 41 7730 F | 2016 |
| Grey hybrid (Mateo) | HX-220914 | 2021 |
| Leo's, 24 inch, red | none | 2025, second hand, £70 |

Insured away from home up to ${insurance.bicycles} together, see [[Insurance]]. Service October 2025 at Spokes & Co: ${family.bikeRepair}, chain, cassette, pads.`,
    },
    {
      path: 'Notes/Home/Energy readings.md',
      at: '2026-09-01 08:15',
      text: `
---
tags: [calder-row, money]
---
# Energy readings

| date | electricity kWh | gas m³ |
|---|---|---|
| 2025-09-01 | 112 | 31 |
| 2025-12-01 | 743 | 268 |
| 2026-03-01 | 1,402 | 655 |
| 2026-06-01 | 1,951 | 781 |
| 2026-09-01 | 2,437 | 809 |

So 2,325 kWh and 778 m³ in the first year. The home report guessed £2,140; we paid £1,486. The windows, probably, and Mateo's jumpers.`,
    },
  ],
};
