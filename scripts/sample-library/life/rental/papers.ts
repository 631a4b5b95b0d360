import type { Theme } from '../../write/material.ts';
import { rental } from '../facts.ts';

export const rentalPapers: Theme = {
  papers: [
    {
      path: 'Documents/Lorne Place/Tenancy agreement.docx',
      at: '2024-11-25 12:00',
      title: 'Private residential tenancy agreement',
      author: 'Lorne Place Lets',
      text: `
Between Graham Pettigrew, Lorne Place Lets, Edinburgh (the landlord), and Anna Whitfield and Mateo Ibarra (the tenants), for the flat ${rental.address}, Edinburgh. First signed on 2 September 2019; this copy contains the changes agreed up to November 2024.

# 1 Start and term

The tenancy began on 13 September 2019. It is open-ended. The tenants may end it with 28 days' notice in writing, for which e-mail is sufficient. The landlord may end it only on a ground of the housing act and with the notice period that applies to that ground.

# 2 Rent

The rent is ${rental.rentBefore} a month, and ${rental.rent} a month from ${rental.rentFrom}. It is due on the first day of each month by standing order. The rent can be raised once in twelve months with three months' notice.

# 3 Deposit

The deposit of ${rental.deposit} was paid on 10 September 2019 and is lodged with ${rental.scheme} under certificate SK-190-7714. It is released at the end of the tenancy less any agreed deductions. If landlord and tenants disagree, the scheme's adjudicator decides.

===

# 4 Repairs

The landlord keeps the structure, the roof, the windows, the heating and the appliances listed in annex A in repair. The tenants report faults without delay. Urgent repairs, above all to heating and water, are begun within 24 hours.

# 5 Access

The landlord gives at least 24 hours' notice before visiting, except in an emergency. Viewings at the end of the tenancy are agreed with the tenants.

# 6 Use of the flat

The flat is a home for the tenants and their child. One cat is allowed. Subletting needs the landlord's written consent. Smoking is not allowed in the flat or the stairwell. The stair is cleaned in turns, one week each.

===

# 7 End of the tenancy

The flat is returned clean, with all keys: three for the front door and two for the cellar. A check-out inspection is held on the last day. Fair wear and tear is not charged. The oven and the carpets are to be left in a professionally clean state.

# Annex A: appliances

- Gas boiler, checked yearly
- Gas hob and electric oven
- Fridge with freezer, new in 2021
- Washing machine

# Annex B: charges per year

| Charge | Paid by |
| Buildings insurance | Landlord |
| Contents insurance | Tenants |
| Council tax, gas, electricity, internet | Tenants |
| Common repairs and gutter | Landlord |`,
    },
    {
      path: 'Documents/Lorne Place/Check-out report.pdf',
      at: '2025-09-15 11:00',
      title: `Check-out report, ${rental.address}`,
      author: 'Lorne Place Lets',
      text: `
Inspection on ${rental.leaseEnd} at 16:00. Present: Isla Pettigrew for the landlord, Anna Whitfield for the tenants. Start of tenancy 13 September 2019, compared with the check-in inventory of that day.

# Keys and meters

| What | Result |
| Front door keys | 3 of 3 returned |
| Cellar keys | 2 of 2 returned |
| Electricity meter | 48,206 kWh |
| Gas meter | 9,117 m³ |

# Rooms

Hall: two picture hooks left, agreed. Paint worn at the height of a child's bicycle, fair wear and tear.

Living room: good. Carpet cleaned on 10 September, receipt shown. One blind cord replaced by the tenants.

Bedroom: outside wall treated and painted by the landlord in March 2025, moisture reading 13%. No new mould.

===

Child's room: glow-in-the-dark stars on the ceiling, left at the wish of the next tenants.

Kitchen: clean except for the oven. Burnt-on residue on the floor and the door glass needs a professional clean.

Bathroom: good, seal of the bath renewed in 2023.

# Deductions

| Item | Amount |
| Professional oven clean | ${rental.deduction} |
| Total deduction | ${rental.deduction} |
| Deposit held by ${rental.scheme} | ${rental.deposit} |
| To be returned to the tenants | ${rental.returned} |

The dehumidifier belonging to the landlord was handed back. Post for the tenants will be forwarded for six months.`,
    },
  ],
};
