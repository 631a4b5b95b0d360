import type { Filter } from '#main/contract/search.ts';
import { foldInPlace } from '../language/words.ts';
import type { Directory } from './directory.ts';
import {
  deGotten,
  deWritten,
  deWrote,
  enWritten,
  esWritten,
  esWrote,
  itWritten,
  ptWrote,
} from './sending-words.ts';

type Relation = 'from' | 'to';

/** What a question says of the person who asks it: that they sent, or were sent, what is counted. */
export interface Asker {
  readonly relation: Relation;
  /** "We": more people than the library can tell. */
  readonly several: boolean;
}

const few = '(?: \\p{L}+){0,2}?';
const rest = '(?!\\p{L})[^?]*?';
const deHave = '(?:habe?|haben|hatten?)';
/** "mi" is "me" where nothing of mine follows it. */
const esMe = 'mi(?=\\s*(?:[?.!,\\d]|$)| (?:en|desde|durante|este|el|la|me)(?!\\p{L}))';

function anyOf(...patterns: readonly string[]): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${patterns.join('|')})(?!\\p{L})`, 'u');
}

/** Folded wordings. The question's own clause, wherever it stands: the verb before its pronoun. */
const clause: Readonly<Record<Relation, RegExp>> = {
  from: anyOf(
    `(?:did|do|have|had) (?:i|we)${few} (?:send|write|e?-?mail|forward|${enWritten})`,
    `${deHave} (?:ich|wir)${rest} ${deWritten}`,
    `${deWrote} (?:ich|wir)`,
    `(?:ai-je|avons-nous)${few} (?:envoye|ecrit)e?s?`,
  ),
  to: anyOf(
    `(?:did|do|have|had) (?:i|we)${few} (?:get|got|gotten|receive|received|recieve)`,
    `${deHave} (?:ich|wir)${rest} ${deGotten}`,
    '(?:bekam|erhielt|kriegte)(?:en|n)? (?:ich|wir)',
    `(?:hat|haben|hatten?|wurden?) (?:mir|uns)${rest} ${deWritten}`,
    `(?:ai-je|avons-nous)${few} recue?s?`,
  ),
};
/** These may also stand in what a mail is about ("mention that I sent the deposit"), so they count only before that. */
const phrase: Readonly<Record<Relation, RegExp>> = {
  from: anyOf(
    `(?:i|we)(?: have|[’']ve| had)? ${enWritten}`,
    '(?:from|by) (?:me|us)',
    'my sent',
    'my (?:\\p{L}+ ){0,2}(?:e-?mails?|mails?|messages?) to',
    'meine[nrms]? (?:\\p{L}+ )?(?:e-?mails?|mails?|nachrichten?) an',
    'mis? (?:ultim[oa]s? )?(?:correos?|mensajes?) (?:a|para)',
    `(?:ich|wir)${rest} ${deWritten} ${deHave}`,
    `(?:ich|wir) ${deWrote}`,
    'von (?:mir|uns)',
    `(?:he|hemos) ${esWritten}`,
    '(?:envie|mande|escribi|enviamos|mandamos|escribimos)',
    `(?:de|por) (?:${esMe}|nosotros)`,
    "(?:j[’']ai|nous avons) (?:envoye|ecrit)e?s?",
    'de moi',
    `(?:ho|abbiamo) ${itWritten}`,
    'da me',
    '(?:enviei|mandei|escrevi|enviamos|mandamos|escrevemos)',
    '(?:de|por) mim',
  ),
  to: anyOf(
    "(?:i|we)(?: have|[’']ve| had)? (?:get|got|gotten|receive|received)",
    `(?:to|send|sends|write|writes|e?-?mail|${enWritten}) (?:me|us|myself)`,
    `(?:ich|wir)${rest} ${deGotten} ${deHave}`,
    'an (?:mich|uns)',
    `(?:mir|uns)${rest} ${deWritten}`,
    `${deWrote} (?:mir|uns)`,
    '(?:he|hemos) recibido',
    '(?:recibi|recibimos)',
    `(?:me|nos) (?:${esWrote}|(?:han|habian) ${esWritten}|(?:ha|han) llegado|lleg(?:o|aron)|(?:envi|mand)aron|escribieron)`,
    `(?:a|para) (?:${esMe}|nosotros)`,
    "(?:j[’']ai|nous avons) recue?s?",
    "m[’'](?:a|ont)",
    'a moi',
    '(?:ho|abbiamo) ricevut[oaie]',
    `(?:mi|ci) (?:ha|hanno) ${itWritten}`,
    '(?:mi|ci) (?:sono |e )?(?:arrivat[oaie]|scrisse(?:ro)?|scrive)',
    'a me',
    '(?:recebi|recebemos)',
    `(?:me|nos) (?:${ptWrote}|escreve)`,
    '(?:para|a) mim',
  ),
};
const topical = anyOf(
  'mention\\p{L}*|about|regarding|concerning|riguard\\p{L}*|contain\\p{L}*|holding|say|says|said',
  'uber|erwahn\\p{L}*|enthalt\\p{L}*|sobre|mencion\\p{L}*|contien\\p{L}*|mentionn\\p{L}*',
);
const plural =
  /(?<!\p{L})(?:we|us|wir|uns|nous|nos|nosotros|noi|ci|abbiamo|avons|hemos|(?:envia|manda|escribi|recibi|escreve|recebe)mos)(?!\p{L})/u;

/** Whether the one who asks sent or was sent what a listing question is about; both can be. */
export function findAsker(question: string): Asker[] {
  const folded = foldInPlace(question);
  const about = topical.exec(folded)?.index ?? folded.length;
  return (['from', 'to'] as const).flatMap((relation) => {
    const said = clause[relation].exec(folded) ?? phrase[relation].exec(folded.slice(0, about));
    return said === null ? [] : [{ relation, several: plural.test(said[0]) }];
  });
}

/** A filter with the asker in it, and what has to be said where that cannot be. */
export interface Asked {
  readonly filter: Filter;
  readonly caveats: readonly string[];
  readonly you: string | null;
}

/**
 * Puts the library's owner in the asker's place. Notes are left alone: they are the person's own and name no author;
 * and what came from someone came to the asker, also where it is a paper that names no recipient.
 */
export function withAsker(filter: Filter, askers: readonly Asker[], { owner }: Directory): Asked {
  const kinds = filter.kinds ?? [];
  const nothing = { filter, caveats: [], you: null };
  const meant = askers.filter(({ relation }) => relation === 'from' || !filter.from || isMail(kinds));
  if (meant.length === 0 || (kinds.length > 0 && kinds.every((kind) => kind === 'note'))) return nothing;
  if (kinds.includes('document')) return { ...nothing, caveats: [onlyMails] };
  const own = owner === null ? [] : meant.filter(({ several }) => !several);
  const added = own.map(({ relation }) => [
    relation,
    [...new Set([owner ?? '', ...(filter[relation] ?? [])])],
  ]);
  return {
    filter: { ...filter, ...Object.fromEntries(added) },
    caveats: meant.filter((asker) => !own.includes(asker)).map(unknownAsker),
    you: own.length > 0 ? owner : null,
  };
}

const onlyMails =
  'Quipu knows of mails alone whether you sent or got them, so documents of others are in this too.';

function isMail(kinds: NonNullable<Filter['kinds']>): boolean {
  return kinds.length > 0 && kinds.every((kind) => kind === 'mail' || kind === 'message');
}

function unknownAsker({ relation, several }: Asker): string {
  const who = several ? 'whom “we” takes in' : 'which address is yours';
  return `Quipu does not know ${who}, so mails ${relation} others are in this too.`;
}
