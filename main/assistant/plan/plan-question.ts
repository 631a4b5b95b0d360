import type { Filter, Intent, Measure, Plan } from '#main/contract/search.ts';
import { foldInPlace } from '../language/words.ts';
import { readOperators } from '../operators/read-operators.ts';
import { reckon } from '../reckon/reckon.ts';
import { findAsker, withAsker } from './asker.ts';
import type { Directory } from './directory.ts';
import { asksHowMany, timelineSpans } from './intent.ts';
import { findNotComputed } from './not-computed.ts';
import { type Findings, filterOf, filterSpans, readWording } from './read-wording.ts';
import { type FoundSelection, findSelection } from './selection.ts';
import { type Span, withoutSpans } from './span.ts';
import { topicText, topicWords } from './topic.ts';

/** A question as understood: the plan that is shown and runs, and what only this question's wording says. */
export interface Understanding {
  readonly plan: Plan;
  /** The question standing alone with its conditions as words: what is searched where the filter finds nothing. */
  readonly standalone: string;
  /** Conditions that the filter cannot express, in sentences. */
  readonly caveats: readonly string[];
  /** Whom the filter takes for the person who asks; null where it names nobody as such. */
  readonly you: string | null;
  /** "How many …": counted or read from the text, never generated. */
  readonly howMany: boolean;
  /** What the turn before has for a question that goes on from it; absent for one that stands alone. */
  readonly goesOnFrom?: GoesOnFrom;
  /** A quality that is judged by its word alone, for nothing says it exactly ("angry mails"); absent for none. */
  readonly quality?: string;
  /** What a question that is a calculation comes to; absent for every other. */
  readonly reckoned?: string;
  /** Computed only where something is there to compute: else the question is looked up. */
  readonly tentative: boolean;
}

/** Where a question that goes on is looked for before it is looked for alone. */
export interface GoesOnFrom {
  /** Those that the turn before showed. */
  readonly documents: readonly number[];
  /** What is asked now. */
  readonly question: string;
  /** The same with the words of the turn before, and with its names alone: what was said there of how need not stand here. */
  readonly together: readonly string[];
  /** Stems of its own words, which an answer found this way must hold. */
  readonly ownWords: readonly string[];
  /** Of these what a sentence that answers must hold: a price needs no word for “cost”. */
  readonly ownThings: readonly string[];
}

/** Whether a plan is answered by the index alone, without a search. */
export function isComputed({ intent }: Plan): boolean {
  return intent === 'count' || intent === 'list' || intent === 'ends';
}

/**
 * Plans a question by rules and the library's directory alone.
 * A person or a date becomes a condition only where the wording says so ("from Anna", "in March 2025");
 * otherwise it stays in the query and counts as any other word ("the 2019 roof").
 */
export function planQuestion(asked: string, directory: Directory, now: Date): Understanding {
  const reckoned = reckon(asked, now);
  if (reckoned !== null) return { ...bare(asked, 'reckon', {}), reckoned };
  const read = readOperators(asked, directory, now, 'beside-operators');
  if (!read.some) return planWording(asked, directory, now);
  const conditions = { ...read.filter };
  // Operators and no word beside them: what they let through.
  if (read.text.replace(/[?.!\s]+/g, '') === '') return bare(asked, 'list', conditions);
  const planned = planWording(read.text, directory, now);
  const filter = { ...planned.plan.filter, ...conditions };
  return { ...planned, plan: { ...planned.plan, filter }, standalone: read.text };
}

/** Nothing of it is looked for. */
function bare(asked: string, intent: Intent, filter: Filter): Understanding {
  const plan: Plan = { query: '', intent, filter };
  return { plan, standalone: asked, caveats: [], you: null, howMany: false, tentative: false };
}

function planWording(question: string, directory: Directory, now: Date): Understanding {
  const found = readWording(question, directory, now);
  const selection = findSelection(question);
  const settled = settle(found, selection, question);
  const { intent, tentative } = settled;
  const computes = intent === 'count' || intent === 'list' || intent === 'ends';
  const { kinds, ...conditions } = filterOf(found, question, computes);
  // A number of something else may stand in any kind of document.
  const anywhere = kinds === undefined || (asksHowMany(question) && !computes);
  const named = anywhere ? conditions : { kinds, ...conditions };
  const asked = withAsker(named, computes || intent === 'summarise' ? findAsker(question) : [], directory);
  const left = computes ? findNotComputed(question) : [];
  const spans = [
    ...left,
    ...filterSpans(found),
    ...(computes ? [...settled.spans, ...found.kinds.filter(({ condition }) => condition)] : []),
    ...(intent === 'timeline' ? timelineSpans(question) : []),
  ];
  const rest = withoutSpans(question, spans);
  return {
    plan: {
      query: computes || intent === 'timeline' ? topicText(rest) : rest,
      intent,
      filter: asked.filter,
      ...(computes ? computedParts(found, selection, settled, asks(question, 'from')) : {}),
      ...(settled.measure?.of === 'people' && asks(question, 'from') ? { by: 'recipient' as const } : {}),
    },
    standalone: question,
    caveats: [...asked.caveats, ...new Set(left.map(({ caveat }) => caveat))],
    you: asked.you ?? (settled.intent === 'count' && found.grouping !== null ? directory.owner : null),
    howMany: asksHowMany(question),
    tentative,
    ...qualityOf(found, rest, question, computes),
  };
}

/** "… are unfriendly?", at a question's end. */
const predicate =
  /(?<!\p{L})(?:is|are|was|were|sounds?|sounded|seem(?:s|ed)?|sind|ist|war|waren|klingen|klangen|son|eran|suenan|sont|étaient|semblent|sono|erano|sembrano|são|eram|parecem) (?:\p{L}+ )?(\p{L}+)[\s?.!]*$/iu;

/** "Angry mails", "mails that are angry": a word right before what is counted or said of it, which no condition of the index says. */
function qualityOf(
  found: Findings,
  rest: string,
  question: string,
  computes: boolean,
): Pick<Understanding, 'quality'> {
  const noun = found.kinds.find(({ condition }) => condition);
  if (!computes || noun === undefined) return {};
  const said = [
    /(\p{L}[\p{L}’'-]*) $/u.exec(question.slice(0, noun.start))?.[1],
    predicate.exec(question.slice(noun.end))?.[1],
  ];
  const quality = said.find((word) => topicWords(rest).some(({ text }) => text === word));
  return quality === undefined ? {} : { quality };
}

/** "People I wrote to" are who got mails, not who sent them. */
function asks(question: string, relation: 'from' | 'to'): boolean {
  return findAsker(question).some((asker) => asker.relation === relation);
}

interface Settled {
  readonly intent: Intent;
  readonly measure: Measure | null;
  readonly spans: readonly Span[];
  readonly tentative: boolean;
}

/**
 * Conditions and nothing else ("what did I get from Graham in May?", "what was the last mail from Graham about?") ask
 * for the documents themselves; what is put together, or a figure made of many, is computed however it is asked for.
 */
function settle(found: Findings, selection: FoundSelection, question: string): Settled {
  const { intent, grouping, counted, figure, paper } = found;
  if (intent === 'talk' || intent === 'timeline')
    return { intent, measure: null, spans: [], tentative: false };
  if (counted !== null) {
    const spans = [...counted.spans, ...(grouping?.spans ?? [])];
    const { measure, tentative } = counted;
    return { intent: measure.as === 'count' ? 'count' : 'list', measure, spans, tentative };
  }
  const bySize = selection.span !== null && selection.order !== 'newest' && selection.order !== 'oldest';
  const sized = bySize && figure?.measure.of !== 'amounts' && picksDocuments(found, selection, question);
  // “How many notes altogether?” counts notes; only what is meant as a figure of a table is looked for there.
  const other = intent === 'compare' || intent === 'count';
  if (figure !== null && !sized && !(other && figure.tentative)) {
    const ends = figure.measure.as === 'largest' || figure.measure.as === 'smallest';
    const lists = figure.measure.as === 'list' ? 'list' : 'count';
    const spans = [...figure.spans, ...(paper === null ? [] : [paper])];
    return { intent: ends ? 'ends' : lists, measure: figure.measure, spans, tentative: figure.tentative };
  }
  if (grouping !== null && (intent === 'count' || grouping.order !== null))
    return { intent: 'count', measure: null, spans: grouping.spans, tentative: false };
  const selects = selection.span;
  const spans = [
    ...(selects === null ? [] : [selects]),
    ...(paper?.plural === true ? [paper] : []),
    ...(grouping?.spans ?? []),
    ...(figure?.spans ?? []),
  ];
  const plain = { measure: null, spans };
  if (intent === 'count') return { ...plain, intent, tentative: paper?.plural === true && !hasKind(found) };
  if (selects !== null && picksDocuments(found, selection, question))
    return {
      ...plain,
      intent: isOne(found, selection) ? 'ends' : 'list',
      tentative: hasTopic(found, spans, question),
    };
  if (intent === 'list') return { ...plain, intent, tentative: hasTopic(found, spans, question) };
  if (intent === 'compare' || intent === 'summarise' || !bareConditions(found, spans, question))
    return { intent, measure: null, spans: [], tentative: false };
  return { ...plain, intent: asksHowMany(question) ? 'count' : 'list', tentative: false };
}

function hasKind({ kinds }: Findings): boolean {
  return kinds.some(({ condition }) => condition);
}

function hasTopic(found: Findings, spans: readonly Span[], question: string): boolean {
  return topicText(withoutSpans(question, [...filterSpans(found), ...spans])) !== '';
}

/** "What did I get from Graham in May?": conditions, and nothing beside them. */
function bareConditions(found: Findings, spans: readonly Span[], question: string): boolean {
  const filter = filterOf(found, question, false);
  const conditions = Object.keys(filter).length > (filter.kinds === undefined ? 0 : 1);
  return conditions && !hasTopic(found, spans, question);
}

/** What a document says or holds is looked up in it; when it came, which it is and that it be shown is not. */
const saying =
  /(?<!\p{L})(?:sa(?:y|id|ys)|tell|told|mean|promise\p{L}*|offer\p{L}*|quote[ds]?|ask(?:ed|s)?|recommend\p{L}*|schreib\p{L}*|sagt\p{L}*|dice|dijo|dit|disait|diceva|dizia|diz)(?!\p{L})/u;
const picking =
  /^(?:and |und |y |et |e )?(?:when|which|what (?:is|was|were|are|date|day)|what[’']s|who (?:sent|wrote)|how (?:large|big|long)|show|open|find|list|give|the|my|wann|welche[nrs]?|was (?:ist|war)|wer|zeig\p{L}*|offne|die|der|das|meine?|cuando|cual|que|muestra\p{L}*|abre|el|la|mi|quand|quel(?:le)?|montre\p{L}*|ouvre|le|mon|ma|quando|qual[ei]?|mostra\p{L}*|apri|il|lo|mio|mia|mostre|abra|o|a|meu|minha)(?!\p{L})/u;

/** "When was the last mail from Graham?", "the longest note": documents from an end, whatever else they are to be about. */
function picksDocuments(found: Findings, { span }: FoundSelection, question: string): boolean {
  if (span === null) return false;
  if (found.intent === 'list') return true;
  const isKind = found.kinds.some(({ condition }) => condition) || found.paper !== null;
  const folded = foldInPlace(question).replace(/^[\s¿¡"'“„«]+/, '');
  if (!hasTopic(found, [span], question)) return isKind || bareConditions(found, [span], question);
  return isKind && found.intent !== 'compare' && picking.test(folded) && !saying.test(folded);
}

/** "My latest mail" is one. */
function isOne({ kinds, paper }: Findings, { limit, order }: FoundSelection): boolean {
  if (order === 'both') return true;
  if (limit !== null) return limit === 1;
  return kinds.every((kind) => !kind.plural) && paper?.plural !== true;
}

function computedParts(
  found: Findings,
  selection: FoundSelection,
  { intent, measure }: Settled,
  sentByAsker: boolean,
): Pick<Plan, 'by' | 'measure' | 'order' | 'limit'> {
  const { grouping } = found;
  if (measure !== null && measure.of !== 'attachments' && measure.of !== 'amounts') return { measure };
  // "Who got most mails from me" asks for those who got them.
  const isTo = grouping?.by === 'sender' && grouping.order !== null && sentByAsker;
  const by = grouping === null ? {} : { by: isTo ? ('recipient' as const) : grouping.by };
  if (grouping !== null) {
    const order = grouping.order === null ? {} : { order: grouping.order };
    const limit = grouping.limit === null ? {} : { limit: grouping.limit };
    return { ...by, ...order, ...limit, ...(measure === null ? {} : { measure }) };
  }
  const limit = selection.limit ?? (intent === 'ends' && measure === null ? 1 : null);
  return {
    ...(measure === null ? {} : { measure }),
    ...(selection.span === null || measure?.of === 'amounts' ? {} : { order: selection.order }),
    ...(limit === null ? {} : { limit }),
  };
}
