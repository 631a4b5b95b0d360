import { anyOf, queryTerms } from '#indexer/search/keyword/expression.ts';
import type { Library } from '#indexer/store/library.ts';
import type { Filter } from '#main/contract/search.ts';
import { findValues, type Value } from '../language/values.ts';
import { languageOf, type Word, words } from '../language/words.ts';
import type { AnswerType } from './answer-type.ts';

/** A word of the question and how much finding it says. */
export interface QuestionTerm {
  readonly stem: string;
  readonly folded: string;
  /** Rare words of the library weigh most; the weights of a question sum to 1. */
  readonly weight: number;
  /** A name or a figure: an answer about another one is no answer. */
  readonly essential: boolean;
  /** Satisfied by a value of the wanted type too: "cost" by an amount. */
  readonly implied: boolean;
}

export interface QuestionTerms {
  readonly terms: readonly QuestionTerm[];
  readonly values: readonly Value[];
}

/** Words that only name the kind of answer. */
const implied: Partial<Record<AnswerType, RegExp>> = {
  amount:
    /^(?:cost|price|pric|pay|expens|much|fee|amount|total|charg|sum|kost|preis|betrag|teu|preci|cuest|prix|cout|coût)/,
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
  sagte dire dijo dit show look give think thought talk name called call thing things kind type sort
  whats`.split(/\s+/),
);
const askingWeight = 0.35;
const impliedWeight = 0.5;
const essentialWeight = 1.5;
/** Chunks looked at to see how common a word is: beyond this it is common. */
const frequencyLimit = 400;

/** Reads the words of a question that an answer should hold, weighed by how rare they are in the library. */
export function readQuestion(
  query: string,
  type: AnswerType,
  library: Library,
  filter: Filter,
): QuestionTerms {
  const language = languageOf(query);
  const values = findValues(query, language);
  const chunks = Math.max(1, library.documents.totals().chunks);
  const seen = new Set<string>();
  const content = words(query, language).filter(
    (word) => !word.stop && !seen.has(word.stem) && seen.add(word.stem),
  );
  const weighed = content.map((word, index) => {
    const isImplied = implied[type]?.test(word.stem) ?? false;
    const essential =
      isName(word, index, query) ||
      values.some((value) => word.start >= value.start && word.end <= value.end);
    const terms = queryTerms(word.text);
    const frequency =
      terms.length === 0 ? 0 : library.text.match(anyOf(terms), filter, frequencyLimit).length;
    const rarity = 1 - Math.log(1 + frequency) / Math.log(1 + Math.max(chunks, frequencyLimit));
    const factor = isImplied
      ? impliedWeight
      : asking.has(word.stem) || asking.has(word.folded)
        ? askingWeight
        : essential
          ? essentialWeight
          : 1;
    return {
      stem: word.stem,
      folded: word.folded,
      weight: factor * (0.25 + rarity),
      essential,
      implied: isImplied,
    };
  });
  const total = weighed.reduce((sum, term) => sum + term.weight, 0) || 1;
  return { terms: weighed.map((term) => ({ ...term, weight: term.weight / total })), values };
}

/** Capitalised inside a sentence; German writes every noun so, where it tells nothing. */
function isName(word: Word, index: number, query: string): boolean {
  return word.capital && (index > 0 || word.start > 0) && !/[.?!]\s*$/.test(query.slice(0, word.start));
}
