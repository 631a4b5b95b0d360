import type { DocumentKind } from '#main/contract/document.ts';
import { Fault } from '#main/contract/fault.ts';
import type { Filter } from '#main/contract/search.ts';
import { fold, foldInPlace } from '../language/words.ts';
import { type Directory, nameParts } from '../plan/directory.ts';
import { endingsOf, findKinds } from '../plan/kinds.ts';
import { findPeriods } from '../plan/periods.ts';
import { withoutSpans } from '../plan/span.ts';
import { type OperatorName, type Token, tokensOf } from './tokens.ts';

/** A query taken apart: what is left of it as words, and its operators as conditions. */
export interface ReadOperators {
  readonly text: string;
  readonly filter: Filter;
  /** It holds an operator: someone types who knows them. */
  readonly some: boolean;
}

/**
 * Reads `from: to: with: kind: in: before: after: has: tag:`, "exact phrases" and -words out of a query. A word before a
 * colon that is no operator is a plain word. `phrases`: whether text in quotation marks is a condition also where no
 * operator stands beside it; in a question it may be a title. Throws Fault `operator-wrong` where an operator's value
 * means nothing, with what it takes.
 */
export function readOperators(
  query: string,
  directory: Directory,
  now: Date,
  phrases: 'always' | 'beside-operators',
): ReadOperators {
  const tokens = tokensOf(query);
  const others = tokens.filter(({ type }) => type !== 'phrase');
  const bare = withoutSpans(query, tokens).replace(/[?.!\s]+/g, '') === '';
  const meant = phrases === 'always' || others.length > 0 || bare ? tokens : others;
  const filter: Filter = {};
  for (const token of meant) addTo(filter, token, directory, now);
  return { text: withoutSpans(query, meant), filter, some: meant.length > 0 };
}

function addTo(filter: Filter, token: Token, directory: Directory, now: Date): void {
  const { value } = token;
  switch (token.type) {
    case 'phrase':
      filter.phrases = [...(filter.phrases ?? []), value];
      return;
    case 'without':
      filter.without = [...(filter.without ?? []), value];
      return;
    case 'operator':
      addOperator(filter, token.name, value, directory, now);
  }
}

function addOperator(
  filter: Filter,
  name: OperatorName,
  value: string,
  directory: Directory,
  now: Date,
): void {
  const wrong = (takes: string): Fault => new Fault('operator-wrong', { operator: `${name}:`, value, takes });
  switch (name) {
    case 'from':
    case 'to':
    case 'with': {
      const role = name === 'with' ? 'people' : name;
      const people = peopleCalled(value, directory);
      if (people.length === 0) throw wrong('the name or address of someone in your library');
      filter[role] = [...new Set([...(filter[role] ?? []), ...people])];
      return;
    }
    case 'kind': {
      const found = findKinds(`the ${value}s`).length > 0 ? findKinds(`${value}s`) : findKinds(value);
      const kinds = found.flatMap((kind) => kind.kinds);
      if (kinds.length === 0) throw wrong('mail, note, document, message, event, contact or pdf');
      const endings = endingsOf(found.map((kind) => ({ ...kind, condition: true })));
      filter.kinds = [...new Set<DocumentKind>([...(filter.kinds ?? []), ...kinds])];
      if (endings.length > 0) filter.endings = [...new Set([...(filter.endings ?? []), ...endings])];
      return;
    }
    case 'in': {
      const folder = folderCalled(value, directory);
      if (folder === null) throw wrong('a folder or label that holds something of your library');
      filter.folder = folder;
      return;
    }
    case 'tag': {
      const wanted = fold(value);
      const whole = directory.tags.find((known) => fold(known) === wanted);
      const within = directory.tags.some((known) => `/${fold(known)}/`.includes(`/${wanted}/`));
      if (!within) throw wrong('a tag or label that something of your library has');
      filter.tags = [...new Set([...(filter.tags ?? []), whole ?? value])];
      return;
    }
    case 'has':
      if (
        !/^(?:attachments?|files?|anhang|anhange|adjuntos?|pieces?-jointes?|allegat[oi]|anexos?)$/.test(
          fold(value),
        )
      )
        throw wrong('attachment');
      filter.hasAttachment = true;
      return;
    case 'after':
    case 'before': {
      const day = dayOf(value, now);
      if (day === null) throw wrong('a day, month or year, such as 2025-03-14, 2025-03 or 2025');
      filter[name] = day;
    }
  }
}

/** Names and addresses of whom a value means: whole parts of a name, else the beginning of one. */
function peopleCalled(value: string, { people, owner }: Directory): string[] {
  const wanted = fold(value);
  if (/^(?:me|myself|ich|mich|mir|yo|mi|moi|io|eu|mim)$/.test(wanted)) return owner === null ? [] : [owner];
  if (value.includes('@')) {
    return people.some(({ addresses }) => addresses.some((address) => fold(address) === wanted))
      ? [value]
      : [];
  }
  const parts = wanted.split(/[^\p{L}\p{N}]+/u).filter((part) => part !== '');
  const called = people.filter(({ names }) =>
    names.some((name) =>
      parts.every((part) =>
        fold(name)
          .split(/[^\p{L}\p{N}]+/u)
          .includes(part),
      ),
    ),
  );
  if (called.length > 0) return [value];
  return people
    .filter(({ names }) =>
      names.some((name) => parts.every((part) => nameParts(name).some((own) => own.startsWith(part)))),
    )
    .map(({ name }) => name);
}

function folderCalled(value: string, { folders }: Directory): string | null {
  const wanted = fold(value.replaceAll('\\', '/')).replace(/^\/+|\/+$/g, '');
  if (wanted === '') return null;
  const known = folders.some((path) => `/${fold(path.replaceAll('\\', '/'))}/`.includes(`/${wanted}/`));
  return known ? value : null;
}

/** The first day that a date, or a period in words, begins with. */
function dayOf(value: string, now: Date): string | null {
  const plain = value.replaceAll('/', '-');
  const written = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(plain);
  if (written !== null) {
    const [, year = '', month = '1', day = '1'] = written;
    const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
    const valid = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
    return valid ? date.toISOString().slice(0, 10) : null;
  }
  if (/^\d{4}-\d\d-\d\dT/.test(value)) return Number.isNaN(Date.parse(value)) ? null : value;
  const found = findPeriods(`mails in ${foldInPlace(value)}`, 'en', now, true);
  return found[0]?.after ?? null;
}
