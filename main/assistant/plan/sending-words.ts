/** Verbs of sending and getting in the forms that questions have them; for regular expressions over folded text. */
export const enWritten = '(?:sent|wrote|written|e?-?mailed|forwarded)';
export const deWritten = '(?:geschickt|gesendet|verschickt|versandt|geschrieben|gemailt)';
export const deWrote = '(?:schrieb|schickte|sandte|sendete|verschickte)(?:en|n)?';
export const deGotten = '(?:bekommen|erhalten|gekriegt|empfangen)';
export const esWritten = '(?:enviado|mandado|escrito)';
export const esWrote = `(?:(?:envi|mand|escribi)o|(?:ha|habia) ${esWritten})`;
const frWritten = '(?:envoye|ecrit)e?s?';
export const itWritten = '(?:inviat|mandat|scritt|spedit)[oaie]';
export const ptWrote = '(?:enviou|mandou|escreveu|enviaram|mandaram|escreveram)';
const ptWritten = '(?:enviado|mandado|escrito)';

/** What stands before a sender: "ha enviado Carmen", "a envoyés Carmen", "schrieb mir Katrin". */
export const beforeSender = new RegExp(
  `(?<!\\p{L})(?:${esWrote}|(?<!\\p{L}j[’'])a ${frWritten}|${deWrote}(?: mir| uns)?|(?:mi |ci )?ha ${itWritten}|(?:me |nos )?${ptWrote}(?: [oa])?)\\s+$`,
  'u',
);
/** What stands before a sender whose verb comes later: "hat (mir) Katrin … geschickt". */
export const beforeLateSender = /(?<!\p{L})(?:hat|hatte|haben|hatten)(?: mir| uns)?\s+$/u;
export const lateVerb = new RegExp(`^[^?]*?(?<!\\p{L})${deWritten}(?!\\p{L})`, 'u');
/** What stands after a sender: "Carmen me ha escrito", "Katrin an mich geschickt hat", "Anna a-t-elle envoyés". */
export const afterSender = new RegExp(
  `^\\s+(?:(?:(?:me|nos) )?${esWrote}|(?:m[’']|nous )?a(?:-t-(?:elle|il))? ${frWritten}|[^?]*?${deWritten} hat(?:te)?|(?:mi |ci )?ha ${itWritten}|(?:(?:me|nos) )?(?:${ptWrote}|tem ${ptWritten}))(?!\\p{L})`,
  'u',
);
