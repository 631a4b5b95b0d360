import { mail, type Theme, type Thread } from '../../write/material.ts';
import { school } from '../facts.ts';
import { anna, mateo, schoolOffice, swimming, teacher } from '../people.ts';

const camp: Thread = {
  id: 'camp',
  subject: 'P5 residential at Glenmarra',
  mails: [
    mail(
      '2026-01-14 15:10',
      schoolOffice,
      [anna, mateo],
      `
Dear parents of P5,

The class goes to the ${school.camp} outdoor centre from ${school.campFrom} to ${school.campTo}. The price is ${school.campPrice} for everything. A deposit of ${school.campDeposit} is due by 6 February; the rest can be paid in three instalments of £55. Families who need help may speak to the office in confidence.`,
      { attached: ['Documents/School/Glenmarra letter.docx'] },
    ),
    mail(
      '2026-01-15 07:40',
      anna,
      schoolOffice,
      `
Leo is coming, he has already packed. The deposit of ${school.campDeposit} was paid this morning. He is allergic to ${school.allergy}: who do I talk to about the kitchen at ${school.camp}?`,
    ),
    mail(
      '2026-01-15 16:22',
      teacher,
      anna,
      `
Dear Anna, that would be me. The centre cooks without nuts when a group asks for it, and I have asked. I keep one of his pens, the group leader the other. Please send me the doctor's letter again, ours is from 2024. E. Sutherland`,
    ),
    mail(
      '2026-05-22 20:10',
      teacher,
      anna,
      `
Dear Anna, all home and dry, well, home. Leo fell into the loch once, on purpose I think, and talked about hydrology to the ranger for an hour. One welly is missing, size 3, green. E. Sutherland`,
    ),
  ],
};

const allergy: Thread = {
  id: 'allergy',
  subject: "Leo's allergy plan for P5",
  mails: [
    mail(
      '2025-08-27 18:30',
      anna,
      teacher,
      `
Dear Ms Sutherland,

Leo joins your class this week. He has a severe allergy to ${school.allergy} (other nuts are fine, peanuts too). His plan and two adrenaline pens are in the blue bag; the pens expire in November 2026. If he says that his mouth feels "furry", please believe him at once.`,
      { cc: [mateo] },
    ),
    mail(
      '2025-08-28 15:50',
      teacher,
      anna,
      `
Dear Anna, thank you, clear and calm, as I like it. The bag hangs by the door, all staff know. Birthday cakes: could you give me something he may eat, to keep in the freezer? E. Sutherland`,
    ),
    mail(
      '2025-08-28 19:12',
      anna,
      teacher,
      `Six lemon muffins come tomorrow, labelled. They keep until Christmas.`,
    ),
  ],
};

const evening: Thread = {
  id: 'parents-evening',
  subject: "Parents' evening P5",
  mails: [
    mail(
      '2025-10-28 14:00',
      schoolOffice,
      [anna, mateo],
      `Dear parents, parents' evening is on ${school.evening} between 16:30 and 19:00. Please book ten minutes by reply.`,
    ),
    mail(
      '2025-10-28 19:44',
      mateo,
      [schoolOffice],
      `Please at 18:10 for Leo Ibarra Whitfield. Mateo Ibarra`,
      {
        cc: [anna],
      },
    ),
    mail(
      '2025-11-10 12:05',
      schoolOffice,
      [anna, mateo],
      `Dear parents, the heating has failed, so parents' evening moves from ${school.evening} to ${school.eveningMoved}. Your time stays the same. We are sorry for the short notice.`,
    ),
  ],
};

const swim: Thread = {
  id: 'swimming',
  subject: 'Swimming lessons, new term',
  mails: [
    mail(
      '2025-12-11 09:00',
      swimming,
      anna,
      `Hello Anna, Leo moves up to level 6. From 7 January the lesson is on Wednesdays at 16:15 instead of Thursdays at 17:00. ${school.swimFee} for twelve weeks, please pay before the first lesson.`,
    ),
    mail(
      '2025-12-11 12:40',
      anna,
      swimming,
      `Wednesday suits us even better from January, paid ${school.swimFee} just now. He will want to know whether level 6 has diving.`,
    ),
    mail('2025-12-11 16:01', swimming, anna, `It does :) From the side, in week 8.`),
  ],
};

export const schoolTheme: Theme = {
  threads: [camp, allergy, evening, swim],
  notes: [
    {
      path: 'Notes/School/School.md',
      at: '2026-01-15 20:10',
      text: `
---
tags: [school, leo]
---
# School

Wardie Burn Primary, P5, Ms Sutherland. Office opens at 8:15.

- ${school.camp}: ${school.campFrom} to ${school.campTo}, ${school.campPrice}, deposit ${school.campDeposit} paid on 15 January
- Swimming: Wednesdays 16:15 since January (before: Thursdays 17:00)
- Library books back on Fridays
- [[Leo's allergy plan]] is in the blue bag`,
    },
    {
      path: "Notes/School/Leo's allergy plan.md",
      at: '2025-08-26 20:00',
      text: `
---
tags: [leo, health]
---
# Leo's allergy plan

> [!danger] ${school.allergy}
> Severe. Other nuts and peanuts are fine (tested March 2024, Dr Menzies).

1. Furry mouth, rash, cough: antihistamine, 10 ml, watch him.
2. Trouble breathing, vomiting, going quiet: pen into the thigh, through the trousers, hold ten seconds, call 999.
3. Second pen after five minutes if no better.

Pens: two at school, two at home (hall drawer), all expire in November 2026. Chocolate spread is the enemy; so is Mateo's aunt's turrón, read the label every year.`,
    },
    {
      path: "Notes/School/Parents' evening.md",
      at: '2025-11-18 20:30',
      text: `
---
tags: [school, leo]
---
# Parents' evening

18 November (moved, heating). Ms Sutherland, 18:10, Mateo and me.

Maths far ahead, writing fine but "ends stories by killing everybody". Helps others. Forgets his PE kit two weeks of three. She suggests the chess club, Tuesdays at lunch.

We asked about the noise in the dining hall; she will let him sit at the end.`,
    },
    {
      path: 'Notes/School/Volcano project.md',
      at: '2026-03-09 19:15',
      text: `
---
tags: [school, leo]
---
# Volcano project

Due on 20 March. Papier-mâché over a yoghurt bucket, vinegar 150 ml, baking soda 3 spoons, red food colour, washing-up liquid so that it foams slowly. Do NOT test it on the oak worktop. Tested on the oak worktop.

He wants a village at the foot with an evacuation plan and a gauge. I have never been so proud.`,
    },
  ],
  papers: [
    {
      path: 'Documents/School/Glenmarra letter.docx',
      at: '2026-01-14 15:00',
      title: `Residential week at ${school.camp}`,
      author: 'Wardie Burn Primary',
      text: `
Dear parents and carers of P5, from ${school.campFrom} to ${school.campTo} our class will spend a week at the ${school.camp} outdoor centre on Loch Tay. Three teachers and one classroom assistant come along.

# Cost

The price is ${school.campPrice}. It covers the bus, four nights, all meals and all activities. A deposit of ${school.campDeposit} is due by 6 February. The rest is paid in three instalments of £55 on 6 March, 3 April and 1 May.

# Programme

| Day | Morning | Afternoon |
| Monday | Bus at 8:45 | Raft building |
| Tuesday | Gorge walk | Archery |
| Wednesday | Hill day with packed lunch | Hill day |
| Thursday | Canoe | Night walk, campfire |
| Friday | Packing | Home by 15:30 |

===

# What to bring

- Sleeping bag and pillowcase
- Waterproofs, two pairs of old trainers, wellies
- Six pairs of socks, then two more
- A torch, a book, a soft toy if wanted
- No phones, no sweets, no nuts of any kind

# Health

Medicines are given to the class teacher in a named bag with written instructions. Tell us about allergies and bed-wetting in confidence by 1 May. In an emergency the centre is 25 minutes from the hospital in Aberfeldy.

# Consent

Please return the form by 6 February. Places of children whose deposit has not arrived are offered to P6.`,
    },
    {
      path: 'Documents/School/School handbook.pdf',
      at: '2025-08-18 09:00',
      title: 'Handbook for families 2025/26',
      author: 'Wardie Burn Primary',
      text: `
Welcome to Wardie Burn Primary. 312 children in 13 classes, 24 teachers, one school gecko. Head teacher: Mr R. Adeyemi.

# The school day

School begins at 8:50 and ends at 15:15, on Fridays at 12:20. Breakfast club opens at 8:00 and costs £2.50 a day. After-school club runs until 17:45 and costs £11 an afternoon.

# Term dates

| Term | From | To |
| Autumn | 20 August 2025 | 10 October 2025 |
| Winter | 20 October 2025 | 19 December 2025 |
| Spring | 6 January 2026 | 2 April 2026 |
| Summer | 20 April 2026 | 26 June 2026 |

===

# Absence

Ring or write before 9:15 on each day. After sickness and diarrhoea children stay at home for 48 hours. Holidays in term time cannot be authorised.

# Food

Lunch is free up to P5 and £2.65 from P6. The kitchen is free of nuts. Birthday treats should be small and in their packaging, so that the label can be read.

===

# Uniform

Navy jumper, white polo shirt, dark trousers or skirt. No logo is needed. Second-hand uniform is on the rail by the office, free, take what you need. PE kit stays at school from Monday to Friday.

# Phones

Phones are switched off and handed in at 8:50. Smart watches count as phones.

===

# If you are worried

Speak to the class teacher first, then to the deputy, Ms Lorimer, then to the head teacher. The parent council meets on the first Tuesday of the month at 18:30 in the library.

# Trips

Most trips cost less than £12. P5 goes on a residential week in May. Nobody stays behind because of money.`,
    },
  ],
};
