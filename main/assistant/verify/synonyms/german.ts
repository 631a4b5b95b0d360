/** A group of synonyms a line (synonyms.ts). */
export const german = `preis kosten kostet
gebühr kosten
beginnen starten anfangen beginn start beginnt startet
enden aufhören ende schluss
kaufen erwerben
bekommen erhalten kriegen
steigen erhöhen anheben wachsen steigt erhöht
sinken fallen senken
prüfen testen kontrollieren untersuchen
reparieren instandsetzen
klein gering
gross beträchtlich
brauchen benötigen
bleiben verbleiben
wählen aussuchen auswählen
antworten erwidern
fragen bitten
schicken senden zusenden
auto wagen fahrzeug
arzt doktor
arbeit job
schnell rasch
reise fahrt
sprechen reden
ändern wechseln
ersetzen austauschen tauschen
absagen stornieren
verschieben verlegen
ankommen eintreffen kommen
zusätzlich extra weiter
fällig zahlbar
betrag summe
zahlen bezahlen überweisen
zurückzahlen erstatten
jetzt derzeit aktuell
oft häufig
bild foto
laden geschäft
urlaub ferien
vorschlagen anregen
entscheiden beschliessen
angebot offerte
selbst selber
dauern dauert laufen läuft betragen beträgt
liegen betragen liegt beträgt
gewähren geben gewährt gibt
besorgen beschaffen
falls wenn sofern
zentimeter cm
kilometer km
stück stk
ungefähr circa etwa
wohnung appartement
haus gebäude
firma unternehmen betrieb
kunde auftraggeber
vertrag vereinbarung
rechnung faktura
nachlass rabatt
fehler mangel
schaden defekt
kaputt defekt
einbauen montieren installieren
liefern zustellen
lieferung zustellung
enthalten umfassen
gehören besitzen
behalten bewahren
speichern sichern
unterschreiben unterzeichnen
bestätigen zusagen
erklären erläutern
erwähnen nennen
schreiben verfassen
planen vorhaben
treffen sitzung
besuchen besichtigen
sehen bemerken
wissen kennen
versuchen probieren
vermeiden verhindern
entfernen beseitigen
hinzufügen ergänzen
öffnen aufmachen
schliessen zumachen
reinigen putzen säubern
kalt kühl
nass feucht
laut lärmend
leise still
sofort umgehend
bald demnächst
später danach
vorher zuvor
immer stets
manchmal gelegentlich
nur lediglich bloss
fast beinahe
sehr äusserst
besonders insbesondere
wahrscheinlich vermutlich
ausserdem zudem
jedoch aber
aufzug lift
bürgersteig gehsteig
fahrkarte ticket
lehrer lehrkraft
prüfung test
ergebnis resultat
grund ursache
ziel zweck
teil abschnitt
menge anzahl
grösse umfang
dauer länge
mittag mittags
hochzeit trauung
heiraten vermählen
krankheit leiden
medikament arznei
mutter mama
vater papa
oma grossmutter
opa grossvater
mitarbeiter kollege
gerät apparat
nummer nr`;
