import type { Written } from './written.ts';

/** Mails of the sample library, retold by hand. */
export const fromMails: readonly Written[] = [
  [
    'from 1 February 2025 it will be £1,365 a month instead of £1,295.',
    'From 1 February 2025 the rent will be £1,365 per month instead of £1,295.',
    'The monthly rent will be GBP 1,365 rather than GBP 1,295 from 2025-02-01.',
  ],
  [
    'the sellers have accepted your offer of £312,500 for 5 Calder Row, Leith.',
    'Your offer of £312,500 for 5 Calder Row has been accepted by the sellers.',
    'The sellers accepted the offer of 312,500 pounds.',
  ],
  [
    'Window man is booked for 11 December, between 9 and 12.',
    'The window man has been booked for 11 December between 9 and 12.',
    'The window man is booked for 11 December 2024.',
  ],
  [
    'I found one in Crail with a stove and a bath with feet, £540 for three nights.',
    'Jo found one in Crail for £540 for 3 nights.',
  ],
  [
    'We air the room twice a day, and the hygrometer says 71%.',
    'The hygrometer shows 71 percent.',
    'They air the room twice a day.',
  ],
  [
    'I will come by tomorrow at 10 with the moisture meter.',
    'Graham will come by with the moisture meter tomorrow at 10.',
    'Graham Pettigrew will come tomorrow at ten with the moisture meter.',
  ],
  [
    'Your home insurance begins on 14 February 2025.',
    'The home insurance starts on 14 February 2025.',
    'On 14 February 2025 your home insurance begins.',
    'The start of your home insurance is February 14, 2025.',
  ],
  [
    'Your policy number is CBM-HH-4471902 and your premium for the first year is £286.40.',
    'The number of your policy is CBM-HH-4471902.',
    'The premium for the first year is 286.40 pounds and the policy number is CBM-HH-4471902.',
    'In the first year your premium is £286.40.',
  ],
  [
    'On the phone I was told that our three bicycles are covered up to £1,500.',
    'Anna was told on the phone that their 3 bicycles are covered up to £1,500.',
  ],
  [
    'My fee note over £1,476 including outlays is in the post.',
    'Her fee note for £1,476, including outlays, is in the post.',
    'Fiona Abernethy’s fee note is £1,476 including outlays.',
  ],
  [
    'Bicycles away from home are now covered up to £1,500 in total, at no extra premium.',
    'Away from home, bicycles are now covered up to a total of £1,500 at no extra premium.',
    'At no additional premium, bicycles away from home are now covered up to £1,500.',
  ],
  [
    'A full rewire with a new board, 11 circuits and 34 sockets comes to £4,870.',
    'The full rewire with a new board, 11 circuits and 34 sockets costs £4,870.',
    'A full rewire amounts to £4,870.',
    'For a full rewire with a new board, eleven circuits and 34 sockets Sunita Rao asks £4,870.',
  ],
  [
    '17 March is good, the key is with Moira Lennox on the first floor.',
    'Moira Lennox on the first floor has the key.',
    'The key is with Moira Lennox.',
  ],
  [
    'I can do Tuesday the 11th at 8 in the morning, need about an hour',
    'Ross can do Tuesday the 11th at 8 am.',
    'Ross Kinnaird needs approximately one hour.',
  ],
  [
    'our turnkey price for your bathroom is £10,920.',
    'The turnkey price for the bathroom is £10,920.',
    'The bathroom’s turnkey price is 10,920 pounds.',
    'Leith Bathroom Company’s turnkey price for your bathroom is £10,920.',
  ],
  [
    'A boiler is not part of our range, but we can recommend a partner.',
    'A boiler isn’t part of their range.',
    'Boilers are not part of our range.',
  ],
  [
    'In short: £8,460 for the bathroom and the boiler together, tiling labour included, tiles not.',
    'The bathroom and the boiler together cost £8,460, including tiling labour.',
    'Together, the bathroom and the boiler are 8,460 pounds.',
    'Ross asks £8,460 for the boiler and the bathroom together.',
  ],
  [
    'The boiler I would fit is a Viktor Eco 24, it comes with seven years of warranty if it is serviced every year.',
    'The boiler he would fit is a Viktor Eco 24.',
    'Ross would fit a Viktor Eco 24 boiler.',
    'If it is serviced every year, the boiler comes with 7 years of warranty.',
  ],
  [
    'I could start on 28 April and I’d be with you for about six weeks, on and off.',
    'Ross Kinnaird could start on 28 April 2025.',
    'He could begin on 28 April.',
  ],
  [
    'Roofer was there, gutter is tight, and the meter now says 14%, which is dry.',
    'The meter now shows 14%, which is dry.',
    'The roofer was there and the gutter is tight.',
  ],
  [
    'For the three weeks without a bedroom I will take £120 off April’s rent.',
    'Graham will take £120 off the rent for April for the three weeks without a bedroom.',
    '120 pounds will be taken off April’s rent for the 3 weeks without a bedroom.',
  ],
  [
    'Yours was not the cheapest, but you are the only one who included the tiling',
    'His was not the cheapest.',
  ],
  [
    'I’ll order the tiles myself, 14 square metres as you said.',
    'Anna will order the tiles herself.',
    'Anna will order 14 m² of tiles herself.',
  ],
  [
    'Should anything change, I could offer you 8% off if you order before Easter.',
    'If they order before Easter, Paula Innes could offer 8 percent off.',
  ],
  [
    'Finished and tested, certificate of 3 April 2025 attached.',
    'The certificate of 3 April 2025 is attached.',
    'It is finished and tested.',
  ],
  [
    'Solid oak instead saves £1,120 and I think it would look better with the green.',
    'Choosing solid oak instead saves £1,120.',
    'Solid oak instead would save 1,120 pounds.',
  ],
  [
    'three of the twelve boxes are batch 7D and look grey next to the others.',
    '3 of the 12 boxes are batch 7D.',
    'Three of the twelve boxes are from batch 7D.',
  ],
  [
    'Three boxes of batch 7C will be with you on 30 April, and the driver takes the wrong ones back.',
    'On 30 April, three boxes of batch 7C will be with you.',
    'The driver takes back the wrong ones.',
    'Three boxes of batch 7C will arrive on 30 April.',
  ],
  [
    'oak worktop instead of quartz, £12,620 in total.',
    'An oak worktop instead of quartz, for a total of £12,620.',
  ],
  [
    'Replacing it with copper is £725 on top, that’s four metres of pipe, two days and making good the floor.',
    'Replacing it with copper costs an extra £725.',
    'To replace it with copper is £725 on top.',
  ],
  [
    'So the new price is £9,185 instead of £8,460.',
    'The new price is £9,185 rather than £8,460.',
    'Instead of £8,460, the new price is GBP 9,185.',
  ],
  [
    'For the record after yesterday’s kick-off: we plan the 24 stations with LoRaWAN.',
    'They plan the 24 stations with LoRaWAN.',
    'The 24 stations are planned with LoRaWAN.',
  ],
  [
    'Your application for listed building consent was registered today under reference 25/01873/LBC.',
    'The application for listed building consent was registered on 26 May 2025 under reference 25/01873/LBC.',
    'The reference of your application for listed building consent is 25/01873/LBC.',
  ],
  [
    'Your premium is £412.30, your excess is £300 and you have seven years of no-claims bonus.',
    'The excess is £300 and the premium is £412.30.',
    'You have 7 years of no-claims bonus.',
    'Anna has seven years of no-claims bonus.',
  ],
  [
    'Dear Katrin, Beth and I arrive on Monday the 7th at 21:10.',
    'Beth and Anna arrive on Monday the 7th at 9:10 pm.',
    'On Monday the 7th, Anna and Beth arrive at 21:10.',
  ],
  [
    'I have just transferred £9,185 for invoice KPH-1187.',
    'Anna has transferred £9,185 for invoice KPH-1187.',
    'For invoice KPH-1187, £9,185 has been transferred.',
  ],
  [
    'your move is booked for Friday 1 August, two men and the big van, £640 all in.',
    'The move has been booked for Friday 1 August.',
    'Your move is booked for 1 August 2025, with 2 men and the big van.',
  ],
  [
    'The most important point: the gauge needs 30 cm more distance from bridge railings than our data sheet says.',
    'The gauge needs 30 centimetres more distance from bridge railings than the data sheet says.',
    'From bridge railings, the gauge needs 30 cm more distance than stated in their data sheet.',
  ],
  [
    'Our removal van was booked for 1 August and I have just cancelled it, so every day helps.',
    'Anna has cancelled the removal van, which was booked for 1 August.',
    'The removal van was booked for August 1 and has just been cancelled.',
  ],
  [
    'the original crown glass in the stair window has to stay.',
    'The stair window’s original crown glass must stay.',
    'The original crown glass of the stair window has to remain.',
  ],
  [
    'My daughter Isla will do the check-out with you, my knee does not like your stairs any more.',
    'Graham’s daughter Isla will do the check-out.',
    'The check-out will be done by his daughter Isla.',
  ],
  [
    'His plan and two adrenaline pens are in the blue bag; the pens expire in November 2026.',
    'Leo’s plan and two adrenaline pens are in the blue bag.',
    'The pens expire in November 2026 and are in the blue bag.',
    'The 2 adrenaline pens are in the blue bag.',
  ],
  [
    'I have told SafeKeep Deposits to release £1,755 to you and £145 to me.',
    'Graham told SafeKeep Deposits to release £1,755 to you.',
    'SafeKeep Deposits has been told to release £1,755 to you and £145 to Graham.',
  ],
  [
    'parents’ evening moves from 11 November 2025 to 18 November 2025.',
    'The parents’ evening has been moved from 11 November to 18 November 2025.',
    'Parents’ evening moves to 18 November 2025.',
    'The parents’ evening moves from 2025-11-11 to 2025-11-18.',
  ],
  [
    'With seven more stations and ten years of SIM cards the budget rises from £184,000 to £221,500.',
    'The budget rises from £184,000 to £221,500 with seven more stations and ten years of SIM cards.',
    'The budget increases to £221,500 from £184,000.',
  ],
  [
    'The council approved £221,500 and 31 stations last night, with two votes against.',
    '£221,500 and 31 stations were approved by the council last night.',
    'With 2 votes against, the council approved £221,500 and 31 stations.',
  ],
  [
    'The adjuster accepts repairs of £2,214: ceiling £890, two wall units £754, oven £570.',
    'Repairs of £2,214 are accepted by the adjuster.',
    'The adjuster accepts repairs of £2,214, of which £890 is for the ceiling.',
  ],
  [
    'Your excess for escape of water is £350, so we pay £1,864.',
    'The excess for escape of water is £350.',
    'Castlebridge Mutual pays £1,864.',
    'For escape of water, your excess is 350 pounds.',
  ],
  [
    'We want to marry on 12 September 2026, at Kirkmoray Barn.',
    'Jo wants to marry on 12 September 2026 at Kirkmoray Barn.',
    'They want to get married at Kirkmoray Barn on 12 September 2026.',
  ],
  [
    'Ask for room 6, it has the little balcony over the tram.',
    'Room 6 has the little balcony over the tram.',
    'Room 6 has the small balcony over the tram.',
  ],
  [
    'The price is €162 a night with breakfast, €1,134 in total, and the third bed is our present to the boy.',
    'The price is 162 euros per night with breakfast.',
    'The total price is €1,134.',
    'With breakfast it is €162 a night, EUR 1,134 in total.',
  ],
  [
    'The class goes to the Glenmarra outdoor centre from 18 May 2026 to 22 May 2026.',
    'From 18 to 22 May 2026 the class goes to the Glenmarra outdoor centre.',
    'The class will go to the Glenmarra outdoor centre from 18 May 2026 until 22 May 2026.',
  ],
  [
    'A deposit of £50 is due by 6 February; the rest can be paid in three instalments of £55.',
    'A £50 deposit is due by 6 February.',
    'The rest can be paid in 3 instalments of £55.',
    'By 6 February 2026 a deposit of 50 pounds is due.',
  ],
];
