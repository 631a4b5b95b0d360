import { mail, type Theme } from '../../write/material.ts';
import { asturias, lisbon } from '../facts.ts';
import { anna, jasmim, mateo, priya, robledal } from '../people.ts';

export const travelMails: Theme = {
  threads: [
    {
      id: 'lisbon-tip',
      subject: 'Where did you stay in Lisbon?',
      mails: [
        mail(
          '2026-01-05 20:48',
          anna,
          priya,
          `
Priya, happy new year! We want to take Leo somewhere warm in the Easter holidays and you came back from Lisbon looking ten years younger. Where did you stay, and would it work with a boy who eats only white food?`,
        ),
        mail(
          '2026-01-06 07:15',
          priya,
          anna,
          `
Happy new year! You want ${lisbon.hotel}, in ${lisbon.district}. Nine rooms, a courtyard with an orange tree, breakfast until eleven, and Dona Amélia who will make rice for any child in the world. Ask for room 6, it has the little balcony over the tram.

Don't stay at the big one by the river, the Miradouro Palace, we had it the first time: drums until two.`,
        ),
        mail(
          '2026-01-06 12:30',
          anna,
          priya,
          `Room 6 and rice, noted. Did you take the tram to Belém or walk?`,
        ),
        mail(
          '2026-01-06 22:03',
          priya,
          anna,
          `Train to Belém, it's quicker and nobody steals your phone. Go before ten for the custard tarts. And take Leo to the Carris tram museum, ours still talk about it.`,
        ),
      ],
    },
    {
      id: 'jasmim',
      subject: 'Booking CDJ-5520, 3 to 10 April 2026',
      mails: [
        mail(
          '2026-01-12 19:20',
          anna,
          jasmim,
          `
Dear Casa do Jasmim,

Our friend Priya Raman sent us to you. Is room 6 free for two adults and a boy of ten from 3 to 10 April, ${lisbon.nights} nights? We would need a third bed.`,
        ),
        mail(
          '2026-01-13 10:10',
          jasmim,
          anna,
          `
Dear Anna,

What joy, give Priya a hug. Room 6 is yours from ${lisbon.from} to ${lisbon.to}, booking ${lisbon.booking}. The price is ${lisbon.perNight} a night with breakfast, ${lisbon.total} in total, and the third bed is our present to the boy. You may cancel free of charge until 20 March.

Amélia Duarte`,
          { attached: ['Documents/Travel/Casa do Jasmim confirmation.pdf'] },
        ),
        mail(
          '2026-03-18 21:44',
          anna,
          jasmim,
          `
Dear Amélia, the airline has moved our flight: we land on 3 April at 22:35 instead of in the afternoon. Will somebody be there to let us in?`,
          { cc: [mateo] },
        ),
        mail(
          '2026-03-19 08:30',
          jasmim,
          anna,
          `Dear Anna, no problem at all, my brother sleeps by the door. There will be soup. Take a taxi from the airport, not more than 20 euros. Amélia`,
        ),
      ],
    },
    {
      id: 'robledal',
      subject: 'Reserva Casa El Robledal, agosto 2025',
      mails: [
        mail(
          '2025-03-30 18:02',
          mateo,
          robledal,
          `
Buenas tardes, Belén:

Mi madre nos ha hablado de su casa cerca de Llanes. Somos tres, con un niño de nueve años, y vendrían también mi madre y un gato no (el gato se queda). ¿Está libre la semana del 16 al 23 de agosto?`,
          { cc: [anna] },
        ),
        mail(
          '2025-03-31 10:27',
          robledal,
          mateo,
          `
Buenos días, Mateo:

Sí, esa semana está libre. El precio de la semana es de ${asturias.week}, ropa de cama incluida, y pedimos una fianza de ${asturias.deposit} que se devuelve al salir. La casa tiene tres habitaciones y el prado llega hasta el río. Le adjunto el contrato.`,
          { cc: [anna], attached: ['Documents/Travel/Contrato Casa El Robledal.docx'] },
        ),
        mail(
          '2025-04-01 21:15',
          mateo,
          robledal,
          `
Perfecto, nos quedamos con ella. Le envío el contrato firmado y mañana hago la transferencia de la mitad, 560 euros. ¿A qué hora podemos llegar el sábado?`,
          { cc: [anna] },
        ),
        mail(
          '2025-04-02 09:40',
          robledal,
          mateo,
          `
Recibido, gracias. La entrada es a partir de las 17:00 y la salida antes de las 11:00. El resto se paga al llegar, mejor en efectivo. Traigan botas: la senda del Cares es preciosa pero en agosto también llueve.`,
          { cc: [anna] },
        ),
        mail(
          '2025-08-25 12:18',
          robledal,
          mateo,
          `
Hola, Mateo: ya os he devuelto la fianza de ${asturias.deposit}. La casa estaba estupenda. El niño se dejó un dinosaurio verde en la bañera, os lo mando por correo. Un abrazo a tu madre.`,
          { cc: [anna] },
        ),
      ],
    },
  ],
};
