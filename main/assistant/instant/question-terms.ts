import { anyOf, queryTerms } from '#indexer/search/keyword/expression.ts';
import type { Library } from '#indexer/store/library.ts';
import type { Language } from '../language/stop-words.ts';
import { findValues, type Value } from '../language/values.ts';
import { contentWords, foldInPlace, languageOf, type Word, words } from '../language/words.ts';
import { markersOf } from '../verify/markers.ts';
import { withSense } from '../verify/senses.ts';
import type { AnswerType } from './answer-type.ts';
import { withoutReplyMarks } from './candidates.ts';

/** A word of the question and how much finding it says. */
export interface QuestionTerm {
  readonly stem: string;
  readonly folded: string;
  /** Groups of synonyms, in the question's language, that it is in; none for a name or figure. */
  readonly senses: readonly number[];
  /** Rare words of the library weigh most; the weights of a question sum to 1. */
  readonly weight: number;
  /** A name or a figure: an answer about another one is no answer. */
  readonly essential: boolean;
  /** No text of the library holds it: what it names is not there, unless something means the same. */
  readonly unknown: boolean;
  /** Says what the question is about, rather than how it asks. */
  readonly topical: boolean;
  /** Satisfied by a value of the wanted type too: "cost" by an amount. */
  readonly implied: boolean;
}

export interface QuestionTerms {
  readonly language: Language;
  readonly terms: readonly QuestionTerm[];
  readonly values: readonly Value[];
  readonly negated: boolean;
  /** Parts of the names of everyone in the library, folded. */
  readonly people: ReadonlySet<string>;
  /** Folded names of whom the question asks what they said: "what did Graham say about …". */
  readonly saidBy: ReadonlySet<string>;
  /** Stems of words that are the whole title of something found: what the question is about. */
  readonly subjects: ReadonlySet<string>;
}

/** Words that only name the kind of answer. */
const implied: Partial<Record<AnswerType, RegExp>> = {
  amount:
    /^(?:cost|price|pric|pay|expens|much|fee|amount|total|charg|sum|quot|offer|estimat|angebot|presupuest|devis|kost|preis|betrag|teu|preci|cuest|prix|cout|coût)/,
  date: /^(?:date|day|month|year|deadlin|due|datum|tag|jahr|monat|fecha|dia|ano|mes|jour|annee|mois)/,
  time: /^(?:time|hour|uhr|zeit|hora|heure|start|begin)/,
  quantity: /^(?:long|many|old|far|size|age|big|larg|number|lang|alt|viel)/,
  person: /^(?:person|name|company|call)/,
  place: /^(?:place|address|city|town|street|adress|ort|stadt|direccion|ciudad|lugar|lieu|ville|locat)/,
  code: /^(?:number|code|id|referenc|nummer|numero|codig|phone|telephon|telefon)/,
  decision: /^(?:decid|decis|choos|agre|settl|pick|entsch|beschl|wahl|eleg|acord|chois)/,
  reason: /^(?:reason|grund|motiv|raison|come)/,
};

/** Words of asking that no text need hold. */
const asking = new Set(
  `say said tell told mention find know remember please happen decide decided agree agreed write wrote mean exactly sagen
  sagte dire dijo dit show look give think thought talk name called call thing things kind type sort mail mails email emails message messages note notes document documents file files pdf pdfs nachricht notiz notizen dokument dokumente correo correos mensaje mensajes nota notas documento documentos courriel courriels
  whats choose choosing chose chosen pick picked compare comparison difference summarise summarize summary overview vergleiche unterschied zusammenfassung resumen new old big final last first current currently total latest good best main according accordingly regarding concerning end`.split(
    /\s+/,
  ),
);
const saying =
  /(?<!\p{L})(?:say|says|said|write|wrote|written|tell|tells|told|think|thinks|suggest\p{L}*|recommend\p{L}*|promis\p{L}*|answer\p{L}*|repl(?:y|ied)|mention\p{L}*|offer\p{L}*|propos\p{L}*|ask\p{L}*|want\p{L}*|explain\p{L}*|sagt\p{L}*|gesagt|schr(?:eib|ieb)\p{L}*|geschrieben|meint\p{L}*|dijo|dice|escribio|propuso|dit|ecrit|propose)(?!\p{L})/u;
/** "… about X": X is the topic, what comes before only says where. */
const focus =
  /(?<!\p{L})(?:about|regarding|concerning|uber|zum|zur|zu|bezuglich|sobre|acerca de|sur|au sujet de|a propos de)\s+/u;
const focusFactor = 1.6;
const besideFocusFactor = 0.6;
const askingWeight = 0.35;
const impliedWeight = 0.5;
const essentialWeight = 1.5;
/** Chunks looked at to see how common a word is: beyond this it is common. */
const frequencyLimit = 400;

/**
 * Reads the words of a question that an answer should hold, weighed by how rare they are in the library. `titles` are
 * those of what was found for it.
 */
export function readQuestion(
  query: string,
  type: AnswerType,
  titles: readonly string[],
  library: Library,
  people: ReadonlySet<string>,
): QuestionTerms {
  const language = languageOf(query);
  const values = findValues(query, language);
  const folded = foldInPlace(query);
  const topic = saying.test(folded) ? focus.exec(folded) : null;
  const seen = new Set<string>();
  const content = words(query, language).filter(
    (word) => !word.stop && !seen.has(word.stem) && seen.add(word.stem),
  );
  const rarity = rarityIn(library);
  // Who writes names large means no name by "house", though somebody in the library is called so.
  const capitals = content.some((word, index) => isName(word, index, query));
  const mayName = (word: Word): boolean => word.capital || !capitals;
  const weighed = content.map((word, index): QuestionTerm => {
    // "The three plumbers": a number in words only says how many are meant.
    const inValue =
      /\d/.test(word.text) && values.some((value) => word.start >= value.start && word.end <= value.end);
    const rare = rarity(word.text);
    const isImplied = implied[type]?.test(word.stem) ?? false;
    const asks = asking.has(word.stem) || asking.has(word.folded);
    // "What does the lease say about pets": neither another paper on pets nor the lease on rent is an answer.
    const inFocus = topic !== null && !isImplied && !asks;
    const named =
      (language !== 'de' && isName(word, index, query)) || (mayName(word) && people.has(word.folded));
    const essential = inValue || named || inFocus;
    const factor = isImplied ? impliedWeight : asks ? askingWeight : essential ? essentialWeight : 1;
    return {
      stem: word.stem,
      folded: word.folded,
      senses: inValue || named ? [] : withSense(word, language).groups,
      weight: factor * (0.25 + rare) * focusOf(word, topic),
      essential,
      unknown: !isImplied && !asks && rare === 1 && !hasKin(word.folded, library),
      topical: !isImplied && !asks,
      implied: isImplied,
    };
  });
  const total = weighed.reduce((sum, term) => sum + term.weight, 0) || 1;
  const terms = weighed.map((term) => ({ ...term, weight: term.weight / total }));
  const sayers = terms.filter((term) => term.essential).map((term) => term.folded);
  return {
    language,
    terms,
    values,
    people,
    negated: markersOf(query).negations.length > 0,
    saidBy: new Set(saying.test(folded) ? sayers : []),
    subjects: subjectsOf(terms, titles),
  };
}

/** The question's words that a title is made of, and of nothing else: "Fridge", "Re: Chess night". */
function subjectsOf(terms: readonly QuestionTerm[], titles: readonly string[]): Set<string> {
  const topical = new Set(terms.filter((term) => term.topical).map(({ stem }) => stem));
  const named = [...new Set(titles)].map((title) =>
    contentWords(withoutReplyMarks(title)).map(({ stem }) => stem),
  );
  return new Set(named.filter((title) => title.every((stem) => topical.has(stem))).flat());
}

/** 1 for a word no chunk holds, 0 for one that all hold. */
function rarityIn(library: Library): (text: string) => number {
  const chunks = Math.max(library.documents.totals().chunks, frequencyLimit);
  return (text) => {
    const terms = queryTerms(text);
    const frequency = terms.length === 0 ? 0 : library.text.count(anyOf(terms), frequencyLimit);
    return 1 - Math.log(1 + frequency) / Math.log(1 + chunks);
  };
}

const kinStem = 4;
const kinEnding = 2;

/** Whether some text holds a word that begins like this one: "roof" for "roofer". */
function hasKin(folded: string, library: Library): boolean {
  const beginning = folded.slice(0, Math.max(kinStem, folded.length - kinEnding));
  const terms = queryTerms(beginning);
  return terms.length === 1 && library.text.count(`"${terms[0]}" *`, 1) > 0;
}

function focusOf(word: Word, topic: RegExpExecArray | null): number {
  if (topic === null) return 1;
  return word.start > topic.index ? focusFactor : besideFocusFactor;
}

/** Capitalised inside a sentence; German writes every noun so, where it tells nothing. */
function isName(word: Word, index: number, query: string): boolean {
  return word.capital && (index > 0 || word.start > 0) && !/[.?!]\s*$/.test(query.slice(0, word.start));
}
