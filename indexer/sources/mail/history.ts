import type { BodyLine } from './body-line.ts';

/** `On … wrote:` in the languages of common mail programs, also over two lines. */
const attribution =
  /^(?:on|am|le|el|il|op|em|den|på|w dniu|dnia|le)\b.{5,250}(?:wrote|schrieb|geschrieben|a écrit|escribió|ha scritto|schreef|escreveu|skrev|napisał(?:\(a\))?)\b.{0,120}:\s*$/i;
const attributionEnd =
  /(?:wrote|schrieb|a écrit|escribió|ha scritto|schreef|escreveu|skrev|napisał(?:\(a\))?)\s*:\s*$/i;
const separator =
  /^[-_\s]*(?:original message|original-nachricht|ursprüngliche nachricht|mensaje original|message d'origine|messaggio originale|oorspronkelijk bericht|mensagem original|původní zpráva)[-_\s]*$/i;
const forwardMark =
  /^[-_\s]*(?:forwarded message|begin forwarded message|weitergeleitete nachricht|mensaje reenviado|message transféré|messaggio inoltrato|doorgestuurd bericht|mensagem encaminhada)[-_\s:]*$/i;
const fromField = /^\**(?:from|von|de|da|van|från|fra|od|差出人|发件人)\s*\**[:：]\**\s*\S/i;
const otherField =
  /^\**(?:sent|date|to|subject|cc|gesendet|datum|an|betreff|enviado(?: el)?|fecha|para|asunto|envoyé|à|objet|inviato|data|a|oggetto|verzonden|aan|onderwerp|assunto|skickat|till|ämne|宛先|件名|日時|收件人|主题)\s*\**[:：]/i;
const deviceSignature =
  /^(?:sent from my|sent from outlook|get outlook for|von meinem .{1,40} gesendet|gesendet von|enviado desde mi|envoyé de mon|inviato da)\b/i;

/**
 * Tells what a mail repeats of earlier ones, and its signature, from what its writer wrote. In a forwarded mail lines
 * that are quoted without a word of whom are its writer's: some programs mark all of it so.
 */
export function withHistory(lines: readonly BodyLine[], forwarded: boolean): BodyLine[] {
  let rest: 'own' | 'quoted' | 'signature' = 'own';
  let isAttributed = !forwarded;
  return lines.map((line, index) => {
    if (startsHistory(lines, index)) rest = 'quoted';
    else if (rest === 'own' && (line.role === 'signature' || deviceSignature.test(line.text)))
      rest = 'signature';
    if (rest === 'quoted' || isAttribution(lines, index)) {
      isAttributed = true;
      return { ...line, role: 'quoted' };
    }
    if (line.role === 'quoted' && rest === 'signature') rest = 'own';
    if (line.role === 'quoted' && !isAttributed) return { ...line, role: 'paragraph' };
    return rest === 'signature' ? { ...line, role: 'signature' } : line;
  });
}

/** From here on a mail says nothing of its own. */
function startsHistory(lines: readonly BodyLine[], index: number): boolean {
  return isSeparator(lines[index]?.text ?? '') || startsHeaderBlock(lines, index);
}

/** The line that programs put before an earlier mail. */
export function isSeparator(text: string): boolean {
  return forwardMark.test(text) || separator.test(text);
}

/** The head of an earlier mail as Outlook quotes it: `From:` and at least two further fields in the next lines. */
export function startsHeaderBlock(lines: readonly BodyLine[], index: number): boolean {
  const line = lines[index];
  if (line === undefined || !fromField.test(line.text)) return false;
  return lines.slice(index + 1, index + 6).filter(({ text }) => otherField.test(text)).length >= 2;
}

/** `On … wrote:` before a quotation, in one line or the first of two. */
export function isAttribution(lines: readonly BodyLine[], index: number): boolean {
  const text = lines[index]?.text ?? '';
  if (text.length > 400) return false;
  const next = lines[index + 1];
  if (attribution.test(text) || (attributionEnd.test(text) && next?.role === 'quoted'))
    return next?.role === 'quoted';
  return (
    next !== undefined && lines[index + 2]?.role === 'quoted' && attribution.test(`${text} ${next.text}`)
  );
}
