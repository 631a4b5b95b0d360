import type { Written } from './written.ts';

/** Papers and notes of the sample library, retold by hand. */
export const fromPapers: readonly Written[] = [
  [
    'Changes to the design are free until the order goes to the factory, later changes cost £90 each plus material.',
    'Later changes cost £90 each plus material.',
    'Until the order goes to the factory, changes to the design are free.',
  ],
  [
    'A deposit of 30% is due when the order is signed.',
    'When the order is signed, a deposit of 30 percent is due.',
    'A 30% deposit is due when the order is signed.',
  ],
  [
    'Inspected on 30 October 2024 in dry weather after a period of rain.',
    'It was inspected on 30 October 2024.',
  ],
  [
    'A back boiler conversion of 1998 heats seven radiators.',
    'Seven radiators are heated by a back boiler conversion of 1998.',
    'A back boiler conversion from 1998 heats 7 radiators.',
  ],
  [
    'Estimated yearly cost of heating, hot water and lighting: £2,140.',
    'The estimated yearly cost of heating, hot water and lighting is £2,140.',
    'Heating, hot water and lighting cost an estimated £2,140 a year.',
  ],
  [
    'The final price for the bathroom and boiler is £9,185.',
    'The bathroom and boiler cost £9,185 in the end.',
    'For the bathroom and boiler the final price is £9,185.',
    'The final price of the boiler and bathroom is GBP 9,185.',
  ],
  [
    'The system was pressure tested at 10 bar for 30 minutes without loss.',
    'The system was pressure tested for 30 min at 10 bar without loss.',
    'Without loss, the system was pressure tested for 30 minutes at 10 bar.',
  ],
  [
    'The boiler was commissioned on 12 June 2025, serial number VE24-0093177, with a working pressure of 1.4 bar cold.',
    'The boiler was commissioned on 2025-06-12.',
    'The serial number of the boiler is VE24-0093177.',
    'On 12 June 2025 the boiler was commissioned with a working pressure of 1.4 bar cold.',
  ],
  [
    'The invoice is due 14 days after the work is finished.',
    'Fourteen days after the work is finished the invoice is due.',
    'The invoice must be paid 14 days after the work is finished.',
  ],
  [
    'A deposit of 40% is due on order, 50% on delivery of the goods and 10% on completion.',
    'On order a deposit of 40 per cent is due.',
    'A 40% deposit is due on order.',
  ],
  [
    'Listed building consent is granted on 8 August 2025, subject to the conditions below.',
    'Listed building consent was granted on 8 August 2025.',
    'On 8 August 2025 listed building consent is granted.',
  ],
  [
    'The application was registered on 26 May 2025.',
    'On 26 May 2025 the application was registered.',
    'They registered the application on 26/05/2025.',
  ],
  [
    'Trickle vents are not visible from the street.',
    'From the street, trickle vents are not visible.',
    'Trickle vents aren’t visible from the street.',
  ],
  [
    'When the boiler is cold, the pressure should stand between 1.2 and 1.6 bar.',
    'The pressure should stand between 1.2 and 1.6 bar when the boiler is cold.',
    'The pressure should be between 1.2 and 1.6 bar when the boiler is cold.',
  ],
  [
    'For homes with small children we recommend 46 °C.',
    '46 °C is recommended for homes with small children.',
  ],
  [
    'The balance at the bank on 31 October 2025 was £3,412.68.',
    'On 31 October 2025 the bank balance was £3,412.68.',
    'On 31 October 2025, the balance at the bank was 3,412.68 pounds.',
  ],
  [
    'The books and vouchers were checked by Margaret Petrie on 17 November 2025 and found in order.',
    'Margaret Petrie checked the books and vouchers on 17 November 2025.',
    'On 17 November 2025 Margaret Petrie checked the books and vouchers and found them in order.',
  ],
  [
    'Money in the home is covered up to £500, and food in the freezer up to £300.',
    'Money in the home is covered up to 500 pounds.',
    'Food in the freezer is covered up to £300.',
    'Up to £300 is covered for food in the freezer.',
  ],
  [
    'The excess for escape of water is £350 for each claim.',
    'For each claim the excess for escape of water is £350.',
    'The escape of water excess is £350 per claim.',
  ],
  [
    'Accidental damage to carpets, furniture and electronics is not part of this policy.',
    'This policy does not include accidental damage to carpets, furniture and electronics.',
    'Accidental damage to carpets is not part of the policy.',
  ],
  [
    'You may cancel within 14 days of receiving this document and get back what you paid.',
    'Within 14 days of receiving this document you may cancel and get back what you paid.',
    'You can cancel within fourteen days of receiving the document.',
  ],
  [
    'Buildings cover rises with the building cost index from £420,000 to £437,000.',
    'Buildings cover increases from £420,000 to £437,000 with the building cost index.',
    'The buildings cover rises to £437,000.',
  ],
  [
    'The general excess stays at £250 and the excess for escape of water at £350.',
    'The general excess remains at £250.',
    'The general excess remains £250, the excess for escape of water £350.',
  ],
  [
    'Windscreen repair is free, replacement costs £90.',
    'Windscreen replacement costs £90.',
    'Repairing the windscreen is free.',
  ],
  [
    'The car may be driven in Spain for up to 60 days a year; tell us before a longer stay.',
    'For up to 60 days per year the car may be driven in Spain.',
    'The car can be driven in Spain up to 60 days a year.',
  ],
  [
    'The rent is £1,295 a month, and £1,365 a month from 1 February 2025.',
    'From 1 February 2025 the rent is £1,365 per month.',
    'The rent from 1 February 2025 is £1,365 a month.',
  ],
  [
    'The deposit of £1,900 was paid on 10 September 2019 and is lodged with SafeKeep Deposits under certificate SK-190-7714.',
    'The £1,900 deposit was paid on 10 September 2019.',
    'The deposit is lodged with SafeKeep Deposits under certificate SK-190-7714.',
    'On 10 September 2019 the deposit of 1,900 pounds was paid.',
  ],
  [
    'Smoking is not allowed in the flat or the stairwell.',
    'Smoking isn’t allowed in the flat or in the stairwell.',
    'In the flat or the stairwell smoking is not permitted.',
  ],
  [
    'NB-IoT on the public mobile network reached 97%.',
    'On the public mobile network NB-IoT reached 97 percent.',
    '97% was reached by NB-IoT on the public mobile network.',
  ],
  [
    'A fourth gateway on Harden Hill would add three sites on paper, at £6,400 including power and road.',
    'On paper, a fourth gateway on Harden Hill would add 3 sites.',
    'A fourth gateway on Harden Hill would cost £6,400 including power and road.',
  ],
  [
    'Go-live is planned for 15 May 2026, as agreed with the committee in January, instead of 1 March 2026.',
    'Go-live is planned for 15 May 2026 instead of 1 March 2026.',
    'As agreed with the committee in January, go-live is planned for 15 May 2026 rather than 1 March 2026.',
  ],
  [
    'After-school club runs until 17:45 and costs £11 an afternoon.',
    'After-school club runs until 5:45 pm.',
    'The after-school club costs £11 per afternoon and runs until 17:45.',
  ],
  [
    'School begins at 8:50 and ends at 15:15, on Fridays at 12:20.',
    'School starts at 8:50 and ends at 3:15 pm.',
    'School begins at 8:50.',
    'On Fridays school ends at 12:20.',
  ],
  [
    'From 1 January 2026 your working time is 32 hours a week instead of 37.5, spread over four days.',
    'Your working time is 32 hours per week instead of 37.5 from 1 January 2026.',
    'From 1 January 2026, the working time is 32 hours a week rather than 37.5.',
  ],
  [
    'Your holiday becomes 26 days a year, public holidays included in proportion.',
    'The holiday becomes 26 days per year.',
    'Your holiday will be 26 days a year.',
  ],
];
