import type { Theme } from '../../write/material.ts';
import { rivermark } from '../facts.ts';

export const workPapers: Theme = {
  papers: [
    {
      path: 'Documents/Rivermark/Coverage test report.pdf',
      at: '2025-09-09 16:00',
      title: 'Rivermark: radio coverage test',
      author: 'Tarn & Holm',
      text: `
Author: Beth Nakamura. Field days: 2 to 4 September 2025. Sites: all planned stations of the Esk Valley, including seven candidate sites on tributaries.

# Summary

${rivermark.radioBefore} with three gateways reached ${rivermark.coverageLora} of the sites reliably. ${rivermark.radio} on the public mobile network reached ${rivermark.coverageNb}. A site counts as reliable when at least 95 of 100 messages arrive within ten minutes. We recommend ${rivermark.radio}.

# Method

At each site a test device was held at the height of the planned bracket. It sent 100 messages of 24 bytes on each radio, once with the antenna free and once behind the bridge railing. Temporary gateways stood at Kirkhope church, the water tower and Blackford farm.

===

# Results by reach

| Reach | Sites | ${rivermark.radioBefore} reliable | ${rivermark.radio} reliable |
| Main river, upper | 9 | 8 | 9 |
| Main river, lower | 11 | 10 | 11 |
| Tributaries and side glens | 11 | 4 | 10 |
| All | 31 | 22 | 30 |

The side glens lie in radio shadow of the valley shoulder. A fourth gateway on Harden Hill would add three sites on paper, at £6,400 including power and road.

===

# Energy and cost

With a message every 15 minutes the battery is expected to last 6.1 years with ${rivermark.radioBefore} and 4.4 years with ${rivermark.radio}. In flood mode, with a message a minute, it is 9 and 5 weeks.

| Cost over ten years | ${rivermark.radioBefore} | ${rivermark.radio} |
| Gateways and masts | £21,300 | none |
| SIM cards | none | £4,340 |
| Battery changes | £3,100 | £6,200 |

# One site without any radio

Site 27, Harden Burn weir, has neither. Options are a cable of 240 m to site 26 or a satellite modem. This does not affect the choice of radio.`,
    },
    {
      path: 'Documents/Rivermark/Angebot Pegelwerk.pdf',
      at: '2025-12-02 10:30',
      title: 'Angebot 2025-4471-B',
      author: 'Pegelwerk GmbH',
      language: 'de-DE',
      text: `
An: Tarn & Holm, Edinburgh, z. Hd. Anna Whitfield. Freiburg, den 2. Dezember 2025. Dieses Angebot ersetzt das Angebot 2025-4471-A vom 23. Juni 2025.

# Leistung

Wir liefern ${rivermark.stations} Radarpegel ${rivermark.gauge} mit Funkmodul ${rivermark.radio}, kalibriert und mit Prüfprotokoll. Jedes Gerät misst den Wasserstand berührungslos bis 15 m Entfernung mit einer Genauigkeit von ±2 mm.

| Position | Menge | Einzelpreis | Gesamt |
| Radarpegel ${rivermark.gauge} mit ${rivermark.radio} | ${rivermark.stations} | ${rivermark.gaugePrice} | ${rivermark.offerTotal} |
| Halterung Edelstahl, lang | 31 | im Preis enthalten | 0 € |
| Schulung in Freiburg, ein Tag | 1 | im Preis enthalten | 0 € |

Der Gesamtpreis beträgt ${rivermark.offerTotal} ohne Mehrwertsteuer.

===

# Lieferung

Die Lieferung erfolgt am 26. Januar 2026 frei Haus nach Edinburgh, sofern die Bestellung bis zum 12. Dezember 2025 eingeht. Zoll und Einfuhrabgaben trägt der Käufer.

# Zahlung

30 Prozent sind bei der Bestellung fällig, 70 Prozent innerhalb von 30 Tagen nach der Lieferung. Bei Zahlung innerhalb von 10 Tagen gewähren wir 2 Prozent Skonto.

# Gewährleistung

Die Gewährleistung beträgt 36 Monate ab Lieferung. Blitzschäden und Schäden durch Treibgut sind ausgenommen. Ersatzgeräte senden wir innerhalb von fünf Werktagen.

===

# Technische Hinweise

Der Abstand zu Brückengeländern muss mindestens 80 cm betragen, also 30 cm mehr als im Datenblatt angegeben. Die Antenne des Funkmoduls darf nicht hinter Metall liegen. Die Batterie ist vom Kunden ohne Werkzeug zu wechseln.

Mit freundlichen Grüßen

Dr. Katrin Vogel, Projektleitung`,
    },
    {
      path: 'Documents/Rivermark/Protokoll Freiburg 2025-07-08.docx',
      at: '2025-07-14 11:00',
      title: 'Protokoll: Besuch Tarn & Holm in Freiburg',
      author: 'Pegelwerk GmbH',
      language: 'de-DE',
      text: `
8. und 9. Juli 2025, Pegelwerk GmbH, Freiburg. Teilnehmende: Anna Whitfield und Beth Nakamura (Tarn & Holm), Dr. Katrin Vogel, Jonas Faller und Meike Ruf (Pegelwerk).

# 1 Versuche im Strömungskanal

Der ${rivermark.gauge} wurde bei Wellen bis 40 cm und bei Schaum geprüft. Die Abweichung lag unter 5 mm. Neben einem Geländer aus Stahl traten Ausreißer bis 30 cm auf.

Beschluss: Der Mindestabstand zum Geländer wird von 50 auf 80 cm erhöht. Pegelwerk liefert dafür lange Halterungen ohne Aufpreis.

# 2 Funk

Geplant ist ${rivermark.radioBefore}. Frau Nakamura prüft die Abdeckung im September vor Ort. Pegelwerk bestätigt, dass die Platine bis zwölf Wochen vor der Lieferung ohne Mehrkosten getauscht werden kann.

===

# 3 Daten

Die Geräte senden Wasserstand, Temperatur und Batteriespannung. Rohdaten werden 14 Tage im Gerät gespeichert und nach einem Ausfall nachgesendet. Die Zeit ist immer UTC.

# 4 Aufgaben

| Aufgabe | Wer | Bis |
| Zeichnung der langen Halterung | Jonas Faller | 25. Juli 2025 |
| Abdeckung prüfen | Beth Nakamura | 12. September 2025 |
| Vertrag über Wartung entwerfen | Dr. Katrin Vogel | 30. September 2025 |
| Liste der Brücken mit Geländerhöhe | Anna Whitfield | 31. Juli 2025 |

# 5 Nächstes Treffen

Am 14. Oktober 2025 per Video.`,
    },
    {
      path: 'Documents/Rivermark/Wartungsvertrag Entwurf.docx',
      at: '2025-09-30 15:00',
      title: 'Wartungsvertrag (Entwurf)',
      author: 'Pegelwerk GmbH',
      language: 'de-DE',
      text: `
Zwischen der Pegelwerk GmbH, Freiburg, und Tarn & Holm, Edinburgh, über die Wartung der Pegelstationen im Projekt ${rivermark.name}.

# § 1 Gegenstand

Pegelwerk übernimmt die jährliche Fernprüfung aller Stationen, Software-Aktualisierungen und die Reparatur im Werk. Der Aus- und Einbau vor Ort ist Sache von Tarn & Holm.

# § 2 Reaktionszeiten

Störungen werden werktags zwischen 8 und 17 Uhr angenommen. Pegelwerk antwortet innerhalb von vier Stunden und versendet ein Ersatzgerät innerhalb von fünf Werktagen. Während einer Hochwasserwarnung ist die Hotline rund um die Uhr besetzt.

# § 3 Vergütung

Die Vergütung beträgt 96 € je Station und Jahr. Sie wird jährlich im Voraus berechnet und frühestens nach drei Jahren angepasst.

===

# § 4 Laufzeit und Kündigung

Der Vertrag beginnt mit der Inbetriebnahme und läuft fünf Jahre. Er kann mit einer Frist von sechs Monaten zum Ende eines Kalenderjahres gekündigt werden.

# § 5 Haftung

Pegelwerk haftet für Vorsatz und grobe Fahrlässigkeit unbeschränkt, sonst bis zur Höhe der Jahresvergütung. Für Entscheidungen, die Dritte auf Grund der Messwerte treffen, wird keine Haftung übernommen.

# § 6 Schlussbestimmungen

Es gilt deutsches Recht. Änderungen bedürfen der Schriftform. Gerichtsstand ist Freiburg im Breisgau.`,
    },
    {
      path: 'Documents/Rivermark/Interim report.docx',
      at: '2026-02-27 17:00',
      title: 'Rivermark: interim report to Esk Valley Council',
      author: 'Tarn & Holm',
      text: `
Reporting period: May 2025 to February 2026. Author: Anna Whitfield. Client: Esk Valley Council, Hamish Boyd.

# 1 Where we stand

Twenty of ${rivermark.stations} brackets are fixed and twelve upstream stations send data. The remaining eleven brackets wait for low water. Go-live is planned for ${rivermark.goLive}, as agreed with the committee in January, instead of ${rivermark.goLiveBefore}.

# 2 What changed

| Topic | Contract of May 2025 | Now | Decided on |
| Radio | ${rivermark.radioBefore} | ${rivermark.radio} | ${rivermark.radioDecided} |
| Stations | ${rivermark.stationsBefore} | ${rivermark.stations} | 25 November 2025 |
| Budget | ${rivermark.budget} | ${rivermark.budgetAfter} | 25 November 2025 |
| Go-live | ${rivermark.goLiveBefore} | ${rivermark.goLive} | 27 January 2026 |

===

# 3 Why the radio changed

A test over three days in September 2025 showed reliable reception at ${rivermark.coverageLora} of the sites with ${rivermark.radioBefore} and at ${rivermark.coverageNb} with ${rivermark.radio}. A fourth gateway would have cost £6,400 and brought the figure to about 80%. The mobile network needs no masts of our own, but a SIM card for every station.

# 4 Money

Of ${rivermark.budgetAfter} we have spent £128,940. The gauges cost ${rivermark.offerTotal} and arrived on 26 January, on the day promised. Brackets and climbing work are £7,200 over plan because of the spate, and the data platform is £9,100 under plan.

===

# 5 Risks

- A second spate in March would delay five sites below Kirkhope.
- Site 27, Harden Burn weir, has no reception; a cable of 240 m is being laid.
- The railway owner has not yet signed for the two viaduct sites. We expect the signature by 20 March.

# 6 Next steps

Twelve upstream stations on the public map by 10 March. Training for council staff on 22 April. Alarm thresholds to be agreed by 30 April. Go-live on ${rivermark.goLive}.`,
    },
    {
      path: 'Documents/Work/Part-time agreement.docx',
      at: '2025-12-15 10:00',
      title: 'Change to your contract of employment',
      author: 'Tarn & Holm, People team',
      text: `
To Anna Whitfield. This letter changes your contract of 3 March 2017. Everything not mentioned here stays as it was.

# Hours

From 1 January 2026 your working time is 32 hours a week instead of 37.5, spread over four days. Your day off is Wednesday. Core hours are 10 to 15. You may work from home on Thursdays and Fridays.

# Salary and holiday

Your yearly salary becomes £46,080. Your holiday becomes 26 days a year, public holidays included in proportion. Pension contributions are calculated from the new salary.

===

# Review

Both sides look at the arrangement in December 2026. Either may ask to go back to full time with three months' notice.

# Please sign

Return one signed copy by 22 December 2025. If a project needs you on a Wednesday, the day is given back within the same month.`,
    },
  ],
};
