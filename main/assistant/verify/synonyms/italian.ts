/** A group of synonyms a line (synonyms.ts). */
export const italian = `prezzo costo costa tariffa
iniziare cominciare inizia comincia
finire terminare
comprare acquistare
ricevere ottenere
aumentare salire aumenta sale
diminuire calare ridurre
riparare aggiustare
scegliere selezionare
inviare mandare spedire
auto macchina vettura
medico dottore
lavoro impiego
viaggio tragitto
parlare discutere
cambiare modificare
sostituire rimpiazzare
annullare cancellare disdire
rinviare posticipare
arrivare venire
pagare saldare
rimborsare restituire
chiedere richiedere
somma importo
adesso attualmente ora
negozio bottega
vacanza ferie
proporre suggerire
appartamento alloggio
casa abitazione
ditta azienda società
cliente acquirente
contratto accordo
sconto riduzione
errore sbaglio
danno guasto
consegnare fornire
contenere comprendere includere
firmare sottoscrivere
confermare ribadire
spiegare chiarire
riunione incontro
trovare scoprire
togliere rimuovere
aggiungere unire
pulire lavare
veloce rapido
difficile complicato
facile semplice
sempre costantemente
solo soltanto solamente
quasi pressoché
anche pure
mamma madre
papà padre
biglietto titolo
alunno studente
risultato esito
causa ragione motivo
matrimonio nozze
farmaco medicina`;
