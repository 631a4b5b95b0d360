// Words that questions are made of and that say nothing of what is asked for. Of other languages only those that are
// no word of weight in English: "die" and "man" stay.
const english = `a about above after again all also am an and any are as at be because been before being below between
  both but by can could did do does doing done during each few for from further had has have having he her here hers
  him his how i if in into is it its itself just me more most my no nor not of off on once only or other our ours out
  over own same she should so some such than that the their theirs them then there these they this those through to
  too under until up upon very was we were what when where which while who whom whose why will with would you your
  yours s t d ll m re ve`;
const german = `der das den dem des ein eine einen einem einer eines und oder aber ist sind war waren wird werden wurde
  wurden hat haben hatte hatten nicht kein keine mit von vom zu zum zur für auf aus bei nach über unter im ins ich du
  er sie es wir ihr mein meine dein deine sein seine unser unsere was wer wie wann wo warum welche welcher welches als
  auch noch nur dass wenn`;
const spanish = `el la los las un una unos unas y o pero es son era eran fue fueron ha han había no con de del al en por
  para se su sus mi mis tu tus que qué quién quien cuándo cuando dónde donde cómo como cuál cual cuánto cuanto lo le
  les`;
const french = `le les un une des et ou mais est sont était du dans pour avec sur par ce cette ces il elle nous vous ils
  elles mon ma mes son sa ses que qui quand où comment pourquoi quel quelle`;

const stopWords = new Set([english, german, spanish, french].join(' ').split(/\s+/));

export function isStopWord(word: string): boolean {
  return stopWords.has(word.toLowerCase());
}
