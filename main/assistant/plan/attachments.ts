import { foldInPlace } from '../language/words.ts';
import { attachedFormats as formats } from './attached-formats.ts';
import type { FoundKind } from './kinds.ts';
import type { Span } from './span.ts';

/** Attachments as a condition on mails; `wanted` is false for "without". */
export interface FoundAttachment extends Span {
  readonly wanted: boolean;
  /** Of what sort: “with a PDF attached”; empty for any. */
  readonly endings: readonly string[];
}

const some =
  '(?:(?:an?|any|no|some|eine[mn]?|keine?[mn]?|un[oa]?|algun|ningun|une|des|nessun|alcun|uma?|nenhum|algum) )?';
const sort = `(?:(?:${formats.map(([words]) => words).join('|')})\\p{L}{0,2}[ -])?`;
const attached =
  '(?:attachments?|attached files?|files? attached|anhang|anhangen?|anlagen?|(?:archivos? )?adjuntos?|pieces? jointes?|allegat[oi]|(?:ficheiros? |arquivos? )?anex(?:ad)?os?)';
const having =
  '(?:with|without|has|have|had|having|contain|contains|containing|mit|ohne|hat|haben|hatten?|con|sin|tienen?|llevan?|avec|sans|ont|contiennent|senza|hanno|avevano|contengono|com|sem|tem|tinham|trazem)';
/** “Pièce jointe PDF”, “adjunto en Word”. */
const ofSort = `(?: (?:en |au format |in |em |de |do tipo )?(?:${formats.map(([words]) => words).join('|')}))?`;
/** “Mails with a PDF”: nothing else is called so. */
const alone =
  '(?:pdfs?(?:[ -](?:files?|documents?|datei(?:en)?))?|(?:word|excel|zip)[ -](?:files?|documents?|sheets?|datei(?:en)?|dokument(?:en)?)|(?:documentos?|document[io]?s?|archivos?|fichiers?|file|ficheiros?|arquivos?) (?:de )?(?:pdf|word|excel|zip)|spreadsheets?)';
const pattern = new RegExp(
  `(?<!\\p{L})(?:${having} ${some}${sort}(?:${attached}|attached)${ofSort}|${having} ${some}${alone}|${some}${sort}${attached} (?:hat|haben|hatten?))(?!\\p{L})`,
  'u',
);
const lacking = /(?<!\p{L})(?:without|no|ohne|keine?[mn]?|sin|ningun|sans|senza|nessun|sem|nenhum)(?!\p{L})/u;
const denied = /(?:(?:do|does|did) not|n[’']t|nicht|(?<!\p{L})no)\s+$/u;
/** "And with an attachment?" speaks of the mails before. */
const opening = /^[\s¿]*(?:(?:and|but|und|aber|y|et)\s+)?$/;

/** "With an attachment", where the question is about mails; else null. */
export function findAttachment(question: string, kinds: readonly FoundKind[]): FoundAttachment | null {
  const folded = foldInPlace(question);
  const match = pattern.exec(folded);
  if (match === null) return null;
  const before = folded.slice(0, match.index);
  const ofMails = kinds.some(
    (kind) => kind.condition && (kind.kinds.includes('mail') || kind.kinds.length === 0),
  );
  if (!ofMails && !opening.test(before)) return null;
  const wanted = !lacking.test(match[0]) && !denied.test(before);
  const format = formats.find(([words]) => new RegExp(`(?<!\\p{L})(?:${words})`, 'u').test(match[0]));
  return { start: match.index, end: match.index + match[0].length, wanted, endings: format?.[1] ?? [] };
}
