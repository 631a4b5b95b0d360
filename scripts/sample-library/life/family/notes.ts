import type { Theme } from '../../write/material.ts';
import { family } from '../facts.ts';

export const familyNotes: Theme = {
  notes: [
    {
      path: "Notes/Family/Jo's wedding.md",
      at: '2026-09-06 22:00',
      text: `
---
tags: [family]
---
# Jo's wedding

${family.wedding}, ${family.weddingPlace}, ${family.guests} guests. Barn with food £4,950, Mum pays half of it.

- [x] Dress: the green one, taken in
- [x] Choir: eight of us, two songs, Wanda drives the altos
- [x] Ham: Mateo, 7 kg, knife sharpened
- [ ] Speech, four minutes. Ferry story? She will kill me. Ferry story.
- [ ] Leo carries the rings: NOT in the pocket with the gecko food`,
    },
    {
      path: 'Notes/Family/Birthdays.md',
      at: '2026-01-02 11:00',
      text: `
---
tags: [family, list]
---
# Birthdays

| who | day | last present |
|---|---|---|
| Mateo | 17 January | knife course |
| Mum (Ruth) | 22 March | weekend in Crail (2025, her 70th) |
| Carmen | 15 July | flight to Edinburgh |
| Leo | 4 November | telescope |
| Jo | 30 November | the blue lamp |
| Priya | 9 December | secateurs |`,
    },
    {
      path: 'Notes/Family/Pixel.md',
      at: '2026-04-16 18:00',
      text: `
---
tags: [cat]
---
# Pixel

Born in spring 2013. Thyroid too busy since March 2026: ${family.catMedicine}, 0.4 ml twice a day into the ear, glove on. First bill ${family.vetBill}.

Check on 15 April: values good, dose stays. Weighs 4.7 kg, was 4.9. [[Moira Lennox]] has been spoken to about the second supper and has denied everything.`,
    },
    {
      path: 'Notes/Family/Tortilla de Carmen.md',
      at: '2025-12-29 13:30',
      text: `
---
tags: [receta, español]
---
# Tortilla de Carmen

Para cuatro, o para Mateo solo:

- 700 g de patatas, en láminas finas
- 1 cebolla grande (en esta casa **con** cebolla, no se discute)
- 6 huevos, sal, aceite de oliva

Las patatas y la cebolla se pochan a fuego lento 25 minutos, tapadas. Escurrir, mezclar con el huevo batido y dejar reposar diez minutos: ese es el secreto. Cuajar tres minutos por cada lado. Debe quedar jugosa por dentro.

Carmen dice que la vuelta se da sin miedo o no se da.`,
    },
    {
      path: 'Notes/Family/Lemon muffins without nuts.md',
      at: '2025-08-28 21:00',
      text: `
---
tags: [recipe]
---
# Lemon muffins without nuts

Twelve. 250 g flour, 150 g sugar, 2 tsp baking powder, 2 lemons (zest of both, juice of one), 2 eggs, 180 ml milk, 90 g melted butter. Mix wet into dry, twelve strokes, lumps are fine. 190 °C for 20 minutes.

Freeze well for three months. Six live in the freezer of Ms Sutherland's class. See [[Leo's allergy plan]].`,
    },
    {
      path: 'Notes/Family/Vocabulario.md',
      at: '2026-02-18 12:00',
      text: `
---
tags: [español, learning]
---
# Vocabulario

Miércoles, día libre, clase con Inés a las diez.

- derrama: special levy of a community of owners (Carmen's lift)
- fianza: deposit, as for a holiday house
- gotera: leak in a ceiling; *tenemos una gotera* would have been useful in November
- pochar: to cook slowly in oil
- estar hasta las narices: to be fed up

El subjuntivo: *quiero que vengas*, not *quiero que vienes*. Mateo says nobody will die of it. Inés says that somebody might.`,
    },
  ],
};
