import { contentWords, languageOf, type Word } from '../language/words.ts';

/** Words that ask for a list or a count and are no part of what it is about. */
const asking = new Set(
  `list show give name display find search look get got gets receive received recieve send sent sends sending write wrote
  written writes mail mails email emails e-mail e-mails message messages note notes document documents file files pdf
  pdfs word letter letters thing things item items count number total often time times mention mentions mentioned
  mentioning contain contains containing containing concern concerning regard regarding talk talks talking speak about
  say says said deal deals dealing relate related relating refer referring exist exists there latest newest recent
  oldest earliest library index indexed folder inbox so far myself altogether overall ones one two three four five six seven
  eight nine ten exactly please see read come came hear heard arrive arrived subject topic whose where keep kept
  zeig zeige zeigen liste nenn nenne gib anzahl mails nachricht nachrichten notiz notizen dokument dokumente datei
  dateien worum ging geht stand bekommen erhalten bekam kam kamen kommt geschickt geschrieben schrieb gesendet verschickt versandt gemailt gekriegt empfangen schickte enthalten enthalt handeln thema erwahnen
  erwahnt neueste neuesten letzte letzten alteste insgesamt gesamt oft male
  muestra muestrame lista ensename dame numero correo correos electronico electronicos mensaje mensajes nota notas
  documento documentos archivo archivos recibido recibi llegaron llego enviado enviados envio envie mandado mandados mando mande escrito escritos escribio escribi trataba decia veces vez menciona mencionan mencione contienen contiene
  tratan trata hablan ultimos ultimas total
  montre montrez donne donnez nombre courriel courriels fichier fichiers recu recus recue recues envoye envoyes envoyee envoyees ecrit ecrits mentionne mentionnent
  fois ai-je avons-nous a-t-il a-t-elle y-a-t-il contiennent contient parlent parle derniers dernieres
  exchange exchanged together different distinct amount saved stored belong belonging dated date dates
  ausgetauscht verschiedene verschiedenen gespeichert erwahne enthielt lautet habe hat
  intercambiado distintos diferentes guardado guardados guardadas ano mes
  echange echanges differents differentes conserve enregistre an annee
  messaggio messaggi posta documento documenti appunto appunti allegato allegati elenco elenca mostra mostrami trova cerca numero ricevuto ricevuti ricevute
  ricevo mandato mandati mandate mandata inviato inviati inviata inviate scritto scritti scritte scrisse volte volta parla parlano menziona menzionano contiene contengono riguarda riguardano ultimo ultima ultimi ultime
  primo prima totale anno mese trattava
  mensagem mensagens anexo anexos ficheiro ficheiros arquivo arquivos lista liste mostre mostra encontra recebi recebemos recebeu receberam recebido recebidos recebidas
  enviei enviou enviaram enviado enviados mandei mandou mandaram escrevi escreveu escreveram escrito vezes vez fala falam menciona mencionam contem contenham
  trata tratam ultimo ultima ultimos ultimas primeiro primeira existem houve`.split(/\s+/),
);

/** Verbs of sending, getting and being there in the forms that agree with what was sent: “enviadas”, “arrivées”. */
const moving =
  /^(?:(?:envi|mand|lleg|cheg|recib|receb|escri|guard)(?:ad|id|t)[oa]s?|(?:lleg|envi|mand)(?:aban?|amos|aron|an?)|(?:cheg|envi|mand)(?:avam?|amos|aram|am?|ou)|recib(?:ieron|en?)|receb(?:eram|em?)|(?:inviat|mandat|spedit|scritt|ricevut|arrivat|stat)[oaie]|arrivano|(?:envoye|ecrit|arrive|recu)e?s?|arrivent|arrives?|(?:an)?gekommen|eingegangen|verschickte[nr]?|foram|sido|sont|ete|sono|wurden?|worden)$/u;
/** “Montre-moi”, “mostra-me”, “peux-tu” without whom they speak of. */
export function withoutPronoun(folded: string): string {
  return folded.replace(/-(?:moi|nous|me|nos|mi|ci|je|tu|vous)$/u, '');
}

/** The words a listed or counted document must hold: what is left of the question when asking and filter words are gone. */
export function topicWords(query: string): Word[] {
  const language = languageOf(query);
  return contentWords(query, language).filter(
    (word) =>
      !asking.has(word.folded) &&
      !asking.has(withoutPronoun(word.folded)) &&
      !moving.test(word.folded) &&
      !/^\d{1,3}$/.test(word.text) &&
      !/^(?:and|und|y|et|e)$/.test(word.folded),
  );
}

/** The stretch of a query from its first topic word to its last; empty where it has none. */
export function topicText(query: string): string {
  const list = topicWords(query);
  const first = list[0];
  const last = list.at(-1);
  return first === undefined || last === undefined ? '' : query.slice(first.start, last.end);
}
