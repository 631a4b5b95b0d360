import type { Place } from '#main/contract/document.ts';
import { type DocumentFacts, DocumentText } from '../document-text.ts';
import type { ParseEvent } from '../parser.ts';
import type { BodyLine } from './body-line.ts';
import { type QuotedAt, type QuotedHead, quotedHeadAt } from './quoted-head.ts';

/** A line of a body and where it stands in the mail's document. */
export interface PlacedLine extends BodyLine {
  readonly place: Place;
}

interface Quotation {
  readonly head: QuotedHead | null;
  readonly lines: PlacedLine[];
}

/** Quotations of one mail: against a mail of a million attributions. */
const mostQuotations = 50;
/** Shorter ones say nothing alone. */
const fewestWords = 2;
/** What is answered below it, up to this size, stays with its answer. */
const answeredWords = 60;

/** What a mail repeats of others, each with its own sender and date where it names them, as documents of their own. */
export function* quotationEvents(
  mail: DocumentFacts,
  lines: readonly PlacedLine[],
  zoneMinutes: number,
): Iterable<ParseEvent> {
  const thread = mail.thread ?? null;
  const references = [thread?.messageId ?? []].flat();
  const quotations = quotationsIn(lines, { date: mail.date ?? null, zoneMinutes });
  for (const [index, { head, lines: said }] of quotations.slice(0, mostQuotations).entries()) {
    const text = new DocumentText(Number.MAX_SAFE_INTEGER);
    for (const { text: line, role, level, tight, row, place } of said)
      text.add(line, { role: role === 'quoted' ? 'paragraph' : role, level, tight, row, place });
    const title = head?.subject || thread?.subject || mail.title;
    const document = text.document({
      ...{ kind: 'mail', title, date: head?.date ?? null, people: head?.people ?? [] },
      member: within(mail.member ?? null, `quotation ${index + 1}`),
      tags: mail.tags ?? [],
      thread: thread === null ? null : { messageId: null, references, subject: thread.subject },
    });
    yield { type: 'document', document: { ...document, isQuotation: true } };
  }
}

function within(member: string | null, name: string): string {
  return member === null ? name : `${member} › ${name}`;
}

function quotationsIn(lines: readonly PlacedLine[], at: QuotedAt): Quotation[] {
  const found: Quotation[] = [];
  const open: Quotation[] = [];
  const heads: (QuotedHead | null)[] = [];
  let run: Quotation[] = [];
  let next: QuotedHead | null = null;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (line === undefined || line.role !== 'quoted') {
      if (line?.role !== 'signature' && wordsOf(run) > answeredWords) found.push(...run);
      if (line?.role !== 'signature') run = [];
      open.length = 0;
      continue;
    }
    const head = quotedHeadAt(lines, index, at);
    const depth = lines[index + (head?.lines ?? 0)]?.depth ?? 1;
    if (head !== null) {
      next = head;
      open.length = Math.min(open.length, depth);
      delete open[depth];
      index += head.lines - 1;
      continue;
    }
    open.length = Math.min(open.length, depth + 1);
    heads.length = Math.min(heads.length, depth + 1);
    if (next !== null) heads[depth] = next;
    next = null;
    const quotation = open[depth] ?? { head: heads[depth] ?? null, lines: [] };
    if (open[depth] === undefined) run.push(quotation);
    open[depth] = quotation;
    quotation.lines.push(line);
  }
  return [...found, ...run].filter((quotation) => wordsOf([quotation]) >= fewestWords);
}

function wordsOf(quotations: readonly Quotation[]): number {
  return quotations
    .flatMap(({ lines }) => lines)
    .reduce((sum, { text }) => sum + (text.match(/\S+/g)?.length ?? 0), 0);
}
