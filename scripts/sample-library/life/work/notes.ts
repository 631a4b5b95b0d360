import type { Theme } from '../../write/material.ts';
import { rivermark } from '../facts.ts';

export const workNotes: Theme = {
  notes: [
    {
      path: 'Notes/Work/Rivermark.md',
      at: '2026-05-15 21:00',
      text: `
---
tags: [work, rivermark]
status: live
---
# Rivermark

Flood gauges for Esk Valley Council: ${rivermark.stations} stations, ${rivermark.radio}, live since ${rivermark.goLive}. Budget ${rivermark.budgetAfter}.

Client [[Hamish Boyd]]. Gauges from Pegelwerk in Freiburg, [[Katrin Vogel]]. Team: Beth Nakamura (field, radio), Julian Oyelaran (my boss, and the one who asks what plan B costs).

Meetings: [[2025-05-13 Rivermark kick-off]], [[2025-09-18 Rivermark radio decision]], [[2025-11-27 Rivermark stations]], [[2026-01-22 Rivermark schedule]], [[2026-04-23 Rivermark alarms]], [[2026-06-04 Rivermark lessons]]`,
    },
    {
      path: 'Notes/Work/Meetings/2025-05-13 Rivermark kick-off.md',
      at: '2025-05-13 17:00',
      text: `
---
tags: [meeting, rivermark]
attendees: [Anna, Beth, Julian, Hamish Boyd]
---
# Rivermark kick-off

Budget ${rivermark.budget}, ${rivermark.stationsBefore} stations, go-live ${rivermark.goLiveBefore}. Hamish wants alarms by text message, not an app: "my farmers have phones from before the flood".

## Decisions
- Radio: ${rivermark.radioBefore}, three gateways, owned by the council.
- Gauges: radar, not pressure; pressure sensors silt up.

## To do
- [x] Anna: ask Pegelwerk for an offer
- [x] Beth: plan the coverage test for August or September
- [ ] Hamish: list of landowners`,
    },
    {
      path: 'Notes/Work/Meetings/2025-09-18 Rivermark radio decision.md',
      at: '2025-09-18 15:30',
      text: `
---
tags: [meeting, rivermark]
attendees: [Anna, Beth, Julian]
---
# Rivermark radio decision

Beth's test: ${rivermark.radioBefore} ${rivermark.coverageLora}, ${rivermark.radio} ${rivermark.coverageNb}. Long faces, short meeting.

> [!success] Decision
> Rivermark uses ${rivermark.radio} instead of ${rivermark.radioBefore}, because the coverage test of September showed too many gaps in the side glens.

This replaces the decision of the [[2025-05-13 Rivermark kick-off]].

- SIM cards: two networks, ten years in the budget (Julian)
- Battery: 4.4 years instead of 6.1, so one more change per station. Accepted.
- Beth tells Pegelwerk, I tell Hamish`,
    },
    {
      path: 'Notes/Work/Meetings/2025-11-27 Rivermark stations.md',
      at: '2025-11-27 12:00',
      text: `
---
tags: [meeting, rivermark]
attendees: [Anna, Beth, Hamish Boyd]
---
# Rivermark stations

The council voted: ${rivermark.stations} stations instead of ${rivermark.stationsBefore}, ${rivermark.budgetAfter} instead of ${rivermark.budget}. The seven new ones are all on tributaries; after the Kirkhope flood nobody argued.

- The numbers 25 to 31 go to the new sites, no renumbering
- Site 27 (Harden Burn weir) has no reception at all: cable to 26, Beth to price
- Order at Pegelwerk before 12 December

Hamish's daughter is called Esk. He was not joking.`,
    },
    {
      path: 'Notes/Work/Meetings/2026-01-22 Rivermark schedule.md',
      at: '2026-01-22 16:10',
      text: `
---
tags: [meeting, rivermark]
attendees: [Anna, Beth, Julian]
---
# Rivermark schedule

Spate since 29 December. Brackets: 20 fixed, 11 not. Climbers are paid for waiting, £430 a day, so they go home until the gauge at Kirkhope is under 0.9 m.

## Decision
Propose ${rivermark.goLive} to the council instead of ${rivermark.goLiveBefore}. Upstream twelve first, by 10 March, so that they have something to show.

Beth is against promising 10 March. Noted here because she will be right or I will.

*Later: they ran on 9 March. We were both right.*`,
    },
    {
      path: 'Notes/Work/Meetings/2026-04-23 Rivermark alarms.md',
      at: '2026-04-23 13:45',
      text: `
---
tags: [meeting, rivermark]
attendees: [Anna, Beth, Hamish Boyd, council duty officers]
---
# Rivermark alarms

Yellow at 1.6 m, red at 2.1 m at Kirkhope bridge. At the fords yellow is 0.5 m. Text messages go to 214 people, opt-in.

- No alarm on a single reading: three in a row, that is 3 minutes in flood mode
- Duty officer can mute a station for 6 hours, not longer
- Test alarm on the first Monday of each month at 11

Open: who answers the phone at night between Christmas and New Year? Hamish asks the fire service.`,
    },
    {
      path: 'Notes/Work/Meetings/2026-06-04 Rivermark lessons.md',
      at: '2026-06-04 17:30',
      text: `
---
tags: [meeting, rivermark]
attendees: [Anna, Beth, Julian, Katrin Vogel]
---
# Rivermark lessons

What we would do again: test the radio on site before buying anything. Long brackets. Telling the client early that a date will not hold.

What not: fixing brackets in winter. A contract with a radio's name in it. 17 different bolts.

Final cost £219,870, so £1,630 under the ${rivermark.budgetAfter}. Julian says that this has never happened and asked for the recipe.`,
    },
    {
      path: 'Notes/People/Katrin Vogel.md',
      at: '2025-07-12 10:00',
      text: `
---
tags: [people, work]
---
# Katrin Vogel

Pegelwerk, Freiburg, runs projects there. Doctorate on ice in rivers. Writes German with me since the July visit so that I practise; I make mistakes with the dative and she says nothing, which is worse.

Put us up in the Gasthof Zum Rehbock: bicycles, dumplings, church bells at six. Good for work, not for a holiday.

Two boys, plays the viola. Birthday 3 May.`,
    },
    {
      path: 'Notes/People/Hamish Boyd.md',
      at: '2025-11-28 09:00',
      text: `
---
tags: [people, work]
---
# Hamish Boyd

Flood risk manager at Esk Valley Council, client of [[Rivermark]]. Twenty-six years in the job, was on the bridge at Kirkhope in 2005 with a rope. Does not want surprises; a bad date told in January is better than a good one missed in March. Phones at ten past eight. Sheep.`,
    },
    {
      path: 'Notes/Work/Four days a week.md',
      at: '2025-12-16 21:15',
      text: `
---
tags: [work]
---
# Four days a week

Signed. From 1 January 2026: 32 hours, Wednesdays off, £46,080. Review in December 2026.

For: Wednesdays with Leo after swimming moved, Spanish, sleep. Against: £10,000, and the fear that five days of work move into four. Julian promised to say "not on Wednesday" for me until I can say it myself.`,
    },
    {
      path: 'Notes/Work/Talk on early warnings.md',
      at: '2026-09-20 18:30',
      text: `
---
tags: [work, talk]
---
# Talk on early warnings

Hydrology day in Stirling, 8 October 2026, 20 minutes, after lunch, so pictures.

1. The cow at Blackford ford (first alarm, 15 May, 14:12)
2. A map with holes: what ${rivermark.coverageLora} coverage means if you live in the other part
3. Three readings in a row: why we wait and what it costs
4. 214 phone numbers: trust is the hard part

> [!tip] Beth's advice
> Cut slide 5. There is no slide 5 that was ever missed.`,
    },
  ],
};
