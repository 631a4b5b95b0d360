/** Longer runs without a space are data, not something that a person typed. */
const mostChars = 200;

const placeholder =
  /^(?:[*•●xX.·_?#-]+|<[^>]*>?|\[[^\]]*\]?|\{\{.*|\$[({].*|\$[A-Z_]+|%[A-Z_(].*|.*(?:placeholder|example|changeme|change[_-]me|replace[_-]?me|redacted|withheld|your[_-]).*)$/i;
/** What stands behind `password:` in forms, manuals and code. */
const answers = new Set(
  'none null nil undefined true false yes no required optional string text str varchar bool char int unknown missing wrong invalid incorrect expired forgotten forgot changed reset same default empty hidden secret password passwort passphrase user username login email n/a tbd todo ask see vault here below above attached ja nein keine keines siehe vergessen falsch oui non aucun voir oublié requis sí no ninguna ver olvidada obligatorio nessuna vedi richiesta é é obrigatória não verplicht geen zie'.split(
    ' ',
  ),
);
const technicalWords =
  /^(?:sha-?\d+|md5|base\d+|utf-?\d+|aes-?\d+|rsa-?\d+|oauth\d|wpa\d|ipv\d|mp\d|1password|2fa|iso-?\d+|windows\d+|office\d+|web\d|h\d)(?:[-.].*)?$/i;
const calls = /^[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*(?:\(|\[["'\w])|^[a-z_]\w*(?:\.[a-z_]\w*)+;?$/i;
const addresses =
  /:\/\/|^[^@\s]+@[^@\s]+\.[a-z]{2,}$|^(?:\.{0,2}|~|[A-Za-z]:)[\\/][\w.-]+|^www\.|^[\w-]+\.(?:pdf|docx?|xlsx?|txt|md|html?|csv|json|ya?ml|png|jpe?g|zip|com|org|net|de|fr|es|it|eu|io)$/i;
const measures = /^[\d.,:/–-]+(?:st|nd|rd|th|er|ème|e|[a-z%€$£°]{1,3})?$|^v?\d+(?:\.\d+)+$|^\d+-[a-z-]+$/i;

/** True for what stands in a secret's place and is none: `********`, `<your password>`, `${TOKEN}`. */
export function isPlaceholder(word: string): boolean {
  return word.length > mostChars || placeholder.test(word) || answers.has(word.toLowerCase());
}

/** True for a word that looks like a password and like little else. */
export function looksChosen(word: string): boolean {
  if (word.length < 6 || isPlaceholder(word) || isSomethingElse(word)) return false;
  const hasLetter = /\p{L}/u.test(word);
  if (!hasLetter) return false;
  // What ends a sentence says nothing of a word.
  const inner = word.replace(/[!?.,;:*'"”)\]]+$/, '');
  if (/\d/.test(inner) || /\p{L}.*[!@#$%^&*?+=~§€£]|[!@#$%^&*?+=~§€£].*\p{L}/u.test(inner)) return true;
  const turns = inner.match(/\p{Ll}\p{Lu}/gu)?.length ?? 0;
  return turns >= 2 || /^(?:\p{L}{4,20}-){3}\p{L}{4,20}$/u.test(inner);
}

/** The same for where nothing but a label before it says that it is one: names with a number behind them are not. */
export function looksRandom(word: string): boolean {
  return looksChosen(word) && !/^\p{L}+[-.]?\d{1,2}$/u.test(word) && !/^\p{L}{1,3}\d+$/u.test(word);
}

/** True for what programs make: long, and of letters and digits in no order. */
export function looksGenerated(word: string): boolean {
  if (
    word.length < 12 ||
    word.length > mostChars ||
    !/^[\w./+=~:%-]+$/.test(word) ||
    isPlaceholder(word) ||
    isSomethingElse(word)
  )
    return false;
  if (/^[a-f0-9]{32,}$/i.test(word)) return /[a-f]/i.test(word);
  let turns = 0;
  for (let at = 1; at < word.length; at += 1) {
    const kinds = [kindOf(word.charCodeAt(at - 1)), kindOf(word.charCodeAt(at))];
    if (kinds[0] !== kinds[1] && !kinds.includes('other')) turns += 1;
  }
  return turns >= 4 && (/\d/.test(word) || word.length >= 24);
}

function isSomethingElse(word: string): boolean {
  return addresses.test(word) || measures.test(word) || technicalWords.test(word) || calls.test(word);
}

function kindOf(unit: number): 'digit' | 'lower' | 'upper' | 'other' {
  if (unit >= 48 && unit <= 57) return 'digit';
  if (unit >= 97 && unit <= 122) return 'lower';
  return unit >= 65 && unit <= 90 ? 'upper' : 'other';
}
