/** Addresses of functions, not of humans: whoever is on duty answers, or nobody does. */
const roles =
  /^(?:info|support|help|helpdesk|service|kundenservice|kundendienst|kontakt|contact|contacto|office|admin|administrator|webmaster|postmaster|hostmaster|hello|hallo|team|sales|vertrieb|newsletter|news|billing|invoices?|rechnung(?:en)?|orders?|bestellung(?:en)?|events?|jobs|hr|press|presse|marketing|updates?|feedback|security|accounts?|members?|list|all|staff|everyone|mailbox|mail|system|root|daemon)$/;
const machines =
  /^(?:no-?reply|do-?not-?reply|mailer-?daemon|bounces?|notifications?|notify|alerts?|newsletter|reply|invitations?)(?:$|[-._+])/;
const machineEnds =
  /[-._+](?:no-?reply|bounces?|notifications?|newsletter|owner|requests?|unsubscribe|list|announce)$/;
const listDomains =
  /^(?:lists?|listserv|groups?|mailman)\.|(?:^|\.)(?:googlegroups\.com|groups\.io|freelists\.org|yahoogroups\.com)$/;
/** Anyone may have an address here: that two share the domain says nothing. */
const publicDomains =
  /^(?:gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|gmx|web|icloud|me|mac|aol|proton|protonmail|pm|t-online|freenet|posteo|mailbox|yandex|mail|qq|163|126|orange|free|wanadoo|libero|fastmail)\.[a-z]{2,3}(?:\.[a-z]{2})?$/;

/**
 * The mailbox that an address leads to: in any case, without a tag (`anna+shop@`), and at Gmail without dots, which
 * its mailboxes ignore. A tag with `=` names another address, as bounces do, and stays.
 */
export function mailboxOf(address: string): string {
  const lower = address.trim().toLowerCase();
  const at = lower.lastIndexOf('@');
  if (at < 1) return lower;
  const domain = lower.slice(at + 1);
  const [, local = ''] = /^([^+]+)(?:\+[^=]*)?$/.exec(lower.slice(0, at)) ?? [null, lower.slice(0, at)];
  if (domain !== 'gmail.com' && domain !== 'googlemail.com') return `${local}@${domain}`;
  return `${local.replaceAll('.', '')}@gmail.com`;
}

/** Whether a mailbox is a function's, a machine's or a list's. */
export function isRole(mailbox: string): boolean {
  const local = mailbox.slice(0, Math.max(0, mailbox.lastIndexOf('@')));
  return (
    roles.test(local) ||
    machines.test(local) ||
    machineEnds.test(local) ||
    listDomains.test(mailbox.slice(local.length + 1))
  );
}

/** The domain of the few who are given an address there: a firm's, a family's; null for everyone's. */
export function ownDomain(mailbox: string): string | null {
  const domain = mailbox.slice(mailbox.lastIndexOf('@') + 1);
  return domain === '' || publicDomains.test(domain) ? null : domain;
}
