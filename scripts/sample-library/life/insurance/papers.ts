import type { Theme } from '../../write/material.ts';
import { flat, insurance } from '../facts.ts';

export const insurancePapers: Theme = {
  papers: [
    {
      path: 'Documents/Insurance/Castlebridge home policy 2025.pdf',
      at: '2025-02-11 09:50',
      title: 'Home insurance: schedule and policy wording',
      author: 'Castlebridge Mutual',
      text: `
Policy number ${insurance.policy}. Policyholders: Anna Whitfield and Mateo Ibarra. Insured home: ${flat.address}. Period: 14 February 2025 to 13 February 2026. Premium: ${insurance.premium2025}, paid in full.

# Schedule

| Cover | Limit |
| Buildings | ${insurance.buildings} |
| Contents | ${insurance.contents} |
| Single item without listing | £1,500 |
| Alternative accommodation | £20,000 |
| Legal expenses | not taken |

| Excess | Amount |
| Every claim unless stated below | ${insurance.excess} |
| Escape of water | ${insurance.waterExcess} |
| Subsidence | £1,000 |

===

# Section 1: Buildings

We cover loss of or damage to the buildings by fire, lightning, explosion, storm, flood, theft, escape of water from fixed pipes and appliances, impact and falling trees. Your share of the common parts of a tenement is included.

We do not cover wear and tear, rising damp, frost damage to walls and gates, or damage caused by building work that you or your contractors carry out.

# Section 2: Contents

We cover your household goods in the home against the same events. Money in the home is covered up to £500, and food in the freezer up to £300. Bicycles in the home are covered; away from home they are covered only if the schedule says so.

===

# Section 3: Escape of water

The excess for escape of water is ${insurance.waterExcess} for each claim. We pay for the damage the water does and up to £5,000 for finding the leak. We do not pay for the repair of the pipe or the appliance itself.

If the home is unoccupied for more than 30 days in a row, we pay for escape of water only if the water is turned off at the main or the home is checked at least once a week by an adult and a record of the visits is kept.

# Section 4: Accidental damage

Accidental damage to fixed glass, sanitary ware and cables is covered. Accidental damage to carpets, furniture and electronics is not part of this policy.

===

# Section 5: How to claim

Tell us within 30 days, within 24 hours after theft. Take photos, make safe what has to be made safe, and keep what is damaged until we have seen it. Repairs above £500 need our consent first.

# Section 6: Cancelling

You may cancel within 14 days of receiving this document and get back what you paid. After that we refund the unused days less £25, provided that you have not claimed. We may cancel with 28 days' notice for a serious reason.

# Section 7: If you are not happy

Write to the customer panel, Castlebridge Mutual. If we have not answered within eight weeks you can go to the ombudsman free of charge.`,
    },
    {
      path: 'Documents/Insurance/Castlebridge renewal 2026.pdf',
      at: '2026-01-16 07:50',
      title: 'Your renewal for 2026',
      author: 'Castlebridge Mutual',
      text: `
Policy ${insurance.policy}, home insurance for ${flat.address}. Your policy renews on ${insurance.renewalDate}.

# What you pay

| Year | Premium |
| 14 February 2025 to 13 February 2026 | ${insurance.premium2025} |
| 14 February 2026 to 13 February 2027, offer | ${insurance.renewalOffer} |

The new premium takes into account one claim in the last twelve months (${insurance.claim}, escape of water, paid ${insurance.claimPaid}).

# What has changed

Buildings cover rises with the building cost index from ${insurance.buildings} to £437,000. Bicycles away from home are covered up to ${insurance.bicycles}, as you asked last year.

===

# What has not changed

The general excess stays at ${insurance.excess} and the excess for escape of water at ${insurance.waterExcess}. Contents stay insured up to ${insurance.contents}.

# What you should do

Check that the details are still right: two adults, one child, no lodgers, building listed in category B, renovation finished in August 2025. If anything is wrong, tell us. If you want to compare prices, you can do so until the renewal date without losing cover. If you do nothing, the policy renews by itself.`,
    },
    {
      path: 'Documents/Insurance/Northgate quote.pdf',
      at: '2026-01-27 18:00',
      title: 'Home insurance quote NG-7740-15',
      author: 'Northgate Direct',
      text: `
Prepared for Anna Whitfield, ${flat.address}. Product: Northgate Standard, buildings and contents. Price for twelve months: ${insurance.northgate}. Saved until 26 February 2026.

# Your cover at a glance

| Cover | Limit |
| Buildings | £500,000 |
| Contents | £50,000 |
| Bicycles away from home | not covered |
| Excess, all claims | ${insurance.northgateExcess} |

You told us: one claim in five years, flat in a tenement, built before 1900, smoke alarms fitted.

===

# Important exclusions

- We exclude escape of water where the building is listed in any category.
- Theft without signs of forced entry is excluded.
- Damage by pets is excluded.

# Paying

You can pay at once or in ten instalments of £29.90. With instalments the total is £299.00.`,
    },
    {
      path: 'Documents/Insurance/Fairway car policy.docx',
      at: '2025-06-03 07:45',
      title: 'Motor policy schedule',
      author: 'Fairway Motor',
      text: `
Policy ${insurance.carPolicy}. Vehicle: estate car, first registered in 2017, 61,000 miles. Period: 1 July 2025 to 30 June 2026. Premium: ${insurance.carPremium}.

# Drivers

| Driver | Licence since | No-claims bonus |
| Anna Whitfield | 2006 | seven years |
| Mateo Ibarra | 2004, exchanged in 2019 | named driver |

# Cover and excess

The cover is comprehensive. The compulsory excess is £200 and the voluntary excess £100, together £300. Windscreen repair is free, replacement costs £90. The car may be driven in Spain for up to 60 days a year; tell us before a longer stay.

===

# Use

Social, domestic and commuting. Business use is limited to trips between the offices of Tarn & Holm. Breakdown cover is not included.

# If you have an accident

Exchange names, addresses and insurers, take photos, admit nothing, and call us within 24 hours. In Spain use the European accident statement in the glove box.`,
    },
  ],
};
