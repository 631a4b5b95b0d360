/**
 * Files that hold passwords or keys and are never read: by name, by magic, by the header of an export.
 * Lists after the programs' own formats; text that merely mentions a password is another matter.
 */

const secretExtensions = new Set(
  'kdbx kdb 1pux agilekeychain opvault psafe3 enpassdb keychain keychain-db pem key p12 pfx jks keystore ppk gpg pgp asc.key ovpn'.split(
    ' ',
  ),
);
const secretNames =
  /^(?:id_(?:rsa|dsa|ecdsa|ed25519)(?:_.*)?|logins\.json|key[34]\.db|signons\.sqlite|login data(?: for account)?|web data|cookies(?:\.sqlite)?|\.netrc|_netrc|\.pgpass|\.npmrc|\.pypirc|\.env(?:\..*)?|wallet\.dat|UTC--.*|credentials|\.git-credentials|login\.keychain)$/i;
const secretFolders = [
  '.ssh',
  '.gnupg',
  '.aws',
  '.azure',
  '.kube',
  '.password-store',
  '.config/gcloud',
  '.docker/config.json',
];

/** True for a path that is never even opened; `path` may use either separator. */
export function isSecretPath(path: string): boolean {
  const parts = path.split(/[\\/]/);
  const name = parts.at(-1) ?? '';
  const rooted = `/${parts.join('/')}/`;
  return isSecretName(name) || secretFolders.some((folder) => rooted.includes(`/${folder}/`));
}

function isSecretName(name: string): boolean {
  // A public key is no secret, and people keep notes on keys.
  if (/\.(?:pub|md|txt|docx?|pdf|eml|html?)$/i.test(name)) return false;
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return secretNames.test(name) || secretExtensions.has(extension);
}

const exportHeaders: readonly (readonly string[])[] = [
  ['name', 'url', 'username', 'password'],
  ['url', 'username', 'password', 'httprealm'],
  ['login_uri', 'login_username', 'login_password'],
  ['url', 'username', 'password', 'totp', 'grouping'],
  ['title', 'url', 'username', 'password', 'otpauth'],
  ['username', 'title', 'password', 'url', 'category'],
  ['account', 'login name', 'password', 'web site'],
  ['group', 'title', 'username', 'password'],
];

/** True for a file whose name, magic or first lines say that it keeps passwords or keys. */
export function isSecretStore(name: string, bytes: Uint8Array): boolean {
  if (isSecretName(name)) return true;
  const head = new TextDecoder('latin1')
    .decode(bytes.subarray(0, 4096))
    .replace(/^ï»¿/, '')
    .replace(/\0/g, '');
  return hasSecretMagic(bytes) || isPasswordTable(head) || isVaultExport(head) || isPrivateKey(head);
}

function hasSecretMagic(bytes: Uint8Array): boolean {
  const [a, b, c, d] = bytes;
  const keePass = a === 0x03 && b === 0xd9 && c === 0xa2 && d === 0x9a;
  const javaKeyStore = a === 0xfe && b === 0xed && c === 0xfe && d === 0xed;
  return keePass || javaKeyStore || new TextDecoder('latin1').decode(bytes.subarray(0, 4)) === 'PWS3';
}

function isPasswordTable(head: string): boolean {
  const columns = (head.split(/\r?\n/, 1)[0] ?? '').toLowerCase().split(/[,;\t]/);
  const named = new Set(columns.map((column) => column.trim().replace(/^"|"$/g, '')));
  return exportHeaders.some((header) => header.every((column) => named.has(column)));
}

function isVaultExport(head: string): boolean {
  const start = head.trimStart();
  if (start.startsWith('{')) {
    const bitwarden =
      /"encrypted"\s*:/.test(head) && /"(?:folders|items|encKeyValidation_DO_NOT_EDIT)"\s*:/.test(head);
    const onePassword = /"accounts"\s*:.*"vaults"\s*:/s.test(head);
    return bitwarden || onePassword || /"login"\s*:\s*\{[^}]*"password"\s*:/s.test(head);
  }
  return start.startsWith('<') && /<KeePassFile\b/.test(head);
}

/** A file that is a private key, not a text that shows one. */
function isPrivateKey(head: string): boolean {
  return (
    /^\s*-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----/.test(head) ||
    /^PuTTY-User-Key-File-\d/.test(head)
  );
}
