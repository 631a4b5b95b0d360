import type { Theme } from '../../write/material.ts';
import { flat, plumbing } from '../facts.ts';

export const plumberPapers: Theme = {
  papers: [
    {
      path: 'Documents/Calder Row/Kinnaird quote K-2025-041.pdf',
      at: '2025-03-14 19:20',
      title: `Quote ${plumbing.quoteNumber}`,
      author: 'Kinnaird Plumbing & Heating',
      text: `
To: Anna Whitfield and Mateo Ibarra. Site: ${flat.address}, second floor left. Visited on 11 March 2025. This quote is valid for 60 days.

# What we will do

Strip out the bath, basin, toilet and the tiling down to the plaster. Move the waste 600 mm towards the window so that the shower tray can stand under it. Fit a walk-in shower of 1200 by 800 mm with a thermostatic mixer, a wall-hung toilet on a frame, a basin of 550 mm and a towel radiator. Board and tank the shower area, then tile all four walls to the ceiling and the floor.

Take out the 1998 boiler in the hall cupboard and fit a ${plumbing.boiler} condensing combi boiler with a new flue through the rear wall, a magnetic filter and a wireless thermostat. Flush the seven radiators and balance them. Register the boiler with the maker and the gas safety body.

# Price

| Item | Price |
| Strip out and disposal, two skips | £640 |
| Bathroom pipework, waste and fittings | £2,985 |
| Boarding, tanking and tiling, labour only | £1,760 |
| Boiler ${plumbing.boiler} with flue and filter | £2,435 |
| Flushing and balancing seven radiators | £640 |
| Total including VAT | ${plumbing.quote} |

Tiles, grout and adhesive are bought by the customer: allow 14 square metres with waste.

===

# What is not included

The material of the incoming supply pipe could not be seen under the floor. If it is lead it has to be replaced before new fittings are connected, and this would be priced separately and agreed with you in writing first. The same goes for rotten joists under the bath. Painting and electrical work are not included; the extractor fan and shaver socket are wired by your electrician.

# When

Start on Monday 28 April 2025. The water is off on the first day from 9 to 4 and again for half a day when the boiler is changed. You will be without a toilet for three nights. We expect to finish in the week of 9 June 2025.

# Payment and guarantee

No deposit is asked. The invoice is due 14 days after the work is finished. Our own work is guaranteed for five years. The boiler maker gives a warranty of ${plumbing.boilerWarranty}, provided that it is serviced every twelve months by a registered engineer and the benchmark sheet is filled in each time.`,
    },
    {
      path: 'Documents/Calder Row/Kinnaird invoice KPH-1187.pdf',
      at: '2025-06-16 16:40',
      title: `Invoice ${plumbing.invoiceNumber}`,
      author: 'Kinnaird Plumbing & Heating',
      text: `
To: Anna Whitfield and Mateo Ibarra, ${flat.address}. Date of invoice: 16 June 2025. Work carried out from 28 April to 13 June 2025 under quote ${plumbing.quoteNumber}.

# Summary

The final price for the bathroom and boiler is ${plumbing.final}. It replaces the quoted ${plumbing.quote}, because the lead supply pipe found on ${plumbing.changeDate} was replaced for ${plumbing.extra} as agreed by e-mail on the same day.

| Item | Price |
| Strip out and disposal, two skips | £640 |
| Bathroom pipework, waste and fittings | £2,985 |
| Boarding, tanking and tiling, labour only | £1,760 |
| Boiler ${plumbing.boiler} with flue and filter | £2,435 |
| Flushing and balancing seven radiators | £640 |
| Replacement of 4 m lead supply pipe in copper | ${plumbing.extra} |
| Total due including VAT | ${plumbing.final} |

Please pay within 14 days by bank transfer and give the invoice number as reference.

===

# For the lead pipe grant

We confirm that the incoming supply at the second floor left flat was lead of 15 mm bore from the internal stopcock to the kitchen, a length of four metres. It was removed on 13 and 14 May 2025 and replaced by 15 mm copper with a new stopcock behind the panel left of the kitchen window. Photographs were sent to the customer by message.

# Handover

The system was pressure tested at 10 bar for 30 minutes without loss. The boiler was commissioned on 12 June 2025, serial number VE24-0093177, with a working pressure of 1.4 bar cold. The customer was shown how to top up the pressure, bleed the radiators and set the thermostat. The first service is due in June 2026.

The shower tray must not be cleaned with abrasive powder. The tiles' grout was sealed once; seal it again after a year.`,
    },
    {
      path: 'Documents/Calder Row/Leith Bathroom Company quote.pdf',
      at: '2025-03-10 10:50',
      title: 'Turnkey bathroom: your personal offer',
      author: 'Leith Bathroom Company',
      text: `
Prepared for Ms A. Whitfield by Paula Innes. Room: bathroom, 2.10 by 1.85 m, ${flat.address}. Offer 25-0317, held until 30 April 2025.

# Your design

Range "Firth" in matt white with brushed brass. Walk-in enclosure with 8 mm glass, rain shower and hand shower, wall-hung vanity of 600 mm with two drawers, illuminated mirror with demister, rimless toilet with soft-close seat. Large-format porcelain tiles of 600 by 1200 mm on walls and floor, electric floor heating under the tiles.

# Your price

| Item | Price |
| Design, survey and project management | £780 |
| Sanitary ware, glass and brassware | £3,690 |
| Tiles and floor heating | £1,850 |
| Fitting by our own team, ten working days | £4,600 |
| Total including VAT | ${plumbing.rivalLeith} |

===

# Good to know

Our price does not include a boiler, work on pipes outside the bathroom or repairs to floor joists. Lead pipes are excluded: should they be found, work stops and a day rate of £320 applies until they are replaced by others.

A deposit of 40% is due on order, 50% on delivery of the goods and 10% on completion. Cancellation after the survey costs £350.

We guarantee our fitting for two years. Our partner for boilers is Forthside Gas, who will quote you separately.`,
    },
    {
      path: 'Documents/Calder Row/McCready estimate.docx',
      at: '2025-03-12 15:30',
      title: 'Estimate: shower room and boiler',
      author: 'McCready & Sons',
      text: `
Mrs Whitfield, ${flat.address}. Estimate given by phone on 11 March 2025, no site visit.

# Labour and boiler

Take out old suite, fit customer's own shower, toilet and basin, connect to existing pipes. Take out old boiler, fit own-brand combi of 24 kW with 2 year guarantee.

| Job | Price |
| Shower room, labour | £3,900 |
| Boiler supplied and fitted | £3,250 |
| Sundries, first £800 of parts | £800 |
| Estimate | ${plumbing.rivalMcCready} |

Parts over and above the first £800 are charged at cost plus 20%. Skips, tiling, plastering and electrics by others.

===

# Terms

This is an estimate and not a fixed price. Half on starting, half on finishing. Materials remain ours until paid for. Any hidden defects such as lead, rot or asbestos are charged by the hour at £58.

Work can begin on 24 March. Working hours are 7.30 to 15.30, and we need a parking permit for the van.`,
    },
    {
      path: 'Documents/Calder Row/Viktor Eco 24 user manual.pdf',
      at: '2025-06-12 14:00',
      title: `${plumbing.boiler}: user manual`,
      author: 'Viktor Heating',
      text: `
Keep this manual by the boiler. It describes everyday use; fitting and repair are for registered engineers only.

# 1 Safety

If you smell gas, open the windows, do not switch anything on or off, turn off the gas tap at the meter, leave the flat and call the gas emergency number from outside. Never cover the flue terminal. Keep 10 cm free on each side of the casing.

# 2 The display

The display shows the flow temperature in normal use. A steady flame means that the burner is on. A spanner with a number means a fault: look it up in chapter 5. Press the left knob for two seconds to change between winter and summer mode.

===

# 3 Topping up the pressure

When the boiler is cold, the pressure should stand between 1.2 and 1.6 bar. Below 0.8 bar the boiler shows F22 and stops. To top up, open the blue lever under the casing a quarter turn, wait until the display reads 1.4 bar, then close it firmly. If you have to top up more than twice a year, call your engineer: there is a leak.

# 4 Hot water

The factory setting is 52 °C. For homes with small children we recommend 46 °C. The preheat function keeps a little water hot so that it arrives sooner; switching it off saves gas.

===

# 5 Fault codes

| Code | Meaning | What you can do |
| F22 | Water pressure too low | Top up to 1.4 bar |
| F28 | No ignition | Check that the gas tap is open, then reset once |
| F61 | Condensate pipe blocked or frozen | Thaw it with warm, not boiling, water |
| F75 | Pump does not build up pressure | Call your engineer |

Reset by holding the right knob for five seconds. If the same code comes back twice in a day, do not reset again.

===

# 6 Service and warranty

The warranty lasts ${plumbing.boilerWarranty} from the day of commissioning. It requires a service every twelve months by a registered engineer, written into the benchmark sheet on the last page. A missed service ends the warranty.

# 7 Frost

Leave the boiler switched on in winter, even when you are away. Its own frost protection starts at 5 °C, but it does not protect the radiators in unheated rooms.`,
    },
  ],
};
