import { mail, type Theme, type Thread } from '../../write/material.ts';
import { rivermark } from '../facts.ts';
import { annaAtWork, beth, council, julian, katrin } from '../people.ts';

const radio: Thread = {
  id: 'radio',
  subject: 'Rivermark: which radio for the stations?',
  mails: [
    mail(
      '2025-05-14 09:30',
      annaAtWork,
      [beth, julian],
      `
Morning both,

For the record after yesterday's kick-off: we plan the ${rivermark.stationsBefore} stations with ${rivermark.radioBefore}. No running costs, the council can own the gateways, and Beth has done it twice. Three gateways should cover the valley on paper. Test on site in August.`,
    ),
    mail(
      '2025-05-14 10:12',
      julian,
      [annaAtWork, beth],
      `Fine by me. On paper is what worries me in a valley. What is plan B, and what would it cost?`,
    ),
    mail(
      '2025-05-14 11:40',
      beth,
      [annaAtWork, julian],
      `Plan B is ${rivermark.radio} over the mobile network: no gateways, but a SIM for every station, about £14 a year each. The modem is a different board on the same gauge, so we could swap late.`,
    ),
    mail(
      '2025-09-09 16:25',
      beth,
      [annaAtWork, julian],
      `
Back from the valley, boots still wet. Coverage test, all sites, three days: ${rivermark.radioBefore} reaches ${rivermark.coverageLora} of them reliably, ${rivermark.radio} reaches ${rivermark.coverageNb}. The side glens are the problem, a fourth gateway would bring us to 80% at best. Report attached.`,
      { attached: ['Documents/Rivermark/Coverage test report.pdf'] },
    ),
    mail(
      '2025-09-18 15:05',
      annaAtWork,
      [beth, julian],
      `
Decided in today's meeting: Rivermark uses ${rivermark.radio} instead of ${rivermark.radioBefore}. The coverage test leaves no choice. Beth tells Pegelwerk which modem board we need, I tell the council about the SIM costs.`,
      { cc: [katrin] },
    ),
    mail(
      '2025-09-19 08:20',
      julian,
      [annaAtWork, beth],
      `Good call, and glad that we tested before we bought three masts. Put the SIM costs for ten years into the budget, please, not for one.`,
    ),
  ],
};

const goLive: Thread = {
  id: 'go-live',
  subject: 'Rivermark go-live date',
  mails: [
    mail(
      '2026-01-20 10:30',
      council,
      annaAtWork,
      `
Dear Anna,

Councillors have asked me twice whether the flood warnings will be there for the spring. The contract says ${rivermark.goLiveBefore}. Is that still so?`,
    ),
    mail(
      '2026-01-21 17:48',
      annaAtWork,
      council,
      `
Dear Hamish,

I would rather tell you now than in February: no. The river was in spate for three weeks and we could not set the brackets at eleven of the ${rivermark.stations} sites. We propose ${rivermark.goLive}, with the twelve upstream stations sending data from March.`,
      { cc: [julian] },
    ),
    mail(
      '2026-01-28 11:15',
      council,
      annaAtWork,
      `
Dear Anna,

I took it to the committee yesterday. They accept ${rivermark.goLive} instead of ${rivermark.goLiveBefore}, on condition that the upstream stations run by 10 March and that there is no extra cost.`,
    ),
    mail(
      '2026-05-15 18:02',
      annaAtWork,
      [council, julian, beth],
      `
All ${rivermark.stations} stations have been live since 9:40 this morning. First alarm at 14:12, a cow at Blackford ford. Thank you all.`,
    ),
  ],
};

const offer: Thread = {
  id: 'pegelwerk-angebot',
  subject: 'Angebot Pegelsonden PW-300',
  mails: [
    mail(
      '2025-06-23 08:14',
      katrin,
      annaAtWork,
      `
Liebe Anna,

anbei unser Angebot über ${rivermark.stationsBefore} Radarpegel ${rivermark.gauge} zum Stückpreis von ${rivermark.gaugePrice}, zusammen 35.520 €. Die Lieferzeit beträgt zehn Wochen ab Bestellung. Ich freue mich auf euren Besuch im Juli!`,
    ),
    mail(
      '2025-09-22 09:05',
      katrin,
      annaAtWork,
      `
Liebe Anna,

Beth hat angerufen: ihr braucht jetzt die Platine mit ${rivermark.radio}. Das ist kein Problem, der Preis bleibt gleich. Die SIM-Karten müsst ihr selbst besorgen, am besten mit Roaming über zwei Netze.`,
    ),
    mail(
      '2025-11-27 16:30',
      annaAtWork,
      katrin,
      `
Liebe Katrin,

der Gemeinderat will ${rivermark.stations} statt ${rivermark.stationsBefore} Stationen. Könnt ihr das Angebot anpassen und zum selben Stückpreis liefern? Lieferung bitte bis Ende Januar nach Edinburgh.`,
      { cc: [beth] },
    ),
    mail(
      '2025-12-02 10:48',
      katrin,
      annaAtWork,
      `
Liebe Anna,

sehr gerne. Das neue Angebot liegt bei: ${rivermark.stations} Stück ${rivermark.gauge} zu ${rivermark.gaugePrice}, zusammen ${rivermark.offerTotal}. Die Lieferung ist am 26. Januar 2026 bei euch. Bitte bestellt bis zum 12. Dezember, sonst ist die Fertigung im Urlaub.`,
      { cc: [beth], attached: ['Documents/Rivermark/Angebot Pegelwerk.pdf'] },
    ),
    mail(
      '2025-12-09 09:33',
      annaAtWork,
      katrin,
      `Liebe Katrin, hiermit bestellen wir wie angeboten: ${rivermark.stations} Stück für ${rivermark.offerTotal}. Schöne Weihnachten an alle in Freiburg, und danke für das Kirschwasser.`,
      { cc: [julian] },
    ),
  ],
};

const budget: Thread = {
  id: 'rivermark-budget',
  subject: 'Rivermark: more stations',
  mails: [
    mail(
      '2025-11-12 14:20',
      council,
      annaAtWork,
      `
Dear Anna,

After last month's flooding at Kirkhope the council wants seven more stations on the tributaries, ${rivermark.stations} instead of ${rivermark.stationsBefore}. What would that cost, and does it move the date?`,
    ),
    mail(
      '2025-11-20 16:57',
      annaAtWork,
      council,
      `
Dear Hamish,

With seven more stations and ten years of SIM cards the budget rises from ${rivermark.budget} to ${rivermark.budgetAfter}. The date holds if we have your yes before December.`,
      { cc: [julian] },
    ),
    mail(
      '2025-11-26 12:09',
      council,
      annaAtWork,
      `
Dear Anna,

You have it. The council approved ${rivermark.budgetAfter} and ${rivermark.stations} stations last night, with two votes against. The change order is in the post.`,
    ),
    mail(
      '2025-11-26 12:31',
      julian,
      [annaAtWork],
      `Well done. Now please make sure that Beth takes a holiday before the brackets start.`,
    ),
  ],
};

const freiburg: Thread = {
  id: 'freiburg',
  subject: 'Visit to Freiburg, 8 and 9 July',
  mails: [
    mail(
      '2025-06-25 13:30',
      annaAtWork,
      katrin,
      `
Dear Katrin, Beth and I arrive on Monday the 7th at 21:10. Is there a hotel near the works that you would recommend? Nothing fancy, but with bicycles if possible.`,
    ),
    mail(
      '2025-06-26 07:50',
      katrin,
      annaAtWork,
      `
Dear Anna, the Gasthof Zum Rehbock is ten minutes from us, they lend bicycles and the dumplings are serious. I have reserved two rooms under my name. We begin on Tuesday at nine with the flow channel.`,
      { cc: [beth] },
    ),
    mail(
      '2025-07-14 11:20',
      katrin,
      annaAtWork,
      `
Dear Anna, dear Beth, thank you for coming. The minutes are attached, in German as agreed, tell me if Julian needs a translation. The most important point: the gauge needs 30 cm more distance from bridge railings than our data sheet says.`,
      { cc: [beth], attached: ['Documents/Rivermark/Protokoll Freiburg 2025-07-08.docx'] },
    ),
  ],
};

export const workMails: Theme = { threads: [radio, goLive, offer, budget, freiburg] };
