/** What a label says of the word beside it. */
export type LabelKind = 'password' | 'weak' | 'key' | 'token' | 'pin' | 'codes' | 'social';

export interface Label {
  readonly kind: LabelKind;
  readonly start: number;
  readonly end: number;
}

/** Names of a password in the languages of its keepers; other words may run on before them (`SMTP_PASSWORD`, `WLAN-Passwort`). */
const passwords =
  'password|passwort|passwd|passphrase|pass-?code|pwd|kennwort|contrase[ñn]a|adgangskoden?|passord(?:et)?|пароль|密码|密碼|口令|パスワード|비밀번호';
/** Those that other words end with: they begin a word of their own. */
const ownPasswords =
  "mot de passe|mdp|senha|palavra[- ]passe|parola d['’]ordine|parola chiave|wachtwoord|lösenord(?:et)?|salasana|has[lł]o|heslo|jelszó|şifre|parolă";
/** Words of other meanings too, taken for a label only where what follows looks like a secret. */
const weak = 'pass|pw|clave|parola|psk|wpa[23]?-?psk|wpa[23]';
const tokens = 'secret|token|credentials|bearer|authorization: basic';
const pins = 'pin(?:[- ]?(?:code|nummer|number))?|puk(?:[- ]?code)?|geheimzahl|geheimnummer|cvc2?|cvv2?';
const social = 'social(?: security)?|ssn|sozialversicherungsnummer';
const root = new RegExp(
  `(?<password>${passwords})|(?<own>${ownPasswords})|(?<token>${tokens})|(?<pin>${pins})|(?<weak>${weak})` +
    `|(?<key>key|schlüssel|clé|chiave|chave|sleutel)|(?<code>codes?|c[óo]digos?|codic[ei])|(?<social>${social})`,
  'iy',
);
/** What makes a key, and a code, one that opens something. */
const keyOwner =
  /(?:api|access|account|private|signing|license|setup|einrichtungs|secret|auth)[ _-]?$|[_-]$/i;
const codeOwner =
  /(?:alarm|door|gate|entry|garage|lock|locker|safe|access|security|building|keypad|house|lift|lockbox|key ?box|card|sim|voicemail|unlock|tür|tor|haus|zugangs|sperr|schloss|tresor|digi)[- ]?$/i;
const codePurpose =
  /^ (?:d['’]entrée|d['’]accès|de la porte|porte|de l['’]alarme|secret|pin|confidentiel|de la puerta|de acceso|de la alarma|di accesso|allarme|della porta|segreto|de acesso|do alarme|da porta|de la carte|du coffre|de l['’]immeuble|de la tarjeta|della carta|do cartão)/i;
const codesOwner =
  /(?:recovery|back-?up|scratch|rescue|emergency|2fa|two-factor|one-time|wiederherstellungs|notfall|sicherungs|ersatz)[- ]?$/i;
const codesPurpose =
  /^ (?:de|di) (?:secours|récupération|sauvegarde|recuperaci[óo]n|respaldo|recupero|backup|riserva|recupera[çc][ãa]o)/i;
const ownerChars = 24;
/** `SECRET_KEY_BASE`, `password-hash`: the rest of a name in a program. */
const restOfName = /(?:[_-][A-Za-z0-9]{1,30}){0,4}/y;

const beginnings =
  'cre pas pwd pw pin puk ken key sch sec tok cod cód mot con sen mdp pal par wac adg lös sal has hes jel şif Şif psk wpa cla clé chi cha sle cvc cvv geh bea aut soc ssn soz пар 密码 密碼 口令 パス 비밀'.split(
    ' ',
  );
/** The first three characters of every root, six bits each: one expression for all of them reads 18 MB a second, this 400. */
const begins = new Uint8Array(1 << 18);
for (const beginning of beginnings) {
  const [first = '', second = '', third] = beginning;
  const known = [first, second].reduce((hash, one) => pushed(hash, one.charCodeAt(0)), 0);
  // Two letters stand for any third.
  for (let any = 0; any < 64; any += 1)
    begins[third === undefined ? (known << 6) | any : pushed(known, third.charCodeAt(0))] = 1;
}

/** The last three characters, whatever their case. */
function pushed(hash: number, unit: number): number {
  return ((hash << 6) | (unit & 31) | (unit > 0x17f ? 32 : 0)) & 0x3ffff;
}

/** The labels of a text, in order; the caller may have the search go on elsewhere. */
export class LabelScan {
  readonly #text: string;
  #from = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Looks no more at what stands before `at`. */
  skipTo(at: number): void {
    this.#from = Math.max(this.#from, at);
  }

  next(): Label | null {
    const text = this.#text;
    let hash = 0;
    for (let at = this.#from; at < text.length; at += 1) {
      hash = pushed(hash, text.charCodeAt(at));
      if (begins[hash] !== 1) continue;
      root.lastIndex = at - 2;
      const match = at - 2 < this.#from ? null : root.exec(text);
      const label = match === null ? null : labelOf(text, match);
      if (match === null || label === null) continue;
      this.#from = match.index + match[0].length;
      return label;
    }
    return null;
  }
}

function labelOf(text: string, { index: start, 0: word, groups = {} }: RegExpExecArray): Label | null {
  const wordEnd = start + word.length;
  restOfName.lastIndex = wordEnd;
  const end = wordEnd + (restOfName.exec(text)?.[0].length ?? 0);
  // Plurals and longer words are another matter: "passwords", "tokenize", "keyboard". Not where no spaces are written.
  if (/[a-z]$/i.test(word) && /[\p{L}\p{N}]/u.test(text.charAt(end))) return null;
  const before = text.slice(Math.max(0, start - ownerChars), start);
  const isWord = !/\p{L}$/u.test(before);
  const kind = kindOf(groups, { before, isWord, after: text.slice(wordEnd, wordEnd + ownerChars) });
  return kind === null ? null : { kind, start, end };
}

interface Around {
  readonly before: string;
  readonly after: string;
  /** True where no letter stands before it. */
  readonly isWord: boolean;
}

function kindOf(found: Readonly<Record<string, string | undefined>>, around: Around): LabelKind | null {
  const { before, after, isWord } = around;
  if (found['password'] !== undefined) return 'password';
  if (found['token'] !== undefined) return 'token';
  if (found['key'] !== undefined) return keyOwner.test(before) && !/public/i.test(before) ? 'token' : 'key';
  if (found['code'] !== undefined) {
    if (codesOwner.test(before) || codesPurpose.test(after)) return 'codes';
    if (codeOwner.test(before) || codePurpose.test(after)) return 'pin';
    return /wi-?fi|wlan/i.test(before + after) ? 'key' : null;
  }
  if (!isWord || (found['social'] === 'social' && !/(?:my|his|her|your)\s$/i.test(before))) return null;
  if (found['own'] !== undefined) return 'password';
  if (found['pin'] !== undefined) return 'pin';
  return found['weak'] !== undefined ? 'weak' : 'social';
}
