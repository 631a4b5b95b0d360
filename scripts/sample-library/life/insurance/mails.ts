import { mail, type Theme } from '../../write/material.ts';
import { insurance } from '../facts.ts';
import { anna, castlebridge, claims, fairway, mateo, neighbour, northgate } from '../people.ts';

export const insuranceMails: Theme = {
  threads: [
    {
      id: 'home-policy-2025',
      subject: 'Welcome to Castlebridge Mutual: your home policy',
      mails: [
        mail(
          '2025-02-11 10:00',
          castlebridge,
          anna,
          `
Dear Ms Whitfield,

Your home insurance begins on 14 February 2025. Your policy number is ${insurance.policy} and your premium for the first year is ${insurance.premium2025}. The schedule and the policy wording are attached; please keep them and check that the details are right.`,
          { attached: ['Documents/Insurance/Castlebridge home policy 2025.pdf'] },
        ),
        mail(
          '2025-02-11 20:26',
          anna,
          castlebridge,
          `
Hello, the schedule says "bicycles: not covered away from home". On the phone I was told that our three bicycles are covered up to ${insurance.bicycles}. Please correct this. The flat will also be empty while it is renovated, until the summer: is that covered?`,
        ),
        mail(
          '2025-02-14 09:15',
          castlebridge,
          anna,
          `
Dear Ms Whitfield,

Bicycles away from home are now covered up to ${insurance.bicycles} in total, at no extra premium. While the flat is unoccupied, escape of water is only covered if the water is turned off or somebody checks the flat once a week. Please keep a note of the visits.`,
        ),
      ],
    },
    {
      id: 'renewal-2026',
      subject: 'Your home insurance renews on 14 February 2026',
      mails: [
        mail(
          '2026-01-16 08:00',
          castlebridge,
          anna,
          `
Dear Ms Whitfield,

Your policy ${insurance.policy} renews on ${insurance.renewalDate}. Your new premium is ${insurance.renewalOffer}. Last year you paid ${insurance.premium2025}. The rise reflects the claim you made in November and higher building costs. If you are happy with this you need do nothing.`,
          { attached: ['Documents/Insurance/Castlebridge renewal 2026.pdf'] },
        ),
        mail(
          '2026-01-29 19:33',
          anna,
          castlebridge,
          `
Hello, ${insurance.renewalOffer} is 19% more than last year. The leak in November came from the flat above us and you will get the money back from their insurer. Northgate Direct offers me ${insurance.northgate}. Can you do better? Otherwise I will let the policy end.`,
        ),
        mail(
          '2026-02-02 11:47',
          castlebridge,
          anna,
          `
Dear Ms Whitfield,

Thank you for staying in touch. We have recovered the claim in full, so it no longer counts against you. We can renew at ${insurance.premium2026} with the same cover and the same excess of ${insurance.excess}. This offer is open until 12 February.`,
        ),
        mail(
          '2026-02-09 20:12',
          anna,
          castlebridge,
          `
Agreed. Please renew ${insurance.policy} at ${insurance.premium2026} by direct debit, all at once, not monthly.`,
          { cc: [mateo] },
        ),
        mail(
          '2026-02-10 08:00',
          castlebridge,
          anna,
          `
Dear Ms Whitfield, your renewal at ${insurance.premium2026} is confirmed. Cover runs to 13 February 2027.`,
        ),
      ],
    },
    {
      id: 'northgate',
      subject: 'Your Northgate Direct quote NG-7740-15',
      mails: [
        mail(
          '2026-01-27 18:05',
          northgate,
          anna,
          `
Hi Anna! Here is your home insurance quote: ${insurance.northgate} for the year, buildings and contents. Excess ${insurance.northgateExcess}. Your price is saved for 30 days.`,
          { attached: ['Documents/Insurance/Northgate quote.pdf'] },
        ),
        mail(
          '2026-02-04 21:40',
          anna,
          northgate,
          `Before I decide: page 2 of your quote says that escape of water is excluded "where the building is listed". Our building is listed, category B. Does that mean a leak like the one we had in November would not be paid?`,
        ),
        mail(
          '2026-02-06 13:20',
          northgate,
          anna,
          `Hi Anna! That is correct. For listed buildings our standard product excludes escape of water. You may be interested in Northgate Heritage from £519.`,
        ),
      ],
    },
    {
      id: 'leak-claim',
      subject: 'Claim CL-88213: water through the kitchen ceiling',
      mails: [
        mail(
          '2025-11-10 08:20',
          anna,
          castlebridge,
          `
Policy ${insurance.policy}. Yesterday, ${insurance.leakDate}, at about 7 in the morning, water came through our kitchen ceiling. The washing machine hose in the flat above (Mr Baird, third floor left) had burst. The plaster of the ceiling has come down over two square metres, the wall units on that side are swollen and the oven does not switch on. Photos attached to the form. Nobody was hurt, and the cat is offended.`,
          { cc: [mateo] },
        ),
        mail(
          '2025-11-10 15:42',
          claims,
          anna,
          `
Dear Ms Whitfield,

I am handling your claim, number ${insurance.claim}. Please do not throw anything away before our loss adjuster has seen it, she can come on Thursday 13 November at 11. You may have the ceiling made safe at once, keep the bill. Do you know who insures Mr Baird?`,
        ),
        mail(
          '2025-11-11 07:59',
          anna,
          claims,
          `Thursday at 11 is fine. Mr Baird is with Pentland General, he put a note with the number through our door and a bottle of whisky beside it.`,
        ),
        mail(
          '2025-12-05 14:10',
          claims,
          anna,
          `
Dear Ms Whitfield,

The adjuster accepts repairs of ${insurance.claimCost}: ceiling £890, two wall units £754, oven £570. Your excess for escape of water is ${insurance.waterExcess}, so we pay ${insurance.claimPaid}. The money should be with you by 12 December. We will ask Pentland General to refund both of us, your excess included.`,
        ),
        mail(
          '2025-12-12 17:30',
          anna,
          claims,
          `Dear Mr Tait, ${insurance.claimPaid} arrived today, thank you for doing this before Christmas. The plasterer comes on Monday.`,
        ),
      ],
    },
    {
      id: 'baird',
      subject: 'Your excess',
      mails: [
        mail(
          '2026-01-22 19:05',
          neighbour,
          anna,
          `Dear Anna, Mr Baird asked me to pass on, as he does not do e-mail, that his insurer has agreed to pay your ${insurance.waterExcess} as well. He has bought a new hose, a steel one. Moira`,
        ),
        mail('2026-01-22 21:11', anna, neighbour, `Tell him thank you, and the whisky was very good too.`),
      ],
    },
    {
      id: 'car',
      subject: 'Car insurance renewal FWM-206688',
      mails: [
        mail(
          '2025-06-03 08:00',
          fairway,
          anna,
          `
Dear Anna Whitfield, your car policy ${insurance.carPolicy} renews on 1 July 2025. Your premium is ${insurance.carPremium}, your excess is £300 and you have seven years of no-claims bonus. Both of you are named drivers.`,
          { attached: ['Documents/Insurance/Fairway car policy.docx'] },
        ),
        mail(
          '2025-06-04 18:17',
          anna,
          fairway,
          `Please note our new address from 30 August (or 1 August, if the council hurries up): 5 Calder Row. The car will be parked on the street there.`,
        ),
        mail(
          '2025-06-05 10:22',
          fairway,
          anna,
          `Thank you. With the new postcode your premium stays ${insurance.carPremium}. We will change the address on the day you tell us.`,
        ),
      ],
    },
  ],
};
