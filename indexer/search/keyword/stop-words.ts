export type QueryLanguage = 'en' | 'de' | 'es' | 'fr' | 'it' | 'pt';

// Words that questions are made of and that say nothing of what is asked for. Of other languages only those that are
// no word of weight in English: "die" and "man" stay.
const words: Readonly<Record<QueryLanguage, string>> = {
  en: `a about above after again all also am an and any are as at be because been before being below between
    both but by can could did do does doing done during each few for from further had has have having he her here hers
    him his how i if in into is it its itself just me more most my no nor not of off on once only or other our ours out
    over own same she should so some such than that the their theirs them then there these they this those through to
    too under until up upon very was we were what when where which while who whom whose why will with would you your
    yours s t d ll m re ve`,
  de: `der das den dem des ein eine einen einem einer eines und oder aber ist sind war waren wird werden wurde
    wurden hat haben hatte hatten nicht kein keine mit von vom zu zum zur für auf aus bei nach über unter im ins ich du
    er sie es wir ihr mein meine dein deine sein seine unser unsere was wer wie wann wo warum welche welcher welches als
    auch noch nur dass wenn`,
  es: `el la los las un una unos unas y o pero es son era eran fue fueron ha han había no con de del al en por
    para se su sus mi mis tu tus que qué quién quien cuándo cuando dónde donde cómo como cuál cual cuánto cuanto lo le
    les`,
  fr: `le les un une des et ou mais est sont était du dans pour avec sur par ce cette ces il elle nous vous ils
    elles mon ma mes son sa ses que qui quand où comment pourquoi quel quelle`,
  it: `il lo gli una uno di del della dello dei delle degli al alla alle agli nel nella nelle per che chi è sono
    erano ha hanno quando perché quale quali quanto quanta mio mia suo sua`,
  pt: `o os as um uma de do da dos das no na nos nas em por para que quem é são foi foram era tem não quando onde
    como qual quais quanto quanta meu minha seu sua`,
};
/** Particles and question words of Chinese and Japanese; a single one matches half the texts. */
const unspaced = `的 了 在 是 我 你 他 她 它 们 和 与 吗 呢 吧 什么 怎么 哪 哪里 哪个 谁 几 多少 这 那 就 都 也 不
  は が を に の と で も へ や か から まで より です ます した する いつ どこ 誰 何 なに どの どう という`;

const byLanguage = new Map(
  Object.entries(words).map(([language, list]) => [language as QueryLanguage, new Set(list.split(/\s+/))]),
);
const stopWords = new Set([...Object.values(words), unspaced].join(' ').split(/\s+/));

/** `word` is in lower case. */
export function isStopWord(word: string): boolean {
  return stopWords.has(word);
}

/** The languages most of a query's grammar words belong to; none where it has none. */
export function languagesOf(query: string): QueryLanguage[] {
  const said = query.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  const counts = [...byLanguage].map(([language, list]) => ({
    language,
    count: said.filter((word) => list.has(word)).length,
  }));
  const most = Math.max(...counts.map(({ count }) => count));
  return most === 0 ? [] : counts.filter(({ count }) => count === most).map(({ language }) => language);
}

/** Words that hardly a page of a language is without, and that others have not. */
const commonest: Readonly<Record<Exclude<QueryLanguage, 'en'>, string>> = {
  de: 'und nicht ist mit das auch',
  es: 'los una para por del como',
  fr: 'les dans pour avec est une',
  it: 'che della sono per non nel',
  pt: 'uma para com dos mais não',
};
const enough = 4;

/** The languages but English that a library's texts are in, by whether it has their commonest words. */
export function languagesIn(has: (word: string) => boolean): QueryLanguage[] {
  return Object.entries(commonest)
    .filter(([, list]) => list.split(' ').filter(has).length >= enough)
    .map(([language]) => language as QueryLanguage);
}
