import type { Search } from '#indexer/search/search.ts';
import type { DocumentSummary } from '#indexer/store/documents.ts';
import { baseName } from '#indexer/store/file-name.ts';
import type { Library } from '#indexer/store/library.ts';
import type { Answer } from '#main/contract/ask.ts';
import type { Filter } from '#main/contract/search.ts';
import type { Embedder } from '#models/embed/embedder.ts';
import { contentWords, fold, foldInPlace, type Word } from '../language/words.ts';
import { type Directory, nameParts } from '../plan/directory.ts';
import type { Understanding } from '../plan/plan-question.ts';
import { topicWords, withoutPronoun } from '../plan/topic.ts';

/** What is to be summarised, the oldest first. */
export interface Material {
  readonly documents: readonly DocumentSummary[];
  /** All there are; more than `documents` where that is too much to read. */
  readonly total: number;
}

export interface MaterialSources {
  readonly library: Library;
  readonly search: Search;
  readonly embedder: Embedder | null;
  readonly directory: Directory;
  /** The answer before, whose document "this" is. */
  readonly previous: Answer | null;
}

/** A person reads no summary of more; a mailbox of years fits. */
const mostDocuments = 3000;
const lookedAt = 10;

/** Words that ask for a summary or for all of something, and say nothing of what. */
const asking = new Set(
  `summarise summarize summary summaries overview recap sum briefly short brief everything whole entire complete full
  main points point key wrote written
  can could would kannst konntest mach mache peux pourrais pouvez fais faites puedes podrias haz hazme puoi potresti
  fai fammi dammi podes pode poderia faz faca nutshell words worten kurze kurzform wenigen gesagt palabras pocas
  breve mots quelques parole poche palavras poucas del dei degli della delle exchange conversation correspondence thread threads long page pages chapter content contents
  fasse fass zusammen zusammenfassung zusammenfassen uberblick kurz alles ganze ganzen gesamte gesamten verlauf
  unterhaltung schriftwechsel korrespondenz seite seiten inhalt wichtigste wichtigsten
  resume resumen resumir resumeme sintesis todo toda todos entero entera completo hilo conversacion correspondencia
  pagina paginas contenido principales puntos
  resumer resumez synthese apercu tout toute entier fil echange pages contenu
  riassumi riassunto riepilogo tutto tutta intero conversazione pagine
  resuma resumo tudo inteiro conversa paginas conteudo`.split(/\s+/),
);
const thread =
  /(?<!\p{L})(?:thread|conversation|exchange|correspondence|mails? about|verlauf|unterhaltung|schriftwechsel|korrespondenz|hilo|conversacion|correspondencia|fil|echange|conversazione|conversa)(?!\p{L})/u;
const pointing =
  /(?<!\p{L})(?:this|that|these|it|diese[nrsm]?|das|den|dies|este|esta|esto|ese|esa|ce|cet|cette|ca|quest[oa]|isto|isso)(?!\p{L})/u;

/**
 * What a question for a summary is about: all that meets its conditions ("everything with Graham in 2025"), the thread
 * or the document that bears its topic's name, or what the answer before spoke of ("summarise this thread"). Null where
 * it names no such thing: then it is looked up as any other question.
 */
export async function chooseMaterial(
  { plan }: Understanding,
  /** As it was asked, without what the conversation adds. */
  asked: string,
  sources: MaterialSources,
  signal: AbortSignal,
): Promise<Material | null> {
  if (plan.intent !== 'summarise') return null;
  const { library, directory, previous } = sources;
  const isThread = thread.test(foldInPlace(asked));
  // "This thread" is what was just spoken of, whatever the words carried over from there say.
  if (previous !== null && pointing.test(foldInPlace(asked)) && topicOf(asked).length === 0)
    return around(library, lastCited(previous, isThread), isThread);
  const topic = topicOf(plan.query);
  const person = personOf(topic, directory);
  const filter: Filter = person === null ? plan.filter : { ...plan.filter, people: [...person] };
  if (topic.length === 0 || person !== null) {
    return Object.keys(filter).length > 0 ? within(library, filter) : null;
  }
  return (
    (await named(topic, filter, isThread, sources, signal)) ??
    (isDated(filter) ? await named(topic, undated(filter), isThread, sources, signal) : null) ??
    (ofSomebody(filter) ? within(library, { ...filter, words: topic.map(({ text }) => text) }) : null)
  );
}

function isDated({ after, before }: Filter): boolean {
  return after !== undefined || before !== undefined;
}

/** A day that was named may stand in the thing itself, which has another date or none. */
function undated({ after: _after, before: _before, ...filter }: Filter): Filter {
  return filter;
}

/** “What Ina wrote about the roof” is all of hers that speaks of it, where nothing bears that name. */
function ofSomebody({ from, to, people, between }: Filter): boolean {
  return [from, to, people, between].some((names) => names !== undefined);
}

function topicOf(text: string): Word[] {
  return topicWords(text).filter((word) => !asking.has(withoutPronoun(word.folded)));
}

function lastCited({ citations }: Answer, isThread: boolean): number | undefined {
  const mail = isThread ? citations.find(({ kind }) => kind === 'mail') : undefined;
  return (mail ?? citations[0])?.documentId;
}

/** The person whom all words of the topic name; null where they say something else. */
function personOf(topic: readonly Word[], { people }: Directory): readonly string[] | null {
  if (topic.length === 0) return null;
  const meant = people.filter(({ names }) =>
    names.some((name) => topic.every((word) => nameParts(name).includes(word.folded))),
  );
  return meant.length === 1 ? (meant[0]?.names ?? null) : null;
}

function within(library: Library, filter: Filter): Material | null {
  const total = library.documents.count(filter);
  if (total === 0) return null;
  const newest = library.documents.list(filter, 'newest', mostDocuments);
  return { documents: newest.toReversed(), total };
}

/** A mail with its thread, or a document alone. */
function around(library: Library, documentId: number | undefined, wholeThread: boolean): Material | null {
  const summary = documentId === undefined ? undefined : library.documents.summary(documentId);
  if (documentId === undefined || summary === undefined) return null;
  const mails = summary.kind === 'mail' && wholeThread ? library.documents.thread(documentId) : [];
  const own = mails.filter(({ kind }) => kind === 'mail');
  return own.length > 0 ? { documents: own, total: own.length } : { documents: [summary], total: 1 };
}

/** The best hit that bears the topic's words in its title or file name, with its thread where that is asked for. */
async function named(
  topic: readonly Word[],
  filter: Filter,
  isThread: boolean,
  { library, search, embedder }: MaterialSources,
  signal: AbortSignal,
): Promise<Material | null> {
  const query = topic.map(({ text }) => text).join(' ');
  const hits = await search.search({ query, filter, limit: lookedAt, mode: 'hybrid' }, embedder, signal);
  const ofSort = hits.filter(({ kind }) => !isThread || kind === 'mail');
  const hit =
    ofSort.find(({ title, path, member }) => bears(`${title} ${member ?? ''} ${baseName(path)}`, topic)) ??
    ofSort.find(({ title }) => isNamedIn(title, topic)) ??
    (isOneDay(filter) ? ofSort.find(({ title }) => sharesWords(title, topic)) : undefined);
  return hit === undefined ? null : around(library, hit.documentId, isThread || hit.kind === 'mail');
}

/** “The diary of our Lisbon trip” names the “Lisbon diary”, whatever else it says of it. */
function isNamedIn(title: string, topic: readonly Word[]): boolean {
  const said = new Set(topic.map(({ stem }) => stem));
  const named = stemsOf(title);
  return named.length > 1 && named.every((stem) => said.has(stem));
}

function isOneDay({ after, before }: Filter): boolean {
  return after !== undefined && before !== undefined && Date.parse(before) - Date.parse(after) <= 86_400_000;
}

/** “The meeting of 12 May” is the minutes of that day, whatever they call the meeting. */
function sharesWords(title: string, topic: readonly Word[]): boolean {
  const named = new Set(stemsOf(title));
  return 2 * topic.filter(({ stem }) => named.has(stem)).length >= topic.length;
}

function bears(name: string, topic: readonly Word[]): boolean {
  const stems = new Set(stemsOf(name));
  const plain = fold(name);
  return topic.every((word) => stems.has(word.stem) || plain.includes(word.folded));
}

/** Of a title or a file's name, whose parts any sign may join. */
function stemsOf(name: string): string[] {
  return contentWords(name.replace(/[_.-]+/g, ' ')).map(({ stem }) => stem);
}
