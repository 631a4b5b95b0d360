import type { Filter, Intent } from '#main/contract/search.ts';
import { foldInPlace, languageOf } from '../language/words.ts';
import { type FoundAttachment, findAttachment } from './attachments.ts';
import type { Directory } from './directory.ts';
import { findFolder, folderBefore } from './folders.ts';
import { type FoundGrouping, findGrouping } from './grouping.ts';
import { asksHowOften, findIntent } from './intent.ts';
import { endingsOf, type FoundKind, findKinds } from './kinds.ts';
import { type FoundMeasure, findCounted, findFigure } from './measures.ts';
import { type FoundPerson, findPeople } from './people.ts';
import { type FoundPeriod, findPeriods } from './periods.ts';
import { asksLastTime } from './selection.ts';
import type { Span } from './span.ts';
import { type FoundTag, findTag } from './tags.ts';
import { findThreshold } from './thresholds.ts';
import { type FoundPaper, findPaper } from './titled.ts';
import { type FoundWeekdays, findWeekdays } from './weekdays.ts';

/** What the rules find in a question's wording, each with the stretch it was read from. */
export interface Findings {
  readonly periods: readonly FoundPeriod[];
  /** Days of the week, where they are a condition. */
  readonly weekdays: FoundWeekdays | null;
  readonly kinds: readonly FoundKind[];
  readonly people: readonly FoundPerson[];
  readonly folder: (Span & { readonly folder: string }) | null;
  readonly tag: FoundTag | null;
  readonly attachment: FoundAttachment | null;
  readonly paper: FoundPaper | null;
  readonly phrases: readonly (Span & { readonly phrase: string })[];
  /** A word that the title is to hold: “with Lisbon in the subject”. */
  readonly subject: (Span & { readonly word: string }) | null;
  readonly grouping: FoundGrouping | null;
  /** Attachments, people or threads that are counted instead of documents. */
  readonly counted: FoundMeasure | null;
  /** A sum, average or end of amounts or of a table's column. */
  readonly figure: FoundMeasure | null;
  readonly intent: Intent;
}

export function readWording(question: string, directory: Directory, now: Date): Findings {
  const language = languageOf(question);
  const named = findKinds(question);
  const attachment = findAttachment(question, named);
  const grouping = findGrouping(question, language);
  // “Who wrote to me most” puts together; “who wrote to me” lists.
  const counted = grouping?.order == null ? findCounted(question) : null;
  const apart = [
    ...(attachment === null ? [] : [attachment]),
    ...(counted?.spans ?? []),
    ...(grouping?.spans ?? []),
  ];
  // The files of "with attached files" are no kind, nor is what is counted itself.
  const kinds = named.filter((kind) => !apart.some((span) => overlaps(kind, span)));
  const paper = findPaper(question);
  const things = paper === null ? kinds : [...kinds, { ...paper, condition: paper.plural }].sort(byStart);
  const intent = findIntent(question, things);
  const made = counted === null ? findFigure(question, paper, findThreshold(question)) : null;
  // “Sum up the minutes” adds nothing up.
  const figure = intent === 'summarise' && made?.tentative === true ? null : made;
  const listing =
    intent === 'list' ||
    intent === 'count' ||
    counted !== null ||
    (figure !== null && figure.measure.of === 'amounts') ||
    (grouping !== null && grouping.order !== null) ||
    asksLastTime(question);
  const taken = [...kinds, ...apart];
  const gathers = listing || intent === 'summarise';
  const people = findPeople(question, language, directory, listing, gathers).filter(
    (person) => !taken.some((span) => overlaps(person, span)),
  );
  const dates =
    gathers ||
    figure !== null ||
    kinds.some((kind) => kind.condition) ||
    people.some((person) => person.relation !== 'mention');
  const noun = listing ? kinds.find(({ condition, kinds: of }) => condition && of.length > 0) : undefined;
  const folder =
    findFolder(question, directory, listing) ??
    (noun === undefined ? null : folderBefore(question, noun.start, directory));
  const days = dates ? findWeekdays(question) : null;
  const weekdays = days === null || apart.some((span) => overlaps(days, span)) ? null : days;
  return {
    // “On a Friday” is no last Friday.
    periods: findPeriods(question, language, now, dates).filter(
      (period) => weekdays === null || !overlaps(period, weekdays),
    ),
    weekdays,
    ...{ kinds, people, folder, attachment, paper, grouping, counted, figure, intent },
    tag: folder === null ? findTag(question, directory) : null,
    phrases: listing ? phrasesIn(question) : [],
    subject: listing ? subjectIn(question) : null,
  };
}

function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

function byStart(one: Span, other: Span): number {
  return one.start - other.start;
}

const quotedText = /["“„«]([^"“”„«»]{2,80})["”“»]/gu;

function phrasesIn(question: string): (Span & { readonly phrase: string })[] {
  return [...question.matchAll(quotedText)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    phrase: (match[1] ?? '').trim(),
  }));
}

const inSubject = new RegExp(
  '(?:(?:with|have|has|having|contain|contains|mit|con|avec|com) )?(?:the word |dem wort |la palabra |le mot |la parola |a palavra )?' +
    '["“„«]?([\\p{L}\\p{N}][\\p{L}\\p{N} -]{1,40}?)["”“»]? ' +
    "(?:in (?:the |its |their )?(?:subject|title|subject line)|im (?:betreff|titel)|en (?:el|su) (?:asunto|titulo)|dans (?:l[’']objet|le titre|le sujet)|nell[’']oggetto|nel titolo|no (?:assunto|titulo))(?!\\p{L})",
  'iu',
);

function subjectIn(question: string): (Span & { readonly word: string }) | null {
  const match = inSubject.exec(foldInPlace(question));
  if (match === null) return null;
  const said = match[1] ?? '';
  // Of "mails with Lisbon" the last words are those of the subject.
  const word =
    /(?:^|\s(?:with|have|has|having|mit|con|avec|com)\s)((?:(?!\s(?:with|have|has|having|mit|con|avec|com)\s).)+)$/u.exec(
      said,
    )?.[1] ?? said;
  const at = match.index + match[0].indexOf(word, match[0].indexOf(said));
  return { start: at, end: match.index + match[0].length, word: question.slice(at, at + word.length) };
}

/** The conditions of a wording. `computes`: the documents themselves are asked for, so that what they are called counts too. */
export function filterOf(found: Findings, question: string, computes: boolean): Filter {
  const from = namesOf(found.people, ['from']);
  const to = namesOf(found.people, ['to']);
  const people = namesOf(found.people, ['with']);
  const between = namesOf(found.people, ['between']);
  const kinds = kindsOf(found, question, computes);
  const period = found.periods.find((candidate) => candidate.condition);
  const endings = [
    ...new Set([
      ...endingsOf(found.kinds),
      ...(found.counted?.endings ?? []),
      ...(found.attachment?.endings ?? []),
    ]),
  ];
  const titled = computes && found.paper !== null && isWanted(found) ? found.paper.titled : [];
  const phrases = found.phrases.filter((span) => !isNamed(found, span)).map(({ phrase }) => phrase);
  return {
    ...(kinds.length > 0 ? { kinds } : {}),
    ...(from.length > 0 ? { from } : {}),
    ...(to.length > 0 ? { to } : {}),
    ...(people.length > 0 ? { people } : {}),
    ...(between.length > 0 ? { between } : {}),
    ...(found.attachment === null ? {} : { hasAttachment: found.attachment.wanted }),
    ...(period?.after == null ? {} : { after: period.after }),
    ...(period?.before == null ? {} : { before: period.before }),
    ...(found.weekdays === null ? {} : { weekdays: [...found.weekdays.days] }),
    ...(found.folder === null ? {} : { folder: found.folder.folder }),
    ...(found.tag === null ? {} : { tags: [found.tag.tag] }),
    ...(endings.length > 0 ? { endings } : {}),
    ...(titled.length > 0 ? { titled: [...titled] } : {}),
    ...(computes && found.subject !== null ? { titled: [found.subject.word] } : {}),
    ...(computes && phrases.length > 0 ? { phrases } : {}),
  };
}

/** Papers are what is asked for where no other kind is: “mails about the invoice” are mails. */
function isWanted({ paper, kinds, figure }: Findings): boolean {
  const named = kinds.some(({ condition }) => condition);
  return paper !== null && !named && (paper.plural || figure?.measure.of === 'amounts');
}

/** What stands in quotation marks as the name of a folder or tag, or as a word of the subject. */
function isNamed({ folder, tag, subject }: Findings, span: Span): boolean {
  return [folder, tag, subject].some((named) => named !== null && overlaps(named, span));
}

function namesOf(people: readonly FoundPerson[], relations: readonly FoundPerson['relation'][]): string[] {
  return [...new Set(people.filter((person) => relations.includes(person.relation)).flatMap((p) => p.names))];
}

function kindsOf(found: Findings, question: string, computes: boolean): NonNullable<Filter['kinds']> {
  const { of } = found.counted?.measure ?? {};
  if (of === 'attachments' || of === 'threads') return ['mail'];
  const named = found.kinds.filter((kind) => kind.condition);
  // "mails and files": one word without a kind takes every kind in.
  if (named.some((kind) => kind.kinds.length === 0)) return [];
  const kinds = [...new Set(named.flatMap((kind) => kind.kinds))];
  if (kinds.length > 0) return kinds;
  // A text file is a note; the mail that a paper came with is none.
  if (computes && isWanted(found)) return ['document', 'note'];
  const by = found.grouping?.by;
  const mailing = by === 'sender' || by === 'recipient' || by === 'person' || of === 'people';
  const ofMails = mailing || asksHowOften(foldInPlace(question)) || asksLastTime(question);
  return ofMails ? ['mail', 'message'] : [];
}

/** The stretches that became the filter and so leave the query. */
export function filterSpans(found: Findings): Span[] {
  return [
    ...found.periods.filter((period) => period.condition),
    ...found.people.filter((person) => person.relation !== 'mention'),
    ...(found.weekdays === null ? [] : [found.weekdays]),
    ...(found.folder === null ? [] : [found.folder]),
    ...(found.tag === null ? [] : [found.tag]),
    ...(found.attachment === null ? [] : [found.attachment]),
    ...found.phrases,
    ...(found.subject === null ? [] : [found.subject]),
  ];
}
