import type { Language } from '../language/stop-words.ts';
import { fold, foldInPlace, type Word, words } from '../language/words.ts';
import { type Directory, type DirectoryPerson, nameParts } from './directory.ts';
import { afterSender, beforeLateSender, beforeSender, lateVerb } from './sending-words.ts';
import type { Span } from './span.ts';

/** What a question says of a person: all but `mention` are conditions. */
export type PersonRelation = 'from' | 'to' | 'with' | 'between' | 'mention';

/** A person of the directory named in a question. The span takes in the words of the relation ("from Anna"). */
export interface FoundPerson extends Span {
  /** Everyone in the directory whom the words may mean. */
  readonly names: readonly string[];
  readonly relation: PersonRelation;
}

const kind =
  '(?:e-?mails?|mails?|messages?|notes?|notizen?|nachrichten?|documents?|dokumente?|letters?|pdfs?|files?|correos?|mensajes?|notas?|documentos?|courriels?|messagg[io]|document[io]|mensage(?:m|ns)|attachments?|anhange|adjuntos|allegati|anexos|invoices?|threads?|conversations?)';
const received =
  '(?:get|got|receive|received|hear|heard|come|came|anything|something|everything|nothing|what|all|ones?|sent|written|bekommen|erhalten|bekam|etwas|alles|geschickt|geschrieben|recibi|recibido|algo|todo|recu|quelque chose|tout|ricevut[oaie]|arrivat[oaie]|tutto|qualcosa|recebi|recebidos?|recebidas?|tudo)';
const before = {
  from: new RegExp(
    `(?:(?:^|(?<![\\p{L}])(?:${kind}|${received}|and|und|y|et|e|me|us|mir|uns)\\s+)(?:from|by|von|vom|de|d[’']|par|por|da(?:l|lla)?|di|do|pel[ao])|(?<!\\p{L})(?:sent|written)\\s+by)\\s*$`,
    'u',
  ),
  anyFrom:
    /(?<!\p{L})(?:from|by|von|vom|(?:hay|hubo|son|tengo|tenemos|llegaron|llegado|recibidos|il y a|y a-t-il|j[’']ai|ai-je|sont|recus?)\s+(?:de|d[’']|da))\s*$|(?<!\p{L})(?:da|dal|dalla|de)\s+$/u,
  to: new RegExp(
    `(?:^(?:and|und|y|et|e)|(?<![\\p{L}])(?:${kind}|sent|send|write|wrote|written|i|ich|geschickt|geschrieben|escribi|envie|mande|enviado|mandado|escrito|ecrit|envoye|inviat[oaie]|mandat[oaie]|scritt[oaie]|enviei|mandei|escrevi))\\s+(?:to|an|a|ad|para|ao|à)(?: [ao])?\\s+$`,
    'u',
  ),
  /** "Did I send Anna …", "habe ich Anna … geschickt", "did I write in May to Anna". */
  byAsker:
    /(?<!\p{L})(?:(?:i|we) (?:send|sent|write|wrote|e?-?mail|forward)|(?:habe|haben) (?:ich|wir)|(?:i|we|ich|wir) [^?]{0,40}(?<!\p{L})(?:to|an))\s+$/u,
  with: new RegExp(
    `(?<![\\p{L}])(?:${kind}|exchange[ds]?(?: i had| we had)?|correspond\\p{L}*|threads?|korrespondenz|schriftwechsel|konversation(?:en)?|unterhaltung(?:en)?|conversaci\\p{L}+|correspondencia|hilos?|echanges?|conversazion[ei]|corrispondenza|conversas?|mails?(?: have i| did i)? exchange[ds]?)\\s+(?:have i |did i )?(?:with|between|mit|zwischen|con|entre|avec|tra|fra|com)(?: me (?:and|y|et|e)| mir und| myself and)?\\s+$`,
    'u',
  ),
  /** “Everything with Anna”, “tout ce que j’ai échangé avec Anna”. */
  allWith: new RegExp(
    `(?<![\\p{L}])(?:everything|anything|all|alles|todo|tout|tutto|tudo|(?:${kind}|conversations?|threads?|hilos?)(?=,? (?:that |die |que |che )?(?:i|we|ich|wir|he|j[’']ai|ho|tive|did|habe|tengo)(?!\\p{L})))(?:,? [^\\s,]+){0,5}? (?:with|mit|con|avec|com)\\s+$`,
    'u',
  ),
  joint: /^\s*(?:,|and|or|&|und|oder|y|o|e|et|ou)\s*(?:from|by|von|de|par|d[’']|da)?\s*$/,
  towards: /^\s+(?:to|an|a|ad|para|ao)\s+$/,
  sender: /(?:^|\s)(?:did|has|had|does|hat)\s+$/,
  anyBetween: /(?<!\p{L})(?:between|zwischen|entre|tra|fra)\s+$/u,
  /** “From the joiner Martin Doig”: what somebody is, right before what they are called. */
  role: /(?<=(?:^|\s)(?:from|by|to|did|has|had|von|vom|hat|an|de|du|del|da|do|dal|par|por|a|ha)\s)(?:the|my|our|der|die|dem|den|mein(?:e|er|em|en)?|unser(?:e|er|em|en)?|el|la|mi|le|mon|ma|notre|il|lo|o)\s\p{L}{3,}\s$/u,
  /** “The school, Wardie Primary,”: what it is beside what it is called. */
  apposition:
    /(?<!\p{L})(?:the|my|our|der|die|das|mein|meine|el|la|mi|le|mon|ma|il|lo|o|a)\s+\p{L}+(?:\s\p{L}+)?,\s+$/u,
} as const;
const after = {
  possessed: new RegExp(`^(?:[’']s?)?\\s+(?:${kind})(?![\\p{L}])`, 'u'),
  sends:
    /^,?\s+(?:ever |last |first )?(?:send|sent|emailed|email|mailed|forwarded?|write (?:to )?(?:me|us)|wrote (?:to )?(?:me|us)|mir .{0,40}(?:geschickt|geschrieben))(?!\p{L})/u,
  /** “Mateo and I exchanged” */
  exchanges:
    /^\s+(?:and|und|y|et|e) (?:i|me|ich|mir|yo|moi|io|eu) (?:have |habe |ha )?(?:exchange[ds]?|ausgetauscht|send|sent|write|wrote|written|intercambi\p{L}*|echang\p{L}*|scambi\p{L}*|troc\p{L}*)(?!\p{L})/u,
  writes: /^,?\s+(?:last |first )?(?:write|wrote|written)(?!\p{L})/u,
} as const;

/** Whether a word of the question may be this part of a name: the same, or with a genitive's s ("Annas Mails"). */
function isPart(word: Word, part: string): boolean {
  if (word.folded === part || (word.folded === `${part}s` && word.capital)) return true;
  // "The vet" of "Ferry Road Vets".
  return part === `${word.folded}s` && word.folded.length >= 3 && !word.stop;
}

/** How many words from `at` on spell this person; 0 where it is someone else. */
function spelledFrom(list: readonly Word[], at: number, person: DirectoryPerson): number {
  const short = list[at]?.capital === true && list[at].folded.length === 2;
  const parts = (name: string): string[] =>
    short ? [...shortGivenName(name), ...nameParts(name)] : nameParts(name);
  return Math.max(0, ...person.names.map((name) => runOf(list, at, parts(name))));
}

/** Jo, Bo, Ed: two letters are a name only in front of another, and with a capital in the question. */
function shortGivenName(name: string): string[] {
  const first = /^(\p{Lu}\p{Ll})\s\p{L}{2}/u.exec(name)?.[1];
  return first === undefined ? [] : [fold(first)];
}

function runOf(list: readonly Word[], at: number, parts: readonly string[]): number {
  const run: string[] = [];
  for (let index = at; index < list.length; index += 1) {
    const word = list[index];
    const part = word && parts.find((candidate) => isPart(word, candidate) && !run.includes(candidate));
    if (part === undefined) break;
    run.push(part);
  }
  return run.length;
}

interface Named extends Span {
  readonly names: readonly string[];
  /** Ends in a genitive's s. */
  readonly genitive: boolean;
}

function addressesIn(question: string, directory: Directory): Named[] {
  return [...question.matchAll(/[^\s<>,;]+@[^\s<>,;?]+/g)].flatMap((match): Named[] => {
    const wanted = match[0].toLowerCase();
    const known = directory.people.filter((person) =>
      person.addresses.some((address) => address.toLowerCase() === wanted),
    );
    const names = known.length > 0 ? [wanted] : [];
    return names.length > 0
      ? [{ start: match.index, end: match.index + match[0].length, names, genitive: false }]
      : [];
  });
}

/** Everyone named, the longest spelling winning: "Anna Berger" is not every Anna. */
function namedPeople(question: string, language: Language, directory: Directory): Named[] {
  const list = words(question, language);
  const found = addressesIn(question, directory);
  for (let at = 0; at < list.length; at += 1) {
    const first = list[at];
    if (
      first === undefined ||
      first.stop ||
      found.some((other) => first.start < other.end && first.end > other.start)
    )
      continue;
    const spelled = directory.people.map((person) => ({ person, length: spelledFrom(list, at, person) }));
    const longest = Math.max(0, ...spelled.map(({ length }) => length));
    const last = list[at + longest - 1];
    if (longest === 0 || last === undefined) continue;
    // "mark", "will", "rose": a lower-case word is a name only where the whole question is lower case.
    if (!first.capital && /\p{Lu}\p{Ll}/u.test(question.slice(1))) continue;
    const best = spelled.filter(({ length }) => length === longest).map(({ person }) => person);
    const genitive = !best.some((person) =>
      person.names.some((name) => nameParts(name).includes(last.folded)),
    );
    found.push({
      start: first.start,
      end: last.end,
      names: fewest(best.map((person) => person.name)),
      genitive,
    });
    at += longest - 1;
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The names without those that another one of them means too: "Anna" is also every Anna Berger. */
function fewest(names: readonly string[]): string[] {
  const parts = (name: string): string[] => fold(name).match(/[\p{L}\p{N}]+/gu) ?? [];
  const within = (one: string, other: string): boolean =>
    parts(one).length < parts(other).length && parts(one).every((part) => parts(other).includes(part));
  return [...new Set(names)].filter((name) => !names.some((other) => within(other, name)));
}

/**
 * Finds the people of the directory in a question and what it says of each. `listing` questions take any "from" for a
 * sender; in those that only gather what is there, "everything with Anna" is a condition too.
 */
export function findPeople(
  question: string,
  language: Language,
  directory: Directory,
  listing: boolean,
  gathers = listing,
): FoundPerson[] {
  const folded = foldInPlace(question);
  const found: FoundPerson[] = [];
  for (const plain of namedPeople(question, language, directory)) {
    const named = withApposition(plain, folded);
    const previous = found.at(-1);
    const joint = previous === undefined ? null : jointOf(previous, folded.slice(previous.end, named.start));
    found.push(
      previous === undefined || joint === null
        ? related(named, folded.slice(0, named.start), folded.slice(named.end), listing, gathers)
        : { ...named, start: previous.end, relation: joint },
    );
  }
  return jointBefore(found, folded);
}

/** “Ross and Graham sent”: what is said of the second is said of the first. */
function jointBefore(found: readonly FoundPerson[], folded: string): FoundPerson[] {
  const settled = [...found];
  for (let at = settled.length - 2; at >= 0; at -= 1) {
    const [one, next] = [settled[at], settled[at + 1]];
    if (one === undefined || next === undefined || one.relation !== 'mention' || next.relation === 'mention')
      continue;
    if (before.joint.test(folded.slice(one.end, next.start)))
      settled[at] = { ...one, end: next.start, relation: next.relation };
  }
  return settled;
}

/** “The school, Wardie Primary, …” is one name. */
function withApposition(named: Named, folded: string): Named {
  const prefix = folded.slice(0, named.start);
  const match = folded.charAt(named.end) === ',' ? before.apposition.exec(prefix) : before.role.exec(prefix);
  return match === null ? named : { ...named, start: match.index };
}

/** What the words between two people make of the second: "from Anna or Ben", "from Anna to Ben". */
function jointOf({ relation }: FoundPerson, between: string): PersonRelation | null {
  if (relation !== 'mention' && before.joint.test(between)) return relation;
  return relation === 'from' && before.towards.test(between) ? 'to' : null;
}

const between =
  /(?<!\p{L})(?:between|zwischen|entre|tra|fra)(?: me (?:and|y|et|e)| mir und| myself and)?\s+$/u;

function related(
  named: Named,
  prefix: string,
  suffix: string,
  listing: boolean,
  gathers: boolean,
): FoundPerson {
  const opened = (match: RegExpExecArray | null, relation: PersonRelation): FoundPerson | null => {
    if (match === null) return null;
    const words =
      /(?:from|by|von|vom|de|d[’']|par|por|da|dal|dalla|di|do|to|an|a|ad|para|ao|with|between|mit|zwischen|con|entre|avec|tra|fra|com)(?: (?:[ao]|me (?:and|y|et|e)|mir und|myself and))?\s*$/.exec(
        match[0],
      );
    return { ...named, start: match.index + (words?.index ?? 0), relation };
  };
  const possessed = after.possessed.test(suffix) && (named.genitive || /^[’']/.test(suffix));
  if (possessed)
    return { ...named, end: named.end + (/^[’']s?/.exec(suffix)?.[0].length ?? 0), relation: 'from' };
  const exchanged = after.exchanges.exec(suffix);
  if (gathers && exchanged !== null)
    return { ...named, end: named.end + exchanged[0].length, relation: 'with' };
  if (sends(prefix, suffix, listing, gathers)) return { ...named, relation: 'from' };
  return (
    opened(before.with.exec(prefix), between.test(prefix) ? 'between' : 'with') ??
    (listing && /^ (?:and|und|y|et|e) \p{L}/u.test(suffix)
      ? opened(before.anyBetween.exec(prefix), 'between')
      : null) ??
    (gathers ? opened(before.allWith.exec(prefix), 'with') : null) ??
    opened(before.to.exec(prefix), 'to') ??
    (listing && before.byAsker.test(prefix) ? { ...named, relation: 'to' } : null) ??
    opened(before.from.exec(prefix), 'from') ??
    (listing ? opened(before.anyFrom.exec(prefix), 'from') : null) ?? { ...named, relation: 'mention' }
  );
}

/** Whether the words around a name make it the sender's; in what is no list, English and German need more to say so. */
function sends(prefix: string, suffix: string, listing: boolean, gathers: boolean): boolean {
  if (beforeSender.test(prefix) || afterSender.test(suffix)) return true;
  if (beforeLateSender.test(prefix) && lateVerb.test(suffix))
    return listing || /(?:mir|uns)/.test(prefix + suffix);
  const asked = before.sender.test(prefix);
  if (after.sends.test(suffix))
    return listing || asked || /^\s+(?:ever )?(?:sent|emailed|mailed)/.test(suffix);
  return gathers && after.writes.test(suffix);
}
