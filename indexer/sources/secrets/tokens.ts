import type { SecretSpan } from './secret-span.ts';

/**
 * Tokens that their makers gave a form of their own, after the makers' documents. Bounded and begun only where no
 * word runs on from before, so that each stretch of a text is looked at once.
 */
const forms = [
  // GitHub, GitLab, Bitbucket, Atlassian
  'gh[pousr]_[A-Za-z0-9]{30,255}',
  'github_pat_[A-Za-z0-9_]{40,255}',
  'gl(?:pat|dt|rt|ft|ptt|cbt|agent|soat|imt)-[\\w.-]{20,300}',
  'AT(?:BB|ATT|CTT)3?[A-Za-z0-9_=-]{28,255}',
  // Amazon, Google, Azure, Alibaba, DigitalOcean, Cloudflare, Hetzner
  '(?:A3T[A-Z0-9]|AKIA|ASIA|ABIA|ACCA|AROA|AIDA)[A-Z2-7]{12}[A-Z0-9]{4}',
  'AIza[\\w-]{35}',
  'ya29\\.[\\w-]{20,2000}',
  'GOCSPX-[\\w-]{20,80}',
  'LTAI[A-Za-z0-9]{12,30}',
  'do[opr]_v1_[a-f0-9]{64}',
  'cf(?:k|ut|at)_[A-Za-z0-9]{40,60}',
  // Payment
  '(?:sk|rk|pk)_(?:live|test)_[A-Za-z0-9]{16,255}',
  'whsec_[A-Za-z0-9+/=]{24,100}',
  'sq0(?:atp|csp|idp)-[\\w-]{22,60}',
  'EAAA[A-Za-z0-9+=_-]{60}',
  'access_token\\$production\\$[a-z0-9]{16}\\$[a-f0-9]{32}',
  // Chat and mail
  'xox[a-z](?:\\.xox[a-z])?-[A-Za-z0-9-]{10,300}',
  'xapp-\\d-[A-Za-z0-9-]{10,300}',
  'SG\\.[\\w-]{16,64}\\.[\\w-]{16,64}',
  'key-[a-f0-9]{32}',
  '[a-f0-9]{32}-us\\d{1,2}',
  '[MNO][A-Za-z\\d_-]{23,27}\\.[\\w-]{6}\\.[\\w-]{27,40}',
  '\\d{8,10}:AA[\\w-]{32,34}',
  'SK[a-f0-9]{32}',
  // Models
  'sk-(?:proj|svcacct|admin|ant|or|live)-[\\w-]{20,300}',
  'sk-[A-Za-z0-9]{20,200}',
  'hf_[A-Za-z0-9]{30,60}',
  'gsk_[A-Za-z0-9]{40,80}',
  'r8_[A-Za-z0-9]{37}',
  'pplx-[a-f0-9]{40,64}',
  'xai-[A-Za-z0-9]{60,100}',
  // Packages and build
  'npm_[A-Za-z0-9]{36}',
  'pypi-[\\w-]{50,400}',
  'dckr_(?:pat|oat)_[\\w-]{27,60}',
  'rubygems_[a-f0-9]{48}',
  'sntry[su]_[\\w+/=]{40,300}',
  'glc_[A-Za-z0-9+/=]{32,400}',
  'glsa_[A-Za-z0-9]{32}_[a-f0-9]{8}',
  'dapi[a-f0-9]{32}',
  'PMAK-[a-f0-9]{24}-[a-f0-9]{34}',
  'tskey-[a-z]{2,20}-[\\w-]{16,100}',
  'hv[sbr]\\.[\\w-]{24,400}',
  's\\.[A-Za-z0-9]{24}',
  // Documents, design, trackers
  'secret_[A-Za-z0-9]{43}',
  'ntn_[A-Za-z0-9]{40,60}',
  'lin_(?:api|oauth)_[A-Za-z0-9]{32,128}',
  'figd_[\\w-]{40,200}',
  'shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}',
  'ops_ey[A-Za-z0-9+/=]{100,2000}',
  'EAACEdEose0cBA[A-Za-z0-9]{10,300}',
  // Wallets and file encryption
  'AGE-SECRET-KEY-1[A-Z0-9]{58}',
  '[xyz]prv[1-9A-HJ-NP-Za-km-z]{107}',
] as const;

/** A hundred alternatives read 30 MB a second, so they are tried only in what could hold a token. */
const token = new RegExp(`(?<![A-Za-z0-9_])(?:${forms.join('|')})(?![A-Za-z0-9])`, 'g');
/** Shorter words hold none. */
const fewestChars = 16;
/**
 * RFC 7519 and 7516: three to five base64url parts, the first of them JSON. A part is bounded by its neighbours alone,
 * and by the stack: one of ten megabytes filled it, and the whole file counted as damaged.
 */
const webToken = /(?<![\w-])eyJ[\w-]{8,100000}\.[\w-]{8,100000}(?:\.[\w-]{0,100000}){1,3}/g;
const webHook =
  /https:\/\/(?:hooks\.slack\.com\/(?:services|workflows|triggers)\/|(?:ptb\.|canary\.)?discord(?:app)?\.com\/api\/webhooks\/|[a-z0-9-]{1,60}\.webhook\.office\.com\/webhookb2\/|outlook\.office\.com\/webhook\/)[\w/@.-]{16,300}/g;
/** Key URI format of authenticator apps, and their exports. */
const authenticator = /otpauth(?:-migration)?:\/\/[^\s"'<>]{8,4000}/gi;
/** ZXing's form of a Wi-Fi network in a picture code. */
const wifiCode = /WIFI:[TSH]:[^\n]{0,120}?(?<=[;:])P:((?:\\.|[^;\\\n]){4,70})/g;

export function findTokens(text: string): SecretSpan[] {
  const spans: SecretSpan[] = [];
  const add = (expression: RegExp, kind: SecretSpan['kind'], part: string, offset: number): void => {
    for (const { index, 0: whole, 1: own = whole } of part.matchAll(expression)) {
      const end = offset + index + whole.length;
      spans.push({ start: end - own.length, end, kind });
    }
  };
  for (const { start, end } of longWords(text)) add(token, 'access token', text.slice(start, end), start);
  if (text.includes('eyJ')) add(webToken, 'access token', text, 0);
  if (text.includes('https://')) add(webHook, 'access token', text, 0);
  if (/otpauth/i.test(text)) add(authenticator, 'authenticator secret', text, 0);
  if (text.includes('WIFI:')) add(wifiCode, 'password', text, 0);
  return spans;
}

/** The stretches without a space that are long enough and hold more than small letters. */
function* longWords(text: string): Iterable<{ start: number; end: number }> {
  let start = 0;
  let odd = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const unit = at < text.length ? text.charCodeAt(at) : 32;
    if (unit > 32) {
      // Capitals, digits and the underscore.
      if ((unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || unit === 95) odd += 1;
      continue;
    }
    if (at - start >= fewestChars && odd > 1) yield { start, end: at };
    start = at + 1;
    odd = 0;
  }
}
