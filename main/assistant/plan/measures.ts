import type { Measure } from '#main/contract/search.ts';
import { foldInPlace } from '../language/words.ts';
import { attachedFormats as formats } from './attached-formats.ts';
import { asksHowMany } from './intent.ts';
import type { Span } from './span.ts';
import type { FoundThreshold } from './thresholds.ts';
import type { FoundPaper } from './titled.ts';

/** What a question computes that is no plain number of documents, with the stretches that say so. */
export interface FoundMeasure {
  readonly measure: Measure;
  readonly spans: readonly Span[];
  /** Endings of attached files: “PDF attachments”. */
  readonly endings: readonly string[];
  /** The wording alone does not settle it: where nothing can be computed, the question is looked up. */
  readonly tentative: boolean;
}

const formatWords = formats.map(([words]) => `(?:${words})\\p{L}{0,2}`).join('|');
const attachments = `(?:(${formatWords})[ -])?(?:attachments|attached files|files attached|anhange|anlagen|angehangte dateien|(?:archivos |ficheros )?adjuntos|pieces jointes|allegati|anexos)`;
const people =
  '(?:different |distinct |other |many )?(?:people|persons|senders|correspondents|(?:verschiedene )?(?:leute|personen|absender|menschen)|(?:personas|remitentes)(?: diferentes| distintas)?|(?:personnes|expediteurs)(?: differentes)?|(?:persone|mittenti)(?: diverse)?|(?:pessoas|remetentes)(?: diferentes)?)';
const threads =
  '(?:e?-?mail )?(?:threads|conversations|exchanges|mail-?verlaufe|unterhaltungen|konversationen|hilos|conversaciones|fils(?: de discussion)?|conversazioni|conversas)';

const sends =
  /(?<!\p{L})(?:wrote|written|write|writes|e?-?mailed|mailed|(?:sent|send|get|got|received) (?:(?:me|us|an?|any|the|my|our|more than|some|\d+) ){0,3}(?:e?-?mails?|messages?)|(?:sent|send) (?:something |anything )?(?:to )?(?:me|us)|(?:from|by) (?:me|us)|(?:did|have|do) (?:i|we) (?:send|sent|get|got|received?)|geschrieben|schrieben|schrieb|geschickt|schickten|escribieron|escrito|enviado|mandado|enviaron|ecrit|envoye|scritto|mandato|inviato|escreveram|escreveu|enviaram)(?!\p{L})/u;

/** “Who wrote to me in March?”: the people who did, where mails tell of any. */
const whoWrote =
  /^[\s¿]*(?:who (?:has |have |had )?(?:written|wrote|writes|sent|e?-?mailed|mailed|contacted) (?:to )?(?:me|us)|wer hat (?:mir|uns)(?=.* (?:geschrieben|geschickt|gemailt))|wer schrieb (?:mir|uns)|quien(?:es)? (?:me|nos) (?:ha |han )?(?:escri\p{L}*|envi\p{L}*|mand\p{L}*)|qui (?:m[’']a|nous a) (?:ecrit|envoye)|chi (?:mi|ci) ha (?:scritto|mandato|inviato)|quem (?:me|nos) (?:escreveu|enviou|mandou))(?!\p{L})/u;

const sums =
  '(?:in total|altogether|all together|in all|total(?: of| amount| cost| sum)?|sum(?: of)?|add(?:ed)? up|insgesamt|zusammen|summe(?: der| von)?|gesamt(?:summe|betrag|kosten)?|en total|suma(?: de)?|total de|au total|somme(?: des?)?|montant total|in totale|somma(?: d[ei]\\p{L}*)?|totale(?: d[ei]\\p{L}*)?|no total|soma(?: d[aeo]s?)?)';
const averages =
  '(?:average|mean|on average|durchschnitt(?:lich\\p{L}*|s\\p{L}*)?|im schnitt|mittelwert|promedio|media|moyenne|en moyenne|in media|valor medio)';
const largest =
  '(?:largest|biggest|highest|maximum|max|most expensive|dearest|grosste[nrs]?|hochste[nrs]?|teuerste[nrs]?|maximale?[nrs]?|mayor(?:es)?|mas (?:alt|car)[oa]s?|maxim[oa]|plus (?:eleve|cher|chere|grand|grande|haut)e?s?|maximale?|piu (?:alt|car|grand)[oaie]|massim[oa]|maior(?:es)?)';
const smallest =
  '(?:smallest|lowest|minimum|min|cheapest|kleinste[nrs]?|niedrigste[nrs]?|billigste[nrs]?|gunstigste[nrs]?|minimale?[nrs]?|menor(?:es)?|mas (?:baj|barat)[oa]s?|minim[oa]|moins (?:eleve|cher|chere)e?s?|plus (?:bas|basse|petit|petite)s?|piu (?:bass|economic|piccol)[oaie])';
const spends =
  '(?:(?:did|have|had|do) (?:i|we) (?:spend|spent|pay|paid)|(?:i|we) (?:spent|spend|paid)|(?:habe|haben) (?:ich|wir) .{0,60}ausgegeben|(?:he|hemos) gastado|gast(?:e|amos|o)|(?:ai-je|avons-nous) depense|(?:ho|abbiamo) speso|gast(?:ei|amos))';

function find(pattern: string, folded: string): (RegExpExecArray & Span) | null {
  const match = new RegExp(`(?<![\\p{L}\\d])(?:${pattern})(?![\\p{L}\\d])`, 'u').exec(folded);
  return match === null
    ? null
    : Object.assign(match, { start: match.index, end: match.index + match[0].length });
}

const spanOf = ({ start, end }: Span): Span => ({ start, end });

/** Attachments, people or threads counted instead of documents; `null` where documents are meant. */
export function findCounted(question: string): FoundMeasure | null {
  const folded = foldInPlace(question);
  const counts = asksHowMany(question);
  const lists =
    /^\W*(?:please )?(?:list|show|which|what|welche|zeig\p{L}*|liste|que|cuales|muestra\p{L}*|quel(?:le)?s|montre\p{L}*|quali|mostra\p{L}*|elenca|quais|mostre)(?!\p{L})/u.test(
      folded,
    );
  if (!counts && !lists && !whoWrote.test(folded)) return null;
  const as = counts ? 'count' : 'list';
  const attached = find(attachments, folded);
  // “Mails with attachments” are mails.
  const having =
    attached !== null &&
    /(?:with|without|have|has|had|having|hatten?|tenian?|avaient|avevano|tinham|mit|ohne|haben|con|sin|tienen|avec|sans|ont|hanno|senza|com|sem|tem)\s+(?:any |no |some )?$/u.test(
      folded.slice(0, attached.start),
    );
  if (attached !== null && !having) {
    const format = attached[1];
    const endings =
      format === undefined
        ? []
        : (formats.find(([words]) => new RegExp(`^(?:${words})`).test(format))?.[1] ?? []);
    return { measure: { of: 'attachments', as }, spans: [spanOf(attached)], endings, tentative: false };
  }
  const threaded = find(threads, folded);
  if (threaded !== null && counts) {
    return {
      measure: { of: 'threads', as: 'count' },
      spans: [spanOf(threaded)],
      endings: [],
      tentative: true,
    };
  }
  const who = whoWrote.exec(folded);
  if (who !== null && !counts) {
    const spans = [{ start: 0, end: who[0].length }];
    return { measure: { of: 'people', as: 'list' }, spans, endings: [], tentative: true };
  }
  const human = find(people, folded);
  const senders = /(?:senders|absender|remitentes|expediteurs|mittenti|remetentes)/.test(human?.[0] ?? '');
  if (human !== null && counts && (senders || sends.test(folded))) {
    return { measure: { of: 'people', as: 'count' }, spans: [spanOf(human)], endings: [], tentative: false };
  }
  return null;
}

/** A sum, an average or an end of amounts on papers (“all invoices over 1,000 euros”) or of numbers in tables. */
export function findFigure(
  question: string,
  paper: FoundPaper | null,
  threshold: FoundThreshold | null,
): FoundMeasure | null {
  const folded = foldInPlace(question);
  const priced = paper?.priced === true && paper.plural;
  const bounds = boundsOf(threshold);
  const spans = threshold === null ? [] : [spanOf(threshold)];
  const made = (
    of: Measure['of'],
    as: Measure['as'],
    found: readonly (Span | null)[],
    tentative = true,
  ): FoundMeasure => ({
    measure: { of, as, ...bounds },
    spans: [...spans, ...found.flatMap((span) => (span === null ? [] : [spanOf(span)]))],
    endings: [],
    tentative,
  });
  const total = find(sums, folded);
  const mean = find(averages, folded);
  const most = find(largest, folded);
  const least = find(smallest, folded);
  const spent = asksAmount.test(folded) ? find(spends, folded) : null;
  if (paper?.priced === true && (priced || most !== null || least !== null)) {
    if (total !== null || (spent !== null && priced)) return made('amounts', 'sum', [total, spent], false);
    if (mean !== null) return made('amounts', 'average', [mean], false);
    if (most !== null) return made('amounts', 'largest', [most], false);
    if (least !== null) return made('amounts', 'smallest', [least], false);
    if (threshold !== null) return made('amounts', asksHowMany(question) ? 'count' : 'list', [], false);
    return null;
  }
  if (spent !== null) {
    const found = made('columns', 'sum', [total, spent]);
    return { ...found, measure: { ...found.measure, column: 'spent' } };
  }
  if (!asksFigure.test(folded)) return null;
  if (total !== null) return made('columns', 'sum', [total]);
  if (mean !== null) return made('columns', 'average', [mean]);
  if (most !== null) return made('columns', 'largest', [most]);
  if (least !== null) return made('columns', 'smallest', [least]);
  return null;
}

const polite = '[\\s¿]*(?:(?:and|und|y|et|e) )?(?:please |bitte )?';
/** “When did we pay” asks for no figure. */
const asksAmount = new RegExp(
  `^${polite}(?:how much|what|the total|total|sum|wie ?viel|was|cuanto|que|combien|quanto|quel)(?!\\p{L})`,
  'u',
);
const asksFigure = new RegExp(
  `^(?!${polite}(?:who|whom|when|where|why|how (?:do|did|can)|wer|wann|wo|warum|quien|cuando|donde|por que|qui(?!\\p{L})|quand|ou|pourquoi|chi|quando|dove|perche|quem|onde))`,
  'u',
);

function boundsOf(threshold: FoundThreshold | null): Pick<Measure, 'over' | 'under' | 'currency'> {
  if (threshold === null) return {};
  const { over, under, currency } = threshold;
  return {
    ...(over === undefined ? {} : { over }),
    ...(under === undefined ? {} : { under }),
    ...(currency === undefined ? {} : { currency }),
  };
}
