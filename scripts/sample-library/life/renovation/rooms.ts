import { mail, type Theme, type Thread } from '../../write/material.ts';
import { electrics, flat, flooring, kitchen } from '../facts.ts';
import { anna, halden, mateo, sunita, tiles } from '../people.ts';

const wiring: Thread = {
  id: 'wiring',
  subject: 'Rewiring before we move in',
  mails: [
    mail(
      '2025-02-20 19:40',
      anna,
      sunita,
      `
Dear Ms Rao,

The home report of our new flat says "old fuse board, partial rewiring advised". It is empty until summer, so you could make as much dust as you like. Could you have a look and tell us what it would cost?`,
    ),
    mail(
      '2025-02-27 21:16',
      sunita,
      anna,
      `
Hello Anna,

I was there this morning. Partial is not worth it: the kitchen has two circuits from three decades joined with tape. A full rewire with a new board, ${electrics.circuits} circuits and 34 sockets comes to ${electrics.quote}. I need the floors up, so do it before the bathroom and the flooring. Nine working days from 17 March.`,
    ),
    mail(
      '2025-02-28 08:04',
      anna,
      sunita,
      `Then all of it. 17 March is good, the key is with Moira Lennox on the first floor. Please put two sockets inside the kitchen cupboard for the coffee machine, that is Mateo's only wish.`,
      { cc: [mateo] },
    ),
    mail(
      '2025-04-04 17:22',
      sunita,
      anna,
      `
Hello Anna,

Finished and tested, certificate of ${electrics.certificateDate} attached. Next inspection in ten years. The extractor fan and the shaver point wait for your plumber with blanked boxes. The two sockets are in the cupboard.`,
      { attached: ['Documents/Calder Row/Electrical certificate.pdf'] },
    ),
  ],
};

const kitchenThread: Thread = {
  id: 'kitchen',
  subject: 'Kitchen for Calder Row: design 2',
  mails: [
    mail(
      '2025-04-09 15:30',
      halden,
      [anna, mateo],
      `
Hi Anna and Mateo,

Great to meet you both. Design 2 is attached with the tall larder on the left as you asked. With the ${kitchen.firstWorktop} worktop the whole kitchen comes to ${kitchen.quote}, fitted, appliances included. Lead time is nine weeks from the day you sign.`,
      { attached: ['Documents/Calder Row/Halden kitchen order.pdf'] },
    ),
    mail(
      '2025-04-16 20:50',
      anna,
      halden,
      `
Hi Callum,

We like it. Three things: the hob should not be next to the window, could the bin go under the sink, and ${kitchen.quote} is about a thousand more than we have. Where would you save?`,
      { cc: [mateo] },
    ),
    mail(
      '2025-04-17 10:05',
      halden,
      [anna, mateo],
      `
Hob and bin are done. For the thousand: the ${kitchen.firstWorktop}. Solid ${kitchen.worktop} instead saves ${kitchen.saving} and I think it would look better with the green. It needs oil twice a year and hates standing water, that's the whole catch.`,
    ),
    mail(
      '2025-04-30 22:11',
      mateo,
      [halden],
      `I am for the oak. Anna is afraid of red wine rings. She will write. Mateo`,
      { cc: [anna] },
    ),
    mail(
      '2025-05-02 07:35',
      anna,
      halden,
      `
Hi Callum,

I slept on it and Mateo has promised to do the oiling in writing. So we changed our minds: ${kitchen.worktop} worktop instead of ${kitchen.firstWorktop}, ${kitchen.final} in total. Please send the new order to sign, and fit in the first week of July.`,
      { cc: [mateo] },
    ),
    mail(
      '2025-07-11 16:45',
      halden,
      [anna, mateo],
      `
Hi both,

Fitted yesterday, and I stopped by to look: it's lovely. The missing plinth comes on the 18th. First oil in two weeks, then every six months. Please don't cut directly on it.`,
    ),
  ],
};

const floors: Thread = {
  id: 'floors',
  subject: 'Floor samples',
  mails: [
    mail(
      '2025-05-07 13:10',
      anna,
      mateo,
      `Samples came. I put the ${flooring.first} in the living room and in the hall and it looks so grown up. £58 a square metre though. Come by after work?`,
    ),
    mail(
      '2025-05-07 13:52',
      mateo,
      anna,
      `Beautiful in the living room. In the hall I see Leo's scooter, the wet football boots and the cat. Is there something that forgives?`,
    ),
    mail(
      '2025-05-20 21:33',
      anna,
      mateo,
      `Cork forgives. £39 a square metre, warm for bare feet, and quiet for the people below. The man in the shop has had it in his own hall for eleven years.`,
    ),
    mail(
      '2025-05-21 08:02',
      mateo,
      anna,
      `Then so: ${flooring.first} in the living room and bedrooms, ${flooring.hall} in the hall instead of oak. Decided. I order today, 52 and 9 square metres.`,
    ),
  ],
};

const tileOrder: Thread = {
  id: 'tiles',
  subject: 'Order TT-60418: Sea Glass 100x300',
  mails: [
    mail(
      '2025-04-02 12:00',
      tiles,
      anna,
      `
Thank you for your order TT-60418.

14 square metres Sea Glass, gloss, 100 x 300 mm, batch 7C, £602.00 including delivery. Delivery to the kerb on 23 April between 8 and 12. Tiles of different batches vary in shade: please check the batch before fixing.`,
    ),
    mail(
      '2025-04-23 14:37',
      anna,
      tiles,
      `
Hello, the tiles came on time, but three of the twelve boxes are batch 7D and look grey next to the others. The tiler starts in two weeks. Could you exchange the three boxes?`,
    ),
    mail(
      '2025-04-24 09:20',
      tiles,
      anna,
      `
We are sorry. Three boxes of batch 7C will be with you on 30 April, and the driver takes the wrong ones back. We have refunded the delivery charge of £35.`,
    ),
  ],
};

export const rooms: Theme = {
  threads: [wiring, kitchenThread, floors, tileOrder],
  papers: [
    {
      path: 'Documents/Calder Row/Electrical certificate.pdf',
      at: '2025-04-03 16:30',
      title: 'Electrical installation certificate',
      author: 'Rao Electrical Ltd',
      text: `
Installation: ${flat.address}, second floor left. Client: Anna Whitfield. Work: complete rewiring. Date of test: ${electrics.certificateDate}. Recommended next inspection: April 2035.

# Particulars

Supply: single phase, 230 V, TN-S, main fuse 80 A. Earth fault loop impedance at origin 0.31 ohm. New consumer unit in the hall with main switch, surge protection and one RCBO for each circuit.

| Circuit | Serves | Protection |
| 1 | Cooker | 32 A |
| 2 | Oven | 16 A |
| 3 | Kitchen sockets | 32 A |
| 4 | Living room sockets | 20 A |
| 5 | Bedroom sockets | 20 A |
| 6 | Hall and boiler | 16 A |
| 7 | Bathroom | 16 A |
| 8 | Washing machine | 16 A |
| 9 | Lights front | 6 A |
| 10 | Lights rear | 6 A |
| 11 | Smoke and heat alarms | 6 A |

===

# Test results

All circuits passed continuity, polarity and insulation tests (above 200 megaohm). The residual current devices tripped between 18 and 24 ms at rated current. Smoke alarms in hall and living room and the heat alarm in the kitchen are interlinked and were tested.

# Remarks

The bathroom fan and shaver point are blanked off and will be connected after the plumbing. Their circuit is tested and safe. The old lead-sheathed cables were removed except for one dead length behind the cornice of the living room, which could not be taken out without damage to the plaster.

Signed: Sunita Rao, qualified supervisor.`,
    },
    {
      path: 'Documents/Calder Row/Halden kitchen order.pdf',
      at: '2025-04-09 15:00',
      title: 'Kitchen order HK-2209, design 2',
      author: 'Halden Kitchens',
      text: `
Customer: Anna Whitfield and Mateo Ibarra. Fitting address: ${flat.address}, second floor left, no lift. Designer: Callum Weir. This order shows the price of 9 April 2025 with the ${kitchen.firstWorktop} worktop.

# Units and worktop

Shaker doors in "Bottle Green", oak drawer boxes, soft close throughout. Tall larder of 600 mm left of the door, five base units, three wall units, one corner unit with pull-out. Worktop in ${kitchen.firstWorktop} "Calm Grey", 30 mm, with undermounted sink.

| Item | Price |
| Units and doors | £6,180 |
| Worktop ${kitchen.firstWorktop}, 4.6 m | £2,310 |
| Sink, tap and bin | £540 |
| Oven, induction hob, hood, dishwasher, fridge | £2,960 |
| Delivery and fitting | £1,750 |
| Total including VAT | ${kitchen.quote} |

===

# Terms

A deposit of 30% is due when the order is signed. The price holds for six weeks. Changes to the design are free until the order goes to the factory, later changes cost £90 each plus material. The lead time is nine weeks.

Fitting takes four days. Water, waste and electricity have to be in the positions shown on the plan; if they are not, the fitter may have to come again at £280 a day. The walls have to be plastered and dry.

# Care

Doors: damp cloth, no scouring powder. Worktops in natural wood, where chosen, need oil every six months and must not be left wet. The guarantee is ten years on units and two years on appliances.`,
    },
  ],
};
