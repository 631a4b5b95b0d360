import type { Written } from './written.ts';

/** German papers and mails of the sample library, retold by hand. */
export const german: readonly Written[] = [
  [
    'Dieses Angebot ersetzt das Angebot 2025-4471-A vom 23. Juni 2025.',
    'Das Angebot 2025-4471-A vom 23.06.2025 wird durch dieses Angebot ersetzt.',
    'Dieses Angebot ersetzt das Angebot 2025-4471-A.',
  ],
  [
    'Der Gesamtpreis beträgt 45.880 € ohne Mehrwertsteuer.',
    'Ohne Mehrwertsteuer beträgt der Gesamtpreis 45.880 Euro.',
    'Der Gesamtpreis liegt bei EUR 45.880 ohne MwSt.',
  ],
  [
    'Die Lieferung erfolgt am 26. Januar 2026 frei Haus nach Edinburgh, sofern die Bestellung bis zum 12. Dezember 2025 eingeht.',
    'Sofern die Bestellung bis zum 12. Dezember 2025 eingeht, erfolgt die Lieferung am 26. Januar 2026.',
  ],
  [
    '30 Prozent sind bei der Bestellung fällig, 70 Prozent innerhalb von 30 Tagen nach der Lieferung.',
    'Bei der Bestellung sind 30 % fällig.',
    '70 % sind innerhalb von 30 Tagen nach der Lieferung fällig.',
  ],
  [
    'Bei Zahlung innerhalb von 10 Tagen gewähren wir 2 Prozent Skonto.',
    'Pegelwerk gewährt 2 % Skonto bei Zahlung innerhalb von 10 Tagen.',
    'Wir gewähren bei Zahlung innerhalb von zehn Tagen 2 % Skonto.',
  ],
  [
    'Die Gewährleistung beträgt 36 Monate ab Lieferung.',
    'Ab Lieferung beträgt die Gewährleistung 36 Monate.',
    'Die Gewährleistung dauert 36 Monate ab Lieferung.',
  ],
  [
    'Die Antenne des Funkmoduls darf nicht hinter Metall liegen.',
    'Hinter Metall darf die Antenne des Funkmoduls nicht liegen.',
  ],
  [
    'Der PW-300 wurde bei Wellen bis 40 cm und bei Schaum geprüft.',
    'Bei Schaum und bei Wellen bis 40 cm wurde der PW-300 geprüft.',
    'Der PW-300 wurde bei Wellen bis 40 Zentimeter geprüft.',
  ],
  [
    'Rohdaten werden 14 Tage im Gerät gespeichert und nach einem Ausfall nachgesendet.',
    'Im Gerät werden Rohdaten 14 Tage gespeichert.',
    'Das Gerät speichert Rohdaten 14 Tage.',
  ],
  [
    'Störungen werden werktags zwischen 8 und 17 Uhr angenommen.',
    'Zwischen 8 und 17 Uhr werden werktags Störungen angenommen.',
  ],
  [
    'Die Vergütung beträgt 96 € je Station und Jahr.',
    'Je Station und Jahr beträgt die Vergütung 96 Euro.',
    'Die Vergütung beträgt 96 EUR pro Station und Jahr.',
  ],
  [
    'Das neue Angebot liegt bei: 31 Stück PW-300 zu 1.480 €, zusammen 45.880 €.',
    '31 Stück PW-300 kosten zusammen 45.880 Euro.',
    'Im neuen Angebot sind es 31 Stück PW-300 zu 1.480 €.',
  ],
  [
    'Die Lieferung ist am 26. Januar 2026 bei euch.',
    'Am 26. Januar 2026 ist die Lieferung bei euch.',
    'Die Lieferung ist am 26.01.2026 da.',
  ],
  [
    'Der Vertrag beginnt mit der Inbetriebnahme und läuft fünf Jahre.',
    'Der Vertrag läuft 5 Jahre.',
    'Mit der Inbetriebnahme beginnt der Vertrag und läuft fünf Jahre.',
  ],
  ['Die Lieferzeit beträgt zehn Wochen ab Bestellung.', 'Ab Bestellung beträgt die Lieferzeit 10 Wochen.'],
  [
    'Die SIM-Karten müsst ihr selbst besorgen, am besten mit Roaming über zwei Netze.',
    'Ihr müsst die SIM-Karten selbst besorgen.',
  ],
];

/** Spanish papers and mails, retold by hand. */
export const spanish: readonly Written[] = [
  [
    'se aprueba, con nueve votos a favor y dos en contra, el de Ascensores Cantábrico por 68.900 €.',
    'Con nueve votos a favor y dos en contra se aprueba el de Ascensores Cantábrico por 68.900 euros.',
    'Se aprueba el de Ascensores Cantábrico por €68.900.',
  ],
  [
    'La obra empieza en marzo de 2026 y dura unos cuatro meses.',
    'En marzo de 2026 empieza la obra.',
    'La obra comienza en marzo de 2026.',
    'La obra dura unos 4 meses.',
  ],
  [
    'La derrama para el ascensor es de 4.920 € por piso, que se paga en doce cuotas mensuales de 410 € a partir de enero de 2026.',
    'La derrama para el ascensor es de 4.920 euros por piso.',
    'A partir de enero de 2026 se paga en 12 cuotas mensuales de 410 €.',
  ],
  [
    'Se aplaza la pintura de la fachada a la junta de 2026.',
    'La pintura de la fachada se aplaza a la junta de 2026.',
    'Se aplaza a la junta de 2026 la pintura de la fachada.',
  ],
  [
    'El arrendatario entrega a la llegada una fianza de €300.',
    'A la llegada el arrendatario entrega una fianza de 300 euros.',
    'El arrendatario entrega una fianza de EUR 300 a la llegada.',
  ],
  [
    'La entrada es a partir de las 17:00 horas y la salida antes de las 11:00 horas.',
    'La entrada es a partir de las 17:00.',
    'La salida es antes de las 11:00 horas y la entrada a partir de las 17:00 horas.',
  ],
  [
    'El precio de la semana es de €1.120, ropa de cama incluida, y pedimos una fianza de €300 que se devuelve al salir.',
    'La semana cuesta 1.120 euros, ropa de cama incluida.',
    'El precio de la semana es de 1.120 €.',
    'Piden una fianza de 300 €.',
  ],
  [
    'Llego a Edimburgo el sábado 20 de diciembre a las 14:25 y me quedo hasta el 7 de enero',
    'Carmen llega a Edimburgo el sábado 20 de diciembre a las 14:25.',
    'Carmen Ibarra llega el 20 de diciembre a las 14:25 a Edimburgo.',
  ],
  [
    'ya os he devuelto la fianza de €300.',
    'Ya os ha devuelto la fianza de 300 euros.',
    'Belén ha devuelto la fianza de €300.',
  ],
  [
    'La leña se paga aparte, a 6 € el saco.',
    'Aparte se paga la leña, a 6 euros el saco.',
    'La leña se paga aparte.',
  ],
  [
    'La ropa de cama y las toallas están incluidas.',
    'Las toallas y la ropa de cama están incluidas.',
    'Están incluidas la ropa de cama y las toallas.',
  ],
  ['La ocupación máxima es de seis personas.', 'La ocupación máxima es de 6 personas.'],
  ['El saldo de la comunidad es de 6.214,30 €.', 'La comunidad tiene un saldo de 6.214,30 euros.'],
];
