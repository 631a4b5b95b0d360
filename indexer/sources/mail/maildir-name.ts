const maildirName = /^\d{9,11}\.[^/]{1,200}$/;
/** Where a colon may not stand in a name, programs write a semicolon or an exclamation mark. */
const maildirFlags = /[:;!]2,([A-Za-z]{0,60})$/;

/** True for the names that Maildir gives to mails: `1700000000.M1P2.host:2,S` (cr.yp.to/proto/maildir.html). */
export function isMaildirName(name: string): boolean {
  return maildirName.test(name);
}

/** The letters behind `:2,` of such a name: S seen, T trashed, D draft. */
export function maildirFlagsOf(name: string): string {
  return isMaildirName(name) ? (maildirFlags.exec(name)?.[1] ?? '') : '';
}
