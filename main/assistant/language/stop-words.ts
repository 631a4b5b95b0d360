export type Language = 'en' | 'de' | 'es' | 'fr' | 'it' | 'pt';

const languages: readonly Language[] = ['en', 'de', 'es', 'fr', 'it', 'pt'];

/** Words that carry grammar and no topic, folded (lower case, no accents). Negations are listed too; who cares for them looks at the text. */
const words: Record<Language, string> = {
  en: `a about above after again all also am an and any are as at be because been before being below between both
    but by can could did do does doing done down during each either else every few for from further get got had has have
    having he her here hers him his how i if in into is it its itself just let me mine more most much my no nor not
    now of off on once one only onto or other our ours out over own per please s same she should so some such t than
    that the their them then there these they this those through to too under until up upon us very via was we were
    what when where which while who whom whose why will with within without would yes you your yours many may might
    must shall ever yet anything something everything everyone someone anyone tell know d ll m re ve don doesn didn
    isn wasn aren won`,
  de: `aber als alle allem allen aller alles also am an andere anderen auch auf aus bei beim bin bis bist da dabei
    damit dann darauf darin das dass dein deine dem den denn der des dessen dich die dies diese diesem diesen dieser
    dieses dir doch dort du durch ein eine einem einen einer eines er es etwas euch euer fur gab gibt hab habe haben
    habt hat hatte hatten hier ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im in ins ist ja je jede jeder jedes jetzt
    kann kannst konnen konnte mal man mehr mein meine meinem meinen meiner mich mir mit muss nach nicht noch nun nur ob
    oder ohne schon sehr sein seine seinem seinen seiner seit sich sie sind so soll sollte sollen uber um und uns unser
    unsere unserem unseren unter vom von vor wann war waren warum was weil welche welchem welchen welcher welches wem
    wen wenn wer werde werden wie wieder wieso will wir wird wo wohin woher worden wurde wurden zu zum zur zwischen viel
    viele kein keine keinen bitte sag`,
  es: `a al algo alguien alguna algunas alguno algunos ante antes aquel aquella asi aun aunque bajo bien cada como con
    contra cual cuales cuando cuanta cuantas cuanto cuantos de del desde donde dos durante e el ella ellas ellos en
    entre era eran es esa esas ese eso esos esta estaba estado estan estar estas este esto estos estoy fue fueron ha
    haber habia han has hasta hay he hemos la las le les lo los mas me mi mis mucho muchos muy nada ni no nos nosotros
    nuestra nuestro o os otra otro para pero poco por porque pues que quien quienes se sea ser si sido sin sobre son su
    sus tambien tan te tengo tener tiene tienen todo todos tu tus un una unas uno unos usted y ya yo dime`,
  fr: `a ai aie ainsi alors apres as au aucun aussi autre autres aux avait avant avec avez avoir avons c ca car ce cela
    celle celles celui ces cet cette ceux chaque chez comme comment d dans de depuis des dont du elle elles en encore
    entre es est et etait etaient ete etes etre eu eux fait il ils j je jusqu l la le les leur leurs lui m ma mais me
    meme mes moi mon n ne nos notre nous on ont ou par parce pas peu peut plus pour pourquoi qu quand que quel quelle
    quelles quels qui quoi s sa sans se sera ses si son sont sous sur t ta te tes toi ton tous tout toute toutes tres
    tu un une vos votre vous y combien quelque`,
  it: `a abbiamo ad agli ai al alla alle allo anche ancora avere aveva c che chi ci cio co come con cosa cui da dagli
    dai dal dalla dalle dallo degli dei del della delle dello di dove e ed era erano essere fa fra gia gli ha hai hanno
    ho i il in io l la le lei li lo loro lui ma me mi mia mie miei mio molti molto ne negli nei nel nella nelle nello
    no noi non nostra nostri nostro o ogni per perche piu poi qual quale quali quando quanta quante quanti quanto
    quel quella quelle quelli quello questa queste questi questo qui se sei si sia sono sta stata state stati stato su
    sua sue sugli sui sul sulla sulle suo suoi tra tu tua tue tuo tuoi tutta tutte tutti tutto un una uno vi voi
    qualche qualcosa dimmi quanto`,
  pt: `a ao aos aquela aquele aquilo as ate c com como da das de dela dele deles demais depois do dos e ela elas ele eles em
    entre era essa essas esse esses esta estamos estao estar estas estava este estes eu foi foram ha isso isto ja la
    lhe mais mas me mesmo meu meus mim minha minhas muito muitos na nao nas nem no nos nossa nosso num numa o onde os
    ou para pela pelas pelo pelos por porque qual quais quando quanta quantas quanto quantos que quem se sem ser seu
    seus so sobre sua suas tambem te tem tenho ter teu teve tinha tua tudo todos todas um uma umas uns voce voces
    algum alguma quantos diz`,
};

const sets: Record<Language, ReadonlySet<string>> = {
  en: new Set(words.en.split(/\s+/)),
  de: new Set(words.de.split(/\s+/)),
  es: new Set(words.es.split(/\s+/)),
  fr: new Set(words.fr.split(/\s+/)),
  it: new Set(words.it.split(/\s+/)),
  pt: new Set(words.pt.split(/\s+/)),
};

/** Words that are grammar in one of the languages and a topic in another ("die", "son", "sin", "car"): only the text's own language may drop them. */
export function isStopWord(folded: string, language: Language): boolean {
  return sets[language].has(folded);
}

/** The language whose grammar words occur most; English where none do. */
export function detectLanguage(foldedWords: readonly string[]): Language {
  let best: Language = 'en';
  let bestCount = 0;
  for (const language of languages) {
    const count = foldedWords.reduce((sum, word) => sum + (sets[language].has(word) ? 1 : 0), 0);
    if (count > bestCount) {
      best = language;
      bestCount = count;
    }
  }
  return best;
}
