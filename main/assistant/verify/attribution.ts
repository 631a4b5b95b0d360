import { words } from '../language/words.ts';

/** Words of talking about a text, which claim nothing themselves. */
const papers =
  'mail|e-?mail|message|document|note|notes|letter|passage|text|file|policy|contract|quote|invoice|offer|report|agreement|source|Mail|E-Mail|Nachricht|Brief|Dokument|Notiz|Vertrag|Angebot|Rechnung|Bericht|correo|mensaje|documento|carta|contrato|factura|informe|courriel|lettre|contrat|facture';
const paperWords = new Set(papers.toLowerCase().split('|').concat('e-mail'));
const name = "\\p{Lu}[\\p{L}’'-]+(?:\\s+\\p{Lu}[\\p{L}’'-]+){0,3}";
const teller = `(?:(?:[Tt]he|[Tt]his|[Hh]er|[Hh]is|[Dd]ie|[Dd]er|[Dd]as|[Ee]l|[Ll]a|[Ll]e)\\s+(?:\\p{Lu}?[\\p{L}-]+\\s+){0,2}(?:${papers})(?:\\s+(?:from|by|of|von|de|del)\\s+${name})?|${name})`;
const says =
  'says?|said|writes?|wrote|states?|stated|mentions?|mentioned|confirms?|confirmed|reports?|reported|notes?|noted|explains?|explained|indicates?|tells? (?:us|you)|told (?:us|you)';
const foreignSays =
  'schreibt|schrieb|sagt|sagte|teilt mit|berichtet|bestätigt|dice|dijo|escribe|escribió|indica|indicó|confirma|confirmó|écrit|dit|indique|confirme';
const attribution = new RegExp(
  `^(?:(?:[Aa]ccording to|[Ll]aut|[Ss]egún|[Ss]elon)\\s+(${teller}),\\s+|(${teller})\\s+(?:(?:${says})(?:\\s+that|:)|(?:${foreignSays})(?:,?\\s+dass|\\s+que|:))\\s+)`,
  'u',
);
/** "Ross quotes £8,460 for the bathroom": a price is its sender's. */
const pricing = new RegExp(
  `^(${name})\\s+(?:asks?(?: for)?|asked(?: for)?|charges?|charged|quotes?|quoted|verlangt|berechnet|pide|cobra|demande|facture)\\s+(?=[£€$\\d]|EUR|GBP|USD|CHF)`,
  'u',
);

/** Who is said to have said a sentence, and the sentence without that. */
export function attributionOf(text: string): { readonly speakers: readonly string[]; readonly rest: string } {
  const match = attribution.exec(text) ?? pricing.exec(text);
  const lead = match?.[1] ?? match?.[2];
  if (match === null || lead === undefined) return { speakers: [], rest: text };
  const speakers = words(lead).filter((word) => !word.stop && !paperWords.has(word.folded));
  return { speakers: speakers.map((word) => word.text), rest: text.slice(match[0].length) };
}
